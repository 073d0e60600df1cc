import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import type { KeyShelf } from '#device/authorKeys.ts'
import { sealing } from '#device/sealing.ts'
import type { ChangeId, PersonId, TenantId } from '#domain/ids.ts'
import { memorySeals } from '#server/sealing.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { Seals } from '#store/outbox.ts'
import { personKeys } from '#store/personKeys.ts'

const tenant = 'tenant' as TenantId
const wang = 'wang' as PersonId
const liu = 'liu' as PersonId
const inside = {
  at: '2026-11-24T08:00:00.000Z',
  args: { text: '302 的王阿姨说楼下太吵', n: 3, list: [1, 'a', null] },
}
const base64 = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(bytes as Uint8Array).toString('base64')

async function aServer() {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const raw = base64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)))
  return { pair, server: { id: 'k1', raw } }
}

async function aDevice(options: { keys?: KeyShelf; unlocked?: readonly PersonId[] } = {}) {
  const { pair, server } = await aServer()
  const unlocked = new Set(options.unlocked ?? [wang, liu])
  const keys = options.keys ?? personKeys(memoryDisk())
  // What the store asks for, and what the device gives, are one shape.
  const seals: Seals = sealing({ server, keys, unlocked: (person) => unlocked.has(person) })
  return { pair, seals, keys, unlocked, server }
}

describe('a body sealed to the server', () => {
  /** The layout in its words, with plain WebCrypto. */
  async function open(pair: CryptoKeyPair, text: string, about: string) {
    const bytes = Buffer.from(text, 'base64')
    const curve = { name: 'ECDH', namedCurve: 'P-256' }
    const ephemeral = await crypto.subtle.importKey('raw', bytes.subarray(0, 65), curve, false, [])
    const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: ephemeral }, pair.privateKey, 256)
    const shared = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
    const info = new TextEncoder().encode('linbian body v1')
    const key = await crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
      shared,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    )
    const algorithm = {
      name: 'AES-GCM',
      iv: bytes.subarray(65, 77),
      additionalData: new TextEncoder().encode(about),
    }
    return JSON.parse(
      new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes.subarray(77))),
    )
  }
  const sealedText = (body: Awaited<ReturnType<Seals['toServer']>>) => ('sealed' in body ? body.sealed : '')

  test('is opened by the server’s private key, following the layout byte for byte', async () => {
    const { pair, seals } = await aDevice()
    const body = await seals.toServer(tenant, 'c1', inside)
    expect(body).toMatchObject({ alg: 'P256-A256GCM', key: 'k1' })
    expect(await open(pair, sealedText(body), 'tenant|c1|P256-A256GCM')).toEqual(inside)
  })

  test('each has a half of its own, also of those that are sealed at one moment', async () => {
    const { pair, seals } = await aDevice()
    const ids = Array.from({ length: 8 }, (_, nth) => `c${nth}`)
    const seal = async (id: string) => sealedText(await seals.toServer(tenant, id, inside))
    const texts = [...(await Promise.all(ids.map(seal))), await seal('c8'), await seal('c9')]
    for (const [nth, text] of texts.entries())
      expect(await open(pair, text, `tenant|c${nth}|P256-A256GCM`)).toEqual(inside)
    expect(new Set(texts.map((text) => Buffer.from(text, 'base64').toString('hex', 0, 65))).size).toBe(10)
  })

  test.each(['other|c1|P256-A256GCM', 'tenant|c2|P256-A256GCM', 'tenant|c1|none'])(
    'does not open as %s',
    async (about) => {
      const { pair, seals } = await aDevice()
      const text = sealedText(await seals.toServer(tenant, 'c1', inside))
      await expect(open(pair, text, about)).rejects.toThrow()
    },
  )

  test('is opened by the server’s own half', async () => {
    const theirs = await memorySeals()
    const seals = sealing({
      server: { id: theirs.key, raw: theirs.publicKey },
      keys: personKeys(memoryDisk()),
      unlocked: () => true,
    })
    const { sealed, key } = await seals.toServer(tenant, 'c1', inside)
    expect(await theirs.open(tenant, 'c1' as ChangeId, key, sealed)).toEqual(inside)
    expect(await theirs.open(tenant, 'c2' as ChangeId, key, sealed)).toBeUndefined()
  })

  test('is another text each time, and tells nothing but its length', async () => {
    const { seals } = await aDevice()
    const texts = [
      await seals.toServer(tenant, 'c1', inside),
      await seals.toServer(tenant, 'c1', inside),
    ].map(sealedText)
    expect(texts[0]).not.toBe(texts[1])
    expect(Buffer.from(texts[0] ?? '', 'base64').includes('王阿姨')).toBe(false)
  })

  test('may be 48 KB long', async () => {
    const { pair, seals } = await aDevice()
    const long = { at: inside.at, args: '邻'.repeat(16_000) }
    expect(
      await open(pair, sealedText(await seals.toServer(tenant, 'c', long)), 'tenant|c|P256-A256GCM'),
    ).toEqual(long)
  })
})

describe('a body sealed to its author', () => {
  test('is opened by them, also after a restart', async () => {
    const device = await aDevice()
    const own = await device.seals.toAuthor(wang, 'c1', inside)
    expect(await device.seals.byAuthor(wang, 'c1', own)).toEqual(inside)
    const again = sealing({ server: device.server, keys: device.keys, unlocked: () => true })
    expect(await again.byAuthor(wang, 'c1', own)).toEqual(inside)
  })

  test('is not opened for another person, nor under another id', async () => {
    const { seals } = await aDevice()
    const own = await seals.toAuthor(wang, 'c1', inside)
    await seals.toAuthor(liu, 'c2', inside)
    expect(await seals.byAuthor(liu, 'c1', own)).toBeUndefined()
    expect(await seals.byAuthor(wang, 'c2', own)).toBeUndefined()
  })

  test('stays shut while its author is locked, and what they have not unlocked can still be sealed', async () => {
    const { seals, unlocked } = await aDevice()
    unlocked.delete(wang)
    const own = await seals.toAuthor(wang, 'c1', inside)
    expect(await seals.byAuthor(wang, 'c1', own)).toBeUndefined()
    unlocked.add(wang)
    expect(await seals.byAuthor(wang, 'c1', own)).toEqual(inside)
  })

  test('is undefined, not an error, when the key is gone or the text is damaged', async () => {
    const { seals } = await aDevice()
    const own = await seals.toAuthor(wang, 'c1', inside)
    const other = await aDevice()
    expect(await other.seals.byAuthor(wang, 'c1', own)).toBeUndefined()
    await other.seals.toAuthor(wang, 'c9', inside)
    expect(await other.seals.byAuthor(wang, 'c1', own)).toBeUndefined()
    expect(await seals.byAuthor(wang, 'c1', own.slice(16))).toBeUndefined()
    expect(await seals.byAuthor(wang, 'c1', '?')).toBeUndefined()
  })

  test('has one key in two tabs that begin at the same moment', async () => {
    const keys = personKeys(memoryDisk())
    const [one, two] = [await aDevice({ keys }), await aDevice({ keys })]
    const [a, b] = await Promise.all([
      one.seals.toAuthor(wang, 'a', inside),
      two.seals.toAuthor(wang, 'b', inside),
    ])
    expect(await one.seals.byAuthor(wang, 'b', b)).toEqual(inside)
    expect(await two.seals.byAuthor(wang, 'a', a)).toEqual(inside)
  })

  test('lies in IndexedDB as a key that scripts cannot read', async () => {
    const keys = personKeys(dexieDisk('keys'))
    const { seals } = await aDevice({ keys })
    const own = await seals.toAuthor(wang, 'c1', inside)
    const kept = await keys.get(wang)
    expect(kept).toBeInstanceOf(CryptoKey)
    expect((kept as CryptoKey).extractable).toBe(false)
    expect(await (await aDevice({ keys })).seals.byAuthor(wang, 'c1', own)).toEqual(inside)
  })

  test('still opens in a browser that cannot store keys', async () => {
    const shelf = personKeys(memoryDisk())
    const keys: KeyShelf = {
      get: shelf.get,
      async putIfNone(person, value) {
        if (value instanceof CryptoKey) throw new DOMException('not here', 'DataCloneError')
        return shelf.putIfNone(person, value)
      },
    }
    const own = await (await aDevice({ keys })).seals.toAuthor(wang, 'c1', inside)
    expect(await (await aDevice({ keys })).seals.byAuthor(wang, 'c1', own)).toEqual(inside)
  })
})
