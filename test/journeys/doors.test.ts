import { expect, test } from 'vitest'
import { decide, giveUp } from '#commands/deciding.ts'
import { editResident } from '#commands/residents.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { recordVisit, undoVisit } from '#commands/visits.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Held } from '#domain/held.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { attentionOf } from '#queries/attention.ts'
import { buildingsOf } from '#queries/buildings.ts'
import { elevationOf } from '#queries/doors.ts'
import { household } from '#queries/residents.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { found } from '#test/support/homes.ts'
import { RESIDENTS, twoDevices } from '#test/support/twoDevices.ts'

const DAY = '2026-03-02'

async function aStaircase() {
  const compound = await twoDevices()
  const { place, joins } = compound
  const phone = await joins({ name: '何桂英', role: 'gridWorker', place: place('1') })
  return { compound, place, phone, office: compound.office }
}

const at = (who: Volunteer, door: RecordId) => household(who.reader(), door, DAY)!

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

async function corrects(who: Volunteer, door: RecordId, phone: string): Promise<void> {
  const [seen] = at(who, door).people
  await must(editResident(who, seen!, { name: seen!.resident.name, phone }))
}

test('W9 two people correct one phone number without a signal: both are kept until somebody decides', async () => {
  const { phone, office, place } = await aStaircase()
  const door = place('1-1-1-101')
  phone.wire.cut()
  office.wire.cut()
  await corrects(phone, door, '13899990001')
  await corrects(office, door, '13899990002')
  phone.wire.mend()
  office.wire.mend()
  await office.sync()
  await phone.sync()
  await office.sync()

  for (const who of [phone, office]) {
    expect(at(who, door).people[0]?.contact?.phone).toBe('13899990002')
    expect(attentionOf(who.view, who.me, DAY)).toMatchObject([
      { is: 'disagreement', stands: '13899990002', proposal: { value: '13899990001', by: phone.me } },
    ])
  }

  const [open] = attentionOf(phone.view, phone.me, DAY)
  if (open?.is !== 'disagreement') throw new Error('nothing to decide')
  await must(decide(phone, open.record, open.proposal, true))
  await phone.sync()
  await office.sync()
  for (const who of [phone, office]) {
    expect(at(who, door).people[0]?.contact?.phone).toBe('13899990001')
    expect(attentionOf(who.view, who.me, DAY)).toEqual([])
  }
})

test('twelve doors without a signal light up here at once and at the office when it comes back, each once', async () => {
  const { phone, office, place } = await aStaircase()
  phone.wire.cut()
  const doors = ['1-1-1-101', '1-1-1-102', '1-2-2-201'].map(place)
  await must(recordVisit(phone, { dwelling: doors[0]!, outcome: 'met', note: '腿脚好多了' }))
  await must(recordVisit(phone, { dwelling: doors[1]!, outcome: 'noAnswer' }))
  await must(recordVisit(phone, { dwelling: doors[2]!, outcome: 'met' }))
  const mistaken = at(phone, doors[2]!).visits[0]!.id
  await must(undoVisit(phone, mistaken))
  const progress = (who: Volunteer) => elevationOf(who.reader(), place('1'), DAY)?.progress
  expect(progress(phone)).toMatchObject({ lit: 1, livedIn: 3 })

  phone.wire.mend()
  phone.wire.double(3)
  await phone.sync()
  await office.sync()
  expect(progress(office)).toEqual(progress(phone))
  expect(at(office, doors[0]!).visits).toMatchObject([
    { outcome: 'met', note: '腿脚好多了', author: phone.me },
  ])
  expect(at(office, doors[2]!).visits).toEqual([])
  expect(office.view.get<Visit>(mistaken)?.voided).toMatchObject({ reason: 'undo' })
})

test('W8 a volunteer who moves to another building has no name of the old one left, and nothing of theirs is lost', async () => {
  const { compound, phone, office, place } = await aStaircase()
  const door = place('1-1-1-101')
  // Their own correction of the first number stays theirs to see until it is decided; it says which number it saw.
  const oldNames = RESIDENTS.filter(([building]) => building === '1')
    .flatMap(([, , , name, number]) => [name, number])
    .filter((secret) => secret !== '13811110101')
  const newNames = RESIDENTS.filter(([building]) => building === '2').map(([, , , name]) => name)
  for (const name of oldNames) expect([name, await phone.holds(name)]).toEqual([name, true])

  phone.wire.cut()
  await must(recordVisit(phone, { dwelling: door, outcome: 'met' }))
  await must(recordVisit(phone, { dwelling: place('1-1-1-102'), outcome: 'noAnswer' }))
  await corrects(phone, door, '13899990003')
  await corrects(phone, door, '13899990004')
  const said = await writeFeedback(phone, {
    place: door,
    text: '水管漏水',
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    reporter: { displayName: '石榴大爷', agreed: false },
    ending: { is: 'undecided' },
  })
  if (!said.ok) throw new Error(said.refused)

  // Yesterday was their last day in building 1; from today it is building 2.
  const ended = { person: phone.me, role: 'gridWorker', place: place('1'), to: '2026-03-01' }
  expect((await compound.desk('/api/appointments/end', ended)).status).toBe(200)
  phone.wire.mend()
  const moved = await compound.joins({ name: '何桂英', place: place('2'), person: phone.me }, phone)
  expect(moved.status.getState()).toMatchObject({ link: 'good', unsent: 0, complete: true })
  for (const name of oldNames) {
    expect([name, await moved.holds(name)]).toEqual([name, false])
    expect([name, found(moved.reader(), name)]).toEqual([name, []])
  }
  for (const name of newNames) expect([name, await moved.holds(name)]).toEqual([name, true])
  expect(buildingsOf(moved.reader()).map(({ label }) => label)).toEqual(['2栋'])
  expect(moved.book.waiting()).toEqual([])

  // What they had not sent was taken: what was new with a mark, since nobody judged it by the day the device claimed; the
  // edits wait for the office.
  await office.sync()
  const kept = office.view.all<Held>('held').filter((one) => one.author === phone.me)
  expect(kept.map(({ change, why, status }) => [change.name, why, status]).sort()).toEqual([
    ['contact.edit', 'notAllowed', 'open'],
    ['contact.edit', 'notAllowed', 'open'],
  ])
  expect(office.view.all<Visit>('visit').map(({ outcome, lapsed }) => [outcome, lapsed])).toEqual(
    expect.arrayContaining([
      ['met', true],
      ['noAnswer', true],
    ]),
  )
  // What they heard is heard of by the office at once: whoever is in the compound may write that down about any door.
  expect(office.view.get<Feedback>(said.value)).toMatchObject({ place: door, text: '水管漏水' })
  expect(
    attentionOf(moved.view, phone.me, DAY).flatMap((one) => (one.is === 'notTaken' ? one.act : [])),
  ).toHaveLength(2)
  const wanted = kept.filter(({ body }) => JSON.stringify(body).includes('13899990003"}'))
  for (const one of wanted) {
    await must(office.commit([{ record: one.id, name: 'held.release', v: 1, args: {} }]))
  }
  await office.sync()
  expect(at(office, door)).toMatchObject({
    visits: [{ outcome: 'met', author: phone.me }],
    people: [{ contact: { phone: '13899990003' } }],
  })
  await moved.sync()
  expect(await moved.holds('欧阳灯芯')).toBe(false)

  // The rest they let go of themselves; then nobody is asked any more, here or at the office.
  for (const one of attentionOf(moved.view, moved.me, DAY)) {
    if (one.is === 'notTaken') await must(giveUp(moved, one.act))
  }
  expect(attentionOf(moved.view, moved.me, DAY)).toEqual([])
  await moved.sync()
  await office.sync()
  expect(
    office.view
      .all<Held>('held')
      .map(({ status }) => status)
      .sort(),
  ).toEqual(['givenUp', 'released'])
})
