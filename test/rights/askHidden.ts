import type { Route } from '#server/http/routes.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { aPictureOf } from '#test/fuzz/ask.ts'
import { remark } from '#test/server/records/world.ts'
import type { Only } from './askAll.ts'
import { Cells } from './cells.ts'
import { GROUPS } from './groups.ts'
import { ALL_ROLES, SITUATIONS } from './roles.ts'
import { type Hidden, ROUTE_ROWS, type RouteRow } from './routes.ts'
import { type Caller, door, OURS, type World } from './world.ts'

/** One thing that is here, and one that never was, as an address would name them. */
type Pair = readonly [there: string, never: string]

const NEVER = 'there-never-was'
const PICTURE = aPictureOf(0)

/**
 * SEC-35, SEC-36 What is asked for by its name is, for whoever may not have it, the same as what there never was: the same status
 * and the same words. Of a photo the rows of its record's group say who may have it.
 */
export async function askHidden(world: World, only: Only = {}): Promise<Cells> {
  const cells = new Cells()
  const things = await settle(world)
  for (const [route, row] of Object.entries(ROUTE_ROWS) as [Route, RouteRow][]) {
    if (!row.hides) continue
    const pair = things[row.hides]
    for (const { caller, label, has } of await askers(world, row.hides, route, only)) {
      cells.cells += 1
      const [there, never] = await Promise.all(pair.map((name) => asksFor(world, route, caller, name)))
      const found = there!.replaceAll(pair[0], '*') === never!.replaceAll(pair[1], '*') ? 'nothing' : 'told'
      cells.held(`${route} of a ${row.hides} by ${label}`, has ? 'told' : 'nothing', found)
    }
  }
  return cells
}

interface Asker {
  readonly caller: Caller | undefined
  readonly label: string
  readonly has: boolean
}

async function askers(world: World, hides: Hidden, route: Route, only: Only): Promise<readonly Asker[]> {
  const nobody = { caller: undefined, label: 'nobody', has: false }
  if (hides === 'photo')
    return [nobody, ...(route.startsWith('GET /gongshi') ? [] : await lookers(world, only))]
  const theirs = await world.caller('officer', 'otherCompound', 'own', 'whole')
  return [nobody, { caller: theirs, label: 'the officer of another compound', has: false }]
}

/** A remark names the photo. */
async function lookers(world: World, only: Only): Promise<readonly Asker[]> {
  const found: Asker[] = []
  for (const role of only.roles ?? ALL_ROLES)
    for (const situation of only.situations ?? SITUATIONS)
      for (const kind of ['own', 'shared'] as readonly DeviceKind[])
        found.push({
          caller: await world.caller(role, situation, kind),
          label: `${role}, ${situation}, ${kind}`,
          has: situation === 'ownPlace' && GROUPS.feedback.roles.has(role),
        })
  return found
}

async function settle(world: World): Promise<Readonly<Record<Hidden, Pair>>> {
  const officer = await world.caller('officer', 'ownPlace', 'own', 'whole')
  await hasAccount(world, officer)
  const invited = await world.send('POST /api/invitations', officer, {
    name: '何桂英',
    role: 'gridWorker',
    place: door(1),
    from: '2026-03-04',
    deviceKind: 'own',
  })
  const { id: invitation } = (await invited.json()) as { id: string }
  const base = { v: 1, author: 'somebody' as PersonId, at: '2026-03-04T01:00:00.000Z', place: door(1) }
  await world.put([
    {
      ...base,
      ...remark(door(1)),
      id: 'remark' as RecordId,
      kind: 'feedback',
      followUps: [],
      photos: [PICTURE.hash],
    },
    { ...base, id: 'import-1' as RecordId, kind: 'import' },
    { ...base, id: 'page-1' as RecordId, kind: 'publication', content: { title: '还没贴' }, versions: [] },
    { ...base, id: 'survey-1' as RecordId, kind: 'survey', title: '没开放', questions: [], homes: [] },
  ] as unknown as Parameters<World['put']>[0])
  await world.keepPhoto(OURS, PICTURE)
  return {
    photo: [PICTURE.hash, '0'.repeat(64)],
    device: [officer.device, NEVER],
    invitation: [invitation, NEVER],
    person: [officer.person, NEVER],
    import: ['import-1', NEVER],
    page: ['page-1', NEVER],
    survey: ['survey-1', NEVER],
  }
}

/** Whoever has none is nobody's colleague, whoever asks. */
async function hasAccount({ started }: World, { tenant, person }: Caller): Promise<void> {
  const { db, now } = started.office
  const account = {
    id: person,
    tenant,
    name: '甲',
    passphrase: 'what no passphrase fits',
    made_at: now().toISOString(),
  }
  await db.insertInto('persons').values(account).execute()
}

async function asksFor(
  world: World,
  route: Route,
  caller: Caller | undefined,
  name: string,
): Promise<string> {
  const [method, path] = route.split(' ') as [string, string]
  const at = path.replace(/:(hash|page|survey)/, name).replace(':n', '1')
  const json = BODIES[route]?.(name)
  const form = path.startsWith('/gongshi')
  const body =
    json && (form ? new URLSearchParams(json as Record<string, string>).toString() : JSON.stringify(json))
  const { status, text } = await world.request(at, {
    method,
    headers: {
      'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
      ...(caller && { Cookie: caller.cookie }),
    },
    ...(body !== undefined && { body }),
  })
  return `${status} ${text}`
}

const BODIES: Readonly<Partial<Record<Route, (name: string) => object>>> = {
  'POST /api/photos/arrived': (name) => ({ hashes: [name] }),
  'POST /api/compounds/colleague': (name) => ({ person: name }),
  'POST /api/devices/revoke': (name) => ({ device: name }),
  'POST /api/devices/seen': (name) => ({ device: name, copiedAt: '2026-03-01T00:00:00.000Z' }),
  'POST /api/devices/name': (name) => ({ device: name, name: '大厅那台' }),
  'POST /api/invitations/answer': (name) => ({ id: name, number: '000000', yes: true }),
  'POST /api/invitations/withdraw': (name) => ({ id: name }),
  'POST /api/appointments/end': (name) => ({
    person: name,
    role: 'officer',
    place: door(1),
    to: '2026-03-05',
  }),
  'POST /api/appointments/hand-over': (name) => ({
    person: name,
    to: 'who-officer-otherCompound-own-whole',
    role: 'officer',
    place: door(1),
    from: '2026-03-05',
  }),
  'POST /api/roster/undo': (name) => ({ import: name }),
  'POST /gongshi/survey/:survey': () => ({ once: '0b0b0b0b-0000-4000-8000-000000000000', overall: 'very' }),
}
