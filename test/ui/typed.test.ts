import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const UI = join(import.meta.dirname, '../../src/ui')

/** The opening tags of what people write, choose and pick in, each as it stands in the source. */
function fieldsIn(source: string): readonly string[] {
  return [...source.matchAll(/<(?:textarea|input|select)\b/g)].map(({ index }) => {
    let depth = 0
    for (let at = index; at < source.length; at += 1) {
      if (source[at] === '{') depth += 1
      if (source[at] === '}') depth -= 1
      if (source[at] === '>' && depth === 0) return source.slice(index, at)
    }
    throw new Error('a tag without an end')
  })
}

test('SEC-22 what is typed lies sealed on the disk and nowhere else: the browser is told not to keep it for itself', () => {
  // A browser writes the fields of a page beside its tabs, in the open, to have them again after a fall.
  const files = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.tsx'))
  const fields = files.flatMap((file) =>
    fieldsIn(readFileSync(join(UI, file), 'utf8')).map((tag) => ({ file, tag })),
  )
  expect(fields.length).toBeGreaterThan(10)
  const kept = fields.filter(
    ({ tag }) => !/type="(?:radio|checkbox)"/.test(tag) && !/autocomplete=/.test(tag),
  )
  expect(kept).toEqual([])
})
