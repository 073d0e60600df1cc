import { hashRaw } from '@node-rs/argon2'
import { describe, expect, test } from 'vitest'
import { newPinCost, passesIn, stretch } from '#device/pinKey.ts'

test('a PIN costs as many passes as somebody waits for on this device, and one at the least', () => {
  expect(passesIn(130)).toBe(3)
  expect(passesIn(390)).toBe(1)
  expect(passesIn(2_600)).toBe(1)
  expect(passesIn(1)).toBe(8)
})

test('what it costs stands beside it: never less than one pass over 46 MiB', async () => {
  const cost = await newPinCost()
  expect(cost).toMatchObject({ kdf: 'argon2id', kib: 46 * 1024, lanes: 1 })
  expect(cost.passes).toBeGreaterThanOrEqual(1)
})

describe('what a PIN becomes is Argon2id as another hand computes it, so that one of before opens what it closed', () => {
  const salt = Buffer.from('0123456789abcdef')
  const costOf = (passes: number) =>
    ({ kdf: 'argon2id', salt: salt.toString('base64'), kib: 46 * 1024, passes, lanes: 1 }) as const
  const byAnother = async (pin: string, passes: number) =>
    new Uint8Array(
      await hashRaw(pin, {
        salt,
        memoryCost: 46 * 1024,
        timeCost: passes,
        parallelism: 1,
        outputLen: 32,
      }),
    )

  test.each([
    ['407158', 1],
    ['0716', 1],
    ['407158', 3],
  ])('%s, %i passes', async (pin, passes) => {
    expect(await stretch(pin, costOf(passes))).toEqual(await byAnother(pin, passes))
  })
})
