import type { Finding } from '#domain/bins/shift.ts'
import type { Words } from '#ui/words.ts'

/** An item of a checklist: ours have words in every language, the compound's own are their words. */
export function itemName(item: string, { checks }: Words): string {
  return checks.item[item] ?? item
}

/** What is to be put right, as the ledger says it: 桶盖没关好（厨余垃圾）：裂了. */
export function matterText(item: string, finding: Partial<Finding>, { checks, bins }: Words): string {
  const { stream, note } = finding
  return checks.matter(
    checks.problem[item] ?? checks.ownProblem(item),
    stream && bins.streamFull[stream],
    note?.trim(),
  )
}

/** What was said of it besides that it is to be fixed; empty where nothing was. */
export function findingText({ stream, note, photos }: Finding, { checks, bins }: Words): string {
  const parts = [stream && bins.stream[stream], note, photos.length > 0 && checks.fix.photos(photos.length)]
  return parts.filter(Boolean).join('・')
}
