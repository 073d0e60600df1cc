import type { DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { COMPOUND_HEADER, COMPOUND_QUERY } from '#domain/severalCompounds.ts'
import type { Route } from '#server/http/routes.ts'
import { bytesOf, filled, type Meaning } from '#test/fuzz/ask.ts'
import { asked } from '#test/fuzz/askAt.ts'
import { type Form, FORMS } from '#test/fuzz/forms.ts'
import { chance } from '#test/sim/random.ts'
import type { Only } from './askAll.ts'
import { Cells } from './cells.ts'
import { ALL_ROLES, type Situation, SITUATIONS } from './roles.ts'
import { type Let, ROUTE_ROWS, type RouteRow } from './routes.ts'
import { type Caller, HOUSE, OURS, THEIRS, type World } from './world.ts'

export const ALL_ROUTES = Object.keys(ROUTE_ROWS) as readonly Route[]

const DEVICES: readonly DeviceKind[] = ['own', 'shared']

interface Beside {
  readonly by: 'header' | 'address'
  /** Under its own name, or under that of the other compound's. */
  readonly cookie: 'own' | 'renamed'
}

const BESIDE: Readonly<Record<string, Beside>> = {
  'naming another compound': { by: 'header', cookie: 'own' },
  'with the own session under the name of another compound': { by: 'header', cookie: 'renamed' },
  'the same by an address': { by: 'address', cookie: 'renamed' },
}

/** Every address by everybody, on both kinds of device, and by nobody. */
export async function askRoutes(world: World, only: Only = {}): Promise<Cells> {
  const cells = new Cells()
  const roles = only.roles ?? ALL_ROLES
  const situations = only.situations ?? SITUATIONS
  cells.cells += ALL_ROUTES.length * (roles.length * situations.length * DEVICES.length + 1)
  cells.cells += ALL_ROUTES.length * roles.length * Object.keys(BESIDE).length
  for (const route of ALL_ROUTES) {
    const { door }: RouteRow = ROUTE_ROWS[route]
    cells.held(`${route} by nobody`, door.nobody, await knock(world, route, undefined, route))
    for (const role of roles) {
      // Whoever names a compound of which they have no session is nobody, whatever they are in their own.
      const caller = await world.caller(role, 'ownPlace', 'own', 'whole')
      for (const [how, named] of Object.entries(BESIDE)) {
        const found = await knock(world, route, caller, `${route} ${role} ${how}`, named)
        cells.held(`${route} by ${role}, ${how}`, door.nobody, found)
      }
      for (const situation of situations) {
        for (const kind of DEVICES) {
          // In another house of the same compound the appointment is for that house alone.
          const whole = situation === 'otherPlace' ? undefined : 'whole'
          const known = await world.caller(role, situation, kind, whole)
          // Who leaves has left, and is asked again by the next row.
          const caller = route === 'POST /api/leave' ? await world.again(known, kind) : known
          const meant = letIn(ROUTE_ROWS[route], role, situation, kind)
          const found = await knock(world, route, caller, `${route} ${role} ${situation} ${kind}`)
          cells.held(`${route} by ${role}, ${situation}, ${kind}`, meant, found)
        }
      }
    }
  }
  return cells
}

function letIn({ door }: RouteRow, role: Role, situation: Situation, kind: DeviceKind): Let {
  if (situation === 'revoked' || situation === 'expired') return door[situation]
  if (role === 'overseer' && kind === 'own' && door.overseer) return door.overseer
  if (situation === 'copied') return door[situation]
  if (role !== 'officer' || situation === 'otherPlace') return door.enrolled
  return kind === 'shared' ? door.officeShared : door.office
}

/** What the door says; how the handler behind it likes the form is not asked here. */
async function knock(
  world: World,
  route: Route,
  caller: Caller | undefined,
  tag: string,
  beside?: Beside,
): Promise<Let> {
  const { status, text } = await say(world, route, caller, tag, beside)
  const said = /"refused":"(\w+)"/.exec(text)?.[1]
  if ((said === 'signInFirst' || said === 'passphraseAgain') && status === 401) return said
  if ((said === 'notAllowed' || said === 'notLent') && status === 403) return said
  if (said === 'alreadySetUp' && ROUTE_ROWS[route].door.nobody === said) return said
  return said === 'notFound' && ROUTE_ROWS[route].door.nobody === said ? said : 'open'
}

async function say(world: World, route: Route, caller: Caller | undefined, tag: string, beside?: Beside) {
  const forms = [7, 8, 9, 10].map((seed) => FORMS[route](chance(seed), tag.replace(/\W/g, '')))
  const own = OF_ONESELF[route]
  const form: Form = own ? { json: own } : { ...(forms.find(({ json }) => json !== undefined) ?? forms[0]) }
  const body = form.json === undefined ? form.body : { text: JSON.stringify(form.json) }
  const ask = asked(route, { ...form, who: caller ? 'officer' : 'nobody' }, body, 'app')
  const meaning = meaningOf(caller, world)
  const bytes = bytesOf(ask.body, meaning)
  const headers = ask.headers.map(([name, value]) => [name, filled(value, meaning)] as [string, string])
  const path = filled(ask.path, meaning)
  if (beside?.cookie === 'renamed')
    for (const pair of headers)
      if (pair[0] === 'Cookie') pair[1] = pair[1].replace(/^linbian=/, `linbian-${THEIRS}=`)
  // An address carries the name only where a browser asks for it by itself.
  const byAddress = beside?.by === 'address' && ask.method === 'GET'
  if (beside && !byAddress) headers.push([COMPOUND_HEADER, THEIRS])
  const at = byAddress ? `${path}${path.includes('?') ? '&' : '?'}${COMPOUND_QUERY}=${THEIRS}` : path
  return world.request(at, {
    method: ask.method,
    headers,
    ...(bytes && { body: new Uint8Array(bytes) }),
  })
}

const PIN = { person: '$person', proof: `${'A'.repeat(43)}=` }

/** Where a handler says who may: what somebody asks in their own name. */
const OF_ONESELF: Readonly<Partial<Record<Route, object>>> = {
  'POST /api/unlock/set': PIN,
  'POST /api/unlock': PIN,
}

function meaningOf(caller: Caller | undefined, { epoch }: World): Meaning {
  const words: Readonly<Record<string, string>> = {
    cookie: caller?.cookie ?? '',
    tenant: caller?.tenant ?? OURS,
    device: caller?.device ?? 'device',
    person: caller?.person ?? 'person',
    compound: HOUSE,
    place: HOUSE,
    board: OURS.slice(0, 8),
    stream: `routes-${caller?.device ?? ''}`,
    epoch,
    cursor: '',
    acked: '0',
    n: '1',
    passphrase: '不对的口令也要慢慢地试',
  }
  return (word) => words[word]
}
