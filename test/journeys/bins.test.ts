import { expect, test } from 'vitest'
import { closeShift, openShift, tap, untap } from '#commands/bins.ts'
import { pressFill } from '#commands/fills.ts'
import { allGood } from '#commands/checks.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { recordIncident } from '#commands/incidents.ts'
import { tallyingOf } from '#commands/tallying.ts'
import { careId } from '#domain/doors/resident.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { tapsOf } from '#domain/bins/tallies.ts'
import { openShiftOf, shiftSummary } from '#queries/bins.ts'
import { household } from '#queries/residents.ts'
import { officeDay } from '#queries/officeDay.ts'
import { waitingRows } from '#queries/waiting.ts'
import { must } from '#test/support/binSide.ts'
import { found } from '#test/support/homes.ts'
import { NAMES_AND_PHONES, twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'

async function aMorning() {
  const compound = await twoDevices()
  const point = compound.place('bin-1')
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  return { ...compound, compound, point, tablet }
}

test('W1 W2 a shift counted without a signal reaches the office once, though the reply was lost and the request came twice', async () => {
  const { tablet, office, point } = await aMorning()
  tablet.wire.cut()
  const shift = await must(openShift(tablet, { place: point, day: DAY, window: 'morning' }))
  await must(allGood(tablet, shift))
  const keys = tallyingOf(tablet, shift)
  // 60 right, 20 corrected, 12 unsorted, one taken back; six touches a second.
  const touches = [...Array<'right'>(60).fill('right'), ...Array<'corrected'>(20).fill('corrected')]
  for (const [index, key] of [...touches, ...Array<'unsorted'>(12).fill('unsorted')].entries())
    keys.touch(key, 1_000 + index * 166)
  await keys.settled()
  expect(keys.undo(60_000)).toBe('unsorted')
  await keys.settled()
  await must(pressFill(tablet, shift, 'kitchen'))
  await must(
    recordIncident(tablet, { place: point, shift, type: 'overflow', action: 'called_haulier', photos: [] }),
  )
  await must(closeShift(tablet, shift, '绿桶满了'))
  const seen = shiftSummary(tablet.view, tablet.tenant, shift)
  expect(seen).toMatchObject({
    counts: { right: 60, corrected: 20, unsorted: 11 },
    rate: { right: 60, drops: 91, percent: 66 },
    incidents: [{ type: 'overflow' }],
  })
  expect(await tablet.sync()).toBe('noLink')
  expect(tablet.status.getState()).toMatchObject({ link: 'none', unsent: 103 })
  expect(
    waitingRows(tablet.view, tablet.book.waiting())
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['incident', 'shift'])

  tablet.wire.mend()
  tablet.wire.double(1)
  tablet.wire.loseReplies(1)
  expect(await tablet.sync()).toBe('noLink')
  // The server has it all; the tablet does not know, and goes on as if nothing had been heard.
  expect(tablet.status.getState().unsent).toBe(103)
  await tablet.restart()
  expect(shiftSummary(tablet.view, tablet.tenant, shift)).toEqual(seen)
  expect(await tablet.sync()).toBe('done')
  expect(tablet.status.getState()).toMatchObject({ link: 'good', unsent: 0 })
  expect(tablet.book.waiting()).toEqual([])
  expect(shiftSummary(tablet.view, tablet.tenant, shift)).toMatchObject({
    counts: seen!.counts,
    rate: seen!.rate,
  })

  await office.sync()
  const told = officeDay(office.view, office.reader(), DAY)
  expect(told).toMatchObject({
    counts: { right: 60, corrected: 20, unsorted: 11 },
    rate: { right: 60, drops: 91, percent: 66 },
    incidents: [{ who: '廖姐', where: '东门投放点', record: { type: 'overflow' } }],
  })
  expect(told.shifts.map(({ who, where, record }) => [who, where, record.note])).toEqual([
    ['廖姐', '东门投放点', '绿桶满了'],
  ])
})

test('what is counted while a slow message is on its way follows it, in order and once', async () => {
  const { tablet, office, point } = await aMorning()
  const shift = await must(openShift(tablet, { place: point, day: DAY, window: 'morning' }))
  await must(tap(tablet, shift, 'right'))
  tablet.wire.hold()
  const slow = tablet.sync()
  await must(tap(tablet, shift, 'right'))
  await must(untap(tablet, shift, 'right'))
  await must(tap(tablet, shift, 'explained'))
  tablet.wire.letGo()
  expect(await slow).toBe('done')
  // Three are on this device only, and nothing says that all is sent.
  expect(tablet.book.pending(shift)).toHaveLength(3)
  expect(tapsOf(openShiftOf(tablet.view, tablet.me)?.minutes ?? []).map(([counter]) => counter)).toEqual([
    'right',
    'explained',
  ])
  expect(tablet.view.standing(shift)).toBe('waiting')
  await tablet.sync()
  expect(tablet.view.standing(shift)).toBe('kept')
  await office.sync()
  expect(tapsOf(office.view.get<Shift>(shift)?.minutes ?? []).map(([counter]) => counter)).toEqual([
    'right',
    'explained',
  ])
})

test('the tablet at the bins has never received a name, a phone, a care tag or who said it', async () => {
  const { tablet, office, point, compound } = await aMorning()
  const door = compound.place('1-1-1-101')
  const [lives] = office.view.all<Resident>('resident').filter((one) => one.place === door)
  await must(
    office.commit([
      {
        record: careId(lives!.id),
        name: 'care.enter',
        v: 1,
        args: {
          place: door,
          resident: lives!.id,
          tags: ['livesAlone'],
          needs: ['hospitalEscort'],
          consent: { basis: 'self', at: DAY, how: 'spoken' },
        },
      },
    ]),
  )
  const said = await writeFeedback(office, {
    place: door,
    text: '楼道灯不亮',
    category: 'lighting',
    urgency: 'u3',
    channel: 'phone',
    photos: [],
    reporter: { displayName: '石榴大爷', phone: '13833330101', agreed: true },
    ending: { is: 'order', track: 'fix_now' },
  })
  expect(said.ok).toBe(true)
  await office.sync()
  // The supervisor notes a remark too: what they wrote themselves they may not read on a shared tablet either.
  const own = await writeFeedback(tablet, {
    place: point,
    text: '桶边地滑',
    category: 'lighting',
    urgency: 'u3',
    channel: 'bin_side',
    photos: [],
    reporter: { displayName: '海棠婆婆', phone: '13844440101', agreed: false },
    ending: { is: 'undecided' },
  })
  expect(own.ok).toBe(true)
  // Neither before it was sent, nor after.
  const secrets = [
    ...NAMES_AND_PHONES,
    'livesAlone',
    'hospitalEscort',
    '石榴大爷',
    '13833330101',
    '海棠婆婆',
    '13844440101',
  ]
  for (const secret of secrets) expect([secret, await tablet.holds(secret)]).toEqual([secret, false])
  await tablet.sync()
  await office.sync()
  await tablet.sync()

  expect(tablet.book.get(compound.place('1-1-1-101'))).toMatchObject({ label: '101' })
  expect(household(tablet.reader(), door, DAY)).toMatchObject({ people: [], closed: true })
  expect(found(tablet.reader(), '欧阳')).toEqual([])
  expect(tablet.wire.heard.length).toBeGreaterThan(2)
  for (const secret of secrets) {
    expect([secret, await tablet.holds(secret)]).toEqual([secret, false])
    expect([secret, tablet.wire.heard.some((text) => text.includes(secret))]).toEqual([secret, false])
    expect([secret, tablet.wire.said.some((text) => text.includes(secret))]).toEqual([secret, false])
  }
  // They are no rumour: the office reads every one of them.
  for (const secret of secrets) expect([secret, await office.holds(secret)]).toEqual([secret, true])
})
