import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Epoch } from '#domain/ids.ts'
import { readPutBack, wordIn } from '#server/backup/word.ts'
import { openStore } from '#server/store.ts'
import { remark } from '#test/server/records/world.ts'
import { aCompound } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'
import { aNewDatabase, databaseUrlOf } from '#test/support/engine.ts'
import { aFolder } from '#test/support/folder.ts'
import { backedUp, NOON, restored } from './aRun.ts'

async function aBackup() {
  const world = await aCompound()
  const talk = aTalk(world.officer, world.enrolment)
  const args = { ...remark(world.enrolment.compound), text: '换行\u2028、引号"、😀、\\u0000' }
  await talk.sync([{ record: crypto.randomUUID(), name: 'feedback.write', args }])
  const place = { dataDir: world.folder, databaseUrl: await databaseUrlOf(world.folder) }
  return { ...world, talk, ...(await backedUp(place)) }
}

test('INV-26 a backup goes into an empty PostgreSQL and comes out of it byte for byte, in the same order', async () => {
  const { path, manifest } = await aBackup()
  const there = { dataDir: join(await aFolder(), 'data'), databaseUrl: await aNewDatabase() }
  expect(await restored(there, path)).toMatchObject({ ok: true, value: { ahead: [], aside: undefined } })
  const again = await backedUp(there, new Date(NOON.getTime() + 1000))
  expect(again.manifest.tables).toEqual(manifest.tables)
  expect(again.manifest.files).toEqual(manifest.files)
  expect(again.manifest.compounds).toEqual(manifest.compounds)
  // And back into a file.
  const file = { dataDir: join(await aFolder(), 'data') }
  expect(await restored(file, again.path)).toMatchObject({ ok: true })
  expect((await backedUp(file)).manifest.files).toEqual(manifest.files)
})

test('W7 a restored PostgreSQL has word of it lying in the data folder, and one that is not empty is left alone', async () => {
  const { path, manifest } = await aBackup()
  const there = { dataDir: join(await aFolder(), 'data'), databaseUrl: await aNewDatabase() }
  expect(await restored(there, path)).toMatchObject({ ok: true })
  expect(await readPutBack(wordIn(there.dataDir))).toEqual({ latest: manifest.epoch })
  expect(await readFile(join(there.dataDir, 'keys', 'server.json'))).toEqual(
    await readFile(join(path, 'keys', 'server.json')),
  )
  expect(await restored(there, path)).toEqual({ ok: false, refused: 'databaseNotEmpty' })
  const store = await openStore(there, () => 'none' as Epoch)
  expect(store.ok && (await store.value.log.epoch())).toBe(manifest.epoch)
  if (store.ok) await store.value.close()
})

test('what the database that was used before knows more is told by the note, which is all that is asked', async () => {
  const { path, talk, enrolment, folder, stop } = await aBackup()
  await talk.sync([{ record: crypto.randomUUID(), name: 'feedback.write', args: remark(enrolment.compound) }])
  await stop()
  const there = { dataDir: folder, databaseUrl: await aNewDatabase() }
  expect(await restored(there, path, { yes: false })).toMatchObject({
    refused: 'newerHere',
    ahead: [{ name: '梧桐苑', changes: 1 }],
  })
  expect(await restored(there, path)).toMatchObject({ ok: true, value: { ahead: [{ changes: 1 }] } })
})
