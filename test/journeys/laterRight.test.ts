import { expect, test } from 'vitest'
import { sealing } from '#device/sealing.ts'
import { asker } from '#device/asking.ts'
import { newId } from '#device/ids.ts'
import '#domain/catalogue.ts'
import type { StreamId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import type { Place } from '#domain/places.ts'
import { closeTo, isBehindPin } from '#store/behindPin.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import type { Disk } from '#store/disk.ts'
import { enrol } from '#store/enrolment.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { loadBook } from '#store/open.ts'
import { personKeys } from '#store/personKeys.ts'
import { vaultDisk, type VaultKey } from '#store/vaultDisk.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { SYNC_PATH } from '#wire/office.ts'
import { SET_UNLOCK_PATH, UNLOCK_PATH, type UnlockReply } from '#wire/unlock.ts'
import { aCompound, type Browser, ROSTER } from '#test/support/aServer.ts'
import { aTalk, recordsIn } from '#test/support/aTalk.ts'
import { readVault } from '#boot/vault.ts'

const NAMES = ROSTER.slice(1).map(([, , , name]) => name!)
const GATE = '东门投放点'

/** What syncs on a phone, as the page puts it together. */
function endsOf(disk: Disk, browser: Browser) {
  const post = async (body: string) => {
    const answer = await browser.post(SYNC_PATH, body)
    return { status: answer.status, text: await answer.text() }
  }
  return { disk, book: openBook(), status: openStatus(), device: 'own', newId, post } as const
}

const lyingOn = (below: ReturnType<typeof memoryDisk>) => () =>
  JSON.stringify(Object.values(below.snapshot().rows).map((rows) => [...rows]))

/** A phone that has been with the office, by an app that asked no supervisor for a PIN. */
async function ofBefore() {
  const compound = await aCompound()
  const { browser, enrolment } = await compound.joined({ role: 'supervisor' })
  const below = memoryDisk()
  const { asksForPin: _, ...told } = enrolment
  await enrol(below, { ...told, demo: false }, newId() as StreamId)
  const places = recordsIn(await aTalk(compound.officer, compound.enrolment).sync(), 'place') as Place[]
  const gate = places.find(({ label }) => label === GATE)!
  const colleague = await compound.joined({ role: 'supervisor', name: '唐玉珍' })
  const talk = aTalk(colleague.browser, colleague.enrolment)
  const writes = (text: string) =>
    talk.sync([
      {
        record: newId(),
        name: 'incident.record',
        args: { place: gate.id, type: 'overflow', action: 'none', text, photos: [] },
      },
    ])
  return { compound, browser, enrolment, below, gate, writes, lying: lyingOn(below) }
}

test('a phone without a PIN whose person may read of residents from today on takes none in, and says that it waits', async () => {
  const { compound, browser, enrolment, below, lying } = await ofBefore()
  await round(endsOf(below, browser))
  await below.write(['meta'], async (tx) => tx.delete('meta', 'vault'))
  const ends = endsOf(vaultDisk(below, {}), browser)
  expect(await round(ends)).toBe('done')
  expect(ends.status.getState().locked).toBe(false)
  expect(lying()).toContain(GATE)

  // On another of their phones they became a grid worker.
  await compound.joined({ role: 'gridWorker', person: enrolment.person })
  await round(ends)
  await round(ends)
  expect(ends.status.getState().locked).toBe(true)
  expect(NAMES.filter((name) => lying().includes(name))).toEqual([])
  // Where they stand at the bins goes on.
  expect(lying()).toContain(GATE)
})

test('SEC-22 a supervisor’s phone of before asks for a PIN, sends what is unsent without one, and once it is set what colleagues wrote lies behind it', async () => {
  const { browser, enrolment, below, gate, writes, lying } = await ofBefore()
  const [before, meanwhile] = ['门口有人吵起来了', '有人把纸箱点着了']
  await writes(before)
  await round(endsOf(below, browser))
  await below.write(['meta'], async (tx) => tx.delete('meta', 'vault'))
  expect(lying().includes(before)).toBe(true)

  // The new version starts: it is asked for, and nothing is lost before it is there.
  expect(await isBehindPin(vaultDisk(below, {}))).toBe(true)
  await closeTo(below)
  const key: VaultKey = {}
  const disk = vaultDisk(below, key)
  const ends = endsOf(disk, browser)
  const seals = sealing({ server: enrolment.serverKey, keys: personKeys(below), unlocked: () => true })
  const loads = () => loadBook(disk, seals, ends.book, async () => undefined)
  const texts = () => ends.book.all<Incident>('incident').map(({ text }) => text)
  await loads()
  expect(texts()).toEqual([before])

  const { tenant, person } = enrolment
  const committer = { disk, book: ends.book, seals, tenant, newId, now: () => '2026-03-02T00:10:00.000Z' }
  const shift = newId()
  const opening = { place: gate.id, day: '2026-03-02', window: 'morning' }
  const done = await commit(committer, person, [
    { record: shift as never, name: 'shift.open', v: 1, args: opening },
  ])
  expect(done.ok).toBe(true)
  await writes(meanwhile)
  expect(await round(ends)).toBe('done')
  expect(ends.status.getState()).toMatchObject({ locked: true, unsent: 0 })
  expect(lying()).not.toContain(meanwhile)

  const ask = asker(browser.send as typeof fetch)
  const vault = readVault({
    below,
    key,
    unlock: (form) => ask<UnlockReply>(UNLOCK_PATH, form, ['share', 'lease']),
    set: (form) => ask<UnlockReply>(SET_UNLOCK_PATH, form, ['share', 'lease']),
    now: () => '2026-03-02T00:20:00.000Z',
  })
  expect((await vault.openOnline(person, new Uint8Array(32).fill(4), new Set([person]), true)).vault).toBe(
    'open',
  )
  await loads()
  expect(await round(ends)).toBe('done')
  expect(texts().toSorted()).toEqual([before, meanwhile].toSorted())
  expect(ends.book.get(shift as never)).toMatchObject({ kind: 'shift' })
  for (const words of [before, meanwhile]) expect(lying()).not.toContain(words)
})
