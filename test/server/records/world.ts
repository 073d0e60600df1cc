import type { Change } from '#domain/change.ts'
import type { ActId, ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import { SERVER } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import { compoundPlace } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Appointment, DeviceKind } from '#domain/rights.ts'
import type { Log } from '#server/log/log.ts'
import { memoryLog } from '#server/log/memory.ts'
import { actOnServer, type Intent } from '#server/records/act.ts'
import { exchange, type ExchangeRefusal } from '#server/records/exchange.ts'
import type { House } from '#server/records/house.ts'
import { memorySeals } from '#server/sealing.ts'
import type { SyncReply } from '#wire/messages.ts'

export const TENANT = 'compound-a' as TenantId
export const COMPOUND = compoundPlace(TENANT)
export const EAST_GATE = 'east-gate' as RecordId
export const WEST_GATE = 'west-gate' as RecordId
export const BUILDING = 'building-1' as RecordId
export const DOOR = 'door-1203' as RecordId
export const BUILDING_2 = 'building-2' as RecordId
/** Officer of the whole compound. */
export const CHEN = 'chen' as PersonId
/** Supervisor at the bins of the whole compound. */
export const WANG = 'wang' as PersonId
/** Supervisor at the east gate only. */
export const LI = 'li' as PersonId
/** Volunteer of building 1. */
export const ZHAO = 'zhao' as PersonId

export interface World {
  readonly house: House
  readonly log: Log
  /** Moves the server's clock; it stands still otherwise. */
  setClock(iso: string): void
  server(intents: readonly Intent[], actor?: PersonId): Promise<void>
  device(name: string, people: readonly PersonId[], kind?: DeviceKind): Device
}

const seals = await memorySeals()

export async function aWorld(log: Log = memoryLog('epoch-1' as Epoch)): Promise<World> {
  let ids = 0
  let lives = 1
  let clock = '2026-03-04T01:00:00.000Z'
  const house: House = {
    log,
    seals,
    clock: () => clock,
    newId: () => `server-${(ids += 1)}`,
    startEpoch: () => `epoch-${(lives += 1)}` as Epoch,
  }
  const world: World = {
    house,
    log,
    setClock: (iso) => (clock = iso),
    async server(intents, actor = SERVER) {
      const done = await actOnServer(house, TENANT, actor, intents)
      if (!done.ok) throw new Error(done.refused)
    },
    device: (name, people, kind = 'own') => new Device(house, name as DeviceId, people, kind),
  }
  await world.server([
    enter(COMPOUND, 'compound'),
    enter(EAST_GATE, 'binPoint', COMPOUND),
    enter(WEST_GATE, 'binPoint', COMPOUND),
    enter(BUILDING, 'building', COMPOUND),
    enter(BUILDING_2, 'building', COMPOUND),
    enter(DOOR, 'dwelling', BUILDING),
    join(CHEN, { role: 'officer', place: COMPOUND, from: '2026-01-01' }),
    join(WANG, { role: 'supervisor', place: COMPOUND, from: '2026-01-01' }),
    join(LI, { role: 'supervisor', place: EAST_GATE, from: '2026-01-01' }),
    join(ZHAO, { role: 'gridWorker', place: BUILDING, from: '2026-01-01' }),
  ])
  return world
}

export function enter(record: RecordId, what: string, parent?: RecordId): Intent {
  return {
    record,
    name: 'place.enter',
    v: 1,
    args: { what, key: record.slice(0, 60), label: record.slice(0, 60), order: 1, ...(parent && { parent }) },
  }
}

export function join(person: PersonId, ...appointments: readonly Appointment[]): Intent {
  return {
    record: memberId(person),
    name: 'member.join',
    v: 1,
    args: { place: COMPOUND, name: person, appointments },
  }
}

let changes = 0

export function change(name: string, record: string, args: unknown, rest: Partial<Change> = {}): Change {
  changes += 1
  return {
    id: `change-${changes}` as ChangeId,
    record: record as RecordId,
    name,
    v: 1,
    actor: WANG,
    at: '2026-03-04T07:00:00.000Z',
    args,
    ...rest,
  }
}

export function openShift(shift: string, rest: Partial<Change> = {}, place: RecordId = EAST_GATE): Change {
  return change('shift.open', shift, { place, day: '2026-03-04', window: 'morning' }, rest)
}

export function tap(shift: string, rest: Partial<Change> = {}): Change {
  return change('shift.tally', shift, { counter: 'right' }, rest)
}

export function inAct(act: string, ...all: readonly Change[]): readonly Change[] {
  return all.map((one) => ({ ...one, act: act as ActId }))
}

/** Arguments of a remark said at a door. */
export function remark(place: string) {
  return {
    place,
    text: '三楼的灯不亮',
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    affected: 1,
    heardAt: '2026-03-04T07:00:00.000Z',
    photos: [],
    name: 'none',
  }
}

/** A change that a device may send: open, or whatever a test wants it to look like. */
export type Sent = Change | { readonly raw: unknown }

/** A device as the wire sees it: it numbers, sends, and keeps where it stands. */
export class Device {
  stream: StreamId
  epoch = 'epoch-1' as Epoch
  acked = 0
  cursor = ''
  scope = ''
  readonly bases = new Map<RecordId, Recorded>()
  readonly firsts = new Map<string, string>()
  readonly #house: House
  readonly #name: DeviceId
  readonly #people: readonly PersonId[]
  readonly #kind: DeviceKind
  #streams = 1
  #requests = 0

  constructor(house: House, name: DeviceId, people: readonly PersonId[], kind: DeviceKind) {
    this.#house = house
    this.#name = name
    this.#people = people
    this.#kind = kind
    this.stream = `${name}-1` as StreamId
  }

  openStream(): void {
    this.stream = `${this.#name}-${(this.#streams += 1)}` as StreamId
    this.acked = 0
  }

  request(sent: readonly Sent[], more: Record<string, unknown> = {}): Record<string, unknown> {
    return {
      protocol: 1,
      request: `request-${(this.#requests += 1)}`,
      tenant: TENANT,
      device: this.#name,
      stream: this.stream,
      epoch: this.epoch,
      acked: this.acked,
      cursor: this.cursor,
      changes: sent.map((one, index) =>
        'raw' in one ? one.raw : this.envelope(one, this.acked + index + 1),
      ),
      unsent: 0,
      limit: 100,
      ...more,
    }
  }

  envelope({ at, args, ...rest }: Change, n: number): Record<string, unknown> {
    const first = this.firsts.get(rest.id)
    return { n, ...rest, body: { open: { at, args } }, ...(first !== undefined && { first }) }
  }

  /** One request, and nothing of the reply applied. */
  async ask(request: unknown): Promise<SyncReply> {
    const reply = await this.tell(request)
    if ('refused' in reply) throw new Error(reply.refused)
    return reply
  }

  async tell(request: unknown): Promise<SyncReply | ExchangeRefusal> {
    const caller = { tenant: TENANT, device: this.#name, kind: this.#kind, people: this.#people }
    const reply = await exchange(this.#house, caller, request)
    // What is on the wire is JSON.
    return JSON.parse(JSON.stringify(reply)) as SyncReply | ExchangeRefusal
  }

  /** Sends and takes the reply, as a device does that hears it. */
  async send(...sent: readonly Sent[]): Promise<SyncReply> {
    const reply = await this.ask(this.request(sent))
    this.take(reply)
    return reply
  }

  take(reply: SyncReply): void {
    if (reply.turn) return
    this.acked = reply.acked
    for (const { id, first } of reply.outcomes) this.firsts.set(id, first)
    if (reply.scope !== this.scope) this.bases.clear()
    this.scope = reply.scope
    for (const id of reply.forget) this.bases.delete(id)
    for (const state of reply.own) {
      if ('record' in state) this.bases.set(state.record.id, state.record)
      else this.bases.delete(state.forget)
    }
    for (const record of reply.records) this.bases.set(record.id, record)
    this.cursor = reply.to
  }

  /** Asks until there is no more; pages of this length. */
  async walk(limit = 100): Promise<readonly SyncReply[]> {
    const replies: SyncReply[] = []
    for (let round = 0; round < 1000; round += 1) {
      const reply = await this.ask(this.request([], { limit }))
      this.take(reply)
      replies.push(reply)
      if (!reply.more) return replies
    }
    throw new Error('a walk without an end')
  }
}
