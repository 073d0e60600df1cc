import { hanging, type Publication } from './publication.ts'

/** What a page tells of. */
type Matter = { readonly [K in 'section' | 'about' | 'period']?: Publication[K] | undefined }

/** Whether two pages tell of the same; what tells of no record and no month stands for itself. */
export function sameMatter(a: Matter, b: Matter): boolean {
  if (a.about === undefined && a.period === undefined) return false
  return a.section === b.section && a.about === b.about && a.period === b.period
}

/**
 * The page that stands for the public in the place of this one: of two that were hung for one matter, each without knowing of
 * the other, the one whose first version the server had first. One that was taken down still stands before what was hung while it
 * hung: that never hung for anybody, and does not come up by itself. Undefined: it stands itself, or was never hung.
 */
export function standsBefore(pages: readonly Publication[], page: Publication): Publication | undefined {
  const since = hungAt(page)
  if (since === undefined) return undefined
  return pages
    .filter((one) => one.id !== page.id && !one.voided && sameMatter(one, page))
    .filter((one) => goesFirst(one, page) && (hanging(one) !== undefined || (downAt(one) ?? '') > since))
    .sort((a, b) => (goesFirst(a, b) ? -1 : 1))[0]
}

/** What the public sees: of every matter one page. */
export function standingPages(pages: readonly Publication[]): readonly Publication[] {
  return pages.filter((one) => !standsBefore(pages, one))
}

/** What is only on a device has no time of the server's: it comes after all that has. */
function goesFirst(a: Publication, b: Publication): boolean {
  const [first, second] = [a.versions[0], b.versions[0]]
  if (!first || !second) return first !== undefined
  const key = (one: typeof first) => `${one.receivedAt ?? '~'} ${one.at}`
  return key(first) < key(second) || (key(first) === key(second) && a.id < b.id)
}

function hungAt(page: Publication): string | undefined {
  const first = page.versions[0]
  return first && (first.receivedAt ?? first.at)
}

function downAt(page: Publication): string | undefined {
  return page.versions.at(-1)?.downAt
}
