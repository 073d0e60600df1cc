import { ok, type Result, refused } from '#domain/result.ts'

/**
 * Article 278 of the Civil Code: owners decide by heads and by area. Areas are whole hundredths of a square metre,
 * so that nothing is rounded; what has to be reached is worked out with whole numbers only.
 */

/** Owners, and the area that is theirs alone, in 0.01 m². */
export interface Body {
  readonly owners: number
  readonly area: number
}

/** What has to be reached. `owners` is a count. `area` is in 0.01 m². */
export interface Thresholds {
  /** Two thirds of both have to take part. */
  readonly quorum: Body
  /** More than half of those taking part: rules, committee, hiring and firing the property, using the repair fund. */
  readonly ordinary: Body
  /** Three quarters of those taking part: raising the fund, rebuilding, another use of shared parts. */
  readonly special: Body
}

/** Why numbers that were typed give no answer. */
export type QuorumRefusal =
  | 'ownersNotWhole'
  | 'noOwners'
  | 'areaUnread' // no number, or more than two decimals
  | 'noArea'
  | 'tooLarge'
  | 'moreOwnersThanThereAre'
  | 'moreAreaThanThereIs'

/** No compound has a million owners, nor a hundred square kilometres. */
const MOST_OWNERS = 1_000_000
const MOST_AREA = 100_000_000 * 100

/** "12,000.5" → 1200050 (0.01 m²). Full-width digits and gaps are read too. */
export function areaOf(typed: string): Result<number, QuorumRefusal> {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '')
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain)
  if (!found) return refused('areaUnread')
  const area = Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
  return area > MOST_AREA ? refused('tooLarge') : area === 0 ? refused('noArea') : ok(area)
}

/** "151" → 151. */
export function ownersOf(typed: string): Result<number, QuorumRefusal> {
  const plain = typed.normalize('NFKC').replace(/[\s,]/g, '')
  if (!/^\d{1,12}$/.test(plain)) return refused('ownersNotWhole')
  const owners = Number(plain)
  return owners > MOST_OWNERS ? refused('tooLarge') : owners === 0 ? refused('noOwners') : ok(owners)
}

/** Who takes part cannot be more than there is. */
export function fits(part: Body, all: Body): Result<Body, QuorumRefusal> {
  if (part.owners > all.owners) return refused('moreOwnersThanThereAre')
  if (part.area > all.area) return refused('moreAreaThanThereIs')
  return ok(part)
}

/** Of all owners; `taking` are those who take part, without it exactly as many as have to. */
export function thresholds(all: Body, taking?: Body): Thresholds {
  const quorum: Body = { owners: share(all.owners, 2, 3), area: share(all.area, 2, 3) }
  const part = taking ?? quorum
  return {
    quorum,
    ordinary: { owners: more(part.owners), area: more(part.area) },
    special: { owners: share(part.owners, 3, 4), area: share(part.area, 3, 4) },
  }
}

/** Whether enough take part, and what as many ayes decide. */
export function decides(all: Body, taking: Body, ayes: Body) {
  const needs = thresholds(all, taking)
  const reaches = (body: Body, need: Body) => body.owners >= need.owners && body.area >= need.area
  const quorate = reaches(taking, needs.quorum)
  return {
    quorate,
    ordinary: quorate && reaches(ayes, needs.ordinary),
    special: quorate && reaches(ayes, needs.special),
  }
}

/** A flat and whose it is. */
export interface Owned {
  readonly owner: string
  readonly area: number
}

/** One owner of several flats is one owner, with all of their area. */
export function bodyOf(flats: readonly Owned[]): Body {
  return {
    owners: new Set(flats.map((one) => one.owner)).size,
    area: flats.reduce((sum, one) => sum + one.area, 0),
  }
}

/** The least whole number that is at least part/whole of it. */
function share(of: number, part: number, whole: number): number {
  const times = of * part
  return (times - (times % whole)) / whole + (times % whole === 0 ? 0 : 1)
}

/** The least whole number that is more than half of it. */
function more(of: number): number {
  return (of - (of % 2)) / 2 + 1
}
