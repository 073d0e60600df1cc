import { join } from 'node:path'
import type { Plugin } from 'vitest/config'
import { type Bug, editsOf, mistaken } from './bug.ts'

/** Puts a mistake into the source while it is read: nothing on the disk is touched, and nothing in the product knows. */
export function plant(bug: Bug, root: string): Plugin {
  const edits = new Map<string, ReturnType<typeof editsOf>>()
  for (const edit of editsOf(bug)) {
    const file = join(root, edit.file)
    edits.set(file, [...(edits.get(file) ?? []), edit])
  }
  return {
    name: 'planted-bug',
    enforce: 'pre',
    // What is kept of modules from one run to the next is good for every run, but of those with a mistake in them.
    configureVitest({ experimental_defineCacheKeyGenerator: keptUnder }) {
      keptUnder(({ id }) => (edits.has(id) ? false : undefined))
    },
    transform(source, id) {
      const here = edits.get(id)
      return here?.reduce((text, edit) => mistaken(text, edit, bug.name), source)
    },
  }
}
