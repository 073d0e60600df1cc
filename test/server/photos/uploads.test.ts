import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closePhoto, newPhotoKey } from '#device/photoCipher.ts'
import { sealing } from '#device/sealing.ts'
import type { DeviceId, TenantId } from '#domain/ids.ts'
import { type KeptPhotos, keptPhotos } from '#server/photos/kept.ts'
import { photoUploads, type Uploads } from '#server/photos/uploads.ts'
import { memorySeals, type ServerSeals } from '#server/sealing.ts'
import { aFolder } from '#test/support/folder.ts'
import { aPicture, claiming, withExif } from '#test/support/pictures.ts'

const tenant = 'tenant-a' as TenantId
const tablet = 'tablet' as DeviceId
const phone = 'phone' as DeviceId

interface World {
  seals: ServerSeals
  kept: KeptPhotos
  uploads: Uploads
  incoming: string
}

async function aPhotoRoom(): Promise<World> {
  const folder = await aFolder()
  const incoming = join(folder, 'incoming')
  const kept = keptPhotos(join(folder, 'photos'))
  const seals = await memorySeals()
  return { kept, incoming, seals, uploads: await photoUploads(incoming, kept, seals) }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const TUS = { 'Tus-Resumable': '1.0.0' }

function announce(
  { uploads }: World,
  hash: string,
  length: number,
  device = tablet,
  seal: object = {},
): Promise<Response> {
  const metadata = Object.entries({ hash, ...seal })
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')
  const headers = { ...TUS, 'Upload-Length': String(length), 'Upload-Metadata': metadata }
  return uploads.answer(tenant, device, new Request('http://here/api/photos', { method: 'POST', headers }))
}

function send(
  { uploads }: World,
  hash: string,
  offset: number,
  body: BodyInit,
  device = tablet,
): Promise<Response> {
  const headers = {
    ...TUS,
    'Upload-Offset': String(offset),
    'Content-Type': 'application/offset+octet-stream',
  }
  const init = { method: 'PATCH', headers, body, duplex: 'half' } as RequestInit
  return uploads.answer(tenant, device, new Request(`http://here/api/photos/${hash}`, init))
}

async function offsetOf({ uploads }: World, hash: string, device = tablet): Promise<string | null> {
  const head = new Request(`http://here/api/photos/${hash}`, { method: 'HEAD', headers: TUS })
  return (await uploads.answer(tenant, device, head)).headers.get('Upload-Offset')
}

/** The wire is cut behind these bytes: no end, an error. */
function cutAfter(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      if (bytes.length > 0) {
        controller.enqueue(bytes)
        bytes = bytes.subarray(bytes.length)
        return
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
      controller.error(new Error('cut'))
    },
  })
}

test('W14 a whole photo is kept under the hash of its bytes', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const hash = hashOf(bytes)
  const created = await announce(room, hash, bytes.length)
  expect(created.status).toBe(201)
  expect(created.headers.get('Location')).toBe(`/api/photos/${hash}`)
  expect(created.headers.get('Access-Control-Allow-Origin')).toBeNull()
  expect((await send(room, hash, 0, bytes)).status).toBe(204)
  expect(await room.kept.read(tenant, hash)).toEqual(bytes)
  expect(await room.kept.arrived(tenant, tablet, [hash, '0'.repeat(64), '../x'])).toEqual([hash])
  expect(await offsetOf(room, hash)).toBe(String(bytes.length))
  expect(await readdir(room.incoming)).toEqual([])
})

test.each([0, 1, 2, 499, 961])(
  'W14 an upload whose wire is cut at byte %i goes on from what arrived',
  async (at) => {
    const room = await aPhotoRoom()
    const bytes = aPicture()
    const hash = hashOf(bytes)
    await announce(room, hash, bytes.length)
    expect((await send(room, hash, 0, cutAfter(bytes.slice(0, at)))).status).toBeGreaterThanOrEqual(400)
    // What was on its way when the wire was cut may be lost; the server says how much it has.
    const arrived = Number(await offsetOf(room, hash))
    expect(arrived).toBeLessThanOrEqual(at)
    expect((await send(room, hash, arrived, bytes.slice(arrived))).status).toBe(204)
    expect(await room.kept.read(tenant, hash)).toEqual(bytes)
  },
)

test('W14 what arrived before a pause is asked for by nobody again', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const hash = hashOf(bytes)
  await announce(room, hash, bytes.length)
  await send(room, hash, 0, bytes.slice(0, 499))
  expect(await offsetOf(room, hash)).toBe('499')
  expect((await send(room, hash, 499, bytes.slice(499))).status).toBe(204)
  expect(await room.kept.read(tenant, hash)).toEqual(bytes)
})

test('W14 a photo sent byte by byte arrives whole', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const hash = hashOf(bytes)
  await announce(room, hash, bytes.length)
  for (let at = 0; at < bytes.length; at += 1) await send(room, hash, at, bytes.slice(at, at + 1))
  expect(await room.kept.read(tenant, hash)).toEqual(bytes)
})

test('W14 one device cannot spoil what another is sending', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const hash = hashOf(bytes)
  await announce(room, hash, bytes.length)
  await send(room, hash, 0, bytes.slice(0, 400))
  await announce(room, hash, 5, phone)
  expect((await send(room, hash, 0, 'wrong', phone)).status).toBe(460)
  expect(await offsetOf(room, hash)).toBe('400')
  expect((await send(room, hash, 400, bytes.slice(400))).status).toBe(204)
  expect(await room.kept.size(tenant, hash)).toBe(bytes.length)
})

test.each([
  ['that still carries EXIF', withExif(aPicture()), 'photoMetadata'],
  ['of 200 megapixels', claiming(aPicture(), 20_000, 10_000), 'photoTooManyPixels'],
  ['that is a web page', new TextEncoder().encode('<html>sign in here</html>'), 'photoNotPicture'],
])('W14 a photo %s is refused in words and nothing of it stays', async (_, bytes, why) => {
  const room = await aPhotoRoom()
  const hash = hashOf(bytes)
  await announce(room, hash, bytes.length)
  const answer = await send(room, hash, 0, bytes)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toEqual({ refused: why })
  expect(await room.kept.size(tenant, hash)).toBeUndefined()
  expect(await readdir(room.incoming)).toEqual([])
})

test('W14 bytes under another picture’s name are refused', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const other = hashOf(Uint8Array.of(1))
  await announce(room, other, bytes.length)
  expect(await (await send(room, other, 0, bytes)).json()).toEqual({ refused: 'photoOtherBytes' })
})

test('W14 a photo over 300 KB is refused before a byte of it is sent', async () => {
  const room = await aPhotoRoom()
  const answer = await announce(room, '0'.repeat(64), 300 * 1024 + 1)
  expect(answer.status).toBe(413)
  expect(await answer.json()).toEqual({ refused: 'tooLarge' })
})

test.each(['', 'abc', '../../etc/passwd', 'A'.repeat(64)])(
  'W14 a photo named “%s” is refused',
  async (name) => {
    const room = await aPhotoRoom()
    const answer = await announce(room, name, 10)
    expect(answer.status).toBe(400)
    expect(await answer.json()).toEqual({ refused: 'badRequest' })
  },
)

test('W14 a photo of one compound is not a photo of another', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const hash = hashOf(bytes)
  await announce(room, hash, bytes.length)
  await send(room, hash, 0, bytes)
  expect(await room.kept.read('tenant-b' as TenantId, hash)).toBeUndefined()
})

test('W14 a device is not told of a photo that another one brought, and brings its own copy', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const hash = hashOf(bytes)
  await announce(room, hash, bytes.length)
  await send(room, hash, 0, bytes)
  expect(await room.kept.arrived(tenant, phone, [hash])).toEqual([])
  expect(await offsetOf(room, hash, phone)).toBeNull()
  await announce(room, hash, bytes.length, phone)
  expect((await send(room, hash, 0, bytes, phone)).status).toBe(204)
  expect(await room.kept.arrived(tenant, phone, [hash])).toEqual([hash])
  expect(await room.kept.broughtBy(tenant, hash)).toEqual([tablet, phone])
})

test('W14 a way of sending that is not ours is refused in our words, and is no trouble of ours', async () => {
  const { uploads } = await aPhotoRoom()
  const metadata = `hash ${Buffer.from('0'.repeat(64)).toString('base64')}`
  const headers = { ...TUS, 'Upload-Metadata': metadata, 'Upload-Concat': 'partial' }
  const request = new Request('http://here/api/photos', { method: 'POST', headers })
  const answer = await uploads.answer(tenant, tablet, request)
  expect([answer.status, await answer.json()]).toEqual([400, { refused: 'badRequest' }])
})

/** A photo as a device closes it, and what the upload says of itself. */
async function aClosed(bytes: Uint8Array, seals: ServerSeals) {
  const hash = hashOf(bytes)
  const key = newPhotoKey()
  const closed = await closePhoto(key, `photo/${hash}`, bytes)
  const device = sealing({
    server: { id: seals.key, raw: seals.publicKey },
    keys: { get: async () => undefined, putIfNone: async (_, value) => value },
    unlocked: () => true,
  })
  const seal = await device.toServer(tenant, `photo/${hash}`, { at: '2026-03-02T08:00:00Z', args: { key } })
  return { hash, closed, seal, address: `${hash}~closed` }
}

test('W14 a photo that comes closed is opened here, and its bytes are those of its name', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const { hash, closed, seal, address } = await aClosed(bytes, room.seals)
  const created = await announce(room, hash, closed.length, tablet, seal)
  expect(created.headers.get('Location')).toBe(`/api/photos/${address}`)
  await send(room, address, 0, closed.slice(0, 100))
  expect(await offsetOf(room, address)).toBe('100')
  expect((await send(room, address, 100, closed.slice(100))).status).toBe(204)
  expect(await room.kept.read(tenant, hash)).toEqual(bytes)
  expect(await room.kept.arrived(tenant, tablet, [hash])).toEqual([hash])
  expect(await offsetOf(room, address)).toBe(String(bytes.length))
  expect(await readdir(room.incoming)).toEqual([])
})

test('W14 what is half here of an open photo is no beginning of the same one closed', async () => {
  const room = await aPhotoRoom()
  const bytes = aPicture()
  const { hash, closed, seal, address } = await aClosed(bytes, room.seals)
  await announce(room, hash, bytes.length)
  await send(room, hash, 0, bytes.slice(0, 499))
  expect(await offsetOf(room, address)).toBeNull()
  await announce(room, hash, closed.length, tablet, seal)
  expect((await send(room, address, 0, closed)).status).toBe(204)
  expect(await room.kept.read(tenant, hash)).toEqual(bytes)
})

test('W14 a closed photo that came damaged may come again; one that this server cannot open is refused in words', async () => {
  const room = await aPhotoRoom()
  const { hash, closed, seal, address } = await aClosed(aPicture(), room.seals)
  const asks = async (bytes: Uint8Array<ArrayBuffer>, said: object) => {
    await announce(room, hash, bytes.length, tablet, said)
    const answer = await send(room, address, 0, bytes)
    return [answer.status, await answer.json()]
  }
  const damaged = closed.slice()
  damaged[40]! ^= 1
  expect(await asks(damaged, seal)).toEqual([460, { refused: 'photoOtherBytes' }])
  expect(await asks(Uint8Array.of(9, ...closed.slice(1)), seal)).toEqual([
    460,
    { refused: 'photoOtherBytes' },
  ])
  const others = await aClosed(aPicture(), await memorySeals())
  expect(await asks(others.closed, others.seal)).toEqual([422, { refused: 'photoSealed' }])
  expect(await asks(closed, { ...seal, alg: 'ROT13' })).toEqual([422, { refused: 'photoSealed' }])
  // Sealed for one name it opens nothing under another.
  const other = await aClosed(Uint8Array.of(1, 2, 3), room.seals)
  expect(await asks(closed, other.seal)).toEqual([422, { refused: 'photoSealed' }])
  expect(await room.kept.size(tenant, hash)).toBeUndefined()
  expect(await readdir(room.incoming)).toEqual([])
})

test('W14 what a photo may weigh is the same closed, and what is opened is judged like any other', async () => {
  const room = await aPhotoRoom()
  const { seal } = await aClosed(aPicture(), room.seals)
  expect((await announce(room, '0'.repeat(64), 300 * 1024 + 30, tablet, seal)).status).toBe(413)
  expect((await announce(room, '0'.repeat(64), 300 * 1024 + 29, tablet, seal)).status).toBe(201)
  const tagged = await aClosed(withExif(aPicture()), room.seals)
  await announce(room, tagged.hash, tagged.closed.length, tablet, tagged.seal)
  expect(await (await send(room, tagged.address, 0, tagged.closed)).json()).toEqual({
    refused: 'photoMetadata',
  })
})
