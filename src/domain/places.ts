import { derivedId, type RecordId, type TenantId } from './ids.ts'
import type { Outline, Recorded } from './record.ts'
import type { Ground } from './rights.ts'

export const WHATS = [
  'compound',
  'grid', // 一般网格, where a compound has several
  'microGrid', // 微网格 of whole buildings; what is smaller is a unit
  'building',
  'unit',
  'floor',
  'dwelling',
  'binPoint',
  'space',
] as const
export type What = (typeof WHATS)[number]

/** How a dwelling is used. 空房 (`vacant`), `notHome` (活动室, 门卫) and 架空 (`stilt`) do not count as lived in. */
export const USES = ['livedIn', 'rented', 'vacant', 'notHome', 'shop', 'stilt'] as const
export type Use = (typeof USES)[number]

/** Compound › grid › micro-grid › building › unit › floor › dwelling; grids where there are some; beside it bin points and shared spaces. */
export interface Place extends Recorded {
  readonly kind: 'place'
  readonly what: What
  /** The place above; the compound has none. */
  readonly parent?: RecordId
  /** Normalised natural key inside the compound: `1-2-12-1203`. */
  readonly key: string
  /** What people call it: 1栋, 2单元, 12楼, 1203, 东门投放点. */
  readonly label: string
  /** Order among its siblings: floors upwards, doors left to right as seen when facing the entrance. */
  readonly order: number
  readonly use?: Use
  /** 跃层: how many floors a dwelling takes, upwards from its own; one where it is not said. */
  readonly spans?: number
  /** Keys it had before it was renumbered: whoever looks for the old door finds it, until another place has that key. */
  readonly former?: readonly string[]
  /** When it was given up and brought back again, ISO instants: in between nobody was missing there. */
  readonly gone?: readonly { readonly from: string; readonly to: string }[]
}

/**
 * The id of a place: made once from tenant, natural key and generation; it never changes afterwards.
 * A newcomer under an old key gets the next generation.
 */
export function placeId(tenant: TenantId, key: string, generation = 1): RecordId {
  return derivedId('place', tenant, key, generation)
}

/**
 * The id under which a place with this key is made or met: that of the one that has the key, else the first nobody ever
 * had. One that was renumbered keeps its id, so that the old family's file never appears behind a new door.
 */
export function idForKey(
  tenant: TenantId,
  key: string,
  get: (id: RecordId) => Pick<Place, 'key'> | undefined,
): RecordId {
  for (let generation = 1; ; generation += 1) {
    const id = placeId(tenant, key, generation)
    const there = get(id)
    if (!there || there.key === key) return id
  }
}

/** The compound itself is the root of its tree. */
export function compoundPlace(tenant: TenantId): RecordId {
  return placeId(tenant, 'compound')
}

/** The places of a compound and their order; answers questions of above and below in memory. */
export interface PlaceTree extends Ground {
  get(id: RecordId): Place | undefined
  /** From the compound down to the place itself. */
  path(id: RecordId): readonly Place[]
  children(id: RecordId): readonly Place[]
  /** Those with nothing above them: the compound, and what lies below a place that is not here. */
  tops(): readonly Place[]
}

/** `below` holds for the place itself. A place that is not in the tree lies only below itself. */
export function placeTree(places: Iterable<Place>): PlaceTree {
  const byId = new Map<RecordId, Place>()
  const byParent = new Map<RecordId, Place[]>()
  for (const one of places) {
    byId.set(one.id, one)
    if (one.parent === undefined) continue
    const siblings = byParent.get(one.parent)
    if (siblings) siblings.push(one)
    else byParent.set(one.parent, [one])
  }
  for (const siblings of byParent.values())
    siblings.sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))

  // Asked for every record at every change of what is shown: a tree is a few steps deep, so no set is built to find a circle.
  const path = (id: RecordId): Place[] => {
    const found: Place[] = []
    for (
      let at = byId.get(id);
      at && !found.includes(at);
      at = at.parent === undefined ? undefined : byId.get(at.parent)
    )
      found.push(at)
    return found.reverse()
  }
  return {
    get: (id) => byId.get(id),
    path,
    children: (id) => byParent.get(id) ?? [],
    tops: () =>
      [...byId.values()]
        .filter((one) => one.parent === undefined || !byId.has(one.parent))
        .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1)),
    isSite: (id) => {
      const place = byId.get(id)
      return place !== undefined && !isDoor(place)
    },
    below: (id, above) => {
      if (id === above) return true
      let steps = 0
      for (let at = byId.get(id); at && steps <= byId.size; steps += 1) {
        if (at.id === above) return true
        at = at.parent === undefined ? undefined : byId.get(at.parent)
      }
      return false
    },
  }
}

/** Floors and dwellings are read below one's own place only; every other place by everybody of the compound. */
export function isDoor({ what }: Place): boolean {
  return what === 'floor' || what === 'dwelling'
}

/** A grid is above the buildings for who looks after them; whoever looks for a door looks past it. */
export function isGrid({ what }: Pick<Place, 'what'>): boolean {
  return what === 'grid' || what === 'microGrid'
}

/** What lies below a place as one walks there: instead of a grid its buildings. */
export function insideOf(place: RecordId, tree: PlaceTree): readonly Place[] {
  const own = tree.children(place).filter((one) => !isGrid(one))
  const grids = tree.children(place).filter(isGrid)
  return [...grids.flatMap((one) => insideOf(one.id, tree)), ...own]
}

/** The place above as one walks there; none above the compound. */
export function outsideOf(place: RecordId, tree: PlaceTree): RecordId | undefined {
  return tree
    .path(place)
    .slice(0, -1)
    .findLast((one) => !isGrid(one))?.id
}

/** The way down to a place as people say it: 1栋 2单元. Empty for the compound and for what is not here. */
export function whereOf(place: RecordId, tree: PlaceTree): string {
  return tree
    .path(place)
    .filter((one) => one.what !== 'compound' && (one.id === place || !isGrid(one)))
    .map((one) => one.label)
    .join(' ')
}

/** The number a door had last before this one (502); undefined where it was never renumbered. */
export function formerLabel({ former }: Place): string | undefined {
  return former?.at(-1)?.split('-').at(-1)
}

export function isLivedIn(dwelling: Place): boolean {
  return (
    dwelling.what === 'dwelling' &&
    (dwelling.use === undefined || dwelling.use === 'livedIn' || dwelling.use === 'rented')
  )
}

/** Who may read it; what may happen to it is in `placeVerbs.ts`. */
export const placeOutline: Outline<Place> = {
  kind: 'place',
  scopeOf: (record) => ({
    place: record.id,
    group: isDoor(record) ? 'doors' : 'site',
    people: [],
  }),
}
