import { expect, it } from 'vitest'
import { KINDS } from '#domain/catalogue.ts'
import { ROLES } from '#domain/roles.ts'
import { ROUTES } from '#server/http/routes.ts'
import { sqlite } from '#test/fuzz/engine.ts'
import { askAll } from './askAll.ts'
import { ALL_ROLES } from './roles.ts'
import { ROUTE_ROWS } from './routes.ts'
import { ownSamples } from './samples.ts'
import { VERBS } from './verbs.ts'

const CHANGES = [...KINDS.values()].flatMap(({ kind, verbs }) =>
  Object.keys(verbs).map((verb) => `${kind}.${verb}`),
)

it('every change there is has a row that says by whom it may be made, and no row is of a change that is none', () => {
  expect(Object.keys(VERBS).toSorted()).toEqual(CHANGES.toSorted())
})

it('of every change there is one to be sent that its record takes', () => {
  expect([...ownSamples().keys()].toSorted()).toEqual(CHANGES.toSorted())
})

it('every address there is has a row, and every role a letter', () => {
  expect(Object.keys(ROUTE_ROWS).toSorted()).toEqual(Object.keys(ROUTES).toSorted())
  expect(ALL_ROLES.toSorted()).toEqual(Object.keys(ROLES).toSorted())
})

it('SEC-35 what a supervisor asks for elsewhere, and anywhere once the appointment is over, is answered as the rows say', async () => {
  const { all } = await askAll(sqlite, { roles: ['supervisor'], situations: ['otherPlace', 'expired'] })
  expect(all.leaks).toEqual([])
  expect(all.asserted).toBe(all.cells)
})
