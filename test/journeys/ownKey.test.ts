import { expect, test } from 'vitest'
import { writeFeedback } from '#commands/feedback.ts'
import { SIGNED_HEADER } from '#domain/signedRequest.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Member } from '#domain/member.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { aPictureOf } from '#test/fuzz/ask.ts'
import { enters } from '#test/support/enters.ts'
import { aShelf, Volunteer } from '#test/support/aVolunteer.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { type Compound, NAMES_AND_PHONES, twoDevices } from '#test/support/twoDevices.ts'
import type { SyncReply } from '#wire/messages.ts'
import { type Enrolment, type Invite, type PersonRow, SYNC_PATH } from '#wire/office.ts'
import type { TrailReply } from '#wire/audit.ts'

const MINUTE = 60_000

async function writes(compound: Compound, who: Volunteer, text: string) {
  const done = await writeFeedback(who, {
    place: compound.place('1-1-1-101'),
    text,
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    ending: { is: 'praise' },
  })
  if (!done.ok) throw new Error(done.refused)
  return done.value
}

const later = (compound: Compound, milliseconds: number) =>
  (compound.clock = new Date(Date.parse(compound.clock) + milliseconds).toISOString())

const asked = async <T>(compound: Compound, path: string) =>
  (await (await compound.office.reach(path, { method: 'GET' })).json()) as T

async function rowOf(compound: Compound, who: Volunteer) {
  const { people } = await asked<{ people: readonly PersonRow[] }>(compound, '/api/people')
  return people.flatMap(({ devices }) => devices).find(({ device }) => device === who.enrolment.device)!
}

/** What the trail says of one device, oldest first. */
async function saidOf(compound: Compound, who: Volunteer) {
  const { rows } = await asked<TrailReply>(compound, '/api/audit')
  const its = rows.filter(({ object }) => object === who.enrolment.device)
  return its.map(({ what }) => what).toReversed()
}

/** Somebody in the team, with a phone of their own that signs. */
async function aPhone(compound: Compound) {
  const phone = (await compound.joins({ name: '何桂英' })).signs()
  await phone.sync()
  return phone
}

/** Confirms an invitation with what its browser signs. */
async function comesIn(
  compound: Compound,
  on: Volunteer,
  invite: Partial<Invite> & { deviceKind: DeviceKind },
) {
  const headers = { 'Content-Type': 'application/json' }
  const post = (path: string, body: unknown) =>
    on.reach(path, { method: 'POST', headers, body: JSON.stringify(body) })
  const { deviceKind } = invite
  const answer = await enters(post, compound.desk, await compound.invite(invite), { deviceKind })
  return (await answer.json()) as Enrolment
}

/** Whoever has the cookie of a device and nothing else of it. */
async function aThief(compound: Compound, of: Volunteer): Promise<Volunteer> {
  const wire = compound.stranger()
  const thief = await Volunteer.joined(of.enrolment, wire, compound.clock)
  compound.browserOf(thief).cookie = compound.browserOf(of).cookie
  return thief
}

test('W16 SEC-14 a device that was enrolled without a key shows one at its next contact, and the office reads that it has', async () => {
  const compound = await twoDevices()
  const phone = await compound.joins({ name: '何桂英' })
  expect(await rowOf(compound, phone)).toMatchObject({ ownKey: false })
  later(compound, 24 * 60 * MINUTE)
  await phone.signs().sync()
  expect(await rowOf(compound, phone)).toMatchObject({ ownKey: true })
  expect(await saidOf(compound, phone)).toEqual(['device.joined', 'device.keyed'])

  const id = await writes(compound, phone, '楼道灯不亮')
  await phone.sync()
  await compound.office.sync()
  expect(compound.office.view.get<Feedback>(id)).toMatchObject({ text: '楼道灯不亮', author: phone.me })
})

test('SEC-24 the alarm about a copied device is there until somebody of the office has seen it; a later one is there again', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const thief = await aThief(compound, phone)
  await thief.sync()
  const { copiedAt } = (await rowOf(compound, phone)) as { copiedAt: string }
  const seen = async (at: string) =>
    (
      await compound.office.reach('/api/devices/seen', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ device: phone.enrolment.device, copiedAt: at }),
      })
    ).status
  expect(await seen('2020-01-01T00:00:00.000Z')).toBe(404)
  expect(await rowOf(compound, phone)).not.toHaveProperty('copySeen')
  expect([await seen(copiedAt), await seen(copiedAt)]).toEqual([200, 200])
  expect(await rowOf(compound, phone)).toMatchObject({
    copiedAt,
    copySeen: { at: compound.clock, by: expect.stringMatching(/./) },
  })
  expect(await saidOf(compound, phone)).toEqual(['device.joined', 'device.copied', 'device.copySeen'])
  later(compound, 48 * 60 * MINUTE)
  await thief.sync()
  expect(await rowOf(compound, phone)).toMatchObject({ copiedAt: compound.clock })
  expect(await rowOf(compound, phone)).not.toHaveProperty('copySeen')
})

test('SEC-24 whoever has copied the cookie without the key is shown nothing, ends nothing, and the office is told once', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const thief = await aThief(compound, phone)
  await thief.sync()
  expect([...thief.book.bases()]).toEqual([])
  for (const path of ['/api/me', '/api/people', '/api/audit'])
    expect((await thief.reach(path, { method: 'GET' })).status).toBe(403)
  for (const path of ['/api/unlock', '/api/leave', '/api/drafts/reopen', '/api/photos/arrived'])
    expect((await thief.reach(path, { method: 'POST', body: '{}' })).status).toBe(403)
  const heard = thief.wire.heard.join()
  for (const personal of [...NAMES_AND_PHONES, '何桂英']) expect(heard).not.toContain(personal)

  expect(await saidOf(compound, phone)).toEqual(['device.joined', 'device.copied'])
  expect(await rowOf(compound, phone)).toMatchObject({ copiedAt: compound.clock, unsent: 0 })
  await phone.sync()
  expect(phone.status.getState()).toMatchObject({ link: 'good' })
  expect([...phone.book.bases()].length).toBeGreaterThan(0)
})

test('SEC-24 what is sent without the key arrives all the same, and the device itself goes on', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const thief = await aThief(compound, phone)
  const id = await writes(compound, thief, '写在没有钥匙的那台上')
  await thief.sync()
  await compound.office.sync()
  expect(compound.office.view.get<Feedback>(id)).toMatchObject({ text: '写在没有钥匙的那台上' })
  expect(thief.status.getState()).toMatchObject({ unsent: 0 })

  const own = await writes(compound, phone, '写在自己那台上')
  await phone.sync()
  await compound.office.sync()
  expect(compound.office.view.get<Feedback>(own)).toMatchObject({ text: '写在自己那台上' })
})

test('W16 SEC-14 another key, another body, another address or another method than was signed are no signature', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const browser = compound.browserOf(phone)
  const header = async (method: string, path: string) =>
    (await phone.signing!.headers(method, path))[SIGNED_HEADER]!
  const status = async (path: string, signed: string, init: RequestInit = {}) =>
    (await browser.send(path, { ...init, headers: { [SIGNED_HEADER]: signed } })).status
  expect(await status('/api/me', await header('GET', '/api/me'))).toBe(200)
  const [version, moment, n, mark, once, , signature] = (await header('GET', '/api/me')).split(' ')
  const thief = await aThief(compound, phone)
  const theirs = (await thief.signs().signing!.headers('GET', '/api/me'))[SIGNED_HEADER]!
  const key = theirs.split(' ')[5]
  for (const signed of [
    theirs,
    [version, moment, n, mark, once, key, signature].join(' '),
    [version, moment, Number(n) + 1, mark, once, key, signature].join(' '),
    await header('GET', '/api/people'),
    await header('POST', '/api/me'),
    '1 a 0 b c d e',
    'nonsense',
  ])
    expect(await status('/api/me', signed), signed).toBe(403)
  const body = { method: 'POST', body: JSON.stringify({ drafts: [] }) }
  expect(await status('/api/drafts/reopen', await header('POST', '/api/drafts/reopen'), body)).toBe(403)
})

test('W16 SEC-62 what was signed counts once: sent a thousand times again it changes nothing and is answered with nothing', async () => {
  const compound = await twoDevices()
  const office = compound.office.signs()
  await office.sync()
  const captured: { path: string; init: RequestInit }[] = []
  const { send } = compound.browserOf(office)
  compound.browserOf(office).send = (path, init) => {
    captured.push({ path, init })
    return send(path, init)
  }
  const invited = { name: '老唐', role: 'supervisor', place: compound.place('compound'), from: '2026-03-02' }
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify({ ...invited, deviceKind: 'shared' })
  expect((await office.reach('/api/invitations', { method: 'POST', headers, body })).status).toBe(200)
  const id = await writes(compound, office, '只有一条')
  await office.sync()
  const acts = captured.filter(({ path }) => path === '/api/invitations' || path === SYNC_PATH)
  expect(acts.length).toBeGreaterThan(1)
  const before = [
    await asked(compound, '/api/invitations'),
    (await asked<TrailReply>(compound, '/api/audit')).rows.length,
    office.view.get(id),
  ]
  for (let time = 0; time < 1000; time += 1) {
    const { path, init } = acts[time % acts.length]!
    const answer = await send(path, init)
    expect([answer.status, Object.keys((await answer.json()) as object)]).toEqual([
      409,
      ['refused', 'moment'],
    ])
  }
  await office.sync()
  expect([
    await asked(compound, '/api/invitations'),
    (await asked<TrailReply>(compound, '/api/audit')).rows.length,
    office.view.get(id),
  ]).toEqual(before)
})

test('a device whose clock is years off, one that slept, and one whose server started again go on without a word', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  phone.clock = '2019-01-01T00:00:00.000Z'
  expect(await phone.sync()).toBe('done')
  later(compound, 26 * 60 * MINUTE)
  expect(await phone.sync()).toBe('done')
  await compound.falls()
  await compound.rises()
  expect(await phone.sync()).toBe('done')
  await phone.restart()
  const tab = (await phone.tab()).signs()
  for (let minute = 0; minute < 5; minute += 1) {
    later(compound, MINUTE)
    expect(await Promise.all([phone.sync(), tab.sync()])).toEqual(['done', 'done'])
  }
  expect(await rowOf(compound, phone)).not.toHaveProperty('copiedAt')
})

test('W16 a picture goes up and comes down signed, and nobody is taken for a copy', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const hash = await phone.takePhoto(aPictureOf(0).bytes)
  const done = await writeFeedback(phone, {
    place: compound.place('1-1-1-101'),
    text: '楼道里堆了纸箱',
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [hash],
    ending: { is: 'praise' },
  })
  if (!done.ok) throw new Error(done.refused)
  await phone.sync()
  expect(await phone.seesPhoto(hash)).toBe(true)
  expect((await phone.reach(`/api/photos/${hash}`, { method: 'GET' })).status).toBe(200)
  expect(await rowOf(compound, phone)).not.toHaveProperty('copiedAt')
})

test('W7 a database from before the device had a key believes it again, and one from before its last visits goes on', async () => {
  const compound = await twoDevices()
  const phone = await compound.joins({ name: '何桂英' })
  later(compound, 30 * MINUTE)
  const before = await compound.backUp()
  await phone.signs().sync()
  const keyed = await compound.backUp()
  for (let minute = 0; minute < 3; minute += 1) {
    later(compound, MINUTE)
    await phone.sync()
  }
  for (const backup of [keyed, before]) {
    await compound.restore(backup)
    for (let minute = 0; minute < 3; minute += 1) {
      later(compound, MINUTE)
      expect(await phone.sync()).toBe('done')
    }
    await compound.office.sync()
    const row = await rowOf(compound, phone)
    expect(row).toMatchObject({ ownKey: true })
    expect(row).not.toHaveProperty('copiedAt')
  }
})

test('SEC-24 of a profile that was copied with its key the office is told when both have been heard of', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const wire = compound.stranger()
  const storage = { disk: memoryDisk.from(phone.disk.snapshot()), shelf: aShelf() }
  const copy = await Volunteer.joined(phone.enrolment, wire, compound.clock, storage)
  compound.browserOf(copy).cookie = compound.browserOf(phone).cookie
  copy.signs()
  for (let minute = 0; minute < 3; minute += 1) {
    later(compound, MINUTE)
    await phone.sync()
    await copy.reach('/api/me', { method: 'GET' })
  }
  expect(await saidOf(compound, phone)).toEqual(['device.joined', 'device.copied'])
})

test('who joins in a browser that has lost the key of its device becomes another device and is let in', async () => {
  const compound = await twoDevices()
  const tablet = (await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })).signs()
  await tablet.sync()
  const wire = compound.stranger()
  const lost = await Volunteer.joined(tablet.enrolment, wire, compound.clock)
  compound.browserOf(lost).cookie = compound.browserOf(tablet).cookie
  const told = await comesIn(compound, lost.signs(), {
    name: '老唐',
    role: 'supervisor',
    deviceKind: 'shared',
  })
  expect(told.device).not.toBe(tablet.enrolment.device)
  expect((await lost.reach('/api/me', { method: 'GET' })).status).toBe(200)
})

test('W17 SEC-30 a stopped device deletes at its next contact what anybody could read, also with keys that were copied before', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  await writes(compound, phone, '先前传过的话')
  await phone.sync()
  phone.wire.cut()
  const id = await writes(compound, phone, '停用以后还没传的话')
  await phone.drafts.keep({ author: phone.me, form: 'feedback.capture', about: '' }, 1, {
    text: '写到一半的话',
  })
  const keys = phone.disk.snapshot().rows.keys
  expect([...keys.keys()]).toEqual(expect.arrayContaining([phone.me, 'device/pair', 'device/visit']))
  phone.wire.mend()
  await compound.desk('/api/devices/revoke', { device: phone.enrolment.device })
  expect(await rowOf(compound, phone)).not.toHaveProperty('wipedAt')
  expect(await phone.sync()).toBe('done')

  const { rows } = phone.disk.snapshot()
  expect([...rows.keys.keys()]).toEqual(['device/pair', 'device/visit'])
  for (const table of ['pages', 'singles', 'vaultPages', 'vaultSingles', 'photos', 'outbox'] as const)
    expect(rows[table].size, table).toBe(0)
  // What is sealed to the server stays, and nothing that a key of this device would open.
  expect([...rows.drafts.values()]).toMatchObject([{ own: '', body: { alg: 'P256-A256GCM' } }])
  for (const row of rows.sent.values()) expect(row).not.toHaveProperty('own')
  for (const text of [...NAMES_AND_PHONES, '先前传过的话', '停用以后还没传的话', '写到一半的话'])
    expect(await phone.holds(text)).toBe(false)
  expect([...phone.book.bases()]).toEqual([])
  expect(phone.status.getState()).toMatchObject({ wiped: true, unsent: 0 })

  await compound.office.sync()
  expect(compound.office.view.get<Feedback>(id)).toMatchObject({
    text: '停用以后还没传的话',
    author: phone.me,
  })
  expect(await rowOf(compound, phone)).toMatchObject({ revoked: true, wipedAt: compound.clock })
  expect(await saidOf(compound, phone)).toEqual(['device.joined', 'device.revoked', 'device.wiped'])
  await phone.sync()
  expect(await saidOf(compound, phone)).toHaveLength(3)
})

test('W17 SEC-30 what could not be sent before the device was emptied is kept, sealed to the server, and sent later', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  phone.wire.cut()
  const first = await writes(compound, phone, '第一条')
  const second = await writes(compound, phone, '第二条')
  await compound.desk('/api/devices/revoke', { device: phone.enrolment.device })
  phone.wire.mend()
  phone.wire.cutAfter(1)
  expect(await phone.sync()).toBe('noLink')
  await phone.restart()
  phone.wire.mend()
  expect(await phone.sync()).toBe('done')
  await compound.office.sync()
  for (const id of [first, second]) expect(compound.office.view.get(id)).toBeDefined()
  expect(await rowOf(compound, phone)).toHaveProperty('wipedAt')
})

test('W17 SEC-30 somebody who has left has nothing on their own phone any more; called back, they read again', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const duty = { person: phone.me, role: 'gridWorker', place: compound.place('compound') }
  await compound.desk('/api/appointments/end', { ...duty, to: '2026-03-01' })
  expect(await phone.sync()).toBe('done')
  expect(phone.disk.snapshot().rows.singles.size).toBe(0)
  expect(await rowOf(compound, phone)).toMatchObject({ revoked: false, wipedAt: compound.clock })

  const told = await comesIn(compound, phone, { name: '何桂英', person: phone.me, deviceKind: 'own' })
  expect(told.device).toBe(phone.enrolment.device)
  const back = (await Volunteer.joined(told, phone.wire, compound.clock, phone.storage)).signs()
  await back.sync()
  expect([...back.book.bases()].some((one) => (one as Member).kind === 'member')).toBe(true)
  await back.sync()
  expect(await rowOf(compound, phone)).not.toHaveProperty('wipedAt')
})

test('W17 SEC-30 nobody empties a device by its cookie alone, and a device that has never been told is not emptied', async () => {
  const compound = await twoDevices()
  const phone = await aPhone(compound)
  const thief = await aThief(compound, phone)
  const { tenant, device, epoch } = phone.enrolment
  const form = { protocol: 1, request: 'q', tenant, device, stream: 's', epoch, acked: 0, cursor: '' }
  const body = JSON.stringify({ ...form, changes: [], unsent: 0, limit: 0, wiped: true })
  const headers = { 'Content-Type': 'application/json' }
  await compound.desk('/api/devices/revoke', { device })
  const answer = await thief.reach(SYNC_PATH, { method: 'POST', headers, body })
  expect((await answer.json()) as SyncReply).not.toHaveProperty('wipe')
  expect(await rowOf(compound, phone)).not.toHaveProperty('wipedAt')
})
