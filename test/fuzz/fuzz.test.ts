import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Route, ROUTES } from '#server/http/routes.ts'
import { chance } from '#test/sim/random.ts'
import { type Ask, makeBombs } from './ask.ts'
import { asked, askAt } from './askAt.ts'
import { readCorpus } from './corpus.ts'
import { sqlite } from './engine.ts'
import { ALL_ROUTES, FORMS } from './forms.ts'
import { type Found, aPair, hunt, one } from './run.ts'

const CORPUS = join(import.meta.dirname, 'corpus')
const threw: string[] = []
let worlds: Awaited<ReturnType<typeof aPair>>

beforeAll(async () => {
  await makeBombs()
  worlds = await aPair(sqlite)
})
afterAll(() => worlds.stop())

test('every route of the API has a form that is bent and sent', () => {
  expect(new Set(Object.keys(FORMS))).toEqual(new Set(Object.keys(ROUTES)))
})

/** Behind the door, and refused there for whoever may: what they do is tried by tests of their own. */
const PAST_THE_DOOR: Readonly<Partial<Record<Route, number>>> = {
  'POST /api/backups': 409, // a demonstration makes none
  'POST /api/backups/try': 404, // so there is none
  'POST /api/devices/seen': 404, // no device of these was ever there twice
  'GET /gongshi/counts': 403, // nobody of these worlds is of the level above
  'POST /api/residents/erase': 404, // of nobody who is here: all that stands here is asked for to the end
}

// Whoever may, with what fits: a form that is always refused would try nothing behind the door.
test.each(ALL_ROUTES)('the form of %s comes through the door', async (route) => {
  const statuses = new Set<number>()
  for (let number = 1; number <= 60; number += 1) {
    const form = FORMS[route](chance(number), `door-${number}`)
    const body = form.json === undefined ? form.body : { text: JSON.stringify(form.json) }
    const { answer, findings } = await one(worlds, asked(route, form, body, 'app'), threw)
    expect(findings).toEqual([])
    statuses.add(answer.status)
    if (answer.status < 300 || answer.status === PAST_THE_DOOR[route]) return
  }
  throw new Error(`never taken: ${[...statuses].join(' ')}`)
})

describe('what broke something once', () => {
  test.each(readCorpus(CORPUS))('$file: $was', async ({ ask, status }) => {
    const { answer, findings } = await one(worlds, ask, threw)
    expect(findings).toEqual([])
    expect(answer.status).toBe(status)
    // And whoever comes next is answered.
    const next: Ask = {
      at: ask.at,
      who: 'nobody',
      method: 'GET',
      path: '/api/health',
      headers: [],
      way: 'app',
    }
    expect((await one(worlds, next, threw)).answer.status).toBe(200)
  })
})

test('the same number is the same request', () => {
  for (const index of [0, 7, 123]) expect(askAt(5, index)).toEqual(askAt(5, index))
  expect(askAt(5, 1)).not.toEqual(askAt(6, 1))
})

test('nothing that is thrown at the server breaks it, or changes what it refused', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000)
  const found: Found[] = []
  const indexes = Array.from({ length: 250 }, (_, index) => index)
  const report = await hunt({ engine: sqlite, seed, indexes, found: (one) => void found.push(one) })
  expect(found, `npm run fuzz -- --seed ${seed} --requests 250`).toEqual([])
  expect(report.overSocket).toBeGreaterThanOrEqual(report.requests / 10)
})
