import { expect, test } from 'vitest'
import { aCompound } from '#test/support/aServer.ts'
import type { TrailReply } from '#wire/audit.ts'

const MINUTE = 60_000

async function guessedAt() {
  const { browser, officer, server, started } = await aCompound()
  /** Codes that fit nothing, each five from another address; answers how many were looked at. */
  const guess = async (times: number) => {
    let looked = 0
    for (let n = 0; n < times; n += 1) {
      const form = { key: '22222222', attempt: crypto.randomUUID() }
      const address = `198.51.${Math.floor(n / 5)}.7`
      if ((await browser(address).post('/api/invitations/look', form)).status === 404) looked += 1
    }
    return looked
  }
  const lines = async () => {
    await started.office.trail.settled()
    const { rows } = (await (await officer.get('/api/audit')).json()) as TrailReply
    return rows.filter(({ what }) => what === 'door.shut')
  }
  const later = (minutes: number) => (server.clock = new Date(server.clock.getTime() + minutes * MINUTE))
  return { guess, lines, later }
}

test('SEC-64 that so many codes were guessed that nobody may try one stands in the trail once, without what was tried', async () => {
  const { guess, lines, later } = await guessedAt()
  expect(await guess(100)).toBe(100)
  expect(await lines()).toEqual([])
  expect(await guess(20)).toBe(0)
  await expect.poll(lines).toHaveLength(1)
  expect(JSON.stringify(await lines())).not.toContain('2222')

  // Whoever goes on all the while is one guesser; after a quiet time it is told again.
  later(9)
  expect(await guess(1)).toBe(0)
  later(2)
  expect(await guess(101)).toBe(100)
  expect(await lines()).toHaveLength(1)
  later(11)
  expect(await guess(101)).toBe(100)
  await expect.poll(lines).toHaveLength(2)
})
