import type { Unit } from '#domain/bins/haul.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Stream } from '#domain/bins/streams.ts'
import { estimateOf } from '#queries/hauls.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** A haul half written down. */
export interface Hauling {
  readonly stream?: Stream
  /** As it was typed or pressed. */
  readonly amount: string
  readonly unit: Unit
  /** `HH:MM`; empty means now. */
  readonly clock: string
  readonly mixed: boolean
  readonly noted: boolean
}

export interface AmountText {
  /** What was read: 480 升. */
  readonly plain: string
  /** Only where the compound weighed: what the litres may weigh, with the factor and whose it is. */
  readonly about?: string
}

export function useAmountText(): (stream: Stream, amount: number, unit: Unit) => AmountText {
  const words = useWords().hauls
  const { number } = useFormats()
  const { ctx } = useApp()
  const settings = useView((view) => view.get<Settings>(settingsId(ctx.tenant)))
  return (stream, amount, unit) => {
    if (unit === 'kg') return { plain: words.kg(number(amount)) }
    const plain = words.litres(number(amount))
    const about = estimateOf(settings, stream, amount)
    if (!about) return { plain }
    return {
      plain,
      about: words.about(number(amount), number(about.kg), String(about.kgPerLitre), about.weighed),
    }
  }
}
