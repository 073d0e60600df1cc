import { expect, test } from 'vitest'
import { keepCare } from '#commands/care.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { editResident, enterResident } from '#commands/residents.ts'
import { mergeResidents } from '#commands/moves.ts'
import { recordVisit } from '#commands/visits.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { planImport } from '#domain/roster/diff.ts'
import { gatherTable } from '#domain/roster/sheets.ts'
import { household } from '#queries/residents.ts'
import { receipts } from '#store/receipts.ts'
import { unsentText } from '#store/rescue.ts'
import { backedUp, restored } from '#test/server/backup/aRun.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { aSound } from '#test/support/sounds.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'

/** All by which she is known, and by which nobody else is. */
const NAME = '欧阳灯芯'
const HERS = [NAME, '13811110101', '欧阳石榴', '13700001111', 'specialFamily', 'hospitalEscort'] as const
const CONSENT = { basis: 'self', at: '2026-03-02', how: 'spoken' } as const

/** She lives behind 1-1-101 with much that is known of her; two volunteers of her building, one of them on the way. */
async function known() {
  const compound = await twoDevices()
  const { office, place, joins } = compound
  const home = place('1-1-1-101')
  const near = await joins({ name: '何桂英', place: place('1') })
  const away = await joins({ name: '任国清', place: place('1') })
  const at = (who: Volunteer) => household(who.reader(), home, '2026-03-02')!.people[0]!
  const { resident, contact } = at(office)
  await must(
    editResident(
      office,
      { resident, contact },
      {
        name: NAME,
        phone: '13811110101',
        kin: { name: '欧阳石榴', relation: '女儿', phone: '13700001111' },
      },
    ),
  )
  const care = { tags: ['livesAlone'], needs: ['hospitalEscort'], reasons: ['specialFamily'] } as const
  await must(keepCare(office, { resident }, { ...care, consent: CONSENT }))
  const sound = await near.takePhoto(aSound('她自己的话'))
  await must(recordVisit(near, { dwelling: home, outcome: 'met', note: `${NAME}说腿不好，找13700001111` }))
  const said = await writeFeedback(near, {
    place: home,
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    text: `${NAME}家门口的灯坏了`,
    voice: { sound, seconds: 9, speaker: 'resident' },
    reporter: { displayName: '欧阳婆婆', phone: '138 1111 0101', agreed: false },
    ending: { is: 'undecided' },
  })
  if (!said.ok) throw new Error(said.refused)
  const remark = said.value
  await near.sync()
  for (const one of [office, near, away]) await one.sync()
  const erases = (form: object = {}) =>
    compound.desk('/api/residents/erase', { resident: resident.id, why: 'asked', remarks: [], ...form })
  return { compound, home, resident, contact: contact!, office, near, away, at, sound, remark, erases }
}

const lies = async (who: Volunteer) => {
  const found: string[] = []
  for (const word of HERS) if (await who.holds(word)) found.push(word)
  return [...found, ...HERS.filter((word) => JSON.stringify([...who.book.bases()]).includes(word))]
}

/** Everything that the server keeps of the compound, in one text. */
async function kept({ server, office }: Compound): Promise<string> {
  const { log, journal } = server.started.office
  const all = await log.transact(office.tenant, async (tx) => [
    await tx.rows(0, await tx.head()),
    await tx.recordsAfter(0, 1_000_000),
  ])
  return JSON.stringify([all, await journal.entries()])
}

const left = async (compound: Compound) => {
  const text = await kept(compound)
  return HERS.filter((word) => text.includes(word))
}

test('W15 INV-24 who is erased is in no record, no row of the log, no journal and no photo, and on no device after its next contact', async () => {
  const { compound, resident, office, near, away, home, sound, remark, erases } = await known()
  expect(await left(compound)).toEqual([...HERS])
  expect(await lies(away)).toContain(NAME)
  expect(await near.seesPhoto(sound)).toBe(true)
  const others = await kept(compound)

  expect((await erases()).status).toBe(200)
  expect(await left(compound)).toEqual([])
  for (const one of [office, near, away]) {
    await one.sync()
    expect(await lies(one)).toEqual([])
    expect(one.view.get(resident.id)).toBeUndefined()
    expect(one.view.all<Resident>('resident')).not.toEqual([])
  }
  // Her voice is gone from the server, and with it the way to it; what was done and said stays.
  expect(await office.seesPhoto(sound)).toBe(false)
  const [visit] = office.view.all<Visit>('visit')
  expect(visit).toMatchObject({ place: home, outcome: 'met', cut: true })
  expect(visit?.note).toBeUndefined()
  expect(office.view.get<Feedback>(remark)).toMatchObject({
    text: '某家门口的灯坏了',
    category: 'lighting',
    no: 1,
  })
  expect(office.view.get<Feedback>(remark)?.voice).toBeUndefined()
  expect(office.view.all('reporter')).toEqual([])
  // Everybody else is as they were.
  for (const other of ['司徒青石', '13811110102', '令狐白露'])
    expect((await kept(compound)).split(other)).toHaveLength(others.split(other).length)
  const { rows } = await compound.server.started.office.trail.page(office.tenant, undefined)
  expect(rows[0]).toMatchObject({ what: 'resident.erased', object: resident.id, actor: office.me })
  // Asked again it is done already.
  expect((await erases()).status).toBe(200)
  expect((await erases({ resident: 'nobody' })).status).toBe(404)
})

test('SEC-96 whoever was half-way through writing about her keeps their words, without her name and number, and sees that they were taken out', async () => {
  const { home, near, away, erases } = await known()
  const draft = { author: away.me, form: 'feedback.capture', about: 'begun' }
  const written = {
    place: home,
    text: `${NAME}（+86 138-1111-0101）和令狐白露都说楼梯滑`,
    reporter: { displayName: NAME, phone: '13811110101', agreed: false },
    day: '2026-03-02',
  }
  await away.drafts.keep(draft, 1, written)
  const other = { author: away.me, form: 'feedback.capture', about: 'other' }
  await away.drafts.keep(other, 1, { text: '水表又漏' })
  await erases()
  await near.sync()
  await away.sync()
  expect((await away.drafts.open(draft))?.content).toEqual({
    ...written,
    text: '〔已删〕（〔已删〕）和令狐白露都说楼梯滑',
    reporter: { displayName: '', phone: '', agreed: false },
  })
  expect((await away.drafts.open(other))?.content).toEqual({ text: '水表又漏' })
})

test('W15 INV-24 what comes late of her is kept out and told to its author without her name; what else was said at the door is taken', async () => {
  const { compound, home, contact, resident, near, away, erases } = await known()
  away.wire.cut()
  await must(
    editResident(
      away,
      { resident: { ...resident, name: NAME }, contact: { ...contact, phone: '13811110101' } },
      {
        name: `${NAME}老师`,
        phone: '13811110199',
        kin: { name: '欧阳石榴', relation: '女儿', phone: '13700001111' },
      },
    ),
  )
  await must(recordVisit(away, { dwelling: home, outcome: 'noAnswer', note: `敲了门，${NAME}不在` }))
  expect(await lies(away)).toContain(NAME)
  await erases()
  away.wire.mend()
  await away.sync()
  await near.sync()

  expect(await left(compound)).toEqual([])
  expect(await lies(away)).toEqual([])
  expect(away.book.waiting()).toEqual([])
  expect(away.view.all<Visit>('visit').map(({ note }) => note)).toEqual([undefined, '敲了门，某不在'])
  const [told] = await receipts(away.disk)
  expect(told).toMatchObject({ why: 'erased', author: away.me, name: 'resident.edit' })
  expect(JSON.stringify(told)).not.toContain(NAME)
})

test('W15 INV-24 a device that took it all in whole pages leaves none of it lying under what is newer', async () => {
  const { compound, erases } = await known()
  const late = await compound.joins({ name: '田华', place: compound.place('1') })
  await late.sync()
  expect(await lies(late)).toContain(NAME)
  expect((await erases()).status).toBe(200)
  await late.sync()
  expect(await lies(late)).toEqual([])
})

test('INV-24 what waits of another door keeps its words, though nobody else lives behind hers', async () => {
  const { compound, near, erases } = await known()
  // Of a building that is not his to visit: it waits for the office, whole.
  const note = '三楼的灯坏了，敲门没人应'
  await must(recordVisit(near, { dwelling: compound.place('2-1-2-201'), outcome: 'noAnswer', note }))
  const asks = `找${NAME}，不在这里`
  await must(recordVisit(near, { dwelling: compound.place('2-1-1-101'), outcome: 'noAnswer', note: asks }))
  await near.sync()
  expect(await kept(compound)).toContain(note)
  expect((await erases()).status).toBe(200)
  expect(await left(compound)).toEqual([])
  expect(await kept(compound)).toContain(note)
  expect(await kept(compound)).toContain('找某，不在这里')
})

test('INV-24 whoever was said, on the way, to be the same as one who is erased is not hidden behind her: it waits for a person', async () => {
  const { compound, resident, office, away, home, erases } = await known()
  await must(enterResident(office, home, { name: '南宫小满', phone: '13899990000' }))
  await office.sync()
  const officer = await compound.joins({ name: '罗书记', role: 'officer', place: compound.place('compound') })
  await officer.sync()
  const other = officer.view.all<Resident>('resident').find(({ name }) => name === '南宫小满')!
  officer.wire.cut()
  await must(mergeResidents(officer, other.id, resident.id))
  await erases()
  officer.wire.mend()
  await officer.sync()
  for (const one of [officer, office, away]) await one.sync()
  for (const one of [officer, office, away])
    expect(one.view.get<Resident>(other.id)?.mergedInto).toBeUndefined()
  expect(await receipts(officer.disk)).toMatchObject([{ name: 'resident.mergeInto', why: 'wrongState' }])
})

test('W15 INV-24 a rescue file that is brought later does not bring her back', async () => {
  const { compound, resident, contact, away, erases } = await known()
  away.wire.cut()
  await must(editResident(away, { resident, contact }, { name: `${NAME}改`, phone: '13811110101' }))
  const file = (await unsentText(away.disk, away.storage.shelf, away.clock)) ?? ''
  await erases()
  const brought = await compound.browserOf(compound.office).post('/api/rescue', file)
  expect(await brought.json()).toMatchObject({ held: [], missing: 0 })
  expect(await left(compound)).toEqual([])
})

test('W15 INV-24 W7 a backup from before is put back, and devices send again what they sent: she stays erased', async () => {
  const { compound, resident, office, near, away, home, erases } = await known()
  const backup = await backedUp(await compound.data())
  await must(recordVisit(near, { dwelling: home, outcome: 'met', note: `又见到${NAME}` }))
  await must(enterResident(near, home, { name: '南宫小满', phone: '13899990000' }))
  await near.sync()
  await erases()
  await office.sync()
  await compound.operated(async (data) => {
    const done = await restored(data, backup.path)
    if (!done.ok) throw new Error(done.refused)
  })
  // Before anybody asked: the journal beside the database was played.
  expect(await left(compound)).toEqual([])
  for (let turn = 0; turn < 4; turn += 1) for (const one of [near, away, office]) await one.sync()
  expect(await left(compound)).toEqual([])
  for (const one of [near, away, office]) expect(await lies(one)).toEqual([])
  expect(office.view.get(resident.id)).toBeUndefined()
  expect(office.view.all<Visit>('visit').map(({ note }) => note)).toEqual(['某说腿不好，找****', '又见到某'])
  expect(office.view.all<Resident>('resident').map(({ name }) => name)).toContain('南宫小满')
})

test('INV-24 a roster that still has her does not bring her back: the others of it enter, and the import is taken back without her', async () => {
  const { compound, office, erases } = await known()
  await erases()
  await office.sync()
  const rows = [
    ['栋', '单元', '房号', '姓名', '电话'],
    ['1', '1', '101', NAME, '13811110101'],
    ['1', '1', '102', '公孙立夏', '13811110199'],
  ]
  const all = <R>(kind: string) => office.view.all(kind) as unknown as readonly R[]
  const diff = planImport(gatherTable(rows), {
    places: all('place'),
    residents: all('resident'),
    contacts: all('contact'),
    imports: all('import'),
    parts: all('importPart'),
  })
  if (!diff.ok) throw new Error(diff.refused)
  const brought = await compound.desk('/api/roster/import', {
    import: 'april',
    file: '四月.xlsx',
    rows,
    answers: [],
    digest: diff.value.digest,
  })
  expect(brought.status).toBe(200)
  await office.sync()
  const names = () => office.view.all<Resident>('resident').flatMap((one) => (one.voided ? [] : [one.name]))
  expect(names()).toContain('公孙立夏')
  expect(names()).not.toContain(NAME)
  expect(await left(compound)).toEqual([])
  expect((await compound.desk('/api/roster/undo', { import: 'april' })).status).toBe(200)
  await office.sync()
  expect(names()).not.toContain('公孙立夏')
})

test('INV-24 one who comes back to her door under her name is entered by hand, and what is said of her then stands', async () => {
  const { compound, home, office, erases } = await known()
  await erases()
  await must(enterResident(office, home, { name: NAME, phone: '' }))
  await must(recordVisit(office, { dwelling: home, outcome: 'met', note: `${NAME}搬回来了` }))
  await office.sync()
  expect(household(office.reader(), home, '2026-03-02')!.people.map((one) => one.resident.name)).toEqual([
    NAME,
  ])
  expect(office.view.all<Visit>('visit').map(({ note }) => note)).toContain(`${NAME}搬回来了`)
  expect(await left(compound)).toContain(NAME)
})
