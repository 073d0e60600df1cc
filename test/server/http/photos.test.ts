import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Browser, aCompound } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'
import type { PersonRow } from '#wire/office.ts'
import { aPicture, withExif } from '#test/support/pictures.ts'

const TUS = { 'Tus-Resumable': '1.0.0' }
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function upload(browser: Browser, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
  const metadata = `hash ${Buffer.from(hashOf(bytes)).toString('base64')}`
  const headers = { ...TUS, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata }
  const created = await browser.send('/api/photos', { method: 'POST', headers })
  if (created.status !== 201) return created
  const patch = { ...TUS, 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }
  return browser.send(created.headers.get('Location')!, { method: 'PATCH', headers: patch, body: bytes })
}

async function anIncident() {
  const world = await aCompound()
  const places = await world.started.office.log.transact(world.enrolment.tenant, (tx) =>
    tx.recordsOf('place'),
  )
  const place = places.find((one) => (one as { what?: string }).what === 'binPoint')!.id
  const tablet = await world.joined({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const bytes = aPicture()
  const args = { place, type: 'overflow', action: 'cleaned', photos: [hashOf(bytes)] }
  const recording = { record: crypto.randomUUID(), name: 'incident.record', args }
  return {
    ...world,
    tablet,
    bytes,
    path: `/api/photos/${hashOf(bytes)}`,
    recording,
    talk: aTalk(tablet.browser, tablet.enrolment),
  }
}

test('W14 a photo is shown to whoever may read a record that names it, and to nobody else', async () => {
  const { tablet, bytes, path, recording, talk, officer, joined, browser } = await anIncident()
  expect((await upload(tablet.browser, bytes)).status).toBe(204)
  // There, but no record names it yet.
  expect((await officer.get(path)).status).toBe(404)
  await talk.sync([recording])

  const shown = await officer.get(path)
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes)
  expect(Object.fromEntries(shown.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-disposition': 'attachment; filename="photo.jpg"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })

  const party = await joined({ name: '老杨', role: 'party' })
  const outside = await party.browser.get(path)
  const unknown = await party.browser.get(`/api/photos/${'0'.repeat(64)}`)
  expect([outside.status, await outside.text()]).toEqual([unknown.status, await unknown.text()])
  expect(outside.status).toBe(404)
  expect((await browser().get(path)).status).toBe(401)
})

test('INV-21 of a photo that is named and not here yet its readers hear that it is coming, and nobody else hears anything', async () => {
  const { tablet, bytes, path, recording, talk, officer, joined } = await anIncident()
  const party = await joined({ name: '老杨', role: 'party' })
  const hashes = [hashOf(bytes), '0'.repeat(64), '../x']
  const arrived = async (browser: Browser) =>
    (await (await browser.post('/api/photos/arrived', { hashes })).json()) as unknown
  await talk.sync([recording])
  const coming = await officer.get(path)
  expect([coming.status, await coming.json()]).toEqual([404, { refused: 'photoComing' }])
  expect(await (await party.browser.get(path)).json()).toEqual({ refused: 'notFound' })
  expect(await arrived(officer)).toEqual({ arrived: [] })

  await upload(tablet.browser, bytes)
  expect((await officer.get(path)).status).toBe(200)
  expect(await arrived(officer)).toEqual({ arrived: [hashOf(bytes)] })
  expect(await arrived(party.browser)).toEqual({ arrived: [] })
})

test('W14 the device hears in a reply that its photo is here', async () => {
  const { tablet, bytes, talk } = await anIncident()
  const ask = async () => (await talk.sync([], { photos: [hashOf(bytes)] })).at(-1)?.photos
  expect(await ask()).toEqual([])
  await upload(tablet.browser, bytes)
  expect(await ask()).toEqual([hashOf(bytes)])
})

test('INV-21 the list of devices counts the photos that a device still holds, until they are here', async () => {
  const { tablet, bytes, recording, talk, officer } = await anIncident()
  const held = async () => {
    const { people } = (await (await officer.get('/api/people')).json()) as { people: readonly PersonRow[] }
    return people.find(({ name }) => name === '廖姐')?.devices.map(({ unsent }) => unsent)
  }
  await talk.sync([recording], { photos: [hashOf(bytes), '1'.repeat(64)] })
  expect(await held()).toEqual([2])
  await upload(tablet.browser, bytes)
  await talk.sync([], { photos: [hashOf(bytes), '1'.repeat(64)] })
  expect(await held()).toEqual([1])
  await talk.sync([], { photos: [] })
  expect(await held()).toEqual([0])
})

test('W14 a revoked device still brings its photos, and is shown none', async () => {
  const { tablet, bytes, path, recording, talk, officer } = await anIncident()
  await talk.sync([recording])
  await officer.post('/api/devices/revoke', { device: tablet.enrolment.device })
  expect((await upload(tablet.browser, bytes)).status).toBe(204)
  const head = await tablet.browser.send(path, { method: 'HEAD', headers: TUS })
  expect(head.headers.get('Upload-Offset')).toBe(String(bytes.length))
  expect((await tablet.browser.get(path)).status).toBe(404)
  expect((await officer.get(path)).status).toBe(200)
})

test('W14 a photo with EXIF is refused in words', async () => {
  const { tablet, bytes } = await anIncident()
  const answer = await upload(tablet.browser, withExif(bytes))
  expect([answer.status, await answer.json()]).toEqual([422, { refused: 'photoMetadata' }])
})

test('W14 a stranger cannot upload', async () => {
  const { browser, bytes } = await anIncident()
  expect((await upload(browser(), bytes)).status).toBe(401)
})

test('W14 a change that names a photo of another device, which its author may not see, is held', async () => {
  const { tablet, bytes, path, recording, talk, joined } = await anIncident()
  await upload(tablet.browser, bytes)
  await talk.sync([recording])
  // Records incidents too, but sees only their own.
  const volunteer = await joined({ name: '何桂英', role: 'gridWorker' })
  const theirs = aTalk(volunteer.browser, volunteer.enrolment)
  const outcome = async (photos: readonly string[]) => {
    const args = { ...recording.args, photos }
    const replies = await theirs.sync([{ ...recording, record: crypto.randomUUID(), args }])
    return replies.flatMap((reply) => reply.outcomes.map((one) => one.outcome))
  }
  expect(await outcome([hashOf(bytes)])).toEqual([{ is: 'held', why: 'notAllowed' }])
  expect((await volunteer.browser.get(path)).status).toBe(404)
  // One that is on its way is theirs to bring.
  expect(await outcome([hashOf(Uint8Array.of(1))])).toEqual([{ is: 'applied' }])

  // A colleague who sees the incident may speak of its photo.
  const colleague = await joined({ name: '老唐', role: 'supervisor', deviceKind: 'own' })
  const again = { ...recording, record: crypto.randomUUID() }
  const mine = aTalk(colleague.browser, colleague.enrolment)
  expect((await mine.sync([again])).flatMap((reply) => reply.outcomes)).toMatchObject([
    { outcome: { is: 'applied' } },
  ])
})
