/** One place of the source, and what a mistake would have made of it. `find` stands in the file exactly once. */
export interface Edit {
  /** From the root of the checkout, below `src/`. */
  readonly file: `src/${string}`
  readonly find: string
  readonly put: string
}

/** A mistake that a good engineer makes on a tired evening. The product has no switch for it: it is put into the source. */
export interface Bug extends Edit {
  /** What is wrong with the product that has it. */
  readonly name: string
  /** Who made it, or why it looks right. */
  readonly lesson: string
  /** Who must find it: random lives, or the tests of the file that is named. */
  readonly caughtBy: 'sim' | `test/${string}.test.ts`
  /** The second place, where one is not enough. */
  readonly and?: Edit
}

export function editsOf(bug: Bug): readonly Edit[] {
  return bug.and ? [bug, bug.and] : [bug]
}

/**
 * The source with the mistake in it.
 * @throws where the place is not there, or not once: it has moved, and a bug that is not planted proves nothing
 */
export function mistaken(source: string, { file, find, put }: Edit, name: string): string {
  const times = source.split(find).length - 1
  if (times !== 1) {
    throw new Error(`"${name}": its place in ${file} has moved, it is there ${times} times instead of once`)
  }
  if (find === put) throw new Error(`"${name}": nothing is changed in ${file}`)
  return source.replace(find, () => put)
}
