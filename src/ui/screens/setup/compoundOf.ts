import type { NewCompound } from '#device/compounds.ts'
import type { Sheet } from '#domain/roster/sheets.ts'
import type { Words } from '#ui/words.ts'
import { type Draft, PHONES, rowsToSend, SLOTS } from './draft.ts'

/** What the wizard was told of a compound, whoever is its first officer. */
export function compoundOf(
  draft: Draft,
  sheets: readonly Sheet[],
  { setup }: Words,
): Pick<NewCompound, 'compound' | 'rows' | 'points' | 'emergency'> {
  return {
    compound: draft.compound.trim(),
    rows: rowsToSend(draft, sheets),
    points: draft.points.map((point) => ({
      label: point.label.trim(),
      windows: SLOTS.filter((slot) => point.windows[slot].on).map((window) => {
        const { from, to } = point.windows[window]
        return { window, from, to }
      }),
    })),
    emergency: PHONES.filter((name) => draft.phones[name].trim() !== '').map((name) => ({
      label: setup.points.phones[name],
      number: draft.phones[name].trim(),
    })),
  }
}
