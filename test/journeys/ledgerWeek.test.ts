import { expect, test } from 'vitest'
import { addItem, callMeeting, idOfCall, rule } from '#commands/council.ts'
import { type Ending, writeFeedback } from '#commands/feedback.ts'
import { linkDuplicate } from '#commands/merging.ts'
import { closeOrder, confirmOrder } from '#commands/orders.ts'
import { correctPage, declinePage, proposePage, publishPage } from '#commands/publications.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Order } from '#domain/ledger/order.ts'
import { reopenings } from '#domain/ledger/orderClock.ts'
import type { Content, Publication } from '#domain/wall/publication.ts'
import { addDays } from '#domain/workingDays.ts'
import { ledger } from '#queries/exportTables/ledger.ts'
import { byDisposition, orderFigures } from '#queries/matters.ts'
import { monthPack } from '#queries/month.ts'
import { voicesOf } from '#queries/voices.ts'
import type { LogRow } from '#server/log/log.ts'
import { chance as chanceOf } from '#test/sim/random.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { shuffled } from '#test/support/binStand.ts'
import { digestsOf } from '#test/support/digests.ts'
import { counted, isIn, type Told } from '#test/support/ledgerCounted.ts'
import { Lateness } from '#test/support/lateness.ts'
import {
  CHUNHE_LEDGER,
  LANXI_LEDGER,
  type LedgerWeek,
  type Spoken,
  spokenIn,
} from '#test/support/ledgerWeek.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'

/** `SEED=…` lives the weeks again in the order that a failure printed. */
const SEED = process.env['SEED']
const MONDAY = '2026-03-02'
const SUNDAY = addDays(MONDAY, 6)
const [WEDNESDAY, THURSDAY, FRIDAY] = [2, 3, 4]
const NIGHT = 21 * 60 + 30

const chunhe: Told = {
  remarks: 35,
  went: {
    work_order: 15,
    answered_on_spot: 9,
    duplicate_of: 4,
    council_topic: 4,
    help_request: 1,
    praise: 2,
  },
  orders: 15,
  closed: 10,
  plan: 1,
  inTime: 2,
  yellow: 1,
  red: 1,
  reopened: 1,
  resolutions: 4,
  hung: 3,
}
const lanxi: Told = {
  remarks: 240,
  went: {
    work_order: 85,
    answered_on_spot: 71,
    duplicate_of: 24,
    council_topic: 18,
    help_request: 9,
    escalated: 21,
    praise: 12,
  },
  orders: 85,
  closed: 58,
  plan: 6,
  inTime: 14,
  yellow: 4,
  red: 3,
  reopened: 5,
  resolutions: 0,
  hung: 6,
}

test.each(SEED ? [Number(SEED)] : [7, 19, 2026])(
  'W2 W3 a week of 35 remarks reads the same on every device and in the log, whatever came late or twice (SEED=%i)',
  (seed) => lived(CHUNHE_LEDGER, chunhe, seed),
  120_000,
)

test.each(SEED ? [Number(SEED)] : [31])(
  'W2 W3 a week of 240 remarks, one matter from seven of them, reads the same on every device and in the log (SEED=%i)',
  (seed) => lived(LANXI_LEDGER, lanxi, seed),
  300_000,
)

async function lived(week: LedgerWeek, told: Told, seed: number): Promise<void> {
  const chance = chanceOf(seed)
  const { compound, phones, property, office, desk } = await aCompound(week)
  const late = new Lateness(chance)
  const [offline] = shuffled(phones, chance) as [Volunteer]
  const spoken = spokenIn(week)
  const ids = new Map<number, RecordId>()
  const fates = new Map<RecordId, Spoken>()
  const before = await hangsBefore(office, week)

  for (let day = 0; day < 7; day += 1) {
    for (const one of spoken.filter((said) => said.day === day)) {
      // What comes by telephone from 12345 comes to the office.
      const writer = one.hotline ? office : phones[one.phone]!
      writer.clock = instantOf(day, one.minute)
      const id = await says(writer, one, ids, compound, writer === offline && day >= THURSDAY)
      ids.set(one.nth, id)
      fates.set(id, one)
      if (chance.once(9)) await late.restarts(writer)
      if (!chance.once(5)) continue
      compound.clock = instantOf(day, one.minute)
      if (writer !== offline || day < THURSDAY) await late.exchange(writer)
    }
    // In the evening everybody has a signal, but for the phone and the office's second device that are away since Thursday.
    compound.clock = instantOf(day, NIGHT)
    for (const one of [...phones, property, office, desk]) one.clock = compound.clock
    const away = (one: Volunteer) => day >= THURSDAY && day < 6 && (one === offline || one === desk)
    await late.over()
    const talking = shuffled([...phones, property, office, desk], chance).filter((one) => !away(one))
    for (const one of talking) await one.sync()
    await property.sync()
    await closes(property, fates)
    await property.sync()
    await office.sync()
    if (day === WEDNESDAY) await saysAgain(office, spoken, ids)
    if (day === WEDNESDAY) await meets(office, week)
    if (day === WEDNESDAY || day === FRIDAY) await hangs(office, week, day, before)
    // The second device joins what it knew on Wednesday, and nobody hears of it before Sunday.
    const links = spoken.filter((one) => one.sameAs && !one.sameAs.atOnce)
    if (day === FRIDAY)
      await joins(
        desk,
        links.filter(({ nth }) => nth % 2 === 1),
        ids,
      )
    await joins(
      office,
      links.filter((one) => one.nth % 2 === 0 || one.day >= THURSDAY),
      ids,
    )
    await office.sync()
  }
  // Of what came only on Sunday night the office joins what says the same.
  for (let round = 0; round < 3; round += 1)
    for (const one of shuffled([...phones, property, office, desk], chance))
      expect(await one.sync()).toBe('done')
  await joins(
    office,
    spoken.filter((one) => one.sameAs && !one.sameAs.atOnce),
    ids,
  )
  for (let round = 0; round < 2; round += 1)
    for (const one of shuffled([...phones, property, office, desk], chance))
      expect(await one.sync()).toBe('done')

  for (const one of [...phones, property, office, desk])
    expect(one.status.getState()).toMatchObject({ link: 'good', unsent: 0 })
  const fresh = await compound.joins({ name: '新来的', role: 'officer' })
  fresh.clock = compound.clock
  await fresh.sync()
  expect(read(office)).toEqual(told)
  expect(read(desk)).toEqual(told)
  expect(read(fresh)).toEqual(told)
  expect(counted(await rowsOf(compound), MONDAY, compound.clock)).toEqual(told)
  await desk.restart()
  expect(read(desk)).toEqual(told)
  // As the month's page has it.
  const { view, tenant, compound: place, clock: now } = fresh
  const { heard } = monthPack({ view, tenant, compound: place, now }, fresh.reader(), MONDAY.slice(0, 7))
  expect(heard).toMatchObject({
    remarks: told.remarks,
    went: told.went,
    orders: {
      opened: told.orders,
      closed: told.closed,
      plan: told.plan,
      inTime: told.inTime,
      soon: told.yellow,
      overdue: told.red,
      reopened: { n: told.reopened },
    },
  })
  // As the seven messages for the group have it.
  const digests = digestsOf(fresh, MONDAY)
  expect(digests.map(({ heard, opened }) => [heard, opened])).toEqual(
    week.remarks.map((heard, day) => [heard, week.orders[day]]),
  )
  for (const text of digests.flatMap(({ texts }) => texts)) expect([...text].length).toBeLessThanOrEqual(500)
  // As the table that goes to the street has it.
  const asked = { tenant: office.tenant, compound: office.compound, from: MONDAY, to: SUNDAY, internal: true }
  const rows = ledger.lines({ ...asked, view: fresh.view, reader: fresh.reader(), now: fresh.clock }, ['no'])
  expect(rows).toHaveLength(told.remarks)
  expect(new Set(rows.map(([no]) => no)).size).toBe(told.remarks)
  if (week.cluster > 0) expect(voicesOf(fresh.view, ids.get(0)!)).toHaveLength(week.cluster)
  // Nothing was refused, nothing waits for a decision.
  expect(office.view.all('held')).toEqual([])
}

/** Words, order and all, in one act; where nobody can close it later it is put right at once. */
async function says(
  writer: Volunteer,
  one: Spoken,
  ids: ReadonlyMap<number, RecordId>,
  compound: Compound,
  atOnce: boolean,
): Promise<RecordId> {
  const { fate, sameAs } = one
  const track =
    fate === 'plan' ? 'visible_plan' : fate === 'soon' || fate === 'inTime' ? 'act_soon' : 'fix_now'
  const ending: Ending =
    one.went === 'order'
      ? fate === 'closed' && atOnce
        ? { is: 'fixed', text: '当场弄好了', photos: [] }
        : { is: 'order', track }
      : one.went === 'answered'
        ? { is: 'answered', text: '当面讲了' }
        : one.went === 'same'
          ? { is: 'undecided' }
          : { is: one.went }
  const done = await writeFeedback(writer, {
    place: compound.place(one.place),
    text: one.text,
    category: one.category,
    urgency: 'u3',
    channel: one.hotline ? 'hotline12345' : 'face',
    photos: [],
    ending,
    ...(sameAs?.atOnce && { sameAs: ids.get(sameAs.nth)! }),
  })
  if (!done.ok) throw new Error(`refused: ${done.refused}`)
  return done.value
}

/** The property closes what it has in hand and can be closed; what was opened again too. */
async function closes(property: Volunteer, fates: ReadonlyMap<RecordId, Spoken>): Promise<void> {
  for (const order of property.view.all<Order>('order')) {
    const fate = fates.get(order.from[0]!)?.fate
    if (order.status === 'done' || (fate !== 'closed' && fate !== 'again')) continue
    await must(closeOrder(property, order, { text: '修好了' }))
  }
}

/** On Wednesday evening somebody asks whether it is really solved; some say no. */
async function saysAgain(office: Volunteer, spoken: readonly Spoken[], ids: ReadonlyMap<number, RecordId>) {
  for (const { nth } of spoken.filter((one) => one.fate === 'again')) {
    const order = office.view.all<Order>('order').find((one) => one.from.includes(ids.get(nth)!))!
    await must(confirmOrder(office, order.id, 'dissatisfied', '又坏了'))
  }
}

/** Joins what says the same, where both are here and nobody has. */
async function joins(by: Volunteer, links: readonly Spoken[], ids: ReadonlyMap<number, RecordId>) {
  for (const { nth, sameAs } of links) {
    const [id, to] = [ids.get(nth), ids.get(sameAs!.nth)]
    const one = id && by.view.get<Feedback>(id)
    if (!id || !to || !one || one.duplicateOf !== undefined || !by.view.get(to)) continue
    await must(linkDuplicate(by, id, to))
  }
}

async function meets(office: Volunteer, { sittings }: LedgerWeek): Promise<void> {
  for (const { circle, resolved } of sittings) {
    const call = {
      meetingKind: 'weekly',
      day: addDays(MONDAY, WEDNESDAY),
      time: '19:30',
      placeText: '活动室',
    } as const
    const sitting = circle === undefined ? call : { ...call, circle }
    await must(callMeeting(office, sitting))
    const meeting = idOfCall(office, sitting)
    const topics =
      resolved > 0 ? Array.from({ length: resolved }, (_, nth) => `议题${nth + 1}`) : ['架空层改造']
    for (const title of topics) {
      const id = office.newId() as RecordId
      await must(addItem(office, meeting, { id, title, items: [] }))
      const item = office.view.get<AgendaItem>(id)!
      const otherwise = '另外定'
      await must(
        resolved > 0
          ? rule(office, item, {
              ruling: 'agreed',
              decision: `${title}照办`,
              whose: '业委会',
              due: SUNDAY,
              otherwise,
            })
          : rule(office, item, { ruling: 'noted', decision: '改变共有部分用途，须业主共同决定', otherwise }),
      )
    }
  }
}

const content = (title: string): Content => ({
  title,
  lines: [`${title}，都在这里`],
  figures: [],
  pictures: [],
})

/** What hung before the week, and is put right in it. */
async function hangsBefore(office: Volunteer, { pages }: LedgerWeek): Promise<readonly RecordId[]> {
  office.clock = '2026-02-27T08:00:00.000Z'
  const ids: RecordId[] = []
  for (let nth = 0; nth < pages.corrected; nth += 1) ids.push(await hang(office, `二月账目${nth + 1}`))
  await office.sync()
  return ids
}

async function hangs(office: Volunteer, { pages }: LedgerWeek, day: number, before: readonly RecordId[]) {
  for (let nth = 0; nth < (day === WEDNESDAY ? pages.wed : pages.fri); nth += 1)
    await hang(office, `第${day}天第${nth + 1}张`)
  if (day === WEDNESDAY) return
  for (const id of before) {
    const page = office.view.get<Publication>(id)!
    await must(correctPage(office, page, content('二月账目，更正'), '一笔记错了'))
  }
  for (let nth = 0; nth < pages.sentBack; nth += 1) {
    const proposed = await proposePage(office, { section: 'story', content: content('看得见车牌') })
    if (!proposed.ok) throw new Error(proposed.refused)
    await must(declinePage(office, office.view.get<Publication>(proposed.value)!, '车牌看得见'))
  }
}

async function hang(office: Volunteer, title: string): Promise<RecordId> {
  const proposed = await proposePage(office, { section: 'notice', content: content(title) })
  if (!proposed.ok) throw new Error(proposed.refused)
  const page = office.view.get<Publication>(proposed.value)!
  await must(publishPage(office, page, content(title)))
  return page.id
}

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

async function aCompound(week: LedgerWeek) {
  const rows = Array.from({ length: week.buildings }, (_, at) =>
    ['1', '2'].map((unit) => [String(at + 1), unit, '101', `住户${at + 1}`, '']),
  ).flat()
  const compound = await twoDevices({
    compound: week.name,
    rows: [['栋', '单元', '房号', '姓名', '电话'], ...rows],
  })
  const phones: Volunteer[] = []
  for (let nth = 0; nth < week.phones; nth += 1)
    phones.push(
      await compound.joins({
        name: `微网格员${nth + 1}`,
        place: compound.place(`${(nth % week.buildings) + 1}`),
      }),
    )
  const property = await compound.joins({ name: '工程师傅', role: 'steward' })
  const desk = await compound.joins({ name: '第二台', role: 'officer' })
  return { compound, phones, property, desk, office: compound.office }
}

function instantOf(day: number, minute: number): string {
  return new Date(Date.parse(`${addDays(MONDAY, day)}T00:00:00+08:00`) + minute * 60_000).toISOString()
}

/** The same as the product's own queries have it. */
function read(one: Volunteer): Told {
  const reader = one.reader()
  const remarks = reader.all<Feedback>('feedback')
  const orders = reader.all<Order>('order')
  const { opened, closed, plan, inTime, soon, overdue } = orderFigures(one.view, orders, one.clock)
  return {
    remarks: remarks.length,
    went: byDisposition(remarks),
    orders: opened,
    closed,
    plan,
    inTime,
    yellow: soon,
    red: overdue,
    reopened: orders.flatMap(reopenings).length,
    resolutions: reader.all('resolution').length,
    hung: reader
      .all<Publication>('publication')
      .flatMap(({ versions }) => versions)
      .filter(({ at }) => isIn(at, MONDAY)).length,
  }
}

function rowsOf({ server, office }: Compound): Promise<readonly LogRow[]> {
  return server.started.office.log.transact(office.tenant, async (tx) => tx.rows(0, await tx.head()))
}
