import { expect, test } from 'vitest'
import { correctShift, openShift, tap } from '#commands/bins.ts'
import { writeFeedback } from '#commands/feedback.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { readRescue, rescueText } from '#domain/rescueFile.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import { unsentText } from '#store/rescue.ts'
import { aCompound } from '#test/support/aServer.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'
import { RESCUE_BYTES } from '#wire/limits.ts'

const WORDS = '三单元门口的灯坏了三天'

async function must<T>(done: Promise<{ ok: true; value: T } | { ok: false; refused: string }>): Promise<T> {
  const answer = await done
  if (!answer.ok) throw new Error(answer.refused)
  return answer.value
}

/** A supervisor without a network: a shift with two drops, and a remark in somebody's words. */
async function aFullTablet() {
  const compound = await twoDevices()
  const liao = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'own' })
  liao.wire.cut()
  const [opened] = await must(
    openShift(liao, { place: compound.place('bin-1'), day: '2026-03-02', window: 'morning' }),
  )
  const shift = opened!.record
  await must(tap(liao, shift, 'right'))
  await must(tap(liao, shift, 'right'))
  const remark = await must(
    writeFeedback(liao, {
      place: compound.place('bin-1'),
      text: WORDS,
      category: 'lighting',
      urgency: 'u3',
      channel: 'door_visit',
      photos: [],
      ending: { is: 'praise' },
    }),
  )
  await liao.copy.follow()
  const bring = async (text: string) => {
    const answer = await compound.browserOf(compound.office).post('/api/rescue', text)
    return { status: answer.status, said: (await answer.json()) as Record<string, unknown> }
  }
  const taps = async () => {
    await compound.office.sync()
    return countsOf(compound.office.view.get<Shift>(shift)!).right
  }
  return { compound, office: compound.office, liao, shift, remark, bring, taps }
}

const fileOf = async (who: Volunteer) => (await unsentText(who.disk, who.storage.shelf, who.clock)) ?? ''

test('what a device could not send is carried to the office, and its own sync later doubles nothing', async () => {
  const { office, liao, remark, bring, taps } = await aFullTablet()
  const text = await fileOf(liao)
  expect(text).not.toContain(WORDS)

  const { status, said } = await bring(text)
  expect([status, said]).toEqual([
    200,
    {
      device: liao.enrolment.device,
      people: [liao.me],
      writtenAt: liao.clock,
      taken: 4,
      here: 0,
      held: [],
      missing: 0,
    },
  ])
  expect(await taps()).toBe(2)
  expect(office.view.get<Feedback>(remark)).toMatchObject({ text: WORDS, author: liao.me, no: 1 })
  expect(office.view.all('rescue')).toMatchObject([
    { author: office.me, device: liao.enrolment.device, count: 4 },
  ])

  liao.wire.mend()
  expect(await liao.sync()).toBe('done')
  expect(liao.book.waiting()).toEqual([])
  expect(await fileOf(liao)).toBe('')
  expect((await bring(text)).said).toMatchObject({ taken: 0, here: 4, held: [] })
  expect(await taps()).toBe(2)
  expect(office.view.all<Feedback>('feedback')).toHaveLength(1)
})

test('the file comes after the device’s own sync: nothing is doubled', async () => {
  const { liao, bring, taps, office, remark } = await aFullTablet()
  const text = await fileOf(liao)
  liao.wire.mend()
  await liao.sync()
  expect((await bring(text)).said).toMatchObject({ taken: 0, here: 4 })
  expect(await taps()).toBe(2)
  expect(office.view.get<Feedback>(remark)).toMatchObject({ no: 1 })
})

test('the disk of the tablet is gone: the second copy makes the file, and the office has everything', async () => {
  const { liao, bring, taps, office, remark } = await aFullTablet()
  liao.disk.close()
  const text = (await unsentText(undefined, liao.storage.shelf, liao.clock)) ?? ''
  expect((await bring(text)).said).toMatchObject({ taken: 4 })
  expect(await taps()).toBe(2)
  expect(office.view.get<Feedback>(remark)).toMatchObject({ text: WORDS })
})

test('a device that the office has stopped still makes its file, and what it says is judged like its sync', async () => {
  const { compound, liao, bring, taps } = await aFullTablet()
  await compound.desk('/api/devices/revoke', { device: liao.enrolment.device })
  expect((await bring(await fileOf(liao))).said).toMatchObject({ taken: 4 })
  expect(await taps()).toBe(2)
})

test('W8 who has lost the right meanwhile: new entries are taken with their taps, edits are asked of the office', async () => {
  const { compound, liao, shift, bring } = await aFullTablet()
  await must(correctShift(liao, shift, { window: 'evening' }))
  await liao.copy.follow()
  await compound.desk('/api/appointments/end', {
    person: liao.me,
    role: 'supervisor',
    place: compound.office.compound,
    to: '2026-03-01',
  })
  expect((await bring(await fileOf(liao))).said).toMatchObject({
    taken: 4,
    held: [{ why: 'notAllowed', count: 1 }],
  })
})

test('a file of another compound, of a newer version, a damaged one and one that is not ours are told apart', async () => {
  const { bring, liao } = await aFullTablet()
  const text = await fileOf(liao)
  const read = readRescue(text)
  if (!read.ok) throw new Error(read.refused)
  const { changes, tenant, device, at } = read.value
  for (const [why, other] of [
    ['rescueOtherCompound', rescueText({ tenant: 'other', device, at }, changes)],
    ['rescueNewer', text.replace('"v":2', '"v":9')],
    ['rescueDamaged', text.replace(tenant, `${tenant}"`)],
    ['rescueNotOurs', '会议记录'],
  ] as const)
    expect(await bring(other)).toEqual({ status: 422, said: { refused: why } })
  expect(await bring(`${text}${' '.repeat(RESCUE_BYTES)}`)).toEqual({
    status: 413,
    said: { refused: 'tooLarge' },
  })
})

test('only the office brings files in', async () => {
  const { browser, joined } = await aCompound()
  expect((await browser().post('/api/rescue', 'x')).status).toBe(401)
  const volunteer = await joined()
  expect((await volunteer.browser.post('/api/rescue', 'x')).status).toBe(403)
})
