import type { RecordId } from '#domain/ids.ts'
import {
  type Content,
  hanging,
  picturesOf,
  type Publication,
  type Section,
  SECTIONS,
  type Version,
} from '#domain/wall/publication.ts'
import { standingPages } from '#domain/wall/oneMatter.ts'
import { dayOf } from '#domain/workingDays.ts'

/** One page as it hangs now. */
export interface Hanging {
  readonly page: RecordId
  readonly n: number
  /** ISO instant: when the server had it, not when a device says it was. */
  readonly at: string
  readonly content: Content
  readonly about?: RecordId
}

/** What the public page shows, and nothing that it does not. */
export interface Board {
  readonly sections: readonly { readonly section: Section; readonly pages: readonly Hanging[] }[]
  /** When anything was hung last. */
  readonly updatedAt?: string
}

/** The stories first, as they are asked for; in a section the newest first. */
const ORDER: readonly Section[] = ['story', 'month', 'accounts', 'resolutions', 'works', 'answers', 'notice']

export function boardOf(publications: readonly Publication[]): Board {
  const shown = standingPages(publications)
    .filter((one) => !one.voided)
    .flatMap((one): (Hanging & { section: Section })[] => {
      const version = hanging(one)
      if (!version) return []
      const { n, content } = version
      const more = one.about === undefined ? {} : { about: one.about }
      return [{ section: one.section, page: one.id, n, content, at: timeOfVersion(version), ...more }]
    })
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.page < b.page ? -1 : 1))
  const updatedAt = shown[0]?.at
  return {
    sections: ORDER.filter((one) => SECTIONS.includes(one)).flatMap((section) => {
      const pages = shown.filter((one) => one.section === section)
      return pages.length > 0 ? [{ section, pages }] : []
    }),
    ...(updatedAt !== undefined && { updatedAt }),
  }
}

export function timeOfVersion(version: Version): string {
  return version.receivedAt ?? version.at
}

/** Whether a picture hangs now: named by the last version of a page, and not taken down. */
export function hangs(publications: readonly Publication[], hash: string): boolean {
  return standingPages(publications).some((one) => {
    const content = one.voided ? undefined : hanging(one)?.content
    return picturesOf(content).includes(hash)
  })
}

/** Whole days in Shanghai between two instants. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.round((Date.parse(dayOf(to)) - Date.parse(dayOf(from))) / 86_400_000))
}

/** 24 and 35 of 收到 35 件，办完 24 件 written as 24 / 35: what is drawn as windows. */
export function ratioIn(content: Content): { readonly n: number; readonly of: number } | undefined {
  for (const { value } of content.figures) {
    const [n, of] = [...value.matchAll(/\d+/g)].map(([digits]) => Number(digits))
    if (n !== undefined && of !== undefined && value.includes('/') && n <= of && of > 0 && of <= 200)
      return { n, of }
  }
  return undefined
}
