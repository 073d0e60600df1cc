import type { TenantId } from './ids.ts'

/**
 * A browser may hold several compounds, each with a disk, a key and a session of its own. What is asked for the first one names none;
 * what is asked for a further one names it, and is answered by the session of that one alone.
 */
export const COMPOUND_HEADER = 'Linbian-Compound'
/** The same in an address, where a browser asks by itself and carries no header of ours. */
export const COMPOUND_QUERY = 'at'
/** Each has a cookie that travels with every request. */
export const COMPOUNDS_MOST = 8

/** Whether it may become the name of a cookie, and of a disk. */
export function mayStandBeside(text: string): text is TenantId {
  return /^[\w-]{1,64}$/.test(text)
}
