import { expect, test } from 'vitest'
import { writeFeedback } from '#commands/feedback.ts'
import type { Resident } from '#domain/doors/resident.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { CompoundRow } from '#wire/compounds.ts'
import type { Enrolment } from '#wire/office.ts'
import { PASSPHRASE } from '#test/support/aServer.ts'
import { Volunteer } from '#test/support/aVolunteer.ts'
import { NAMES_AND_PHONES, twoDevices } from '#test/support/twoDevices.ts'

const THEIRS = ['钟离白鹭', '13933330101']

/** An officer of two compounds, with a browser for each. */
async function twoCompounds() {
  const first = await twoDevices()
  first.clock = '2026-03-02T00:00:00.000Z'
  const added = await first.desk('/api/compounds', {
    compound: '兰亭苑',
    rows: [
      ['栋', '单元', '房号', '姓名', '电话'],
      ['1', '1', '101', ...THEIRS],
    ],
    points: [],
    emergency: [],
    passphrase: PASSPHRASE,
  })
  const { tenant } = (await added.json()) as CompoundRow
  const wire = first.stranger()
  const headers = { 'Content-Type': 'application/json' }
  const form = { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'own', compound: tenant }
  const entered = await wire.send('/api/login', { method: 'POST', headers, body: JSON.stringify(form) })
  const orchid = await Volunteer.joined((await entered.json()) as Enrolment, wire, first.clock)
  await orchid.sync()
  return { first, orchid, tenant }
}

const onDisk = (who: Volunteer) =>
  JSON.stringify(Object.values(who.disk.snapshot().rows).map((rows) => [...rows.values()]))
const remark = (who: Volunteer, text: string) =>
  writeFeedback(who, {
    place: who.compound,
    text,
    category: 'lighting',
    urgency: 'u3',
    channel: 'face',
    photos: [],
    ending: { is: 'undecided' },
  })

test('one officer, two compounds of one server: what is written in one, with doors of the same numbers, never reaches the other', async () => {
  const { first, orchid } = await twoCompounds()
  const { office } = first
  expect(orchid.view.all<Resident>('resident').map(({ name }) => name)).toEqual(['钟离白鹭'])
  expect(await remark(office, '梧桐苑的灯')).toMatchObject({ ok: true })
  expect(await remark(orchid, '兰亭苑的灯')).toMatchObject({ ok: true })
  for (const one of [office, orchid, office, orchid]) expect(await one.sync()).toBe('done')
  const said = (who: Volunteer) => who.view.all<Feedback>('feedback').map(({ text }) => text)
  expect([said(office), said(orchid)]).toEqual([['梧桐苑的灯'], ['兰亭苑的灯']])
  for (const word of [...NAMES_AND_PHONES, '梧桐苑的灯']) expect(onDisk(orchid)).not.toContain(word)
  for (const word of [...THEIRS, '兰亭苑的灯']) expect(onDisk(office)).not.toContain(word)
})

test('a device of one compound that asks for the other with its own cookie is told nothing of it', async () => {
  const { first, orchid } = await twoCompounds()
  const { office } = first
  const ask = (tenant: string, device: string) =>
    first.desk('/api/sync', {
      protocol: 1,
      request: 'q',
      tenant,
      device,
      stream: 's',
      epoch: orchid.enrolment.epoch,
      acked: 0,
      cursor: '',
      changes: [],
      unsent: 0,
      limit: 1000,
    })
  for (const device of [office.enrolment.device, orchid.enrolment.device]) {
    const answer = await ask(orchid.tenant, device)
    expect(answer.ok).toBe(false)
    expect(await answer.text()).not.toContain(THEIRS[0])
  }
  // Nor does the office of one reach a device or an invitation of the other.
  const stopped = await first.desk('/api/devices/revoke', { device: orchid.enrolment.device })
  expect(stopped.status).toBe(404)
})

test('W8 the device of one compound is stopped and forgets all of it; the other goes on untouched, over a backup too', async () => {
  const { first, orchid } = await twoCompounds()
  const { office } = first
  const phone = await first.joins({ name: '何桂英', role: 'gridWorker' })
  const backup = await first.backUp()
  const headers = { 'Content-Type': 'application/json' }
  const gone = await orchid.wire.send('/api/devices/revoke', {
    method: 'POST',
    headers,
    body: JSON.stringify({ device: orchid.enrolment.device }),
  })
  expect(gone.status).toBe(200)
  await orchid.sync()
  await orchid.sync()
  expect(orchid.view.all('resident')).toEqual([])
  for (const word of THEIRS) expect(onDisk(orchid)).not.toContain(word)
  for (const one of [office, phone]) {
    await one.sync()
    expect(one.view.all('resident').length).toBeGreaterThan(0)
  }
  await first.restore(backup)
  for (const one of [office, phone]) {
    await one.sync()
    await one.sync()
    expect(one.view.all('resident').length).toBeGreaterThan(0)
    for (const word of THEIRS) expect(onDisk(one)).not.toContain(word)
  }
  await orchid.sync()
  expect(orchid.view.all('resident')).toEqual([])
})
