import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fold, KINDS } from '#domain/catalogue.ts'
import { COLUMNS, FIELDS, OF_EVERY_RECORD, saidBy } from '#domain/fieldCatalogue.ts'
import type { Group } from '#domain/roles.ts'
import type { Recorded } from '#domain/record.ts'
import { TABLE_NAMES } from '#server/backup/tables.ts'
import { argsFor } from '#test/models/args.ts'
import { did, stamped } from '#test/models/history.ts'
import { chance } from '#test/sim/random.ts'
import { aServer } from '#test/support/aServer.ts'

const common = saidBy(OF_EVERY_RECORD)
const LIVES = 300

/** Every state that a kind's records come to in lives made of its own verbs. */
function statesOf(name: string): readonly Recorded[] {
  const kind = KINDS.get(name)!
  const verbs = Object.entries(kind.verbs)
  const states: Recorded[] = []
  for (const [verb, spec] of verbs) {
    if (!('create' in spec)) continue
    for (let life = 1; life <= LIVES; life += 1) {
      const args = (of: (typeof verbs)[number][1], nth: number) =>
        fc.sample(argsFor(of.args), { numRuns: 1, seed: life * 997 + nth })[0]
      const first = args(spec, 0)
      const id = spec.idOf?.(first) ?? 'r1'
      const dice = chance(life)
      let record: Recorded | undefined
      const take = (nth: number, by: string, what: unknown) => {
        record = fold(
          record,
          did(nth, `${name}.${by}`, what, nth % 3 === 0 ? 'tang' : 'wang', id),
          stamped(nth),
        ).record
        if (record) states.push(record)
      }
      take(1, verb, first)
      for (let nth = 2; nth < 12; nth += 1) {
        const [by, next] = dice.pick(verbs)
        take(nth, by, args(next, nth))
      }
    }
  }
  return states
}

describe.each([...KINDS.keys()])('SEC-48 of a %s', (name) => {
  const states = statesOf(name)
  const fields = new Set(states.flatMap((one) => Object.keys(one)).filter((one) => !common.has(one)))

  it('every field has a line in the catalogue, and every line a field', () => {
    expect([...saidBy(FIELDS[name]?.says ?? {}).keys()].toSorted()).toEqual([...fields].toSorted())
  })

  it('who reads it is who the rights say', () => {
    const groups = new Set(states.map((one) => KINDS.get(name)!.scopeOf(one).group))
    const known: readonly Group[] = FIELDS[name]?.read ?? []
    expect([...groups].filter((one) => !known.includes(one))).toEqual([])
  })

  it('what is somebody’s own is kept on their consent, or goes by a deadline', () => {
    const { says, basis, keep } = FIELDS[name]!
    if (says.care !== undefined) expect(basis).toBe('consent')
    if (says.person !== undefined && name !== 'meeting') expect(keep).not.toBe('compound')
  })
})

test('SEC-48 no kind is in the catalogue that there is not, and no field is named twice', () => {
  expect(Object.keys(FIELDS).filter((name) => !KINDS.has(name))).toEqual([])
  for (const { says } of [...Object.values(FIELDS), ...Object.values(COLUMNS)]) {
    const names = Object.values(says).join(' ').split(' ')
    expect(names).toEqual([...new Set(names)])
  }
})

/** Tables without a person: counts, ids of changes, hashes. */
const OF_NOBODY = ['meta', 'tenants', 'receipts', 'numbers', 'moves', 'compounds', 'audit_heads']

test('SEC-48 every column of a table that has to do with people has a line, and every line a column', async () => {
  const { office } = (await aServer()).started
  const tables = await office.db.introspection.getTables()
  const there = new Map(tables.map(({ name, columns }) => [name, columns.map((one) => one.name)]))
  expect([...Object.keys(COLUMNS), ...OF_NOBODY].toSorted()).toEqual([...TABLE_NAMES].toSorted())
  for (const [name, { says }] of Object.entries(COLUMNS))
    expect([name, [...saidBy(says).keys()].toSorted()]).toEqual([name, there.get(name)?.toSorted()])
})
