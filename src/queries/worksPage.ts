import type { Content } from '#domain/wall/publication.ts'
import { yuanText } from '#domain/money/yuan.ts'
import type { WorksView } from './works.ts'

/** What a page of the wall says of works, in the words of a language. */
export interface WorksSays {
  readonly homes: (homes: string) => string
  readonly state: string
  readonly figure: Readonly<
    Record<
      'where' | 'state' | 'asked' | 'vendor' | 'budget' | 'cost' | 'finished' | 'accepted' | 'warranty',
      string
    >
  >
  readonly accepted: (count: string) => string
  readonly yuan: (sum: string) => string
  readonly day: (day: string) => string
  readonly cancelled: (reason: string) => string
}

/** No name and no door: who accepted it is a number, and the offers of firms stay inside. */
export function worksContent(
  { works, where, homes, accepted, finished, booked }: WorksView,
  says: WorksSays,
): Content {
  const cost = works.cost ?? (booked > 0 ? booked : undefined)
  const figures: { label: string; value: string }[] = []
  const tell = (name: keyof WorksSays['figure'], value: string | undefined) => {
    if (value) figures.push({ label: says.figure[name], value })
  }
  tell('where', where)
  tell('state', says.state)
  tell('asked', homes > 0 ? says.homes(String(homes)) : undefined)
  tell('vendor', works.vendor)
  tell('budget', works.budget === undefined ? undefined : says.yuan(yuanText(works.budget)))
  tell('cost', cost === undefined ? undefined : says.yuan(yuanText(cost)))
  tell('finished', finished && says.day(finished))
  tell('accepted', accepted > 0 ? says.accepted(String(accepted)) : undefined)
  tell('warranty', works.warrantyUntil && says.day(works.warrantyUntil))
  const [before] = works.before
  const after = works.after.at(-1)
  return {
    title: works.label,
    lines: [
      ...(works.need ? [works.need] : []),
      ...(works.cancelled ? [says.cancelled(works.cancelled.reason)] : []),
    ],
    figures,
    pictures: [],
    ...(before && { before }),
    ...(after && { after }),
  }
}
