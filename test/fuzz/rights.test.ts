import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Route, type RouteRow, ROUTES } from '#server/http/routes.ts'
import { chance } from '#test/sim/random.ts'
import { type Ask, WHO, type Who } from './ask.ts'
import { asked } from './askAt.ts'
import { send } from './drive.ts'
import { sqlite } from './engine.ts'
import { ALL_ROUTES, FORMS } from './forms.ts'
import { aWorld, type World } from './world.ts'

/** What the door says: a row for whatever a route may ask for, a cell for everybody there is. One that is missing is a type error. */
const DOOR: Readonly<Record<RouteRow['may'], Readonly<Record<Who, 'open' | 'signInFirst' | 'notAllowed'>>>> =
  {
    anybody: row('open', 'open', 'open', 'open', 'open', 'open', 'open', 'open'),
    // A forgotten one may bring its work and is shown nothing.
    device: row('signInFirst', 'open', 'open', 'open', 'notAllowed', 'open', 'open', 'notAllowed'),
    formerDevice: row('signInFirst', 'open', 'open', 'open', 'open', 'open', 'open', 'open'),
    // Nobody here is of the level above.
    counts: row(
      'signInFirst',
      'notAllowed',
      'notAllowed',
      'notAllowed',
      'notAllowed',
      'notAllowed',
      'notAllowed',
      'notAllowed',
    ),
    office: row(
      'signInFirst',
      'open',
      'notAllowed',
      'notAllowed',
      'notAllowed',
      'notAllowed',
      'open',
      'notAllowed',
    ),
  }

function row(...cells: readonly ('open' | 'signInFirst' | 'notAllowed')[]) {
  return Object.fromEntries(WHO.map((who, index) => [who, cells[index]])) as (typeof DOOR)['anybody']
}

let world: World
beforeAll(async () => {
  world = await aWorld(sqlite, 'compound')
})
afterAll(() => world.stop())

function fitting(route: Route, who: Who): Ask {
  const tag = `${who}-${route}`.replace(/\W/g, '')
  // Not what another device has said before: that is refused for another reason.
  const forms = [7, 8, 9, 10].map((number) => FORMS[route](chance(number), tag))
  const form = { ...(forms.find(({ json }) => json !== undefined) ?? forms[0]), who }
  const body = form.json === undefined ? form.body : { text: JSON.stringify(form.json) }
  return { ...asked(route, form, body, 'app'), at: 'compound' }
}

const refusedIn = (text: string) => (/"refused":"(\w+)"/.exec(text) ?? [])[1]

test.each(ALL_ROUTES.flatMap((route) => WHO.map((who) => [route, who] as const)))(
  '%s, asked by %s',
  async (route, who) => {
    const door = DOOR[ROUTES[route].may][who]
    const { status, path, sent, text } = await send(world, fitting(route, who))
    await world.heard(who, path, sent, status, text)
    const said = refusedIn(text)
    if (door !== 'open') expect([status, said]).toEqual([door === 'signInFirst' ? 401 : 403, door])
    else expect(['signInFirst', 'notAllowed']).not.toContain(said)
  },
)

const post = (path: string, who: Who, json: object): Ask => ({
  at: 'compound',
  who,
  method: 'POST',
  path,
  headers: [
    ['Cookie', '$cookie'],
    ['Content-Type', 'application/json'],
  ],
  body: { text: JSON.stringify(json) },
  way: 'app',
})

test.each([
  ['/api/devices/revoke', { device: '$spare-0' }, 'notFound'],
  ['/api/invitations/withdraw', { id: '$invitation-0' }, 'invitationUnknown'],
  [
    '/api/appointments/end',
    { person: '$anybody-0', role: 'gridWorker', place: 'x', to: '2026-03-02' },
    'personUnknown',
  ],
  [
    '/api/appointments/hand-over',
    { person: '$anybody-0', to: '$anybody-1', role: 'gridWorker', place: 'x', from: '2026-03-02' },
    'personUnknown',
  ],
  ['/api/residents/erase', { resident: '$place-0', why: 'asked', remarks: [] }, 'notFound'],
  [
    '/api/invitations',
    { name: '客', role: 'officer', place: '$place-0', from: '2026-03-02', deviceKind: 'own' },
    'placeUnknown',
  ],
] as const)('another compound’s officer finds nothing of this one at %s', async (path, json, refused) => {
  expect(refusedIn((await send(world, post(path, 'elsewhere', json))).text)).toBe(refused)
})

test.each(['tenant', 'device'] as const)('nobody syncs in the name of another %s', async (key) => {
  const ours = world.meaning('volunteer')(key, undefined)
  const { body } = fitting('POST /api/sync', 'elsewhere')
  const text = body && 'text' in body ? body.text.replace(`"$${key}"`, JSON.stringify(ours)) : ''
  const { status } = await send(world, { ...fitting('POST /api/sync', 'elsewhere'), body: { text } })
  expect(status).toBe(403)
})
