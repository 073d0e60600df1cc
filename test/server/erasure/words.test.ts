import { expect, test } from 'vitest'
import type { TenantId } from '#domain/ids.ts'
import { cutOut, knownOf } from '#server/erasure/words.ts'
import { memorySeals } from '#server/sealing.ts'

const TENANT = 'compound-a' as TenantId
const seals = await memorySeals()
/** Invented. */
const known = await knownOf(seals.digest, TENANT, {
  names: ['欧阳灯芯', '灯芯', '王'],
  phones: ['138 1111-0101', '110'],
})

const cut = <T>(value: T) => cutOut(seals.digest, TENANT, known, value)

test('W15 names and numbers are cut out of texts however a number is written, and nothing gets longer', async () => {
  for (const [said, left] of [
    ['欧阳灯芯不在家', '某不在家'],
    ['叫灯芯，电话 138-1111-0101', '叫某，电话 ****'],
    ['+8613811110101', '****'],
    ['欧阳灯芯、灯芯、欧阳灯芯', '某、某、某'],
    // One sign alone, or a number that everybody has, is nobody's.
    ['王家打了110', '王家打了110'],
    ['13811110102', '13811110102'],
    ['', ''],
  ] as const) {
    expect(await cut(said)).toBe(left)
    expect((await cut(said)).length).toBeLessThanOrEqual(said.length)
  }
})

test('W15 a value in which nothing was found is the very same, deep as it may be', async () => {
  const value = { text: '灯坏了', list: [{ by: 'wang', n: 3, none: null, on: true }] }
  expect(await cut(value)).toBe(value)
  expect(await cut({ ...value, list: [{ said: '灯芯说的' }, '好'] })).toEqual({
    text: '灯坏了',
    list: [{ said: '某说的' }, '好'],
  })
})

test('W15 what is known of somebody says nothing of them without the key of the server', async () => {
  const other = await memorySeals()
  expect(JSON.stringify(known)).not.toMatch(/欧阳|灯芯|1381111/)
  expect(await cutOut(other.digest, TENANT, known, '欧阳灯芯')).toBe('欧阳灯芯')
  expect(await cutOut(seals.digest, 'compound-b' as TenantId, known, '欧阳灯芯')).toBe('欧阳灯芯')
})
