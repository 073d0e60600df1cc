import '#domain/catalogue.ts'
import { expect, test } from 'vitest'
import type { ChangeId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { opened, type OutboxRow, type SentRow } from '#store/outbox.ts'
import { secondCopy } from '#store/secondCopy.ts'
import { sealOpenBodies } from '#store/sealOpen.ts'
import { aShelf } from '#test/support/aVolunteer.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const tenant = 'tenant' as TenantId
const AT = '2026-11-24T08:00:00.000Z'
const CANARY = '穿红衣服的把袋子撂在桶边'

function change(id: string, name: string, args: unknown) {
  const ids = { id: id as ChangeId, record: `of ${id}` as RecordId, actor: 'zhou' as PersonId }
  return { ...ids, name, v: 1, body: { open: { at: AT, args } } }
}

/** What an app of before kept, when incidents were open. */
async function before() {
  const disk = memoryDisk()
  const shelf = aShelf()
  const copy = secondCopy(disk, shelf)
  await disk.write(['outbox', 'sent'], async (tx) => {
    void tx.append('outbox', { change: change('1', 'incident.record', { text: CANARY }) } satisfies OutboxRow)
    void tx.append('outbox', { change: change('2', 'shift.tally', { counter: 'right' }) } satisfies OutboxRow)
    const row = { change: change('0', 'incident.step', { note: CANARY }), ackedAt: AT, first: 'stamp' }
    void tx.append('sent', row satisfies SentRow)
  })
  await copy.follow()
  const rows = () =>
    disk.read(['outbox', 'sent'], async (tx) => ({
      outbox: (await tx.range<OutboxRow>('outbox')).map(({ value }) => value),
      sent: (await tx.range<SentRow>('sent')).map(({ value }) => value),
    }))
  return { disk, shelf, copy, rows, move: () => sealOpenBodies({ disk, seals: plainSeals, tenant }) }
}

test('what lay open of a kind that is personal now is sealed, is the same change, and its author reads it', async () => {
  const { rows, move } = await before()
  expect(await move()).toBe(true)
  const { outbox, sent } = await rows()
  for (const row of [outbox[0]!, sent[0]!]) expect(row.change.body).toHaveProperty('sealed')
  expect(sent[0]).toMatchObject({ ackedAt: AT, first: 'stamp', change: { id: '0', name: 'incident.step' } })
  expect(await opened(plainSeals, outbox[0]!)).toMatchObject({ id: '1', at: AT, args: { text: CANARY } })
  expect(outbox[1]?.change.body).toHaveProperty('open')
  expect(await move()).toBe(false)
})

test('what a word for the next shift said is sealed, and a hand-over without one is not', async () => {
  const disk = memoryDisk()
  const rows = () =>
    disk.read(['outbox'], async (tx) => (await tx.range<OutboxRow>('outbox')).map(({ value }) => value))
  await disk.write(['outbox'], async (tx) => {
    void tx.append('outbox', { change: change('1', 'shift.close', { note: CANARY }) })
    void tx.append('outbox', { change: change('2', 'shift.close', {}) })
    void tx.append('outbox', {
      change: change('3', 'shift.check', { item: 'lid', state: 'toFix', note: CANARY }),
    })
  })
  expect(await sealOpenBodies({ disk, seals: plainSeals, tenant })).toBe(true)
  expect((await rows()).map(({ change: { body } }) => 'open' in body)).toEqual([false, true, false])
  for (const row of await rows()) expect(await opened(plainSeals, row)).toMatchObject({ at: AT })
})

test('the second copy is written anew, so that nothing of it stays open there', async () => {
  const { shelf, copy, move } = await before()
  const texts = async () => (await shelf.list()).map(({ text }) => text)
  expect((await texts()).join('')).toContain(`"open":{"at":"${AT}","args":{"text":"${CANARY}"}`)
  await move()
  await copy.again()
  expect((await texts()).join('')).not.toContain(`"open":{"at":"${AT}","args":{"text"`)
  expect(await texts()).toHaveLength(2)
})
