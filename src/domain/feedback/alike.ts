import type { RecordId } from '#domain/ids.ts'
import type { PlaceTree } from '#domain/places.ts'

/** The parts that a saying is compared by: characters and pairs of them, words where there are spaces. */
export type Grams = ReadonlySet<string>

/** They stand in every other sentence and say nothing about what it is about. */
const IDLE =
  /[的了又在我你他她它们是有很得不哦嘛呢吧啊哈个这那就都也还来去到说没人嘞咯起些么什样好一两三几天晚里头边把被跟和与]|怎么|咋个|能不能/g
const IDLE_WORDS = ['the', 'and', 'for', 'not', 'are', 'was', 'has', 'have', 'there', 'this', 'that', 'with']

export function gramsOf(words: string): Grams {
  const grams = new Set<string>()
  const plain = words.normalize('NFKC').toLowerCase()
  for (const word of plain.match(/[a-z]+/g) ?? [])
    if (word.length > 2 && !IDLE_WORDS.includes(word)) grams.add(word.replace(/s$/, ''))
  for (const piece of plain.split(/[^\p{Script=Han}]+/u)) {
    const left = [...piece.replace(IDLE, '')]
    for (const [index, sign] of left.entries()) {
      grams.add(sign)
      const next = left[index + 1]
      if (next !== undefined) grams.add(sign + next)
    }
  }
  return grams
}

/** How much of the shorter saying is in the other, 0 to 1. Who says more of the same thing says the same thing. */
export function likeness(a: Grams, b: Grams): number {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a]
  if (few.size === 0) return 0
  let shared = 0
  for (const gram of few) if (many.has(gram)) shared += 1
  return shared / few.size
}

export type Nearness = 'same' | 'neighbour'

/**
 * A floor and its doors are one place; doors of a floor, the floor above and below, and what holds a place are its neighbours.
 * The compound as a whole is nobody's neighbour: everything lies in it.
 */
export function nearness(a: RecordId, b: RecordId, tree: PlaceTree): Nearness | undefined {
  if (a === b) return 'same'
  const here = tree.path(a)
  const there = tree.path(b)
  const [short, long] = here.length <= there.length ? [here, there] : [there, here]
  const holder = short.at(-1)
  if (!holder) return undefined
  if (long.includes(holder)) {
    if (holder.what === 'compound') return undefined
    return holder.what === 'floor' || holder.what === 'dwelling' ? 'same' : 'neighbour'
  }
  const floorOf = (path: typeof here) => path.find(({ what }) => what === 'floor')
  const [one, other] = [floorOf(here), floorOf(there)]
  if (!one || !other || one.parent !== other.parent || one.parent === undefined) return undefined
  if (one === other) return 'neighbour'
  const floors = tree.children(one.parent)
  return Math.abs(floors.indexOf(one) - floors.indexOf(other)) === 1 ? 'neighbour' : undefined
}

/** Words as a person says them vary: a fifth in common, in the same kind of thing close by, is worth a look. */
const WORTH_A_LOOK = 0.18
/** Of another kind, or as people may sort it otherwise, only what is nearly the same. */
const NEARLY_THE_SAME = 0.5

/**
 * How likely two remarks are about one thing, 0 for not at all: to be proposed, never to be decided by. Where one of them has
 * no words, only the same kind at the same place is.
 */
export function alike(measured: {
  readonly near: Nearness
  readonly sameKind: boolean
  /** Undefined where one of them has no words. */
  readonly words?: number | undefined
}): number {
  const { near, sameKind, words } = measured
  if (words === undefined) return near === 'same' && sameKind ? WORTH_A_LOOK : 0
  if (words < (sameKind ? WORTH_A_LOOK : NEARLY_THE_SAME)) return 0
  return words + (near === 'same' ? 0.3 : 0) + (sameKind ? 0.2 : 0)
}
