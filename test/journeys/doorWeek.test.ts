import { expect, test } from 'vitest'
import { amendVisit, recordVisit, undoVisit } from '#commands/visits.ts'
import type { RecordId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import type { Visit, VisitOutcome } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import { wholeProgress } from '#queries/progress.ts'
import { type VisitFigures, visitFigures } from '#queries/visitFigures.ts'
import type { LogRow } from '#server/log/log.ts'
import { chance as chanceOf } from '#test/sim/random.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { shuffled } from '#test/support/binStand.ts'
import {
  CHUNHE_DOORS,
  type DoorWeek,
  homesOf,
  type Knock,
  knocksOf,
  LANXI_DOORS,
  rosterOf,
} from '#test/support/doorWeek.ts'
import { Lateness } from '#test/support/lateness.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'

/** `SEED=…` lives the weeks again in the order that a failure printed. */
const SEED = process.env['SEED']
const MONDAY = '2026-03-02'
const SUNDAY = addDays(MONDAY, 6)
const [WEDNESDAY, THURSDAY] = [2, 3]
/** A phone on another continent's time, and one two days behind. */
const AHEAD = (9 * 60 + 12) * 60_000
const BEHIND = -2 * 86_400_000

/** What everybody has to read of the week. */
interface Told extends VisitFigures {
  /** Homes where somebody was reached, of those that somebody lives in. */
  readonly coverage: { readonly lit: number; readonly livedIn: number; readonly vacant: number }
}

const chunhe: Told = {
  knocked: 40,
  met: 17,
  by: { met: 17, noAnswer: 16, appointment: 3, phone: 3, refused: 1, vacant: 0, leftNote: 0 },
  coverage: { lit: 19, livedIn: 142, vacant: 9 },
}
const lanxi: Told = {
  knocked: 390,
  met: 152,
  by: { met: 152, noAnswer: 178, appointment: 22, phone: 24, refused: 9, vacant: 5, leftNote: 0 },
  coverage: { lit: 175, livedIn: 1104, vacant: 84 },
}

test.each(SEED ? [Number(SEED)] : [7, 19, 2026])(
  'W2 W3 of 40 knocks from two phones 17 were met, on every device and in the log, whatever came late or twice (SEED=%i)',
  (seed) => lived(CHUNHE_DOORS, chunhe, seed),
  120_000,
)

test.each(SEED ? [Number(SEED)] : [31])(
  'W2 W3 of 390 knocks from eighteen phones 152 were met, on every device and in the log, whatever came late or twice (SEED=%i)',
  (seed) => lived(LANXI_DOORS, lanxi, seed),
  300_000,
)

async function lived(week: DoorWeek, told: Told, seed: number): Promise<void> {
  const chance = chanceOf(seed)
  const { compound, phones, office } = await aCompound(week)
  const late = new Lateness(chance)
  const [offline, ahead] = shuffled(phones, chance) as [Volunteer, Volunteer]
  const behind = shuffled(phones, chance).find((one) => one !== ahead)!
  const clockOf = (one: Volunteer, day: number, minute: number) => {
    // Two days behind from Wednesday on: what a device claims stands in the week it claims.
    const wrong = one === ahead ? AHEAD : one === behind && day >= WEDNESDAY ? BEHIND : 0
    return new Date(instantOf(day, minute) + wrong).toISOString()
  }

  const knocks = knocksOf(week)
  for (const [day] of week.days.entries()) {
    for (const knock of knocks.filter((one) => one.day === day)) {
      const phone = phones[knock.phone]!
      phone.clock = clockOf(phone, day, knock.minute)
      await takesDown(phone, compound.place(knock.home), knock)
      if (chance.once(9)) await late.restarts(phone)
      if (!chance.once(4)) continue
      compound.clock = new Date(instantOf(day, knock.minute)).toISOString()
      if (phone !== offline || day < THURSDAY) await late.exchange(phone)
    }
    compound.clock = new Date(instantOf(day, 21 * 60 + 30)).toISOString()
    const talking = phones.filter((one) => one !== offline || day < THURSDAY)
    for (const one of shuffled([...talking, office], chance)) await late.exchange(one)
  }
  expect(offline.book.waiting().length).toBeGreaterThan(0)
  // Sunday 21:30: everybody has a signal, one after the other, until nothing moves.
  for (const one of shuffled([...phones, office], chance)) await late.exchange(one)
  await late.over()
  for (let round = 0; round < 2; round += 1)
    for (const one of shuffled([...phones, office], chance)) expect(await one.sync()).toBe('done')

  for (const one of [...phones, office]) one.clock = compound.clock
  expect(read(office)).toEqual(told)
  const rows = await rowsOf(compound)
  const homes = new Map(homesOf(week).map((one) => [compound.place(one.key), one]))
  expect(counted(rows, homes, () => true)).toEqual(told)
  for (const [index, phone] of phones.entries()) {
    // The second one helps the first, and may see their doors too.
    const areas = new Set([areaOf(week, index), ...(index === 1 ? [areaOf(week, 0)] : [])])
    const sees = (place: RecordId, author: string) =>
      author === phone.me || areas.has(homes.get(place)?.area ?? '')
    expect(phone.status.getState()).toMatchObject({ link: 'good', unsent: 0 })
    expect(read(phone)).toEqual(counted(rows, homes, sees))
    await phone.restart()
    expect(read(phone)).toEqual(counted(rows, homes, sees))
  }
  // Nothing was refused, nothing waits for a decision, and what was taken back is still known to have been.
  expect(office.view.all('held')).toEqual([])
  const slips = knocks.filter((one) => one.slip !== undefined)
  expect(office.view.all<Visit>('visit').filter((one) => one.voided)).toHaveLength(slips.length)
}

/** As a person does it: the wrong key first now and then, and a word about it afterwards. */
async function takesDown(phone: Volunteer, dwelling: RecordId, knock: Knock): Promise<void> {
  if (knock.slip) {
    const id = phone.newId() as RecordId
    await must(recordVisit(phone, { id, dwelling, outcome: knock.slip }))
    await must(undoVisit(phone, id))
  }
  const id = phone.newId() as RecordId
  await must(recordVisit(phone, { id, dwelling, outcome: knock.outcome }))
  if (knock.outcome === 'met')
    await must(amendVisit(phone, phone.view.get<Visit>(id)!, { note: '在家，都好', roster: 'unchanged' }))
}

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

async function aCompound(week: DoorWeek) {
  const compound = await twoDevices({ rows: rosterOf(homesOf(week)).map((row) => [...row]) })
  const phones: Volunteer[] = []
  for (let index = 0; index < week.phones; index += 1)
    phones.push(
      await compound.joins({ name: `走访${index + 1}`, place: compound.place(areaOf(week, index)) }),
    )
  const { office } = compound
  const helping = { role: 'gridWorker', place: compound.place(areaOf(week, 0)), from: MONDAY }
  const record = memberId(phones[1]!.me)
  await must(office.commit([{ record, name: 'member.appoint', v: 1, args: { appointment: helping } }]))
  await office.sync()
  await phones[1]!.sync()
  return { compound, phones, office }
}

function areaOf(week: DoorWeek, phone: number): string {
  return week.buildings > 1 ? `${phone + 1}` : `1-${phone + 1}`
}

function instantOf(day: number, minute: number): number {
  return Date.parse(`${addDays(MONDAY, day)}T00:00:00+08:00`) + minute * 60_000
}

function read(one: Volunteer): Told {
  const reader = one.reader()
  const { lit, livedIn, vacant } = wholeProgress(reader, SUNDAY)
  return { ...visitFigures(reader, MONDAY, SUNDAY), coverage: { lit, livedIn, vacant } }
}

function rowsOf({ server, office }: Compound): Promise<readonly LogRow[]> {
  return server.started.office.log.transact(office.tenant, async (tx) => tx.rows(0, await tx.head()))
}

/**
 * The same once more, out of what the server wrote down as it came in: which knocks were taken, which of them were taken back,
 * and which doors the script has built. Nothing of the product counts here.
 */
function counted(
  rows: readonly LogRow[],
  homes: ReadonlyMap<RecordId, { readonly use: string; readonly area: string }>,
  sees: (place: RecordId, author: string) => boolean,
): Told {
  const back = new Set(rows.filter((one) => one.name === 'visit.withdraw').map((one) => one.record))
  const by: Record<VisitOutcome, number> = {
    met: 0,
    noAnswer: 0,
    refused: 0,
    vacant: 0,
    phone: 0,
    appointment: 0,
    leftNote: 0,
  }
  const reached = new Set<RecordId>()
  let knocked = 0
  for (const { name, record, actor, body, receivedAt, outcome } of rows) {
    if (name !== 'visit.record' || outcome.is !== 'applied' || back.has(record)) continue
    const { at, args } = body as { at: string; args: { place: RecordId; outcome: VisitOutcome } }
    if (!sees(args.place, actor)) continue
    const day = new Date(Math.min(Date.parse(at), Date.parse(receivedAt)) + 8 * 3_600_000)
      .toISOString()
      .slice(0, 10)
    if (day < MONDAY || day > SUNDAY) continue
    knocked += 1
    by[args.outcome] += 1
    if (args.outcome === 'met' || args.outcome === 'phone') reached.add(args.place)
  }
  const all = [...homes].filter(([place]) => sees(place, ''))
  const lived = all.filter(([, { use }]) => use === 'livedIn')
  return {
    knocked,
    met: by.met,
    by,
    coverage: {
      lit: lived.filter(([place]) => reached.has(place)).length,
      livedIn: lived.length,
      vacant: all.filter(([, { use }]) => use === 'vacant').length,
    },
  }
}
