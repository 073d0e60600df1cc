import { expect, test } from 'vitest'
import { mergeResidents, moveWithin } from '#commands/moves.ts'
import { enterResident } from '#commands/residents.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { backedUp, restored } from '#test/server/backup/aRun.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'
import type { SyncReply } from '#wire/messages.ts'
import { SYNC_PATH } from '#wire/office.ts'

/** Of two who live in building 1; invented. */
const [HER, HIM] = ['欧阳灯芯', '司徒青石'] as const
const TEXT = `${HER}（13811110101）和${HIM}（13811110102）都说楼梯滑`
const WITHOUT_HER = `〔已删〕（〔已删〕）和${HIM}（13811110102）都说楼梯滑`
const WITHOUT_BOTH = '〔已删〕（〔已删〕）和〔已删〕（〔已删〕）都说楼梯滑'
const FORM = 'feedback.capture'

/** A volunteer of buildings 1 and 2, half-way through writing about two residents of building 1. */
async function halfWritten() {
  const compound = await twoDevices()
  const { office, place, joins, desk } = compound
  const writer = await joins({ name: '任国清', place: place('1') })
  const also = { person: writer.me, name: '任国清', role: 'gridWorker', place: place('2') } as const
  await joins(also)
  await writer.sync()
  const draft = { author: writer.me, form: FORM, about: 'begun' }
  await writer.drafts.keep(draft, 1, { text: TEXT })
  const resident = (name: string) => office.view.all<Resident>('resident').find((one) => one.name === name)!
  const [her, him] = [resident(HER), resident(HIM)]
  const erases = async (one: Resident) => {
    const asked = { resident: one.id, why: 'asked', remarks: [] }
    expect((await desk('/api/residents/erase', asked)).status).toBe(200)
  }
  const ends = async (key: string) => {
    const ended = { person: writer.me, role: 'gridWorker', place: place(key), to: '2026-02-28' }
    expect((await desk('/api/appointments/end', ended)).status).toBe(200)
  }
  const names = () => writer.view.all<Resident>('resident').map(({ name }) => name)
  const left = async () => ((await writer.drafts.open(draft))!.content as { text: string }).text
  return { compound, office, writer, draft, her, him, erases, ends, names, left }
}

/** Answers of a server of before, which did not say which of the two it was. */
function ofBefore(writer: Volunteer): void {
  const { wire } = writer
  const send = wire.send.bind(wire)
  const silent: typeof send = async (path, init) => {
    const answer = await send(path, init)
    if (path !== SYNC_PATH || !answer.ok) return answer
    const { erased: _, ...reply } = (await answer.json()) as SyncReply
    return new Response(JSON.stringify(reply), { status: 200 })
  }
  Object.assign(wire, { send: silent })
}

test('INV-1 SEC-96 whoever moved out of a volunteer’s reach is on their phone no more, and stands in what they have half written; whoever is erased does not', async () => {
  const { compound, office, writer, her, him, erases, ends, names, left } = await halfWritten()
  await must(moveWithin(office, [him], compound.place('2-1-1-101')))
  await office.sync()
  await writer.sync()
  expect(await left()).toBe(TEXT)
  expect(names()).toContain(HIM)
  await ends('2')
  await writer.sync()
  expect(names()).not.toContain(HIM)
  expect(await left()).toBe(TEXT)
  await erases(her)
  await writer.sync()
  expect(names()).not.toContain(HER)
  expect(await left()).toBe(WITHOUT_HER)
})

test('INV-1 SEC-96 one reply takes away a neighbour who moved to where its reader may not look and another who was erased: the words about the first stay', async () => {
  const { compound, office, writer, her, him, erases, ends, names, left } = await halfWritten()
  await ends('2')
  await writer.sync()
  await must(moveWithin(office, [him], compound.place('2-1-1-101')))
  await office.sync()
  await erases(her)
  await writer.sync()
  expect(names()).not.toContain(HER)
  expect(names()).not.toContain(HIM)
  expect(await left()).toBe(WITHOUT_HER)
})

test('INV-1 an appointment that ended takes its residents from the phone and no word from what is half written', async () => {
  const { writer, ends, names, left } = await halfWritten()
  await ends('1')
  await writer.sync()
  expect(names()).not.toContain(HER)
  expect(names()).not.toEqual([])
  expect(await left()).toBe(TEXT)
})

test('INV-24 SEC-96 a phone that was away for months, and for which much became another meanwhile, still takes out who was erased and nobody else', async () => {
  const { compound, office, writer, her, him, erases, ends, names, left } = await halfWritten()
  writer.wire.cut()
  await erases(her)
  for (let n = 0; n < 30; n += 1)
    await must(enterResident(office, compound.place('1-2-2-201'), { name: `新来${n}`, phone: '' }))
  await must(moveWithin(office, [him], compound.place('2-1-1-101')))
  await office.sync()
  await ends('2')
  compound.clock = '2026-06-01T01:00:00.000Z'
  writer.wire.mend()
  await writer.sync()
  expect(names()).not.toContain(HER)
  expect(names()).not.toContain(HIM)
  expect(names()).toContain('新来29')
  expect(await left()).toBe(WITHOUT_HER)
})

test('INV-24 SEC-96 W7 a phone that hears of an erasure only after a backup was put back takes their name out, also of one whom the backup never had', async () => {
  const { compound, office, writer, her, erases, names, left, draft } = await halfWritten()
  const backup = await backedUp(await compound.data())
  await must(enterResident(office, compound.place('1-2-2-201'), { name: '南宫小满', phone: '13899990000' }))
  await office.sync()
  await writer.sync()
  const text = `${TEXT}，南宫小满也说`
  await writer.drafts.keep(draft, 1, { text })
  const late = office.view.all<Resident>('resident').find(({ name }) => name === '南宫小满')!
  writer.wire.cut()
  await erases(her)
  await erases(late)
  await compound.operated(async (data) => {
    const done = await restored(data, backup.path)
    if (!done.ok) throw new Error(done.refused)
  })
  writer.wire.mend()
  for (let turn = 0; turn < 3; turn += 1) await writer.sync()
  expect(names()).not.toContain(HER)
  expect(await left()).toBe(`${WITHOUT_HER}，〔已删〕也说`)
})

test('INV-24 that two records are one human being cuts nobody’s words; erasing them takes both names out', async () => {
  const { office, writer, her, him, erases, left } = await halfWritten()
  await must(mergeResidents(office, him.id, her.id))
  await office.sync()
  await writer.sync()
  expect(await left()).toBe(TEXT)
  await erases(her)
  await writer.sync()
  expect(await left()).toBe(WITHOUT_BOTH)
})

test('INV-1 INV-24 of whoever left their reach first a volunteer hears nothing, also when they are erased: no answer tells what became of them, and the words stay', async () => {
  const { office, writer, her, erases, ends, left } = await halfWritten()
  await ends('1')
  await writer.sync()
  const before = writer.wire.heard.length
  await erases(her)
  await office.sync()
  await writer.sync()
  const heard = writer.wire.heard.slice(before)
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.join()).not.toContain(her.id)
  expect(await left()).toBe(TEXT)
})

test('INV-24 SEC-96 a server of before does not say which of the two it was: then its word to forget counts as an erasure', async () => {
  const { compound, office, writer, her, him, erases, ends, left } = await halfWritten()
  await ends('2')
  await writer.sync()
  ofBefore(writer)
  await must(moveWithin(office, [him], compound.place('2-1-1-101')))
  await office.sync()
  await erases(her)
  await writer.sync()
  expect(await left()).toBe(WITHOUT_BOTH)
})
