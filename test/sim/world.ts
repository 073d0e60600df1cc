import { type PersonId, type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import type { Role } from '#domain/rights.ts'
import { someAct } from './acts.ts'
import { type Bug, NO_BUG } from './bugs.ts'
import { check, type Finding } from './check.ts'
import { SimDevice } from './device.ts'
import { Net } from './net.ts'
import { chance } from './random.ts'
import { SimServer } from './server.ts'

const TENANT = 'sim' as TenantId
const COMPOUND = compoundPlace(TENANT)
const POINTS = ['east', 'west'].map((key) => placeId(TENANT, key))

interface Somebody {
  readonly name: string
  readonly role: Role
  readonly places: readonly RecordId[]
}

const CAST: readonly Somebody[] = [
  { name: 'officer', role: 'officer', places: [COMPOUND] },
  { name: 'tablet', role: 'supervisor', places: POINTS.slice(0, 1) },
  { name: 'phone', role: 'supervisor', places: POINTS.slice(1) },
]

/** Which faults a seed has: a random half of them, so that rare pairs meet too. */
const FAULTS = ['drop', 'double', 'late', 'portal', 'kill', 'fall', 'restore', 'revoke', 'tabs'] as const

export interface Life {
  readonly seed: number
  readonly findings: readonly Finding[]
  readonly saved: number
  readonly replies: number
  readonly faults: Readonly<Record<string, number>>
}

/** One random life of three devices and a server, then a quiet phase, then the checks. The same seed, the same life. */
export async function live(seed: number, steps = 300, bug: Bug = NO_BUG): Promise<Life> {
  const dice = chance(seed)
  const on = Object.fromEntries(FAULTS.map((fault) => [fault, dice.once(2)])) as Record<
    (typeof FAULTS)[number],
    boolean
  >
  const happened: Record<string, number> = {}
  const note = (what: string) => void (happened[what] = (happened[what] ?? 0) + 1)

  let ids = 0
  let clock = Date.parse('2026-03-04T00:00:00.000Z')
  const newId = () => `${seed}-${(ids += 1)}`
  const now = () => new Date((clock += 1000)).toISOString()

  const server = new SimServer(TENANT, now, newId, bug.log)
  await server.open()
  const net = new Net((from, body) => bug.serve(server, from, body))
  const known: RecordId[] = []
  await setUp(server)

  const devices = CAST.map(
    ({ name }) =>
      new SimDevice({
        name,
        person: name as PersonId,
        kind: 'own',
        tenant: TENANT,
        epoch: 'epoch-0001' as never,
        newId,
        now,
        post: (from, body) => bug.post(net.post(from, body), body),
        wrapDisk: bug.disk,
      }),
  )
  for (const device of devices) {
    server.enrolled.set(device.parts.name, { person: device.parts.person, kind: 'own' })
    await device.enrol()
  }

  // Who may read which point, as the world means it; the product must agree without being asked.
  const allowed = new Map<string, ReadonlySet<RecordId>>(
    CAST.map(({ name, places }) => [name, new Set(name === 'officer' ? POINTS : places)]),
  )
  const leaks: Finding[] = []
  let replies = 0
  server.watch = (name, reply) => {
    replies += 1
    const shown = [
      ...reply.records,
      ...reply.own.flatMap((state) => ('record' in state ? [state.record] : [])),
    ]
    for (const record of shown) {
      if (record.kind !== 'shift' && record.kind !== 'incident') continue
      if (record.author === name || allowed.get(name)?.has(record.place)) continue
      leaks.push({ is: 'leak', what: `${record.kind} ${record.id} at ${record.place} to ${name}` })
    }
  }

  for (let step = 0; step < steps; step += 1) {
    const device = dice.pick(devices)
    const draw = dice.below(1000)
    if (draw < 380) {
      if (device.alive) {
        const ground = {
          chance: dice,
          me: device.parts.person,
          officer: device.id === 'officer',
          points: POINTS,
          known,
          newId,
        }
        await device.act(someAct(device.book, ground))
      }
    } else if (draw < 560) {
      if (device.rounds === 0 || on.tabs) device.beginRound()
    } else if (draw < 920) await net.step(dice, on)
    else if (draw < 945 && on.kill && device.alive) {
      note('kill')
      if (dice.once(2)) device.kill()
      else device.killSoon(1 + dice.below(25))
      if (!device.alive) net.cut(device.parts.name)
    } else if (draw < 955 && on.fall) {
      note('fall')
      server.fallSoon(1 + dice.below(40))
    } else if (draw < 970) server.backUp()
    else if (draw < 978 && on.restore) {
      server.stand()
      if (await server.restore(dice.below(4))) note('restore')
    } else if (draw < 990 && on.revoke) {
      note('revoke')
      server.stand()
      await move(server, dice.pick(CAST.slice(1)).name, dice.below(4), allowed)
    }
    await settle()
    for (const one of devices) {
      if (one.alive || !dice.once(6)) continue
      net.cut(one.parts.name)
      await one.start()
    }
    await settle()
  }

  const stuck = await quiet(devices, net, server, dice)
  const findings = [...leaks, ...stuck, ...(await check(server, devices, allowed))]
  return {
    seed,
    findings,
    saved: devices.reduce((sum, one) => sum + one.saved.size, 0),
    replies,
    faults: happened,
  }
}

async function setUp(server: SimServer): Promise<void> {
  const place = (id: RecordId, what: string, key: string, parent?: RecordId) => ({
    record: id,
    name: 'place.enter',
    v: 1,
    args: { what, key, label: key, order: 1, ...(parent && { parent }) },
  })
  await server.act(SERVER, [
    place(COMPOUND, 'compound', 'compound'),
    ...POINTS.map((id, index) => place(id, 'binPoint', `point-${index}`, COMPOUND)),
    ...CAST.map(({ name, role, places }) => ({
      record: name as RecordId,
      name: 'member.join',
      v: 1,
      args: {
        place: COMPOUND,
        name,
        appointments: places.map((at) => ({ role, place: at, from: '2020-01-01' })),
      },
    })),
  ])
}

/** Gives a supervisor the points of a two-bit number: none, one, the other, both. */
async function move(
  server: SimServer,
  name: string,
  bits: number,
  allowed: Map<string, ReadonlySet<RecordId>>,
): Promise<void> {
  const places = POINTS.filter((_, index) => (bits >> index) & 1)
  const appointments = places.map((place) => ({ role: 'supervisor', place, from: '2020-01-01' }))
  const record = name as RecordId
  await server.move(name, [
    { record, name: 'member.end', v: 1, args: {} },
    { record, name: 'member.join', v: 1, args: { place: COMPOUND, name, appointments } },
  ])
  allowed.set(name, new Set(places))
}

/** Faults off: every queue must drain and every device must come to rest within a few rounds. */
async function quiet(
  devices: readonly SimDevice[],
  net: Net,
  server: SimServer,
  dice: ReturnType<typeof chance>,
): Promise<Finding[]> {
  const calm = { drop: false, double: false, late: false, portal: false }
  const rest = async () => {
    for (let turn = 0; turn < 400 && (net.busy || devices.some((device) => device.rounds > 0)); turn += 1) {
      await net.step(dice, calm)
      await settle()
    }
  }
  server.stand()
  for (const device of devices) {
    if (!device.alive) net.cut(device.parts.name)
    device.killSoon(Infinity)
    if (!device.alive) await device.start()
  }
  await rest()
  for (let turn = 0; turn < 6; turn += 1) {
    for (const device of devices) {
      device.beginRound()
      await settle()
      await rest()
    }
  }
  return devices
    .filter((device) => device.lastEnd !== 'done' || device.rounds > 0)
    .map((device) => ({ is: 'stuck', what: `${device.parts.name}: ${device.lastEnd}` }))
}

/** Everything in this world is a promise already kept or not: one turn of the event loop lets all of them run. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
