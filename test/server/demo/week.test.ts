import { beforeAll, describe, expect, test } from 'vitest'
import { bagRateOf } from '#domain/bins/bag.ts'
import { type BinPoint, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { type Duty, type Weekday, WEEKDAYS } from '#domain/bins/duty.ts'
import { dispositionOf, type Feedback } from '#domain/feedback/feedback.ts'
import { type PersonId, type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Lookup } from '#domain/lookup.ts'
import { type Member, memberId } from '#domain/member.ts'
import type { Order } from '#domain/ledger/order.ts'
import { reopenings } from '#domain/ledger/orderClock.ts'
import { compoundPlace, isLivedIn, type Place } from '#domain/places.ts'
import { hanging, picturesOf, type Publication } from '#domain/wall/publication.ts'
import type { Recorded } from '#domain/record.ts'
import { livesHere, type Resident } from '#domain/doors/resident.ts'
import type { Care } from '#domain/doors/care.ts'
import type { Contact } from '#domain/doors/contact.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf, rateOf, sumOf } from '#domain/bins/tallies.ts'
import { askedAgain, isSeenGood } from '#domain/bins/toFix.ts'
import type { Visit } from '#domain/doors/visit.ts'
import type { WasteRule } from '#domain/bins/wasteRule.ts'
import { namedBy } from '#domain/whichBin.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { binReport } from '#queries/binReport.ts'
import { wholeProgress } from '#queries/progress.ts'
import { feedbackList } from '#queries/feedback.ts'
import { officeDay } from '#queries/officeDay.ts'
import { orderDue } from '#queries/orders.ts'
import { readerOf } from '#queries/reader.ts'
import { visitFigures } from '#queries/visitFigures.ts'
import { hashOf, pictureHash, PICTURES } from '#server/demo/pictures.ts'
import { personOf } from '#server/demo/cast.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { demoScript } from '#server/demo/script.ts'
import { memoryLog } from '#server/log/memory.ts'
import { actOnServer } from '#server/records/act.ts'
import type { View } from '#store/view.ts'
import { readJpeg } from '#domain/jpeg.ts'
import { plainServerSeals } from '#test/support/plainServerSeals.ts'

const MONDAY = '2024-03-04'
const SUNDAY_NIGHT = '2024-03-10T13:30:00.000Z'
const TENANT = 'spring' as TenantId
const DAYS = [0, 1, 2, 3, 4, 5, 6].map((day) => addDays(MONDAY, day))

let view: View

/** The week through the server's own door, over a log in memory. */
beforeAll(async () => {
  const log = memoryLog()
  let now = ''
  let ids = 0
  const house = {
    log,
    seals: plainServerSeals,
    clock: () => now,
    newId: () => `id-${(ids += 1)}`,
    startEpoch: () => 'epoch' as never,
  }
  await log.setEpoch('2024-01-01T00:00:00.000Z first' as never)
  for (const act of demoScript(MONDAY, TENANT, pictureHash)) {
    now = act.receivedAt
    const done = await actOnServer(house, TENANT, act.by, act.intents)
    if (!done.ok) throw new Error(`${act.receivedAt} ${act.intents[0]?.name}: ${done.refused}`)
    const lost = done.value.filter(({ outcome }) => outcome.is === 'merged')
    if (lost.length > 0) throw new Error(`${act.receivedAt}: ${JSON.stringify(lost[0])}`)
  }
  const stored = await log.transact(TENANT, (tx) => tx.recordsAfter(0, 100_000))
  view = viewOver(stored.map(({ record }) => record))
})

function viewOver(records: readonly Recorded[]): View {
  const byId = new Map(records.map((record) => [record.id, record]))
  return {
    get: <R extends Recorded>(id: RecordId) => byId.get(id) as R | undefined,
    all: <R extends Recorded>(kind: string) => records.filter((one): one is R => one.kind === kind),
    standing: () => 'kept',
  }
}

const officer = () =>
  readerOf(
    view,
    { me: personOf(TENANT, 'officer'), compound: compoundPlace(TENANT), deviceKind: 'own' },
    DAYS[6]!,
  )
const inWeek = (record: Recorded) => DAYS.includes(dayOf(record.at))
const perDay = (records: readonly { at: string }[]) =>
  DAYS.map((day) => records.filter((one) => dayOf(one.at) === day).length)
const tally = (words: readonly string[]) =>
  Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]))
/** What came of remarks; the rounds at the bins have matters of their own. */
const ordersOfRemarks = () => view.all<Order>('order').filter((one) => !one.sheet)
const ordersOfRounds = () => view.all<Order>('order').filter((one) => one.sheet)

describe('the people and the building', () => {
  test('151 homes, 142 lived in, 9 vacant, 33 rented; 1单元101 is the 活动室', () => {
    const doors = view.all<Place>('place').filter((one) => one.what === 'dwelling')
    expect(tally(doors.map((one) => one.use ?? 'livedIn'))).toEqual({
      livedIn: 109,
      rented: 33,
      vacant: 9,
      notHome: 1,
    })
    expect(doors.filter(isLivedIn)).toHaveLength(142)
    expect(doors.find((one) => one.use === 'notHome')).toMatchObject({ key: '1-1-1-101', label: '活动室' })
  })

  test('267 residents in 142 households of one, two, three, four and six, by age; 47 came from elsewhere', () => {
    const residents = view.all<Resident>('resident').filter(livesHere)
    expect(residents).toHaveLength(267)
    expect(tally(residents.map((one) => one.ageBand!))).toEqual({
      '0-5': 11,
      '6-13': 17,
      '14-17': 8,
      '18-59': 141,
      '60-69': 46,
      '70-79': 31,
      '80+': 13,
    })
    expect(tally(Object.values(tally(residents.map((one) => one.place))).map(String))).toEqual({
      1: 56,
      2: 58,
      3: 19,
      4: 8,
      6: 1,
    })
    expect(residents.filter((one) => one.residency === 'migrant')).toHaveLength(47)
    const doubled = residents.map((one) => `${one.place} ${one.name}`)
    expect(new Set(doubled).size).toBe(doubled.length)
    expect(residents.filter((one) => !one.keys?.every((key) => /^[a-z]{2,}$/.test(key)))).toEqual([])
  })

  test('14 live alone and agreed that it is known; nobody is written about without consent', () => {
    const care = view.all<Care>('care')
    expect(care.filter((one) => one.tags.includes('livesAlone'))).toHaveLength(14)
    expect(care).toHaveLength(23)
    expect(care.filter((one) => !one.consent)).toEqual([])
  })

  test('every household can be called, under numbers that are given to nobody', () => {
    const contacts = view.all<Contact>('contact')
    expect(contacts).toHaveLength(142)
    const phones = contacts.flatMap((one) => [one.phone!, ...(one.kin ? [one.kin.phone] : [])])
    expect(phones.filter((one) => !/^160\d{8}$/.test(one))).toEqual([])
    expect(new Set(phones).size).toBe(phones.length)
  })

  test('22 people of the team, every role of the compound among them', () => {
    const members = view.all<Member>('member')
    expect(members).toHaveLength(22)
    expect(
      Object.keys(tally(members.flatMap((one) => one.appointments.map(({ role }) => role)))).sort(),
    ).toEqual([
      'floorLead',
      'gridOfficer',
      'gridWorker',
      'manager',
      'officer',
      'owners',
      'party',
      'partyCommittee',
      'partyGroup',
      'partyMember',
      'residents',
      'steward',
      'supervisor',
    ])
  })
})

describe('the week at Sunday 21:30', () => {
  test('35 remarks: 15 orders, 9 answered, 4 that say the same, 4 for the council, 1 for help, 2 thanks, none left open', () => {
    const remarks = view.all<Feedback>('feedback')
    expect(tally(remarks.map((one) => dispositionOf(one) ?? 'open'))).toEqual({
      work_order: 15,
      answered_on_spot: 9,
      duplicate_of: 4,
      council_topic: 4,
      help_request: 1,
      praise: 2,
    })
    expect(perDay(remarks)).toEqual([8, 4, 5, 5, 4, 6, 3])
    // What says the same is counted with it; the list has the four matters of the rounds at the bins too.
    expect(feedbackList(view, {}, SUNDAY_NIGHT)).toHaveLength(31 + 4)
  })

  test('15 orders: 10 closed, 1 in the plan, 2 in time, 1 yellow, 1 red; one was opened again', () => {
    const orders = ordersOfRemarks()
    const standing = (order: Order) => {
      if (order.status === 'done') return 'closed'
      return order.track === 'visible_plan' ? 'plan' : orderDue(view, order, SUNDAY_NIGHT).standing
    }
    expect(tally(orders.map(standing))).toEqual({ closed: 10, plan: 1, inTime: 2, soon: 1, overdue: 1 })
    expect(orders.flatMap(reopenings)).toHaveLength(1)
    expect(perDay(orders)).toEqual([4, 2, 2, 3, 1, 2, 1])
    expect(perDay(orders.flatMap((one) => one.events))).toEqual([8, 7, 11, 7, 8, 2, 0])
    expect(new Set(view.all<Order>('order').map((one) => one.no)).size).toBe(19)
  })

  test('40 visits: 17 met, 16 nobody in, 3 another time, 3 by telephone, 1 refused, none vacant', () => {
    const visits = view.all<Visit>('visit').filter(inWeek)
    expect(tally(visits.map((one) => one.outcome))).toEqual({
      met: 17,
      noAnswer: 16,
      appointment: 3,
      phone: 3,
      refused: 1,
    })
    expect(perDay(visits)).toEqual([10, 7, 3, 8, 4, 6, 2])
    expect(visitFigures(officer(), MONDAY, DAYS[6]!)).toEqual({
      knocked: 40,
      met: 17,
      by: { met: 17, noAnswer: 16, appointment: 3, phone: 3, refused: 1, vacant: 0, leftNote: 0 },
    })
  })

  test('94 of 142 windows are lit, on Sunday and to whoever looks until the next one', () => {
    for (const day of [DAYS[6]!, addDays(MONDAY, 13)])
      expect(wholeProgress(officer(), day)).toMatchObject({ lit: 94, livedIn: 142, vacant: 9 })
  })

  test('14 shifts, two a day: 686, 98, 70, 126 and 168; of 854 drops 80.3 % were right', () => {
    const shifts = view.all<Shift>('shift')
    expect(DAYS.map((day) => shifts.filter((one) => one.day === day).length)).toEqual([2, 2, 2, 2, 2, 2, 2])
    expect(shifts.filter((one) => one.closedAt === undefined)).toEqual([])
    const counts = sumOf(shifts.map(countsOf))
    expect(counts).toEqual({ right: 686, corrected: 98, unsorted: 70, resorted: 126, explained: 168 })
    const { right, drops } = rateOf(counts)
    expect([drops, Math.round((right / drops) * 1000) / 10]).toEqual([854, 80.3])
    const first = shifts.find((one) => one.day === MONDAY && one.window === 'morning')!
    expect(rateOf(countsOf(first)).drops).toBe(61)
  })

  test('140 bags were opened, ten in each shift, and 126 were good: 90.0 %', () => {
    const shifts = view.all<Shift>('shift')
    expect(shifts.map((one) => one.bags?.length)).toEqual(shifts.map(() => 10))
    const bags = shifts.flatMap((one) => one.bags ?? [])
    expect(bagRateOf(bags)).toEqual({ checked: 140, good: 126, perMille: 900 })
    expect(bags.filter(({ verdict, faults }) => (verdict === 'good') !== (faults.length === 0))).toEqual([])
  })

  test('four matters of the rounds: three were put right and seen to be, one is asked about at the next', () => {
    const orders = ordersOfRounds()
    expect(tally(orders.map((one) => `${one.sheet!.item} ${one.status}`))).toEqual({
      'odour done': 1,
      'lid done': 1,
      'floor done': 1,
      'sign open': 1,
    })
    expect(orders.filter((one) => one.status === 'done' && !isSeenGood(one))).toEqual([])
    const next = {
      place: orders[0]!.place,
      day: addDays(MONDAY, 7),
      window: 'morning',
      author: personOf(TENANT, 'binsEarly'),
      at: `${addDays(MONDAY, 7)}T00:00:00.000Z`,
    } as const
    expect(askedAgain(orders, next).map((one) => one.sheet!.item)).toEqual(['sign'])
  })

  test('the report of the week has the sheets of all windows, hauls with their unit, and the one mixed haul', () => {
    const asked = { kind: 'week', from: MONDAY, to: DAYS[6]! } as const
    const report = binReport({ view, tenant: TENANT, now: SUNDAY_NIGHT }, officer(), asked)
    expect(report).toMatchObject({
      counts: { right: 686, corrected: 98, unsorted: 70, resorted: 126, explained: 168 },
      rate: { right: 686, drops: 854, percent: 80 },
      bags: { checked: 140, good: 126, perMille: 900 },
      sessions: { planned: 14, held: 14, besides: 0 },
    })
    expect(report.events.incidents).toHaveLength(38)
    expect(tally(report.events.hauls.map((one) => `${one.stream} ${one.unit} ${one.mixed}`))).toEqual({
      'kitchen litre false': 6,
      'kitchen litre true': 1,
      'other litre false': 7,
      'other litre true': 1,
    })
  })

  test('the rota has somebody for every window of the week but Sunday evening, which was taken for once', () => {
    const duties = view.all<Duty>('duty')
    expect(duties.filter((one) => WEEKDAYS.includes(one.when as Weekday))).toHaveLength(13)
    const names = duties
      .filter((one) => !WEEKDAYS.includes(one.when as Weekday))
      .map((one) => [one.when, one.window, view.get<Member>(memberId(one.person!))?.name])
    expect(names).toEqual([
      [DAYS[6], 'evening', '陈素芬'],
      [addDays(MONDAY, 8), 'evening', '陈素芬'],
    ])
  })

  test('the point has its bins and whom to call, the compound one answer of its own, and words nobody knew', () => {
    expect(view.all<BinPoint>('binPoint')).toMatchObject([
      { bins: USUAL_BINS, haulier: { phone: expect.stringMatching(/^028-0/) as string } },
    ])
    expect(view.all<WasteRule>('wasteRule')).toMatchObject([{ label: itemNo(17)?.label.zh, waste: 'other' }])
    const words = view.all<Lookup>('lookup').map((one) => one.word)
    expect(words).toEqual(['擦炮纸屑', '艾草锤', '艾草锤'])
    for (const word of words) expect(namedBy(word)).toBeUndefined()
  })

  test('38 incidents in a person’s words, each in its shift', () => {
    const incidents = view.all<Incident>('incident')
    expect(perDay(incidents)).toEqual([6, 5, 4, 4, 5, 8, 6])
    expect(incidents.filter((one) => !one.text || !one.shift)).toEqual([])
    for (const one of incidents) {
      const shift = view.get<Shift>(one.shift!)!
      expect(one.at >= shift.at && one.at <= shift.closedAt!).toBe(true)
    }
  })

  test('the office’s page of a day has the same numbers', () => {
    const pages = DAYS.map((day) => officeDay(view, officer(), day))
    expect(pages.map((page) => page.shifts.length)).toEqual([2, 2, 2, 2, 2, 2, 2])
    expect(pages.map((page) => page.incidents.length)).toEqual([6, 5, 4, 4, 5, 8, 6])
    expect(pages.map((page) => page.remarks.length)).toEqual([8, 4, 5, 5, 4, 6, 3])
    expect(pages.reduce((sum, page) => sum + page.closed.length, 0)).toBe(10 + 3)
  })
})

describe('the script', () => {
  test('everything is done by a person of the team, in acts that the server takes, in the order it arrived', () => {
    const acts = demoScript(MONDAY, TENANT, pictureHash)
    const team = new Set<PersonId>(view.all<Member>('member').map((one) => one.id as string as PersonId))
    expect(acts.filter(({ by }) => by !== SERVER && !team.has(by))).toEqual([])
    expect(acts.filter(({ intents }) => intents.length > 200)).toEqual([])
    const received = acts.map((one) => one.receivedAt)
    expect(received).toEqual([...received].sort())
    for (const { receivedAt, intents } of acts)
      expect(intents.filter((one) => one.at > receivedAt)).toEqual([])
  })

  test('the light on the 12th floor: said at 08:10 without signal, with the server at 09:05', () => {
    const lamp = view.all<Feedback>('feedback').find((one) => one.text.startsWith('1单元12楼的灯'))!
    expect([lamp.at, lamp.receivedAt]).toEqual(['2024-03-04T00:10:00.000Z', '2024-03-04T01:05:00.000Z'])
    const order = view.all<Order>('order').find((one) => one.from.includes(lamp.id))!
    expect(order).toMatchObject({ status: 'done', closedAt: '2024-03-04T03:15:00.000Z' })
    expect([order.before, order.after]).toEqual([
      [pictureHash('corridor-dark')],
      [pictureHash('corridor-lit')],
    ])
  })

  test('three pages hang: the minutes since Wednesday 21:00; since Friday 16:00 the works, and the accounts as their second version', () => {
    const pages = view.all<Publication>('publication')
    expect(
      pages.map((one) => [one.section, hanging(one)?.n, one.versions.at(-1)?.receivedAt]).sort(),
    ).toEqual([
      ['accounts', 2, '2024-03-08T08:00:00.000Z'],
      ['resolutions', 1, '2024-03-06T13:00:00.000Z'],
      ['story', 1, '2024-03-08T08:00:00.000Z'],
    ])
  })

  test('the pictures are small, plain, and each is named by a record', () => {
    const named = new Set(
      [...view.all<Incident>('incident'), ...view.all<Feedback>('feedback')].flatMap((one) => one.photos),
    )
    for (const one of view.all<Order>('order'))
      for (const hash of [...one.before, ...one.after]) named.add(hash)
    for (const one of view.all<Publication>('publication'))
      for (const hash of picturesOf(hanging(one)?.content)) named.add(hash)
    for (const bytes of PICTURES) {
      expect(readJpeg(bytes)).toMatchObject({ ok: true })
      expect(bytes.length).toBeLessThan(20_000)
      expect(named.has(hashOf(bytes))).toBe(true)
    }
  })

  test.each([
    ['2024-03-11', '2024-03-04'],
    ['2024-03-13', '2024-03-04'],
    ['2024-03-17', '2024-03-04'],
    ['2024-03-18', '2024-03-11'],
  ])('looked at on %s the week began on %s: it ended last Sunday', (today, monday) => {
    expect(lastWeek(today)).toBe(monday)
  })
})
