import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KINDS } from '#domain/catalogue.ts'
import {
  type DeviceId,
  type Epoch,
  type PersonId,
  type RecordId,
  SERVER,
  type TenantId,
} from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import { compoundPlace } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'
import { putKey } from '#server/people/deviceKeys.ts'
import { revokeDevice } from '#server/people/devices.ts'
import { enter } from '#server/people/office.ts'
import { withTicket } from '#server/people/ticket.ts'
import { type Started, start } from '#server/start.ts'
import type { Engine } from '#test/fuzz/engine.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { Situation } from './roles.ts'

/** Wednesday noon; the samples are of this morning. */
const NOW = '2026-03-04T04:00:00.000Z'
const YESTERDAY = '2026-03-03'
const BEGAN = '2026-01-01'

export const OURS = 'our-compound' as TenantId
export const THEIRS = 'their-compound' as TenantId
/** What lies at a door is nobody’s whose place is another house. As in life no door has thousands of records. */
const DOORS = 200
export const door = (nth: number) => `door-${nth % DOORS}` as RecordId
export const HOUSE = 'building-1' as RecordId
const OTHER_HOUSE = 'building-2' as RecordId
const THEIR_HOUSE = 'their-building' as RecordId

/** A person on a device: what a request is sent by. */
export interface Caller {
  readonly tenant: TenantId
  readonly person: PersonId
  readonly device: DeviceId
  readonly cookie: string
}

export interface World {
  readonly started: Started
  /** What a developer would have to look at. */
  readonly failures: readonly { readonly route: string; readonly error: unknown }[]
  /** `whole`: their appointment is for the compound, else for one house of it. */
  caller(role: Role, situation: Situation, kind: DeviceKind, whole?: 'whole'): Promise<Caller>
  /** Another session of the same device. */
  again(caller: Caller, kind: DeviceKind): Promise<Caller>
  put(records: readonly Recorded[]): Promise<void>
  /** A photo that has arrived whole. */
  keepPhoto(tenant: TenantId, photo: { readonly hash: string; readonly bytes: Uint8Array }): Promise<void>
  /** As they are in our log. */
  there(ids: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Recorded | undefined>>
  readonly epoch: Epoch
  /** Any request at all; of news that never end, what has been said so far. */
  request(path: string, init: RequestInit): Promise<{ readonly status: number; readonly text: string }>
  send(route: string, caller: Caller | undefined, body: unknown): Promise<Response>
  sync(caller: Caller, more: object): Promise<SyncReply>
  stop(): Promise<void>
}

/** A whole server over a real database with two compounds; people come in as they are asked for. */
export async function aWorld(engine: Engine): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'linbian-rights-'))
  const opened = await engine.open(folder, () => `${NOW} first` as Epoch)
  const failures: { route: string; error: unknown }[] = []
  let ids = 0
  const made = await start(opened.store, {
    dataDir: folder,
    origin: undefined,
    https: false,
    client: undefined,
    version: 'test',
    restore: false,
    demo: false,
    now: () => new Date(NOW),
    newId: () => `server-${(ids += 1)}`,
    // Everybody comes from an address of their own: nobody is slowed down for what others guess.
    addressOf: () => `192.0.${Math.floor((ids += 1) / 250) % 250}.${ids % 250}`,
    failed: (what) => void failures.push(what),
  })
  if (!made.ok) throw new Error(made.refused)
  const started = made.value
  const { office, app } = started
  const epoch = await office.log.epoch()
  await settle(started, OURS, [HOUSE, OTHER_HOUSE])
  const doors = Array.from({ length: DOORS }, (_, nth) => placed(door(nth), 'dwelling', HOUSE))
  await act(started, OURS, doors)
  await settle(started, THEIRS, [THEIR_HOUSE])
  // Of one community: what is kept apart is kept apart also where an account is good for both.
  await office.db.insertInto('communities').values({ id: 'community', name: '锦江', made_at: NOW }).execute()
  await office.db.updateTable('compounds').set({ community: 'community' }).execute()

  const callers = new Map<string, Promise<Caller>>()
  const cookieOf = async (caller: Omit<Caller, 'cookie'>, token: string, kind: DeviceKind) =>
    `linbian=${encodeURIComponent(await withTicket(office.seals, token, { ...caller, kind }))}`

  async function comes(role: Role, situation: Situation, kind: DeviceKind, whole?: 'whole'): Promise<Caller> {
    const tenant = situation === 'otherCompound' ? THEIRS : OURS
    const person = ['who', role, situation, kind, whole ?? ''].join('-') as PersonId
    const place = placeOf(situation, whole)
    const ended = situation === 'expired' && { to: YESTERDAY }
    await act(started, tenant, [
      {
        record: memberId(person),
        name: 'member.join',
        v: 1,
        args: {
          place: compoundPlace(tenant),
          name: '甲',
          appointments: [{ role, place, from: BEGAN, ...ended }],
        },
      },
    ])
    const { token, device } = await office.db
      .transaction()
      .execute((db) => enter(office, db, { tenant, person, kind }))
    if (situation === 'revoked') await revokeDevice(office.db, tenant, device, NOW)
    if (situation === 'copied') await putKey(office, { tenant, device }, 'a key that nobody here has')
    const caller = { tenant, person, device }
    return { ...caller, cookie: await cookieOf(caller, token, kind) }
  }

  const world: World = {
    started,
    failures,
    caller(role, situation, kind, whole) {
      const key = [role, situation, kind, whole].join(' ')
      const found = callers.get(key) ?? comes(role, situation, kind, whole)
      callers.set(key, found)
      return found
    },
    async again({ tenant, person, device }, kind) {
      const entering = { tenant, person, kind, device }
      const { token } = await office.db.transaction().execute((db) => enter(office, db, entering))
      return { tenant, person, device, cookie: await cookieOf({ tenant, person, device }, token, kind) }
    },
    put: (records) =>
      office.log.transact(OURS, async (tx) => {
        for (const record of records) {
          const scope = KINDS.get(record.kind)?.scopeOf(record)
          if (!scope) throw new Error(`no kind ${record.kind}`)
          await tx.put(record, scope, await tx.raise())
        }
      }),
    async keepPhoto(tenant, { hash, bytes }) {
      const at = join(folder, 'photos', tenant)
      await mkdir(at, { recursive: true })
      await writeFile(join(at, `${hash}.jpg`), bytes)
    },
    there: (wanted) =>
      office.log.transact(OURS, async (tx) => {
        const found = new Map<RecordId, Recorded | undefined>()
        for (const id of wanted) found.set(id, (await tx.record(id))?.record)
        return found
      }),
    epoch,
    async request(path, init) {
      const answer = await app.request(path, init)
      if (answer.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        await answer.body?.cancel()
        return { status: answer.status, text: '' }
      }
      return { status: answer.status, text: await answer.text() }
    },
    async send(route, caller, body) {
      const [method, path] = route.split(' ') as [string, string]
      return app.request(path, {
        method,
        headers: { 'Content-Type': 'application/json', ...(caller && { Cookie: caller.cookie }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
    },
    async sync(caller, more) {
      const { tenant, device } = caller
      const request = {
        protocol: 1,
        request: 'q',
        tenant,
        device,
        stream: device,
        epoch,
        acked: 0,
        cursor: '',
      }
      const said = { ...request, changes: [], unsent: 0, limit: 0, shapes: 9, ...more }
      const answer = await world.send('POST /api/sync', caller, said)
      if (!answer.ok) throw new Error(`sync: ${await answer.text()}`)
      return (await answer.json()) as SyncReply
    },
    async stop() {
      started.hangUp()
      await started.close()
      await opened.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
  return world
}

function placeOf(situation: Situation, whole: 'whole' | undefined): RecordId {
  if (situation === 'otherCompound') return whole ? compoundPlace(THEIRS) : THEIR_HOUSE
  if (situation === 'otherPlace') return OTHER_HOUSE
  return whole ? compoundPlace(OURS) : HOUSE
}

async function settle(started: Started, tenant: TenantId, houses: readonly RecordId[]): Promise<void> {
  const place = compoundPlace(tenant)
  const built = houses.map((one) => placed(one, 'building', place))
  await act(started, tenant, [placed(place, 'compound'), ...built])
  await started.office.db
    .insertInto('compounds')
    .values({ tenant, place, name: '梧桐苑', made_at: NOW })
    .execute()
}

function placed(record: RecordId, what: string, parent?: RecordId) {
  const args = { what, key: `k-${record}`.slice(0, 60), label: what, order: 1, ...(parent && { parent }) }
  return { record, name: 'place.enter', v: 1, args }
}

async function act(
  { office }: Started,
  tenant: TenantId,
  intents: Parameters<Started['office']['act']>[2],
): Promise<void> {
  const done = await office.act(tenant, SERVER, intents)
  if (!done.ok) throw new Error(done.refused)
}
