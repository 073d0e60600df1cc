import type { DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { SERVER } from '#domain/ids.ts'
import { dayOf } from '#domain/workingDays.ts'
import { memoryLog } from '#server/log/memory.ts'
import type { Answered } from '#sync/reply.ts'
import { run } from './builds.ts'
import { Canaries, isBytes } from './canary.ts'
import { devicesFor, placeOf, setUp, TENANTS } from './cast.ts'
import { check } from './check.ts'
import { SimDevice } from './device.ts'
import { memoryDrive, type NewDrive } from './drive.ts'
import { HAPPENINGS } from './happenings.ts'
import type { Event, Finding, History, Look, Owed } from './history.ts'
import { Net } from './net.ts'
import { type Chance, chance } from './random.ts'
import { SimServer, type KeptLog } from './server.ts'
import { ACTS, CALM, type Faults, type Step, stepsOf, swarm } from './swarm.ts'
import { vault } from './seals.ts'

/** What a life runs on; without them the memory siblings of the ports. */
export interface Engines {
  readonly newDrive: NewDrive
  readonly kept: KeptLog
  /** Resolves when everything that was begun has come to rest. */
  settle(): Promise<void>
}

export interface LiveOptions {
  /** Faults that do not happen, whatever the seed says. */
  readonly off?: ReadonlySet<string>
  /** Steps that are left out, and after which the quiet phase begins. */
  readonly without?: ReadonlySet<number>
  readonly until?: number
  readonly engines?: Engines
  /** Hears of every step. */
  readonly trace?: (line: string) => void
  /** Gets the whole history, after the checkers have seen it. */
  readonly keep?: (history: History) => void
}

export interface Life {
  readonly seed: number
  readonly findings: readonly Finding[]
  readonly acts: number
  readonly saved: number
  readonly replies: number
  /** How often what happened. */
  readonly faults: Readonly<Record<string, number>>
  /** The steps that were taken, with what came of them. */
  readonly steps: number
  /** The same life, the same text. */
  readonly trace: string
}

const START = Date.parse('2026-03-04T00:00:00.000Z')
const STEP = 20_000

/** Everything of one life that its happenings may touch. */
export class World {
  readonly seed: number
  readonly faults: Faults
  readonly canaries = new Canaries()
  readonly events: Event[] = []
  readonly known = new Map<TenantId, RecordId[]>(TENANTS.map((tenant) => [tenant, []]))
  readonly devices: SimDevice[] = []
  readonly server: SimServer
  readonly net: Net
  readonly happened = new Map<string, number>()
  readonly images: { readonly of: SimDevice; readonly image: Awaited<ReturnType<SimDevice['image']>> }[] = []
  readonly engines: Engines
  /** Devices whose page runs a later build. */
  readonly later = new Set<string>()
  readonly people = new Map<string, readonly PersonId[]>()
  acts = 0
  build: 'thisOne' | 'later' = 'thisOne'
  clock = START
  step = 0
  #ids = 0
  readonly #vault = vault()

  constructor(seed: number, faults: Faults, page: number, engines: Engines) {
    this.seed = seed
    this.faults = faults
    this.engines = engines
    const clock = () => new Date((this.clock += 1)).toISOString()
    this.server = new SimServer({
      kept: engines.kept,
      tenants: TENANTS,
      seals: this.#vault.server,
      page,
      clock,
      newId: () => this.newId(),
      record: (event) => this.record(event),
    })
    this.net = new Net({
      serve: (device, body) => this.#serve(device as DeviceId, body),
      now: () => this.clock,
      note: (fault) => this.note(fault),
    })
  }

  /** Ids follow from the step they were made in, so that a step left out changes no other. */
  newId(): string {
    this.#ids += 1
    return `${this.step}.${this.#ids}`
  }

  begin(step: number): void {
    this.step = step
    this.#ids = 0
    this.clock += STEP
  }

  note(fault: string): void {
    this.happened.set(fault, (this.happened.get(fault) ?? 0) + 1)
  }

  record(event: Event): void {
    this.events.push(event)
  }

  get day(): string {
    return dayOf(new Date(this.clock).toISOString())
  }

  /** Whoever was answered under this one has seen everything there is. */
  version(): string {
    return `${this.server.version} ${this.day}`
  }

  async #serve(device: DeviceId, body: string): Promise<Answered & { seen: string }> {
    const answered = await this.server.serve(device, body)
    return { ...answered, seen: this.version() }
  }

  newDevice(tenant: TenantId, kind: SimDevice['kind']): SimDevice {
    const device = new SimDevice(
      {
        vault: this.#vault,
        newDrive: this.engines.newDrive,
        newId: () => this.newId(),
        now: (off) => new Date(this.clock + off).toISOString(),
        post: (disk, id, body) => this.net.post(disk, id, body),
        cut: (disk) => this.net.cut(disk),
        record: (event) => this.record(event),
        note: (fault) => this.note(fault),
      },
      `disk ${this.devices.length + 1}`,
      { tenant, compound: placeOf(tenant, 'compound') },
      kind,
    )
    this.devices.push(device)
    return device
  }

  /** Somebody enters on a browser as this device, which the server then knows. */
  async enter(device: SimDevice, person: PersonId, id: DeviceId): Promise<void> {
    const known = this.server.enrolled.get(id)
    const people = [...new Set([...(known?.people ?? []), person])]
    this.server.enrol(id, { tenant: device.at.tenant, kind: device.kind, people, revoked: false })
    await device.enter(person, id, await this.server.epoch())
  }

  /** What nobody holds any more after nature took something back is nobody's to bring. */
  async nature(why: string, take: () => Promise<void> | void): Promise<void> {
    const before = this.#owed()
    await take()
    const after = this.#owed()
    const changes = [...before].filter((id) => !after.has(id)) as never[]
    this.note(why)
    if (changes.length > 0) this.record({ is: 'excused', why, changes })
  }

  #owed(): Set<string> {
    const owed = new Set<string>(this.server.owed)
    for (const device of this.devices) for (const id of device.owed.order) owed.add(id)
    return owed
  }

  async look(device: SimDevice): Promise<Look> {
    const { day } = this
    const reader = this.server.reader(device.id)
    const later = this.build === 'later'
    const all = [...this.canaries.all.keys()].filter(isBytes)
    // A few of them, other ones at each look: each costs a look through all records.
    const from = this.step + this.devices.indexOf(device)
    const asked = new Set(all.length === 0 ? [] : [3, 5, 7, 11].map((by) => all[(from * by) % all.length]!))
    return device.look({ reader, day, later, handed: await this.server.hands(device.id, [...asked]) })
  }
}

/** One random life of two compounds, then a quiet phase, then the checkers. The same seed, the same life. */
export async function live(seed: number, options: LiveOptions = {}): Promise<Life> {
  const dice = chance(seed)
  const faults = swarm(dice, options.off)
  const page = dice.pick([5, 20, 100, 1000])
  const planned = devicesFor(dice)
  const steps = stepsOf(dice)
  const world = new World(seed, faults, page, options.engines ?? inMemory())
  run('thisOne')
  try {
    await world.server.open()
    for (const tenant of TENANTS) await world.server.act(tenant, SERVER, setUp(tenant))
    for (const { tenant, kind, people } of planned) {
      const device = world.newDevice(tenant, kind)
      world.people.set(device.name, people)
      const [first] = people
      if (first) await world.enter(device, first, `device of ${device.name}` as DeviceId)
    }
    await world.engines.settle()
    for (const step of steps) {
      if (options.until !== undefined && step.at > options.until) break
      if (options.without?.has(step.at)) continue
      await take(world, step, options.trace)
    }
    const restless = await quiet(world, dice)
    const history = await historyOf(world, restless)
    options.keep?.(history)
    return lifeOf(world, steps, history, check(history))
  } finally {
    run('thisOne')
  }
}

async function take(world: World, step: Step, trace?: (line: string) => void): Promise<void> {
  world.begin(step.at)
  const own = chance(step.seed)
  const before = world.events.length
  const counted = trace && new Map(world.happened)
  const said = await HAPPENINGS[step.is](world, step, own)
  if (said !== undefined && ACTS.includes(step.is)) world.acts += 1
  await world.engines.settle()
  for (const device of world.devices) {
    if (device.blocked && own.once(12)) device.fate.blocked = false
    if (device.alive || !own.once(6)) continue
    await device.start()
    await world.engines.settle()
  }
  if (!trace) return
  const faults = [...world.happened].filter(([what, times]) => counted?.get(what) !== times)
  const events = world.events.slice(before).map((event) => brief(event))
  trace([`${step.at} ${step.is}`, said ?? '', ...faults.map(([what]) => `!${what}`), ...events].join(' · '))
}

/** Faults off: every queue must drain and every device must come to rest within so many rounds. */
const ROUNDS = 12

async function quiet(world: World, dice: Chance): Promise<Map<string, string>> {
  const { devices, net, server } = world
  world.begin(world.step + 1)
  server.stand()
  net.hurry()
  const rest = async () => {
    for (let turn = 0; turn < 3000; turn += 1) {
      if (!net.busy && devices.every((device) => device.rounds === 0)) return
      await net.step(dice, CALM)
      await world.engines.settle()
    }
  }
  for (const device of devices) {
    if (device.alive) device.fate.calm()
    await world.engines.settle()
    if (!device.alive || device.tabs.length === 0) await device.start()
    while (device.tabs.length > 1) device.closeTab()
    await world.engines.settle()
  }
  await rest()
  let unchanged = 0
  for (let turn = 0; turn < ROUNDS && unchanged < 2; turn += 1) {
    const version = world.version()
    for (const device of devices) {
      world.begin(world.step + 1)
      const [tab] = device.tabs
      if (tab) device.beginRound(tab)
      await world.engines.settle()
      await rest()
    }
    const still = version === world.version() && devices.every((device) => device.lastEnd === 'done')
    unchanged = still ? unchanged + 1 : 0
  }
  const restless = new Map<string, string>()
  for (const device of devices) {
    if (device.lastEnd !== 'done' || device.rounds > 0 || unchanged < 2)
      restless.set(device.name, device.rounds > 0 ? 'a round does not end' : device.lastEnd)
  }
  return restless
}

async function historyOf(world: World, restless: Map<string, string>): Promise<History> {
  const servers: [TenantId, Awaited<ReturnType<SimServer['state']>>][] = []
  for (const tenant of TENANTS) servers.push([tenant, await world.server.state(tenant)])
  const looks: Look[] = []
  for (const device of world.devices) looks.push(await world.look(device))
  return {
    seed: world.seed,
    compounds: new Map(TENANTS.map((tenant) => [tenant, placeOf(tenant, 'compound')])),
    canaries: world.canaries.all,
    written: new Map(world.devices.map((device) => [device.name, device.written])),
    events: world.events,
    end: {
      servers: new Map(servers),
      looks,
      owed: new Map<string, Owed>(world.devices.map((device) => [device.name, device.owed])),
      restless,
    },
  }
}

function lifeOf(world: World, steps: readonly Step[], history: History, findings: readonly Finding[]): Life {
  const count = (is: Event['is']) => world.events.filter((event) => event.is === is).length
  const rows = [...history.end.servers.values()].flatMap((state) => state.rows)
  return {
    seed: world.seed,
    findings,
    acts: world.acts,
    saved: count('saved'),
    replies: count('reply'),
    faults: Object.fromEntries([...world.happened].sort(([a], [b]) => (a < b ? -1 : 1))),
    steps: steps.length,
    trace: rows.map((row) => `${row.seq} ${row.change} ${row.outcome.is}`).join('\n'),
  }
}

function brief(event: Event): string {
  switch (event.is) {
    case 'saved':
      return `${event.disk} saved ${event.change.name} ${event.change.id} of ${event.change.record}`
    case 'wrote':
      return `wrote ${event.rows.map((row) => `${row.seq} ${row.name} ${row.change} ${row.outcome.is}`).join(', ')}`
    case 'reply':
      return `reply to ${event.device}: ${event.outcomes.length} outcomes, ${event.shows.length} records`
    case 'told':
      return `${event.disk} told ${event.told.map(({ id, outcome }) => `${id} ${outcome.is}`).join(', ')}`
    case 'excused':
      return `excused by ${event.why}: ${event.changes.join(', ')}`
    case 'looked':
      return `looked at ${event.look.disk}`
    default:
      return event.is
  }
}

function inMemory(): Engines {
  const log = memoryLog()
  return {
    newDrive: memoryDrive,
    kept: {
      log,
      snapshot: async () => log.snapshot(),
      restore: async (snapshot) => log.restore(snapshot as ReturnType<typeof log.snapshot>),
    },
    // Everything in this world is a promise already kept or not: one turn of the event loop lets all of them run.
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  }
}
