import { dayOf } from './workingDays.ts'

/**
 * 春-240304-118: the number of a matter as exports write it. The compound's first character, the day of receipt in Shanghai,
 * and the spoken number itself, of three digits at least: whoever reads 118 号 on a screen finds it, it never changes, and it
 * needs no other record, so that people who may see different parts of the ledger write the same. What a round at the bins found
 * has a count of its own: it carries 桶. Undefined while the server has not numbered it.
 */
export function longNumber(
  compound: string,
  record: { readonly kind: string; readonly no?: number; readonly receivedAt?: string },
): string | undefined {
  const { kind, no, receivedAt } = record
  if (no === undefined || receivedAt === undefined) return undefined
  const first = [...compound.trim()][0] ?? ''
  const day = dayOf(receivedAt).replaceAll('-', '').slice(2)
  return `${first}-${day}-${kind === 'order' ? '桶' : ''}${String(no).padStart(3, '0')}`
}
