import type { CampaignView } from '#queries/campaigns.ts'
import type { Cell, Table } from '#sheets/writeXlsx.ts'
import type { Words } from '#ui/words.ts'

/**
 * The results of a round as counts of homes; no door, and nobody's own words. Unit by unit only inside: of a unit with few
 * homes everybody knows which is meant. An answer that is none of the question's choices was typed at a door: it is counted
 * without its words.
 */
export function roundTable(
  { campaign, all, parts, answers }: CampaignView,
  internal: boolean,
  { papers }: Words,
): Omit<Table, 'name'> {
  const { round } = papers
  const { head } = round
  const said = campaign.questions.flatMap(({ id, text, choices = [] }): Cell[][] => {
    const counted = answers.find(({ question }) => question === id)
    if (!counted) return []
    if (choices.length === 0) return [[text, round.words, counted.answered, counted.answered]]
    const others = counted.choices.filter((one) => !choices.includes(one.said))
    const other = others.reduce((sum, { count }) => sum + count, 0)
    return [
      ...counted.choices
        .filter((one) => choices.includes(one.said))
        .map((one) => [text, one.said, one.count, counted.answered]),
      ...(other > 0 ? [[text, round.other, other, counted.answered]] : []),
    ]
  })
  return {
    head: [head.what, head.said, head.homes, head.of],
    rows: [
      [round.reached, round.everywhere, all.n, all.of],
      ...(internal ? parts.map(({ where, n, of }) => [round.parts, where, n, of]) : []),
      ...said,
    ],
  }
}
