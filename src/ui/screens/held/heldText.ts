import { kindOf } from '#domain/change.ts'
import { type HeldAct, isCorrection } from '#queries/heldActs.ts'
import { fieldsOf } from '#queries/heldFields.ts'
import type { Formats } from '#ui/formats.ts'
import type { View } from '#ui/state/view.ts'
import type { Words } from '#ui/words.ts'
import { saidIn } from './fieldWords.ts'

/** Records about somebody; nothing of them is carried away. */
const ABOUT_SOMEBODY = ['reporter', 'resident', 'contact', 'care', 'member']

/**
 * What was not taken as a text to copy or to pass on: when, what, where, the choices and the author's own words. Names and
 * phones of other people stay behind.
 */
export function heldText(
  { act, record }: HeldAct,
  on: { words: Words; formats: Formats; view: View; now: string },
): string {
  const { words, formats, now } = on
  const { held, sync } = words
  const lines = [held.carryHead]
  const { at } = (record.body ?? {}) as { at?: unknown }
  if (typeof at === 'string' && !Number.isNaN(Date.parse(at))) lines.push(held.wrote(formats.moment(at, now)))
  for (const one of act) {
    if (isCorrection(one.change)) continue
    const kind = kindOf(one.change.name)
    lines.push('', sync.kinds[kind] ?? sync.kinds['other'] ?? '')
    if (ABOUT_SOMEBODY.includes(kind)) {
      lines.push(held.carrySealed)
      continue
    }
    for (const field of fieldsOf(one)) {
      const said = field.kind === 'person' ? '' : saidIn(field, on)
      if (said !== '') lines.push(`${held.field[field.name] ?? ''}: ${said}`)
    }
  }
  return `${lines.join('\n')}\n`
}
