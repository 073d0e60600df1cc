import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editsOf, mistaken } from './bug.ts'
import { BUGS } from './bugs.ts'

const ROOT = join(import.meta.dirname, '../..')

describe('planted bugs', () => {
  it('are at least a hundred and twenty, each under a name of its own', () => {
    const names = BUGS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBeGreaterThanOrEqual(120)
  })

  it.each(BUGS.map((bug) => [bug.name, bug] as const))('still has its place: %s', (_, bug) => {
    const sources = new Map<string, string>()
    for (const edit of editsOf(bug)) {
      const source = sources.get(edit.file) ?? readFileSync(join(ROOT, edit.file), 'utf8')
      sources.set(edit.file, mistaken(source, edit, bug.name))
    }
  })

  it('each is caught by the simulator or by a file of tests that is there', () => {
    const named = BUGS.map(({ caughtBy }) => caughtBy).filter((one) => one !== 'sim')
    expect(named.filter((one) => !existsSync(join(ROOT, one)))).toEqual([])
  })

  it('a place that has moved is told, and never passed over', () => {
    const edit = { file: 'src/store/apply.ts', find: 'once', put: 'never' } as const
    expect(() => mistaken('twice', edit, 'a')).toThrow('"a": its place in src/store/apply.ts has moved')
    expect(() => mistaken('once and once', edit, 'a')).toThrow('2 times')
    expect(mistaken('only once', edit, 'a')).toBe('only never')
  })
})
