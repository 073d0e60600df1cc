import { expect, test } from 'vitest'
import { noteLook } from '#commands/looks.ts'
import { moveOut } from '#commands/moves.ts'
import { keepNotice } from '#commands/notice.ts'
import { tellReporter, writeFeedback } from '#commands/feedback.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { retain } from '#server/erasure/retention.ts'
import { household } from '#queries/residents.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { aSound } from '#test/support/sounds.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'

async function moving() {
  const compound = await twoDevices()
  const { office, place } = compound
  const at = (door: string) => household(office.reader(), place(door), '2026-03-02')!.people[0]!.resident
  const later = async (day: string) => {
    compound.clock = `${day}T02:00:00.000Z`
    office.clock = compound.clock
    await retain(compound.server.started.office)
    await office.sync()
  }
  const says = async (door: string, displayName: string) => {
    const done = await writeFeedback(office, {
      place: place(door),
      text: '灯坏了',
      category: 'lighting',
      urgency: 'u3',
      channel: 'door_visit',
      photos: [],
      reporter: { displayName, agreed: false },
      ending: { is: 'undecided' },
    })
    if (!done.ok) throw new Error(done.refused)
    return done.value
  }
  return { compound, office, at, later, says }
}

/** Every row of the compound's log, as one text. */
const logOf = ({ server, office }: Compound) =>
  server.started.office.log.transact(office.tenant, async (tx) =>
    JSON.stringify(await tx.rows(0, await tx.head())),
  )

const names = (who: Volunteer) => who.view.all<Resident>('resident').map(({ name }) => name)

test('SEC-90 who moved out is kept for 90 days and then erased; who has an open remark is kept until it is answered', async () => {
  const { office, at, later, says } = await moving()
  const [first, second] = [at('1-1-1-101'), at('1-1-1-102')]
  await must(moveOut(office, [first.id, second.id], '2026-03-02'))
  const remark = await says('1-1-1-102', second.name)
  await office.sync()

  await later('2026-05-31')
  expect(names(office)).toEqual(expect.arrayContaining([first.name, second.name]))
  await later('2026-06-01')
  expect(names(office)).not.toContain(first.name)
  expect(names(office)).toContain(second.name)
  expect(names(office)).toHaveLength(4)

  await must(tellReporter(office, remark))
  await office.sync()
  await later('2026-06-02')
  expect(names(office)).not.toContain(second.name)
  expect(office.view.get<Feedback>(remark)).toMatchObject({ text: '灯坏了' })
  expect(office.view.all('reporter')).toEqual([])
})

test('SEC-90 two years after they were told nobody knows any more who made a remark; an open one keeps its name', async () => {
  const { office, later, says } = await moving()
  const told = await says('1-1-1-101', '何叔叔')
  await says('1-1-1-102', '司徒阿姨')
  await must(tellReporter(office, told))
  await office.sync()
  await later('2028-03-01')
  expect(office.view.all('reporter')).toHaveLength(2)
  await later('2028-03-03')
  expect(office.view.all('reporter')).toMatchObject([{ displayName: '司徒阿姨' }])
  expect(office.view.all<Feedback>('feedback')).toHaveLength(2)
})

test('SEC-90 a year after a matter is over its pictures and voices go, from every device too; what is open or was never put into words keeps them', async () => {
  const { office, compound, later } = await moving()
  const of = async (text: string) => {
    const [photo, sound] = [
      await office.takePhoto(aSound(`图 ${text}`)),
      await office.takePhoto(aSound(text)),
    ]
    const done = await writeFeedback(office, {
      place: compound.place('1'),
      text: text === '没写字' ? '' : text,
      category: 'lighting',
      urgency: 'u3',
      channel: 'face',
      photos: [photo],
      voice: { sound, seconds: 7, speaker: 'resident' },
      ending: { is: 'undecided' },
    })
    if (!done.ok) throw new Error(done.refused)
    await office.sync()
    return { id: done.value, photo, sound }
  }
  const [over, open, unwritten] = [await of('楼道灯坏了'), await of('水管漏'), await of('没写字')]
  for (const { id } of [over, unwritten]) await must(tellReporter(office, id))
  await office.sync()

  await later('2027-03-02')
  expect(await office.seesPhoto(over.photo)).toBe(true)
  await later('2027-03-03')
  const shown = (id: RecordId) => office.view.get<Feedback>(id)
  expect(shown(over.id)).toMatchObject({ text: '楼道灯坏了', photos: [], cut: true })
  expect(shown(over.id)?.voice).toBeUndefined()
  for (const hash of [over.photo, over.sound, unwritten.photo])
    expect(await office.seesPhoto(hash)).toBe(false)
  for (const hash of [open.photo, open.sound, unwritten.sound])
    expect(await office.seesPhoto(hash)).toBe(true)
  expect(shown(open.id)?.photos).toEqual([open.photo])
  expect(await logOf(compound)).not.toContain(over.photo)
  // It finds nothing more to do the next day.
  const before = await logOf(compound)
  await later('2027-03-04')
  expect(await logOf(compound)).toBe(before)
})

test('SEC-90 who looked at names is kept for a year, or as long as the office said, and then nothing of it', async () => {
  const { office, compound, later } = await moving()
  const look = {
    place: compound.place('1'),
    what: 'export',
    why: 'office',
    note: '给街道报表',
    count: 3,
  } as const
  await must(noteLook(office, look))
  await office.sync()
  await later('2026-10-01')
  expect(office.view.all('look')).toHaveLength(1)
  const answers = { who: '周敏', number: '85551234' }
  await must(
    keepNotice(office, office.view.get<Settings>(settingsId(office.tenant))!, {
      answers,
      deadlines: { look: 183 },
    }),
  )
  await office.sync()
  await later('2026-10-02')
  expect(office.view.all('look')).toEqual([])
  expect(await logOf(compound)).not.toContain('给街道报表')
})

test('SEC-90 a stopped device that is found after weeks is let in: what it had not sent is taken, it is emptied, and its session goes 30 days after that', async () => {
  const { office, compound, later } = await moving()
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const { device } = tablet.enrolment
  const sessions = () =>
    compound.server.started.office.db
      .selectFrom('sessions')
      .select('person')
      .where('device', '=', device)
      .execute()
  tablet.wire.cut()
  const written = await writeFeedback(tablet, {
    place: compound.place('bin-1'),
    text: '桶边地滑',
    category: 'lighting',
    urgency: 'u3',
    channel: 'face',
    photos: [],
    ending: { is: 'undecided' },
  })
  if (!written.ok) throw new Error(written.refused)
  await compound.desk('/api/devices/revoke', { device })
  await later('2026-04-02')
  expect(await sessions()).toHaveLength(1)

  tablet.wire.mend()
  expect(await tablet.sync()).toBe('done')
  expect(tablet.status.getState()).toMatchObject({ wiped: true, unsent: 0 })
  expect([...tablet.book.bases()]).toEqual([])
  await office.sync()
  expect(office.view.get<Feedback>(written.value)).toMatchObject({ text: '桶边地滑', author: tablet.me })

  await later('2026-05-02')
  expect(await sessions()).toHaveLength(1)
  await later('2026-05-03')
  expect(await sessions()).toEqual([])
  expect((await tablet.reach('/api/me', { method: 'GET' })).status).toBe(401)
})

test('SEC-90 a stopped device that says it is empty and still has something to send stays known', async () => {
  const { compound, later } = await moving()
  const phone = await compound.joins({ name: '何桂英' })
  await compound.desk('/api/devices/revoke', { device: phone.enrolment.device })
  expect(await phone.sync()).toBe('done')
  const { tenant, device, epoch } = phone.enrolment
  const asks = { protocol: 1, request: 'q', tenant, device, stream: 's', epoch, acked: 0, cursor: '' }
  const says = (unsent: number) =>
    phone.reach('/api/sync', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...asks, changes: [], unsent, limit: 0, wiped: true }),
    })
  expect((await says(2)).status).toBe(200)
  await later('2026-04-02')
  expect((await says(0)).status).toBe(200)
  await later('2026-04-03')
  expect((await says(0)).status).toBe(401)
})
