import { expect, test } from 'vitest'
import { giveUp, release, sayBetter } from '#commands/deciding.ts'
import { recordVisit } from '#commands/visits.ts'
import type { Held } from '#domain/held.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { type Attention, attentionOf } from '#queries/attention.ts'
import type { HeldAct } from '#queries/heldActs.ts'
import { argsWith, fieldsOf, isSayable } from '#queries/heldFields.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'

/** Of building 1 only; the visit was written down at a door of building 2. */
async function aWrongDoor() {
  const compound = await twoDevices()
  const { office, place } = compound
  const he = await compound.joins({ name: '何桂英', place: place('1') })
  const done = await recordVisit(he, { dwelling: place('2-1-1-101'), outcome: 'met', note: '灯换好了' })
  if (!done.ok) throw new Error(done.refused)
  expect(await he.sync()).toBe('done')
  await office.sync()
  return { compound, office, place, he, visit: done.value[0]!.record }
}

const open = (who: Volunteer) =>
  attentionOf(who.view, who.me, DAY).filter((one): one is Attention & HeldAct => one.is !== 'disagreement')

/** As the form does it: some fields of the first thing said, the rest as they were. */
function corrected(who: Volunteer, one: HeldAct, edits: Record<string, unknown>) {
  const said = new Map<RecordId, unknown>()
  for (const held of one.act) {
    if (held.change.name === 'held.correct') continue
    const args = argsWith(held, said.size === 0 ? edits : {})
    if (!args.ok) throw new Error(args.refused)
    said.set(held.id, args.value)
  }
  return sayBetter(who, [...one.act, ...one.before], said)
}

test('W3 what was not taken is read in the words of its form, corrected without a network, and taken', async () => {
  const { office, place, he, visit } = await aWrongDoor()
  const [one, ...more] = open(he)
  expect(more).toEqual([])
  expect(one).toMatchObject({ is: 'notTaken', record: { why: 'notAllowed' } })
  expect(isSayable(one!)).toBe(true)
  expect(fieldsOf(one!.record)).toMatchObject([
    { name: 'place', kind: 'place', value: place('2-1-1-101') },
    { name: 'outcome', kind: 'choice', value: 'met' },
    { name: 'note', kind: 'text', value: '灯换好了', most: 500 },
    { name: 'rosterConfirmed', kind: 'choice' },
    { name: 'quietUntil', kind: 'day', value: undefined },
    { name: 'on', kind: 'day', value: undefined },
  ])

  he.wire.cut()
  expect(await corrected(he, one!, { place: place('1-1-1-101'), note: '灯换好了，谢过了' })).toMatchObject({
    ok: true,
  })
  expect(open(he)).toEqual([])
  await he.restart()
  expect(open(he)).toEqual([])
  he.wire.mend()
  expect(await he.sync()).toBe('done')
  await office.sync()
  expect(office.view.get<Visit>(visit)).toMatchObject({ place: place('1-1-1-101'), note: '灯换好了，谢过了' })
  expect(office.view.all<Held>('held')).toMatchObject([{ status: 'corrected', decided: { by: he.me } }])
  expect([open(office), open(he)]).toEqual([[], []])
})

test('W3 the first decision stands: a correction that comes after it is not done beside it, and says so', async () => {
  const { office, place, he, visit } = await aWrongDoor()
  expect(await giveUp(office, open(office)[0]!.act, '写错楼了')).toMatchObject({ ok: true })
  await office.sync()
  expect(await corrected(he, open(he)[0]!, { place: place('1-1-1-101') })).toMatchObject({ ok: true })
  await he.sync()
  await office.sync()
  expect(office.view.get(visit)).toBeUndefined()
  const [late, ...more] = open(he)
  expect([late?.record.why, more]).toEqual(['decidedBefore', []])
  expect(office.view.all<Held>('held').find((one) => one.status === 'givenUp')).toMatchObject({
    decided: { by: office.me, reason: '写错楼了' },
  })
  // Its words are still there: given up by its author, or taken by the office after all.
  await release(office, open(office)[0]!.act)
  await office.sync()
  expect(office.view.get<Visit>(visit)).toMatchObject({ place: place('1-1-1-101') })
  await he.sync()
  expect(open(he)).toEqual([])
})

test('W3 a correction of what somebody has decided on is refused before it is sent, where that is known', async () => {
  const { office, he } = await aWrongDoor()
  const [one] = open(he)
  await giveUp(office, open(office)[0]!.act)
  await office.sync()
  await he.sync()
  expect(await corrected(he, one!, {})).toEqual({ ok: false, refused: 'nothingToDo' })
})

test('W3 what is said again and again not taken stands there once; the office takes the last words, once', async () => {
  const { office, place, he, visit } = await aWrongDoor()
  for (const note of ['第二遍', '第三遍']) {
    await corrected(he, open(he)[0]!, { note })
    await he.sync()
    expect(open(he)).toHaveLength(1)
  }
  await office.sync()
  const [asked, ...more] = open(office)
  expect(more).toEqual([])
  await release(office, asked!.act)
  await office.sync()
  expect(office.view.get<Visit>(visit)).toMatchObject({
    note: '第三遍',
    place: place('2-1-1-101'),
    author: he.me,
  })
  expect(open(office)).toEqual([])
  await he.sync()
  expect(open(he)).toEqual([])
})

test('W3 giving up lets go of every attempt', async () => {
  const { office, he } = await aWrongDoor()
  await corrected(he, open(he)[0]!, { note: '第二遍' })
  await he.sync()
  const { act, before } = open(he)[0]!
  await giveUp(he, [...act, ...before], '记错了')
  await he.sync()
  await office.sync()
  expect([open(he), open(office)]).toEqual([[], []])
  expect(office.view.all<Held>('held').map(({ status }) => status)).toEqual(['givenUp', 'givenUp', 'givenUp'])
})

test('the office corrects what somebody wrote; it is then the office’s word', async () => {
  const { office, place, he, visit } = await aWrongDoor()
  await corrected(office, open(office)[0]!, { place: place('1-1-1-102') })
  await office.sync()
  expect(office.view.get<Visit>(visit)).toMatchObject({ place: place('1-1-1-102'), author: office.me })
  await he.sync()
  expect(open(he)).toEqual([])
})
