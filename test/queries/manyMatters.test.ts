import { describe, expect, it } from 'vitest'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import type { Recorded } from '#domain/record.ts'
import { AGENDA_MOST, backgroundOf, proposedAgenda } from '#queries/council.ts'
import { diaryDay } from '#queries/diary.ts'
import { dayDigest } from '#queries/digest.ts'
import { feedbackList } from '#queries/feedback.ts'
import { deskRows, promisedBy } from '#queries/ledger.ts'
import { openItems } from '#queries/openItems.ts'
import { ordersFor } from '#queries/orders.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { todayOf } from '#queries/today.ts'
import { toTell } from '#queries/toTell.ts'
import { type Book, openBook } from '#store/book.ts'
import type { View } from '#store/view.ts'
import { aCrowd, COMPOUND, type Fate, SUNDAY_NIGHT as NOW, TEAM } from '#test/support/manyMatters.ts'

/** All chance in these tests comes of it. */
const SEED = 20_260_302
const MANY = 13_000
const DAY = '2026-03-08'
const tenant = 'many' as TenantId

type Who = keyof typeof TEAM

/** What everybody looks at, in the order of a morning. */
function allViews(book: View, who: Who) {
  const me = TEAM[who].id as PersonId
  const reader = readerOf(book, { me, compound: COMPOUND, deviceKind: 'own' }, DAY)
  const seen: View = { get: reader.get, all: reader.all, standing: book.standing }
  const appointments = appointmentsOf(book.get<Member>(memberId(me)))
  const agenda = proposedAgenda(seen, reader, { id: 'sitting' as RecordId, day: DAY }, NOW)
  return {
    list: feedbackList(seen, {}, NOW),
    desk: deskRows(seen, NOW),
    mine: ordersFor(seen, me, NOW),
    promised: promisedBy(seen, me),
    tell: toTell(seen, { me, appointments, tree: reader.tree, day: DAY }),
    places: openItems(reader),
    today: todayOf({ view: book, reader, tenant, appointments, now: NOW }),
    agenda,
    behind: agenda.map((one) => backgroundOf(seen, reader, one as never, NOW)),
    diary: diaryDay({ view: seen }, reader, DAY),
    digest: dayDigest({ view: book, tenant, compound: COMPOUND, now: NOW }, reader, DAY),
  }
}

function bookOf(records: readonly Recorded[]): Book {
  const book = openBook()
  book.load(records, [])
  return book
}

/** The same view, and how many records were asked for by their id. */
function counted(book: Book): { view: View; reads: () => number } {
  let reads = 0
  const view: View = {
    all: book.all,
    standing: book.standing,
    get: <R extends Recorded>(id: RecordId) => {
      reads += 1
      return book.get<R>(id)
    },
  }
  return { view, reads: () => reads }
}

const ids = (rows: readonly { readonly id: RecordId }[]) => rows.map((one) => one.id)

describe(`ten thousand open matters (seed ${SEED})`, () => {
  const crowd = aCrowd(SEED, MANY)
  const book = bookOf(crowd.records)
  const of = (...fates: Fate[]) => crowd.matters.filter((one) => fates.includes(one.fate)).length
  const office = allViews(book, 'office')
  const worker = allViews(book, 'worker')
  const steward = allViews(book, 'steward')
  const open = of('undecided', 'given', 'notGiven', 'outside', 'held', 'promised', 'bins', 'council')
  const openToo = of('sameAsWithdrawn')

  it('are ten thousand, each counted once, on the desk of whoever gives them out and in the list', () => {
    expect(open + openToo).toBeGreaterThan(10_000)
    expect(office.list.filter((one) => one.drawer !== 'done')).toHaveLength(open + openToo)
    expect(new Set(ids(office.list)).size).toBe(office.list.length)
    const desk = (word: string) => office.desk.filter((one) => one.desk === word).length
    expect(desk('new')).toBe(of('undecided', 'notGiven', 'bins') + openToo)
    expect(desk('given')).toBe(of('given', 'held', 'promised'))
    expect(desk('outside')).toBe(of('outside'))
  })

  it('what is in somebody’s hands, what they promised, and whom somebody still has to tell is exact', () => {
    expect(steward.mine).toHaveLength(of('given', 'outside', 'held', 'promised') - of('outside'))
    expect(steward.promised).toHaveLength(of('held', 'promised'))
    expect(worker.tell).toHaveLength(of('toTell'))
    expect(worker.today.items).toContainEqual(expect.objectContaining({ is: 'tell', count: of('toTell') }))
    expect(office.tell).toEqual([])
  })

  it('the agenda is what one sitting gets through, and the diary and the digest count all of them', () => {
    expect(office.agenda).toHaveLength(AGENDA_MOST)
    expect(new Set(office.agenda.flatMap((one) => one.from)).size).toBe(
      office.agenda.reduce((sum, one) => sum + one.from.length, 0),
    )
    expect(office.behind.every((one) => one.due !== undefined)).toBe(true)
    const untold = of('undecided', 'given', 'notGiven', 'outside', 'held', 'promised', 'toTell', 'council')
    expect(worker.diary.carried).toHaveLength(untold)
    // A matter of the digest is a remark that is its own head.
    expect(office.digest.open.count).toBe(open - of('bins'))
  })

  it('a change of one is seen at once in every view, and of what was worked out before nothing stays', () => {
    const one = crowd.matters.findLast(({ fate }) => fate === 'undecided')!
    const before = office
    const remark = book.get<Recorded>(one.id)!
    const told = { by: TEAM.worker.id as PersonId, at: NOW }
    book.turn({ records: [{ ...remark, disposition: 'answered_on_spot', told } as Recorded] })
    const after = allViews(book, 'office')
    expect(ids(before.desk)).toContain(one.id)
    expect(ids(after.desk)).not.toContain(one.id)
    expect(after.desk).toHaveLength(before.desk.length - 1)
    expect(after.digest.open.count).toBe(before.digest.open.count - 1)
    expect(after.list.find(({ id }) => id === one.id)?.drawer).toBe('done')
  })
})

it('the views over a set that grew are those over the same set read at once', () => {
  const { records } = aCrowd(SEED, 240)
  const grown = openBook()
  grown.load([], [])
  for (let at = 0; at < records.length; at += 97) {
    grown.turn({ records: records.slice(at, at + 97) })
    for (const who of Object.keys(TEAM) as Who[]) allViews(grown, who)
  }
  for (const who of Object.keys(TEAM) as Who[])
    expect(allViews(grown, who)).toEqual(allViews(bookOf(records), who))
})

describe('work grows with what is open, not with its square', () => {
  const SMALL = 500
  const TIMES = 4
  const readsOf = (records: readonly Recorded[], who: Who) => {
    const { view, reads } = counted(bookOf(records))
    allViews(view, who)
    return reads()
  }

  it.each(Object.keys(TEAM) as Who[])(
    'four times as many are at most some more than four times the reads (%s)',
    (who) => {
      const few = readsOf(aCrowd(SEED, SMALL).records, who)
      const many = readsOf(aCrowd(SEED, SMALL * TIMES).records, who)
      expect(many / few).toBeLessThan(TIMES * 1.25)
    },
  )

  it('also where thousands say the same as one, with and without that one', () => {
    const cluster = (count: number, withdrawn: boolean) => {
      const { records, matters } = aCrowd(SEED, count)
      const root = matters[0]!.id
      return records.map((one) =>
        one.id === root
          ? { ...one, ...(withdrawn && { voided: { by: one.author, at: one.at, reason: '记错了' } }) }
          : one.kind === 'feedback'
            ? { ...one, duplicateOf: root }
            : one,
      )
    }
    for (const withdrawn of [false, true]) {
      const few = readsOf(cluster(SMALL, withdrawn), 'worker')
      const many = readsOf(cluster(SMALL * TIMES, withdrawn), 'worker')
      expect(many / few).toBeLessThan(TIMES * 1.25)
    }
  })

  it('the rows are made once for what is shown: a second look, a search and a drawer read nothing again', () => {
    const { view, reads } = counted(bookOf(aCrowd(SEED, SMALL).records))
    const reader: Reader = readerOf(
      view,
      { me: TEAM.office.id as PersonId, compound: COMPOUND, deviceKind: 'own' },
      DAY,
    )
    const seen: View = { get: reader.get, all: reader.all, standing: view.standing }
    const rows = feedbackList(seen, {}, NOW)
    const before = reads()
    expect(feedbackList(seen, {}, NOW)).toEqual(rows)
    expect(feedbackList(seen, { search: '电梯' }, NOW).length).toBeGreaterThan(0)
    expect(deskRows(seen, NOW).length).toBeGreaterThan(0)
    expect(reads()).toBe(before)
  })
})
