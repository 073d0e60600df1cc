import { describe, expect, test } from 'vitest'
import type { PersonId } from '#domain/ids.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { dropLeft } from '#store/leftBehind.ts'
import { peopleHere } from '#store/enrolment.ts'
import { aboutKey, ownKey } from '#store/photoRows.ts'
import { firstPosition, putPosition } from '#store/position.ts'
import type { Write } from '#store/disk.ts'

const [ZHOU, TANG] = ['zhou', 'tang'] as PersonId[] as [PersonId, PersonId]
const NOW = '2026-03-20T00:00:00.000Z'

/** A tablet of two people with PINs and a vault; what else lies there is `put`. */
async function aTablet(put: (tx: Write) => void = () => undefined) {
  const disk = memoryDisk()
  const ids = { tenant: 'a', device: 'tablet', epoch: 'e', stream: 's' } as never
  await disk.write(['meta', 'keys', 'outbox', 'drafts', 'photos'], async (tx) => {
    putPosition(tx, { ...firstPosition(ids), serverTime: NOW })
    tx.put('meta', 'people', {
      joined: [ZHOU, TANG].map((person) => ({ person, name: person })),
      mustSet: TANG,
    })
    for (const person of [ZHOU, TANG]) {
      tx.put('keys', person, { publicKey: 'p', box: 'sealed' })
      tx.put('keys', `vault/of/${person}`, { root: { id: 'box' } })
      tx.put('keys', `vault/share/${person}`, { box: 'lent', until: NOW, serverUntil: NOW })
    }
    put(tx)
  })
  const keys = () => [...disk.snapshot().rows.keys.keys()].map(String).toSorted()
  const zhouLeaves = () => dropLeft(disk, (person) => person === ZHOU)
  return { disk, keys, zhouLeaves }
}

describe('whoever has left a shared tablet', () => {
  test('leaves no key behind, neither their own nor their half of the vault’s, which is to be changed; the others keep theirs', async () => {
    const { disk, keys, zhouLeaves } = await aTablet()
    expect(await zhouLeaves()).toBe(true)
    expect(keys()).toEqual(['tang', 'vault/of/tang', 'vault/rotate', 'vault/share/tang'])
    expect(await peopleHere(disk)).toEqual({ joined: [{ person: TANG, name: TANG }], mustSet: TANG })
    expect(await zhouLeaves()).toBe(false)
  })

  test('is asked about by the server’s time, and nobody goes before it is known', async () => {
    const { disk, keys } = await aTablet()
    const asked: string[] = []
    await dropLeft(disk, (_, at) => asked.push(at) < 0)
    expect(new Set(asked)).toEqual(new Set([NOW]))
    const never = memoryDisk()
    await never.write(['keys'], async (tx) => tx.put('keys', ZHOU, { publicKey: 'p' }))
    expect(await dropLeft(never, () => true)).toBe(false)
    expect(keys()).toHaveLength(6)
  })

  test.each<[string, (tx: Write) => void]>([
    ['what they wrote is unsent', (tx) => void tx.append('outbox', { change: { id: 'c', actor: ZHOU } })],
    [
      'something is half written that nobody else can open',
      (tx) => tx.put('drafts', 'd', { author: ZHOU, own: 'sealed' }),
    ],
    [
      'a photo of theirs is on its way',
      (tx) => {
        tx.put('photos', aboutKey('hash'), { hash: 'hash', size: 1, state: 'waiting', at: NOW })
        tx.put('photos', ownKey('hash', ZHOU), { own: 'sealed' })
      },
    ],
  ])('keeps their keys as long as %s', async (_, put) => {
    const { keys, zhouLeaves } = await aTablet(put)
    expect(await zhouLeaves()).toBe(false)
    expect(keys()).toContain('zhou')
  })

  test('finds what is half written again by the server’s copy of it: that needs no key here', async () => {
    const { disk, zhouLeaves } = await aTablet((tx) =>
      tx.put('drafts', 'd', { author: ZHOU, own: 'sealed', body: { sealed: 's' } }),
    )
    expect(await zhouLeaves()).toBe(true)
    expect(disk.snapshot().rows.drafts.size).toBe(1)
  })
})
