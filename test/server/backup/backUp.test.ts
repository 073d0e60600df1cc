import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { backUp } from '#server/backup/backUp.ts'
import { proven, readManifest } from '#server/backup/manifest.ts'
import { backupsIn } from '#server/backup/shelf.ts'
import { KEYS } from '#server/backup/tables.ts'
import { remark } from '#test/server/records/world.ts'
import { aCompound } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'
import { aFolder } from '#test/support/folder.ts'
import { backedUp, namesIn, NOON } from './aRun.ts'

// Whole servers on real files, on a machine that may be busy.
const SHIFT = '0c3f5c5e-0000-4000-8000-000000000002'

async function aBusyCompound() {
  const world = await aCompound({ onFile: true })
  const places = await world.started.office.log.transact(world.enrolment.tenant, (tx) =>
    tx.recordsOf('place'),
  )
  const place = places.find((one) => (one as { what?: string }).what === 'binPoint')!.id
  const talk = aTalk(world.officer, world.enrolment)
  await talk.sync([
    { record: SHIFT, name: 'shift.open', args: { place, day: '2026-03-02', window: 'morning' } },
  ])
  return { ...world, talk }
}

test('every table of the database is in a backup', async () => {
  const { started } = await aCompound({ onFile: true })
  const tables = await started.office.db.introspection.getTables()
  const kept = tables.map(({ name }) => name).filter((name) => !/_migrations(_lock)?$/.test(name))
  expect(kept.toSorted()).toEqual(Object.keys(KEYS).toSorted())
})

test('a backup has the tables, the keys, the journal and the photos, and says what is in it', async () => {
  const { folder, enrolment, officer, started } = await aBusyCompound()
  await officer.post('/api/devices/revoke', { device: enrolment.device })
  const photo = new TextEncoder().encode('a picture')
  const hash = createHash('sha256').update(photo).digest('hex')
  await mkdir(join(folder, 'photos', 'compound'), { recursive: true })
  await writeFile(join(folder, 'photos', 'compound', `${hash}.jpg`), photo)
  await writeFile(join(folder, 'photos', 'compound', `${hash}.from`), `${enrolment.device}\n`)

  const { path, manifest } = await backedUp(folder)
  const epoch = await started.office.log.epoch()
  const head = await started.office.log.transact(enrolment.tenant, (tx) => tx.head())
  expect(manifest).toMatchObject({ format: 1, version: '9.9.9', madeAt: NOON.toISOString(), epoch })
  expect(manifest.compounds).toEqual([{ tenant: enrolment.tenant, name: '梧桐苑', head }])
  expect(manifest.tables['log']).toBe(head)
  expect(manifest.files[`photos/compound/${hash}.jpg`]).toBe(hash)
  expect(await proven(path, manifest)).toEqual({ ok: true, value: undefined })
  expect(await readFile(join(path, 'keys', 'server.json'))).toEqual(
    await readFile(join(folder, 'keys', 'server.json')),
  )
  expect(await readFile(join(path, 'journal', 'office.jsonl'), 'utf8')).toContain(enrolment.device)
  const rows = gunzipSync(await readFile(join(path, 'tables', 'log.jsonl.gz'))).toString()
  expect(rows.trim().split('\n')).toHaveLength(head)
  expect(rows).toContain(SHIFT)
})

test('W5 a backup is one moment, also while many write: its records end where its log ends', async () => {
  const { folder, joined, started, enrolment } = await aBusyCompound()
  const others = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => joined({ name })))
  const writers = { on: true, written: 0 }
  const ends = others.map(async ({ browser, enrolment }) => {
    const talk = aTalk(browser, enrolment)
    while (writers.on) {
      const record = crypto.randomUUID()
      await talk.sync([{ record, name: 'feedback.write', args: remark(enrolment.compound) }])
      writers.written += 1
    }
  })
  const head = () => started.office.log.transact(enrolment.tenant, (tx) => tx.head())
  const shelf = await aFolder()
  for (let second = 0; second < 3; second += 1) {
    const [before, seen] = [await head(), writers.written]
    const { path, manifest } = await backedUp(folder, new Date(NOON.getTime() + second * 1000), shelf)
    while (writers.written === seen) await new Promise((resolve) => setTimeout(resolve, 1))
    const lines = async (table: string) =>
      gunzipSync(await readFile(join(path, 'tables', `${table}.jsonl.gz`)))
        .toString()
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    const told = manifest.compounds[0]!.head
    expect(told).toBeGreaterThanOrEqual(before)
    const log = await lines('log')
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: told }, (_, index) => index + 1))
    const changes = new Set(log.map(({ change }) => change))
    expect((await lines('receipts')).filter(({ change }) => !changes.has(change))).toEqual([])
    const last = new Map(
      log.filter(({ outcome }) => outcome === '{"is":"applied"}').map((row) => [row['record'], row['seq']]),
    )
    for (const { id, seq } of await lines('records')) expect(seq).toBe(last.get(id))
  }
  writers.on = false
  await Promise.all(ends)
})

test('what is in the middle of being written is never taken for a backup, and goes when the next one is made', async () => {
  const { folder } = await aBusyCompound()
  const shelf = await aFolder()
  const { path, manifest } = await backedUp(folder, NOON, shelf)
  const part = join(shelf, `linbian-2026-03-01T00-00-00Z.${manifest.key.slice(0, 8)}.part`)
  const another = join(shelf, 'linbian-2026-03-01T00-00-00Z.ffffffff.part')
  await cp(path, part, { recursive: true })
  await cp(path, another, { recursive: true })
  expect(await readManifest(part)).toEqual({ ok: false, refused: 'backupIncomplete' })
  expect((await backupsIn(shelf)).map((one) => one.path)).toEqual([path])
  const next = await backedUp(folder, new Date(NOON.getTime() + 1000), shelf)
  expect((await backupsIn(shelf)).map((one) => one.path)).toEqual([next.path, path])
  // Another server may be writing its own here.
  expect(await namesIn(shelf)).toEqual(
    [another, path, next.path].map((one) => one.slice(shelf.length + 1)).toSorted(),
  )
})

test('a file that is missing, another or cut off is told, and so is a manifest that was changed', async () => {
  const { folder } = await aBusyCompound()
  const { path, manifest } = await backedUp(folder)
  const spoilt = async (spoil: (copy: string) => Promise<void>) => {
    const copy = join(await aFolder(), 'copy')
    await cp(path, copy, { recursive: true })
    await spoil(copy)
    const read = await readManifest(copy)
    return read.ok ? proven(copy, read.value) : read
  }
  const log = (copy: string) => join(copy, 'tables', 'log.jsonl.gz')
  expect(await spoilt((copy) => rm(log(copy)))).toEqual({ ok: false, refused: 'backupIncomplete' })
  const cut = async (copy: string) => writeFile(log(copy), (await readFile(log(copy))).subarray(0, 100))
  expect(await spoilt(cut)).toEqual({ ok: false, refused: 'backupDamaged' })
  const rewritten = (change: object) => async (copy: string) => {
    const text = await readFile(join(copy, 'manifest.json'), 'utf8')
    await writeFile(join(copy, 'manifest.json'), JSON.stringify({ ...JSON.parse(text), ...change }))
  }
  expect(await spoilt(rewritten({ epoch: 'other' }))).toEqual({ ok: false, refused: 'backupDamaged' })
  expect(await spoilt(rewritten({ format: 3 }))).toEqual({ ok: false, refused: 'newerBackup' })
  expect(await spoilt((copy) => writeFile(join(copy, 'manifest.json'), '{"format":'))).toEqual({
    ok: false,
    refused: 'backupDamaged',
  })
  expect(await spoilt((copy) => rm(join(copy, 'manifest.json')))).toEqual({ ok: false, refused: 'noBackup' })
  expect(await spoilt(async () => undefined)).toMatchObject({ ok: true })
  expect(Object.keys(manifest.files)).toContain('tables/log.jsonl.gz')
})

test('a photo that the last backup has is not copied twice, and each backup is whole without the other', async () => {
  const { folder } = await aBusyCompound()
  const shelf = await aFolder()
  const photo = new TextEncoder().encode('a picture')
  const name = `photos/compound/${createHash('sha256').update(photo).digest('hex')}.jpg`
  await mkdir(join(folder, 'photos', 'compound'), { recursive: true })
  await writeFile(join(folder, name), photo)
  const first = await backedUp(folder, NOON, shelf)
  const second = await backedUp(folder, new Date(NOON.getTime() + 1000), shelf)
  expect((await stat(join(second.path, name))).ino).toBe((await stat(join(first.path, name))).ino)
  await rm(first.path, { recursive: true })
  expect(await proven(second.path, second.manifest)).toMatchObject({ ok: true })
})

test('a backup that cannot be made is refused in a word, and leaves nothing behind', async () => {
  const { folder, started } = await aBusyCompound()
  const now = () => NOON
  const make = (dataDir: string, into: string) => backUp({ dataDir, into, sealTo: [], version: '1', now })
  expect(await make(await aFolder(), await aFolder())).toEqual({ ok: false, refused: 'nothingHere' })
  expect(await make(folder, join(folder, 'backups'))).toEqual({ ok: false, refused: 'insideData' })
  const file = join(await aFolder(), 'file')
  await writeFile(file, '')
  expect(await make(folder, file)).toEqual({ ok: false, refused: 'backupsNotWritable' })
  const shelf = await aFolder()
  const twice = await Promise.all([make(folder, shelf), make(folder, shelf)])
  expect(twice.map((one) => one.ok || one.refused).toSorted()).toEqual(['backupRunning', true])
  await sql`insert into log_migrations (name, timestamp) values ('9999_later', '2099')`.execute(
    started.office.db,
  )
  expect(await make(folder, await aFolder())).toEqual({ ok: false, refused: 'newerData' })
  expect(await namesIn(shelf)).toHaveLength(1)
  const other = await aFolder()
  await writeFile(join(other, 'linbian.sqlite'), 'x'.repeat(8192))
  expect(await make(other, await aFolder())).toEqual({ ok: false, refused: 'broken' })
})
