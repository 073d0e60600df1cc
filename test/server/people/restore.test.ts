import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Epoch } from '#domain/ids.ts'
import { epochAfter } from '#server/people/note.ts'
import { aCompound, aServer } from '#test/support/aServer.ts'
import { enters } from '#test/support/enters.ts'
import { aTalk } from '#test/support/aTalk.ts'
import { copyDatabase } from '#test/support/engine.ts'
import { aFolder } from '#test/support/folder.ts'

const DAY = 24 * 3600_000
const shift = '0c3f5c5e-0000-4000-8000-000000000002'

/** A compound with a supervisor, then a backup, then one more shift; stopped. */
async function aDayAfterTheBackup() {
  const backup = await aFolder()
  const world = await aCompound()
  const tablet = await world.joined({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const open = await world.invite({ name: '老唐', role: 'supervisor' })
  const places = await world.started.office.log.transact(world.enrolment.tenant, (tx) =>
    tx.recordsOf('place'),
  )
  const point = places.find((one) => (one as { what?: string }).what === 'binPoint')!.id
  await world.stop()
  await copyDatabase(world.server.folder, backup)

  const again = await aServer({ folder: world.server.folder })
  again.clock = new Date(world.server.clock.getTime() + DAY)
  const officer = again.browser()
  officer.cookie = world.officer.cookie
  const device = again.browser()
  device.cookie = tablet.browser.cookie
  const opening = {
    record: shift,
    name: 'shift.open',
    args: { place: point, day: '2026-03-03', window: 'morning' },
  }
  const talk = aTalk(device, tablet.enrolment)
  await talk.sync([opening])
  return { ...world, backup, again, tablet, open, officer, device, talk }
}

test('a server that starts again on its own database goes on in the same epoch', async () => {
  const { again, enrolment } = await aDayAfterTheBackup()
  const before = await again.started.office.log.epoch()
  expect(before).toBe(enrolment.epoch)
  await again.stop()
  const third = await aServer({ folder: again.folder })
  expect(await third.started.office.log.epoch()).toBe(before)
})

test('W7 another life is later also when the server’s clock was set back', () => {
  const latest = '2026-03-02T00:00:00.000Z z' as Epoch
  expect(epochAfter(latest, new Date('2016-03-02T00:00:00Z'), 'a') > latest).toBe(true)
  expect(epochAfter(latest, new Date('2026-03-02T00:00:00Z'), 'a') > latest).toBe(true)
  expect(epochAfter(latest, new Date('2026-03-03T00:00:00Z'), 'a')).toBe('2026-03-03T00:00:00.000Z a')
})

test('W7 a database that is behind the note starts another, later epoch, and numbers jump', async () => {
  const { again, backup, enrolment, tablet } = await aDayAfterTheBackup()
  await again.stop()
  await copyDatabase(backup, again.folder)
  const restored = await aServer({ folder: again.folder })
  const epoch = await restored.started.office.log.epoch()
  expect(epoch > enrolment.epoch).toBe(true)

  const device = restored.browser()
  device.cookie = tablet.browser.cookie
  const reply = await (await aTalk(device, tablet.enrolment).ask()).json()
  expect(reply).toMatchObject({ turn: 'epoch', epoch })
  const number = await restored.started.office.log.transact(enrolment.tenant, (tx) => tx.number('feedback'))
  expect(number).toBe(1001)
})

test('W7 a database without a note was brought from elsewhere and starts another epoch', async () => {
  const { again, enrolment } = await aDayAfterTheBackup()
  await again.stop()
  await rm(join(again.folder, 'journal', 'note.json'))
  const moved = await aServer({ folder: again.folder })
  expect((await moved.started.office.log.epoch()) > enrolment.epoch).toBe(true)
})

test('W7 who was revoked or whose appointment ended after the backup stays so, and a used invitation stays used', async () => {
  const { again, backup, officer, tablet, open } = await aDayAfterTheBackup()
  const ended = {
    person: tablet.enrolment.person,
    role: 'supervisor',
    place: tablet.enrolment.compound,
    to: '2026-03-02',
  }
  expect((await officer.post('/api/devices/revoke', { device: tablet.enrolment.device })).status).toBe(200)
  expect((await officer.post('/api/appointments/end', ended)).status).toBe(200)
  const second = again.browser()
  expect((await enters(second.post, officer.post, open)).status).toBe(410)
  again.clock = new Date('2026-03-02T08:00:00+08:00')
  expect((await enters(second.post, officer.post, open)).status).toBe(200)
  await again.stop()
  await copyDatabase(backup, again.folder)

  const restored = await aServer({ folder: again.folder })
  const desk = restored.browser()
  desk.cookie = officer.cookie
  const { people } = await (await desk.get('/api/people')).json()
  expect(people.find(({ name }: { name: string }) => name === '廖姐')).toMatchObject({
    appointments: [{ role: 'supervisor', to: '2026-03-02' }],
    devices: [{ revoked: true }],
  })
  const third = await enters(restored.browser().post, desk.post, open)
  expect([third.status, await third.json()]).toEqual([410, { refused: 'invitationWithdrawn' }])
})

test('W7 a backup older than what devices keep is opened only by an explicit word', async () => {
  const { again, backup, talk } = await aDayAfterTheBackup()
  again.clock = new Date(again.clock.getTime() + 40 * DAY)
  await talk.sync([{ record: shift, name: 'shift.close', args: {} }])
  await again.stop()
  await copyDatabase(backup, again.folder)
  await expect(aServer({ folder: again.folder })).rejects.toThrow('olderBackup')
  const restored = await aServer({ folder: again.folder, restore: true })
  expect(await (await restored.browser().get('/api/health')).json()).toMatchObject({ setUp: true })
})

test('an invitation whose end the last process did not live to write down stays used, also on an older copy', async () => {
  const { again, backup, open, officer, ...world } = await aDayAfterTheBackup()
  again.clock = world.server.clock
  const joined = await enters(again.browser().post, officer.post, open, { deviceKind: 'shared' })
  expect(joined.status).toBe(200)
  await again.stop()
  // As the process leaves it that ends between the database and the journal.
  const path = join(again.folder, 'journal', 'office.jsonl')
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  await writeFile(path, `${lines.slice(0, -1).join('\n')}\n`)
  await (await aServer({ folder: again.folder })).stop()
  await copyDatabase(backup, again.folder)
  const restored = await aServer({ folder: again.folder })
  restored.clock = world.server.clock
  const second = await enters(restored.browser().post, officer.post, open, { deviceKind: 'shared' })
  expect(await second.json()).toMatchObject({ refused: 'invitationWithdrawn' })
})

test('a torn last line of the journal does not keep the server from starting', async () => {
  const { again, officer, tablet } = await aDayAfterTheBackup()
  await officer.post('/api/devices/revoke', { device: tablet.enrolment.device })
  await again.stop()
  const path = join(again.folder, 'journal', 'office.jsonl')
  await writeFile(path, `${await readFile(path, 'utf8')}{"is":"deviceRevok`)
  const third = await aServer({ folder: again.folder })
  expect(await third.started.office.journal.entries()).toMatchObject([
    { is: 'invitationEnded' },
    { is: 'deviceRevoked' },
  ])
})
