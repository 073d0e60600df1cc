import { expect, test } from 'vitest'
import '#domain/catalogue.ts'
import type { DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { take } from '#store/apply.ts'
import { openBook } from '#store/book.ts'
import { drafts } from '#store/drafts.ts'
import { dropOwedNames, namedIn } from '#store/forgottenNames.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { Seals } from '#store/outbox.ts'
import { firstPosition, type Position, putPosition } from '#store/position.ts'
import { putMark } from '#store/vault.ts'
import { vaultDisk } from '#store/vaultDisk.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const ME = 'ren' as PersonId
const KEY = { author: ME, form: 'feedback.capture', about: 'begun' }
/** Invented. */
const resident = (id: string, name: string) => ({ id, kind: 'resident', v: 1, name }) as unknown as Recorded
const contact = (id: string, phone: string) => ({ id, kind: 'contact', v: 1, phone }) as unknown as Recorded
const HOME = [
  resident('her', '欧阳灯芯'),
  contact('her contact', '13811110101'),
  resident('him', '司徒青石'),
  contact('his contact', '13811110102'),
  resident('one of two', '令狐白露'),
  resident('other of two', '令狐白露'),
  resident('not named', '端木霜降'),
]
const TEXT = '欧阳灯芯（138 1111 0101）、司徒青石（13811110102）和令狐白露都说楼梯滑'

/** A phone behind a PIN with something half written; out of it nobody is in. */
async function aPhone() {
  const seat = { isIn: true }
  const seals: Seals = {
    ...plainSeals,
    byAuthor: async (...about) => (seat.isIn ? plainSeals.byAuthor(...about) : undefined),
  }
  const disk = vaultDisk(memoryDisk(), {})
  const ids = { tenant: 'a' as TenantId, device: 'phone' as DeviceId, epoch: 'epoch-1' as Epoch }
  const first = firstPosition({ ...ids, stream: 'stream-1' as StreamId })
  const position: Position = { ...first, scope: 'before', cursor: 'cursor', walk: 1 }
  await disk.write(['meta'], async (tx) => putPosition(tx, position))
  const book = openBook()
  book.load(HOME, [])
  const kept = drafts({ disk, seals, tenant: ids.tenant, now: () => '2026-03-04T01:00:00.000Z' })
  await kept.keep(KEY, 1, { text: TEXT })
  await kept.note(ME, (content) => namedIn(book, content))
  return {
    disk,
    kept,
    /** Locked, it hears of another scope and of who was erased: what lies closed goes, and with it everybody's records. */
    async hears(...erased: readonly string[]) {
      seat.isIn = false
      await disk.write(['meta'], async (tx) => putMark(tx, { v: 1, box: 'a key' }))
      const asked = { ...position, upTo: 0, unsent: 0 }
      const given = {
        epoch: position.epoch,
        scope: 'after',
        parts: [],
        acked: 0,
        outcomes: [],
        own: [],
        to: 'walk',
        records: [],
        forget: [],
        erased: erased as readonly RecordId[],
        more: true,
        serverTime: '2026-03-04T02:00:00.000Z',
      }
      expect(await take(disk, asked, given, 'own', () => 'stream-2' as StreamId)).toMatchObject({
        is: 'taken',
      })
    },
    async opens() {
      seat.isIn = true
      await dropOwedNames({ disk, drafts: kept }, ME)
      return ((await kept.open(KEY))!.content as { text: string }).text
    },
    tries: () => dropOwedNames({ disk, drafts: kept }, ME),
  }
}

test('SEC-96 W8 a locked phone that loses everybody’s records with the word that one of them is erased takes their name out once it is opened', async () => {
  const phone = await aPhone()
  await phone.hears('her', 'her contact')
  await phone.tries()
  expect(await phone.opens()).toBe('〔已删〕（〔已删〕）、司徒青石（13811110102）和令狐白露都说楼梯滑')
  // It is done once; what is typed afterwards is somebody’s own word.
  await phone.kept.keep(KEY, 1, { text: TEXT })
  expect(await phone.opens()).toBe(TEXT)
})

test('INV-1 who only went out of reach while it was locked stays in what is half written', async () => {
  const phone = await aPhone()
  await phone.hears()
  expect(await phone.opens()).toBe(TEXT)
})

test('INV-1 a name that two bear stays while one of them does, and goes with both', async () => {
  const one = await aPhone()
  await one.hears('one of two')
  expect(await one.opens()).toBe(TEXT)
  const both = await aPhone()
  await both.hears('one of two', 'other of two')
  expect(await both.opens()).toBe(TEXT.replace('令狐白露', '〔已删〕'))
})

test('INV-1 a name that one draft knows of one and another of two stays in an open form while one of them does', async () => {
  const phone = await aPhone()
  const of = ['one of two' as RecordId]
  await phone.kept.keep({ ...KEY, about: 'before the other came' }, 1, { text: '令狐白露' })
  await phone.kept.note(ME, () => [{ is: 'name', text: '令狐白露', of, residents: of }])
  const told: string[] = []
  phone.kept.onTakenOut(({ names }) => told.push(...names))
  await phone.hears('one of two', 'her')
  expect(await phone.opens()).toContain('令狐白露')
  expect(told).toEqual(['欧阳灯芯'])
})

test('SEC-96 a draft notes of those whom its words name only, and no screen is handed it', async () => {
  const phone = await aPhone()
  const lies = await phone.disk.read(['drafts'], (tx) => tx.range('drafts'))
  expect(JSON.stringify(lies)).toContain('her contact')
  expect(JSON.stringify(lies)).not.toMatch(/端木|not named/)
  expect(await phone.kept.contents()).toEqual([{ text: TEXT }])
  expect(JSON.stringify(await phone.kept.open(KEY))).not.toContain('her contact')
})

test('SEC-96 who is named is looked for anew after each input, and not twice in the same words', async () => {
  const phone = await aPhone()
  let looked = 0
  const look = () => phone.kept.note(ME, () => ((looked += 1), []))
  await look()
  expect(looked).toBe(0)
  await phone.kept.keep(KEY, 1, { text: `${TEXT}！` })
  await look()
  await look()
  expect(looked).toBe(1)
})
