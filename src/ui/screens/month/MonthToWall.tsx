import { type Content, hanging, MOST_PAIRS } from '#domain/wall/publication.ts'
import { hangingBeside } from '#queries/publications.ts'
import type { Reader } from '#queries/reader.ts'
import { type DonePair, pairsOfDays } from '#queries/wallPictures.ts'
import { type Choice, ToWall } from '#ui/screens/wall/ToWall.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { monthContent } from './content.ts'
import { nameOfPair } from './pairNames.ts'
import { monthName } from './says.ts'
import { monthAddress, useMonth } from './useMonth.ts'

/** `/month/wall`: the month on its way to the wall, and which good pictures go with it. */
export function MonthToWall() {
  const words = useWords()
  const formats = useFormats()
  const { month, wall } = words
  const { today } = useApp()
  const { pack, compound, reader } = useMonth()
  const page = monthContent(pack, compound, { words, formats })
  const name = monthName(pack.month, { words, formats }, today())
  return (
    <ToWall
      sub={month.title(name)}
      back={monthAddress('/month/paper', pack.month)}
      section="month"
      period={pack.month}
      asks={{ title: wall.choose.pairs, text: wall.choose.pairsText, none: wall.choose.noPairs }}
      choices={[...hangingPairs(reader, pack.month), ...pairsOfDays(reader, pack).map(offered)]}
      most={MOST_PAIRS}
      content={(chosen) => withPairs(page, chosen)}
      said={month.published}
    />
  )
}

function offered(one: DonePair): Choice {
  return { key: one.of, label: nameOfPair(one), pictures: [one.before, one.after] }
}

function hangingPairs(reader: Reader, month: string): readonly Choice[] {
  const beside = hangingBeside(reader, { section: 'month', period: month })
  const pairs = (beside && hanging(beside)?.content.pairs) ?? []
  return pairs.map((one) => ({
    key: one.before,
    label: one.label,
    pictures: [one.before, one.after],
    hangs: true as const,
  }))
}

function withPairs(page: Content, chosen: readonly Choice[]): Content {
  const pairs = chosen.flatMap(({ label, pictures: [before, after] }) =>
    before !== undefined && after !== undefined ? [{ label, before, after }] : [],
  )
  return { ...page, ...(pairs.length > 0 && { pairs }) }
}
