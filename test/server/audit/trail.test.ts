import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { AuditDb } from '#server/audit/tables.ts'
import { actOnServer } from '#server/records/act.ts'
import { backedUp, restored } from '#test/server/backup/aRun.ts'
import { aCompound, aServer, type Browser, PASSPHRASE, type TestServer } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'
import { ENGINE } from '#test/support/engine.ts'
import type { TrailCheck, TrailReply } from '#wire/audit.ts'

const DAY = 24 * 3600_000

const checked = async (officer: Browser) =>
  (await (await officer.get('/api/audit/check')).json()) as TrailCheck
const page = async (officer: Browser, before = '') =>
  (await (await officer.get(`/api/audit${before}`)).json()) as TrailReply
/** What was done, in the order it was done. */
const done = async (officer: Browser) => (await page(officer)).rows.map(({ what }) => what).toReversed()
const tables = (server: Pick<TestServer, 'started'>) => server.started.office.db as unknown as AuditDb

/** The browser of somebody who is here already, on a server that was started again. */
function again(server: TestServer, browser: Browser): Browser {
  return Object.assign(server.browser(), { cookie: browser.cookie })
}

const look = (compound: string) => ({
  record: crypto.randomUUID(),
  name: 'look.note',
  args: { place: compound, what: 'phone', why: 'call', count: 1 },
})

test('SEC-64 who came in, invited, looked and left stands in the trail: ids and words of ours, no name and no text', async () => {
  const { officer, joined, invite, server, enrolment } = await aCompound()
  const volunteer = await joined({ name: '何桂英' })
  const open = await invite({ name: '老唐' })
  await officer.post('/api/invitations/withdraw', { id: open.id })
  await aTalk(volunteer.browser, volunteer.enrolment).sync([
    { ...look(enrolment.compound), args: { ...look(enrolment.compound).args, note: '送药给王秀兰' } },
  ])
  await server.browser().post('/api/login', { name: '周敏', passphrase: 'wrong', deviceKind: 'own' })
  await server.browser().post('/api/login', { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'own' })
  await officer.post('/api/devices/revoke', { device: volunteer.enrolment.device })

  const { rows } = await page(officer)
  expect(rows.map(({ what }) => what).toSorted()).toEqual(
    [
      'setUp',
      'settings.changed',
      'device.joined',
      'appointment.given',
      'roster.imported',
      'invitation.made',
      'appointment.given',
      'invitation.knocked',
      'invitation.letIn',
      'invitation.used',
      'device.joined',
      'invitation.made',
      'invitation.withdrawn',
      'look.phone',
      'login.failed',
      'login',
      'device.joined',
      'device.revoked',
    ].toSorted(),
  )
  expect(rows.find(({ what }) => what === 'look.phone')).toMatchObject({
    actor: volunteer.enrolment.person,
    device: volunteer.enrolment.device,
    deviceKind: 'own',
  })
  const kept = JSON.stringify(await tables(server).selectFrom('audit').selectAll().execute())
  for (const name of ['周敏', '何桂英', '老唐', '王秀兰', '送药', '1380000', '梧桐苑'])
    expect(kept).not.toContain(name)
})

test('SEC-64 that a table with names was taken away stands in the trail, with who took it', async () => {
  const { officer, server, enrolment } = await aCompound()
  const taken = look(enrolment.compound)
  await aTalk(officer, enrolment).sync([
    { ...taken, args: { ...taken.args, what: 'export', why: 'weather' } },
  ])
  await server.started.office.trail.settled()
  const { rows } = await page(officer)
  expect(rows.find(({ what }) => what === 'look.export')).toMatchObject({ actor: enrolment.person })
})

test('SEC-64 that a resident was erased stands in the trail, with who did it and the id that nobody is behind any more', async () => {
  const { officer, server, enrolment } = await aCompound()
  const residents = await server.started.office.log.transact(enrolment.tenant, (tx) =>
    tx.recordsOf('resident'),
  )
  const { id } = residents[0]!
  const form = { resident: id, why: 'asked', remarks: [] }
  expect((await officer.post('/api/residents/erase', form)).status).toBe(200)
  // Asked again it is done already, and nothing is written down twice.
  expect((await officer.post('/api/residents/erase', form)).status).toBe(200)
  const erased = (await page(officer)).rows.filter(({ what }) => what === 'resident.erased')
  expect(erased).toMatchObject([{ actor: enrolment.person, device: enrolment.device, object: id }])
})

test('only the office reads it', async () => {
  const { joined, server } = await aCompound()
  const volunteer = await joined()
  for (const path of ['/api/audit', '/api/audit/check']) {
    expect((await volunteer.browser.get(path)).status).toBe(403)
    expect((await server.browser().get(path)).status).toBe(401)
  }
})

test('a name that nobody here has leaves a line without one', async () => {
  const { officer, server } = await aCompound()
  await server.browser().post('/api/login', { name: '张三', passphrase: 'wrong', deviceKind: 'own' })
  // What the log has to tell of the set-up may be read after it.
  const { rows } = await page(officer)
  expect(rows.find(({ what }) => what === 'login.failed')).toMatchObject({ actor: '' })
})

test('it is read page by page, and every line once', async () => {
  const { officer, invite } = await aCompound()
  for (let n = 0; n < 65; n += 1) await invite({ name: `志愿者${n}` })
  const first = await page(officer)
  const second = await page(officer, `?before=${first.rows.at(-1)!.n}`)
  expect([first.more, second.more]).toEqual([true, false])
  const numbers = [...first.rows, ...second.rows].map(({ n }) => n)
  expect(numbers).toEqual(numbers.map((_, at) => numbers.length - at))
})

test('SEC-65 a line that was changed is found', async () => {
  const { officer, invite, server } = await aCompound()
  await invite()
  const whole = await checked(officer)
  expect(whole).toMatchObject({ is: 'whole' })
  await tables(server).updateTable('audit').set({ what: 'login' }).where('n', '=', 3).execute()
  expect(await checked(officer)).toMatchObject({ is: 'broken', n: 3, why: 'changed' })
})

test('SEC-65 a line that was taken out is found', async () => {
  const { officer, invite, server } = await aCompound()
  await invite()
  await tables(server).deleteFrom('audit').where('n', '=', 2).execute()
  expect(await checked(officer)).toMatchObject({ is: 'broken', n: 2, why: 'missing' })
})

test('SEC-65 an end that was cut off is found, also when the head was set back with it', async () => {
  const { officer, invite, server } = await aCompound()
  await invite()
  await server.started.office.trail.settled()
  const db = tables(server)
  const rows = await db.selectFrom('audit').selectAll().orderBy('n').execute()
  const last = rows.at(-2)!
  await db.deleteFrom('audit').where('n', '>', last.n).execute()
  expect(await checked(officer)).toMatchObject({ is: 'broken', n: last.n + 1, why: 'missing' })
  await db.updateTable('audit_heads').set({ n: last.n, hash: last.hash }).execute()
  expect(await checked(officer)).toMatchObject({ is: 'broken', n: last.n + 1, why: 'cutOff' })
  // Going on as if nothing were gone does not hide it.
  await invite()
  await invite()
  expect(await checked(officer)).toMatchObject({ is: 'broken', n: last.n + 1, why: 'changed' })
})

test('SEC-65 a beginning that was cut off without a line that says so is found', async () => {
  const { officer, server } = await aCompound()
  const db = tables(server)
  const [first] = await db.selectFrom('audit').selectAll().orderBy('n').execute()
  await db.deleteFrom('audit').where('n', '=', first!.n).execute()
  await db.updateTable('audit_heads').set({ cut_n: first!.n, cut_hash: first!.hash }).execute()
  expect(await checked(officer)).toMatchObject({ is: 'broken', why: 'missing' })
})

test('a broken trail is told to the operator at the next start, without a name, and the server starts', async () => {
  const { folder, server } = await aCompound()
  await tables(server).updateTable('audit').set({ actor: 'somebody' }).where('n', '=', 1).execute()
  await server.stop()
  const next = await aServer({ folder })
  expect(next.failures.map(({ route }) => route)).toEqual(['trail'])
})

test('what was written to the log before a process died is read by the next one, once', async () => {
  const { folder, enrolment, officer, server } = await aCompound()
  const { log, seals, newId } = server.started.office
  await server.started.office.trail.settled()
  const before = await done(officer)
  // Without the hint that something moved, as when the power goes between the commit and it.
  const house = { log, seals, newId, clock: () => server.clock.toISOString(), startEpoch: () => '' as never }
  const { record, name, args } = look(enrolment.compound)
  const intent = { record: record as never, name, v: 1, args }
  await actOnServer(house, enrolment.tenant, enrolment.person, [intent])
  await server.stop()

  const next = await aServer({ folder })
  const their = again(next, officer)
  expect(await done(their)).toEqual([...before, 'look.phone'])
  await next.stop()
  const third = await aServer({ folder })
  expect(await done(again(third, officer))).toEqual([...before, 'look.phone'])
  expect(third.failures).toEqual([])
})

test('two processes on one database add to one chain at the same time, and no line is lost or doubled', async () => {
  const { folder, officer, server } = await aCompound()
  // The embedded database has one process; its requests run beside each other.
  const other = ENGINE === 'postgres' ? await aServer({ folder }) : server
  const theirs = again(other, officer)
  const before = (await page(officer)).rows.length
  const form = { name: '何桂英', role: 'gridWorker', place: '', from: '2026-03-02', deviceKind: 'own' }
  const { place } = await server.started.office.db
    .selectFrom('compounds')
    .select('place')
    .executeTakeFirstOrThrow()
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      (n % 2 === 0 ? officer : theirs).post('/api/invitations', { ...form, place }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200))
  expect(await checked(officer)).toMatchObject({ is: 'whole' })
  const { rows } = await page(theirs)
  expect(rows.map(({ n }) => n)).toEqual(Array.from({ length: before + 12 }, (_, at) => before + 12 - at))
  expect(rows.filter(({ what }) => what === 'invitation.made')).toHaveLength(12)
})

test('SEC-73 a backup that is put back says in the chain how far the lost one went, and what comes after it is whole', async () => {
  const { folder, officer, invite, server } = await aCompound({ onFile: true })
  await invite()
  const { path } = await backedUp(folder)
  await invite({ name: '后来的' })
  await server.stop()
  const beside = JSON.parse(await readFile(join(folder, 'journal', 'audit.json'), 'utf8')) as object
  const [lost] = Object.values(beside) as { n: number; hash: string }[]
  expect(await restored(folder, path)).toMatchObject({ ok: true })

  const next = await aServer({ folder, onFile: true })
  const their = again(next, officer)
  const { rows } = await page(their)
  expect(rows[0]).toMatchObject({ what: 'server.restored', actor: '', object: `${lost!.n} ${lost!.hash}` })
  expect(await checked(their)).toMatchObject({ is: 'whole' })
  expect(next.failures).toEqual([])
})

test('SEC-66 lines are kept for twelve months; what is older goes at the daily check, and what stays can still be checked', async () => {
  const { folder, officer, invite, server } = await aCompound()
  const first = (await page(officer)).rows.length
  server.clock = new Date(server.clock.getTime() + 300 * DAY)
  await invite()
  await server.stop()
  // Neither at eleven months nor with a note beside that is long gone.
  const next = await aServer({ folder, now: () => new Date('2027-03-04T07:00:00+08:00') })
  const their = again(next, officer)
  const { rows } = await page(their)
  expect(rows.map(({ what }) => what)).toEqual(['trail.cut', 'invitation.made'])
  expect(rows.map(({ n }) => n)).toEqual([first + 2, first + 1])
  expect(await checked(their)).toMatchObject({ is: 'whole', rows: 2 })
  expect(next.failures).toEqual([])
})

test('SEC-66 what is eleven months old is still there', async () => {
  const { folder, officer, server } = await aCompound()
  const { rows } = await page(officer)
  await server.stop()
  const next = await aServer({ folder, now: () => new Date('2027-02-02T07:00:00+08:00') })
  expect((await page(again(next, officer))).rows).toEqual(rows)
})

test('a note beside the database that cannot be read hides nothing of the chain itself', async () => {
  const { folder, officer, server } = await aCompound()
  await server.started.office.trail.settled()
  await writeFile(join(folder, 'journal', 'audit.json'), '{"torn')
  expect(await checked(officer)).toMatchObject({ is: 'whole' })
  await tables(server).deleteFrom('audit').where('n', '=', 2).execute()
  expect(await checked(officer)).toMatchObject({ is: 'broken', n: 2 })
})

test('SEC-19 who comes in reads when and on what kind of device they came in the last times', async () => {
  const { officer, server } = await aCompound()
  server.clock = new Date(server.clock.getTime() + DAY)
  const second = server.browser()
  await second.post('/api/login', { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'own' })
  const me = (await (await second.get('/api/me')).json()) as { entered: unknown }
  expect(me.entered).toEqual([
    { at: '2026-03-02T23:00:00.000Z', device: expect.any(String), deviceKind: 'own' },
    { at: '2026-03-01T23:00:00.000Z', device: expect.any(String), deviceKind: 'own' },
  ])
  expect((await officer.get('/api/me')).status).toBe(200)
})
