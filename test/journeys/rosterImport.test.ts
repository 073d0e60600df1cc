import { expect, test } from 'vitest'
import type { Contact } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import { planImport, type RosterDiff } from '#domain/roster/diff.ts'
import { columnsRemembered, type ImportPart, type RosterImport } from '#domain/roster/import.ts'
import { gatherTable } from '#domain/roster/sheets.ts'
import type { Visit } from '#domain/doors/visit.ts'
import { recordVisit } from '#commands/visits.ts'
import { PASS_HEADER } from '#wire/office.ts'
import type { ImportReply, UndoReply } from '#wire/roster.ts'
import { recordsOf } from '#server/roster/bring.ts'
import { aCompound, PASSPHRASE } from '#test/support/aServer.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { type Compound, RESIDENTS, twoDevices } from '#test/support/twoDevices.ts'

// Everybody here is invented.
const HEAD = ['栋', '单元', '房号', '姓名', '电话']
type Rows = readonly (readonly string[])[]

/** Next month: one phone is another, one person and one home are new, one person is not named any more. */
const NEXT: Rows = [
  HEAD,
  ...RESIDENTS.filter(([, , , name]) => name !== '独孤谷雨').map((row) =>
    row[3] === '欧阳灯芯' ? [...row.slice(0, 4), '13911119999'] : [...row],
  ),
  ['1', '1', '102', '公孙立夏', '13811110199'],
  ['2', '1', '301', '宇文小满', '13822220301'],
]

/** What the officer's own device says of a roster. */
function preview(office: Volunteer, rows: Rows): RosterDiff {
  const diff = planImport(gatherTable(rows), {
    places: office.view.all<Place>('place'),
    residents: office.view.all<Resident>('resident'),
    contacts: office.view.all<Contact>('contact'),
    imports: office.view.all<RosterImport>('import'),
    parts: office.view.all<ImportPart>('importPart'),
  })
  if (!diff.ok) throw new Error(diff.refused)
  return diff.value
}

const said = ({ rows }: RosterDiff) =>
  rows.map(({ is, what, door, who, why, usual }) =>
    [is, what, door, who, why, usual].filter(Boolean).join(' '),
  )

interface Agreed {
  readonly import?: string
  readonly digest?: string
}

function agree(compound: Compound, rows: Rows, agreed: Agreed = {}): Promise<Response> {
  return compound.desk('/api/roster/import', {
    import: 'april',
    file: '四月名册.xlsx',
    rows,
    answers: [],
    digest: preview(compound.office, rows).digest,
    columns: [{ heading: '户主', is: 'name' }],
    ...agreed,
  })
}

async function read<T>(answer: Response): Promise<T> {
  expect(answer.status, await answer.clone().text()).toBe(200)
  return (await answer.json()) as T
}

const nameOf = (who: Volunteer, name: string) =>
  who.view.all<Resident>('resident').find((one) => one.name === name && !one.voided)
const phoneOf = (who: Volunteer, name: string) =>
  who.view.get<Contact>(contactId(nameOf(who, name)?.id ?? ('' as RecordId)))?.phone

const partsOf = (who: Volunteer) => who.view.all<ImportPart>('importPart').filter((one) => one.of === 'april')

const byHand = (who: Volunteer, name: string, phone: string) => {
  const record = contactId(nameOf(who, name)!.id)
  const was = who.view.get<Contact>(record)?.phone
  return must(who.commit([{ record, name: 'contact.edit', v: 1, args: { phone: { was, now: phone } } }]))
}

test('next month’s roster is a difference and not a second compound; two devices see it', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  const diff = preview(office, NEXT)
  const people = office.view.all<Resident>('resident').length
  // The set-up was a roster too: what it gave nobody wrote by hand.
  expect(said(diff)).toEqual([
    'changed phone 1-1-101 欧阳灯芯 enter',
    'new person 1-1-102 公孙立夏 enter',
    'new home 2-1-301 enter',
    'new person 2-1-301 宇文小满 enter',
    'missing home 2-1-201 notInRoster leave',
    'missing person 2-1-201 独孤谷雨 notInRoster leave',
  ])

  const done = await read<ImportReply>(await agree(compound, NEXT))
  expect(done).toMatchObject({ import: 'april', counts: diff.counts, made: 7 })
  await office.sync()
  await phone.sync()
  for (const who of [office, phone]) {
    expect(phoneOf(who, '欧阳灯芯')).toBe('13911119999')
    expect(nameOf(who, '公孙立夏')).toBeDefined()
  }
  expect(nameOf(phone, '宇文小满')).toBeUndefined()
  expect(office.view.all<Resident>('resident')).toHaveLength(people + 2)
  expect(nameOf(office, '独孤谷雨')?.movedOut).toBeUndefined()
  expect(office.view.get<RosterImport>('april' as RecordId)).toMatchObject({
    state: 'done',
    made: 7,
    file: '四月名册.xlsx',
  })
  expect(columnsRemembered(office.view.all<RosterImport>('import'))).toEqual({ 户主: 'name' })
  // What rosters did is the office's alone.
  expect(phone.view.all('import')).toEqual([])
  expect(phone.view.all('importPart')).toEqual([])

  expect(said(preview(office, NEXT))).toEqual([
    'missing home 2-1-201 notInRoster leave',
    'missing person 2-1-201 独孤谷雨 notInRoster leave',
  ])
})

test('a phone written by hand after the preview: nothing is done, and the new preview asks', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  const { digest } = preview(office, NEXT)
  await byHand(phone, '欧阳灯芯', '13700000000')
  await phone.sync()

  const answer = await agree(compound, NEXT, { digest })
  expect([answer.status, await answer.json()]).toEqual([409, { refused: 'changedMeanwhile' }])
  await office.sync()
  expect(office.view.get('april' as RecordId)).toBeUndefined()
  expect(nameOf(office, '公孙立夏')).toBeUndefined()

  expect(said(preview(office, NEXT))).toContain('changed phone 1-1-101 欧阳灯芯 byHand leave')
  await read(await agree(compound, NEXT))
  await office.sync()
  expect(phoneOf(office, '欧阳灯芯')).toBe('13700000000')
  expect(phoneOf(office, '公孙立夏')).toBe('13811110199')
})

test('one tap takes an import back; what somebody touched since stays and is listed', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  await read(await agree(compound, NEXT))
  await office.sync()
  const home = place('2-1-3-301')
  await must(recordVisit(office, { dwelling: home, outcome: 'met' }))
  await office.sync()

  const undone = await read<UndoReply>(await compound.desk('/api/roster/undo', { import: 'april' }))
  expect(undone.left.map(({ what, door, why }) => [what, door, why])).toEqual([
    ['home', '2-1-301', 'usedSince'],
  ])
  await office.sync()
  expect(nameOf(office, '公孙立夏')).toBeUndefined()
  expect(nameOf(office, '宇文小满')).toBeUndefined()
  expect(office.view.get<Place>(home)?.voided).toBeUndefined()
  expect(office.view.all<Visit>('visit')).toHaveLength(1)
  expect(office.view.get<RosterImport>('april' as RecordId)).toMatchObject({ state: 'undone', left: 1 })

  // Once more under a name of its own: the same people come back.
  const before = office.view.all<Resident>('resident').length
  expect(said(preview(office, NEXT))).toContain('new person 1-1-102 公孙立夏 takenBack enter')
  await read(await agree(compound, NEXT, { import: 'april-again' }))
  await office.sync()
  expect(nameOf(office, '公孙立夏')).toBeDefined()
  expect(phoneOf(office, '公孙立夏')).toBe('13811110199')
  expect(office.view.all<Resident>('resident')).toHaveLength(before)
})

test('the answer got lost: asked again under the same id it is the same answer, and nothing is done twice', async () => {
  const compound = await twoDevices()
  const { digest } = preview(compound.office, NEXT)
  const first = await read<ImportReply>(await agree(compound, NEXT))
  expect(await read<ImportReply>(await agree(compound, NEXT, { digest }))).toEqual(first)
  await compound.office.sync()
  expect(partsOf(compound.office)).toHaveLength(1)
})

test('two officers agree at once: one goes first, the other looks again', async () => {
  const compound = await twoDevices()
  const answers = await Promise.all([agree(compound, NEXT), agree(compound, NEXT, { import: 'other' })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  await compound.office.sync()
  const { view } = compound.office
  expect(['april', 'other'].filter((one) => view.get(one as RecordId))).toHaveLength(1)
})

/** Several portions: 600 people in 200 homes. */
const MANY: Rows = [
  HEAD,
  ...Array.from({ length: 600 }, (_, at) => [
    '9',
    '1',
    `${1 + (Math.floor(at / 3) % 50)}0${1 + Math.floor(at / 150)}`,
    `诸葛${String.fromCodePoint(0x4e00 + at)}`,
    `1380000${String(at).padStart(4, '0')}`,
  ]),
]

/** A compound whose server breaks off in its third portion, once. */
async function brokenOff() {
  let ids = Infinity
  const compound = await aCompound({
    newId() {
      ids -= 1
      if (ids < 0) throw new Error('the power is gone')
      return crypto.randomUUID()
    },
  })
  const { tenant } = compound.enrolment
  const records = () => recordsOf(compound.server.started.office, tenant)
  const living = async () => [...(await records()).residents].filter((one) => !one.voided).length
  const state = async () => [...(await records()).imports].find((one) => one.id === 'april')?.state
  const asked = async (rows: Rows) => {
    const diff = planImport(gatherTable(rows), await records())
    if (!diff.ok) throw new Error(diff.refused)
    const { digest } = diff.value
    const form = { import: 'april', file: '四月名册.xlsx', rows, answers: [], digest }
    return compound.officer.post('/api/roster/import', form)
  }
  const before = await living()
  ids = 450
  expect((await asked(MANY)).status).toBe(500)
  ids = Infinity
  expect(compound.server.failures).toHaveLength(1)
  expect(await state()).toBe('running')
  expect(await living()).toBeGreaterThan(before)
  expect(await living()).toBeLessThan(before + 600)
  const undo = async () =>
    read<UndoReply>(await compound.officer.post('/api/roster/undo', { import: 'april' }))
  return { before, living, state, asked, undo, records }
}

test('cut off between two portions: the same file goes on, and all of it is taken back as one', async () => {
  const { before, living, state, asked, undo } = await brokenOff()
  await read(await asked(MANY))
  expect(await living()).toBe(before + 600)
  expect(await state()).toBe('done')
  expect((await undo()).left).toEqual([])
  expect(await living()).toBe(before)
})

test('half an import is taken back as far as it went', async () => {
  const { before, living, state, undo, records } = await brokenOff()
  expect((await undo()).left).toEqual([])
  expect(await living()).toBe(before)
  expect([...(await records()).places].filter((one) => one.key.startsWith('9') && !one.voided)).toEqual([])
  expect(await state()).toBe('undone')
})

test('only the office, and on a device of its own: a shared tablet holds no names', async () => {
  const compound = await twoDevices()
  const tablet = await compound.joins({ name: '李社工', role: 'officer', deviceKind: 'shared' })
  const worker = await compound.joins({ name: '何桂英' })
  // The office may work on a tablet of several people once its officer has said who they are; lists stay off it.
  const said = { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'shared' }
  const { officePass } = (await (await compound.browserOf(tablet).post('/api/login', said)).json()) as {
    officePass: string
  }
  for (const who of [tablet, worker]) {
    const asked = compound.browserOf(who)
    const form = { import: 'x', file: 'x', rows: NEXT, answers: [], digest: 'x' }
    for (const [path, body] of [
      ['/api/roster/import', form],
      ['/api/roster/undo', { import: 'x' }],
    ] as const) {
      const answer = await asked.post(path, body, { [PASS_HEADER]: officePass })
      expect([answer.status, await answer.json()]).toEqual([403, { refused: 'notAllowed' }])
    }
  }
  expect((await compound.desk('/api/roster/undo', { import: 'nothing' })).status).toBe(404)
})

test('under the id of a record of another kind nothing is brought in, and the server answers in words', async () => {
  const compound = await twoDevices()
  const { id } = compound.office.view.all('settings')[0]!
  const answer = await agree(compound, NEXT, { import: id })
  expect([answer.status, await answer.json()]).toEqual([400, { refused: 'badRequest' }])
})
