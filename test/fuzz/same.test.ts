import { expect, test } from 'vitest'
import { kept, otherwise, said } from './same.ts'

const answer = (path: string, body: unknown) => said({ status: 200, text: JSON.stringify(body), path })

const tables = (row: Readonly<Record<string, unknown>>) =>
  kept({
    async *rows() {
      yield { table: 'vault_shares', row }
    },
  })

// Found by seed 768299 on both databases, requests 196 and 499.
test('the number that two screens are held against is drawn by chance; one that is called is not', () => {
  const knocks = (number: string) => answer('/api/invitations', { knocks: [{ number, deviceKind: 'own' }] })
  expect(knocks('083609')).toBe(knocks('858039'))
  const calls = (number: string) => answer('/api/moment', { calls: [{ number }] })
  expect(calls('119')).not.toBe(calls('120'))
  expect(calls('13800765431')).not.toBe(calls('13800765432'))
})

test('the same PIN is kept under another salt by each server, and nothing else of its row may differ', async () => {
  const row = (salt: string, wrong: number) =>
    tables({ device: 'd1', proof: `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${'h'.repeat(43)}`, wrong })
  expect(otherwise(await row('iupHgP1U7xJ5hIa6iQI31g', 0), await row('0hS3gFjiB9zu7TJXQYBF8Q', 0))).toEqual(
    [],
  )
  expect(
    otherwise(await row('iupHgP1U7xJ5hIa6iQI31g', 0), await row('0hS3gFjiB9zu7TJXQYBF8Q', 1)),
  ).toHaveLength(1)
})
