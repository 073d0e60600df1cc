import type { EntryRow } from '#device/trailRows.ts'
import { keep, kept } from './kept.ts'

const NAME = 'entered'

/** When somebody came in the last time before this one: said once, on the first screen after they came in. */
export function keepEntered({ at, deviceKind }: EntryRow): void {
  keep(NAME, `${at} ${deviceKind ?? ''}`)
}

export function lastEntered(): EntryRow | undefined {
  const [at, kind] = (kept(NAME) ?? '').split(' ')
  if (!at || Number.isNaN(Date.parse(at))) return undefined
  return { at, ...((kind === 'own' || kind === 'shared') && { deviceKind: kind }) }
}

export function forgetEntered(): void {
  keep(NAME, '')
}
