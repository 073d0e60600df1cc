import { createHash } from 'node:crypto'
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { remark } from '#test/server/records/world.ts'
import { aCompound, aServer } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'
import { aFolder } from '#test/support/folder.ts'
import { backedUp, namesIn, NOON, restored } from './aRun.ts'

const DAY = 24 * 3600_000

/** A compound in which something was written, backed up, and written on; stopped. */
async function aBackedUpCompound() {
  const world = await aCompound({ onFile: true })
  const talk = aTalk(world.officer, world.enrolment)
  const write = (text: string) => {
    const args = { ...remark(world.enrolment.compound), text }
    return talk.sync([{ record: crypto.randomUUID(), name: 'feedback.write', args }])
  }
  // U+2028 ends a line for some readers of lines.
  await write('第一件\u2028还是第一件 😀')
  const { path, manifest } = await backedUp(world.folder)
  await write('第二件')
  return { ...world, folder: await leftBy(world), backup: path, manifest }
}

/**
 * The folder of a server that was stopped, at a place of its own. Connections of this process outlive their server until
 * their statements are collected, and keep the write-ahead log; a process that has ended leaves one file.
 */
async function leftBy(world: { readonly folder: string; stop(): Promise<void> }): Promise<string> {
  await world.stop()
  const left = await aFolder()
  await cp(world.folder, left, { recursive: true })
  const db = new DatabaseSync(join(left, 'linbian.sqlite'))
  db.exec('pragma journal_mode = delete')
  db.close()
  return left
}

const rowsOf = (folder: string, table: string, name = 'linbian.sqlite') => {
  const db = new DatabaseSync(join(folder, name))
  const rows = db.prepare(`select * from ${table} order by 1, 2`).all()
  db.close()
  return rows
}

test('a restored database is the one that was backed up, row by row', async () => {
  const { folder, backup, manifest } = await aBackedUpCompound()
  const before = await aFolder()
  for (const end of ['', '-wal'])
    await cp(join(folder, `linbian.sqlite${end}`), join(before, `linbian.sqlite${end}`)).catch(
      () => undefined,
    )
  const done = await restored(folder, backup)
  expect(done).toMatchObject({
    ok: true,
    value: { manifest, photos: 0, ahead: [{ name: '梧桐苑', changes: 1 }] },
  })
  for (const table of Object.keys(manifest.tables)) {
    const rows = rowsOf(folder, table)
    expect(rows).toHaveLength(manifest.tables[table]!)
    // What came after the backup is the remark and its device's word; everything else is untouched.
    if (!['tenants', 'log', 'receipts', 'records', 'numbers', 'devices'].includes(table))
      expect(rows).toEqual(rowsOf(before, table))
  }
  expect(JSON.stringify(rowsOf(folder, 'log'))).toContain('第一件\u2028还是第一件 😀')
  expect(JSON.stringify(rowsOf(folder, 'log'))).not.toContain('第二件')
})

test('nothing is deleted: the database that was there lies aside, whole, and its server can be started on it', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const done = await restored(folder, backup)
  const aside = done.ok ? done.value.aside! : ''
  expect(aside).toBe(join(folder, 'linbian.sqlite.before-2026-03-02T05-00-00Z'))
  expect(JSON.stringify(rowsOf(folder, 'log', aside.slice(folder.length + 1)))).toContain('第二件')
  expect(
    (await namesIn(folder)).filter((name) => /restoring|\.new|^linbian.*-(wal|shm)$/.test(name)),
  ).toEqual([])
})

test('two restores within one second put two databases aside', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const asides: (string | undefined)[] = []
  for (const done of [await restored(folder, backup), await restored(folder, backup)])
    asides.push(done.ok ? done.value.aside : undefined)
  const first = join(folder, 'linbian.sqlite.before-2026-03-02T05-00-00Z')
  expect(asides).toEqual([first, `${first}-2`])
  expect(JSON.stringify(rowsOf(folder, 'log', first.slice(folder.length + 1)))).toContain('第二件')
})

test('without the operator’s word a database that knows more is left alone, and how much more is told', async () => {
  const { folder, backup, enrolment } = await aBackedUpCompound()
  const before = await namesIn(folder)
  const log = rowsOf(folder, 'log')
  expect(await restored(folder, backup, { yes: false })).toEqual({
    ok: false,
    refused: 'newerHere',
    ahead: [{ tenant: enrolment.tenant, name: '梧桐苑', changes: 1, last: '2026-03-01T23:00:00.000Z' }],
  })
  expect(await namesIn(folder)).toEqual(before)
  expect(rowsOf(folder, 'log')).toEqual(log)
  expect(await namesIn(folder, 'journal')).not.toContain('put-back.json')
})

test('a database that knows no more needs no word; one that cannot be read does, and goes aside too', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const empty = join(await aFolder(), 'new')
  expect(await restored(empty, backup, { yes: false })).toMatchObject({
    ok: true,
    value: { aside: undefined },
  })
  expect(await restored(empty, backup, { yes: false })).toMatchObject({ ok: true, value: { ahead: [] } })

  for (const end of ['-wal', '-shm']) await rm(join(folder, `linbian.sqlite${end}`), { force: true })
  await writeFile(join(folder, 'linbian.sqlite'), 'x'.repeat(8192))
  expect(await restored(folder, backup, { yes: false })).toMatchObject({ refused: 'unreadableHere' })
  const done = await restored(folder, backup)
  expect(await readFile(done.ok ? done.value.aside! : '', 'utf8')).toBe('x'.repeat(8192))
  const again = await aServer({ folder, onFile: true })
  expect(await (await again.browser().get('/api/health')).json()).toMatchObject({ setUp: true })
})

test('while the server runs nothing is restored', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const running = await aServer({ folder, onFile: true })
  const before = await namesIn(folder)
  expect(await restored(folder, backup)).toEqual({ ok: false, refused: 'inUse' })
  expect(await namesIn(folder)).toEqual(before)
  await running.stop()
  expect(await restored(folder, backup)).toMatchObject({ ok: true })
})

test('a damaged, an incomplete and a newer backup leave everything as it is', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const log = join(backup, 'tables', 'log.jsonl.gz')
  const bytes = await readFile(log)
  const before = await namesIn(folder)
  bytes[bytes.length - 20]! ^= 1
  await writeFile(log, bytes)
  expect(await restored(folder, backup)).toEqual({ ok: false, refused: 'backupDamaged' })
  await rm(log)
  expect(await restored(folder, backup)).toEqual({ ok: false, refused: 'backupIncomplete' })
  expect(await restored(folder, await aFolder())).toEqual({ ok: false, refused: 'noBackup' })
  expect(await namesIn(folder)).toEqual(before)
})

test('into the folder of another server nothing is restored', async () => {
  const { backup } = await aBackedUpCompound()
  const other = await aCompound({ onFile: true })
  await other.stop()
  expect(await restored(other.folder, backup)).toEqual({ ok: false, refused: 'otherKeys' })
})

test('W7 a backup of thirty-five days is one that devices can still fill up', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const now = () => new Date(NOON.getTime() + 35 * DAY)
  expect(await restored(folder, backup, { now })).toMatchObject({ ok: true })
})

test('W7 a backup older than what devices keep needs a word of its own, and then none at the start', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const now = () => new Date(NOON.getTime() + 36 * DAY)
  expect(await restored(folder, backup, { now })).toEqual({ ok: false, refused: 'oldBackup' })
  expect(await restored(folder, backup, { now, old: true })).toMatchObject({ ok: true })
  const again = await aServer({ folder, now, onFile: true })
  expect(await (await again.browser().get('/api/health')).json()).toMatchObject({ setUp: true })
})

test('W14 photos are added and never taken away; one that was cut off is made whole', async () => {
  const world = await aCompound({ onFile: true })
  const at = join(world.folder, 'photos', 'compound')
  await mkdir(at, { recursive: true })
  const file = (text: string) => {
    const hash = createHash('sha256').update(text).digest('hex')
    return { name: `${hash}.jpg`, from: `${hash}.from`, text }
  }
  const [lost, cut, kept, later] = ['a', 'b', 'c', 'd'].map((one) => file(`picture ${one}`)) as never as [
    ReturnType<typeof file>,
    ReturnType<typeof file>,
    ReturnType<typeof file>,
    ReturnType<typeof file>,
  ]
  for (const { name, from, text } of [lost, cut, kept]) {
    await writeFile(join(at, name), text)
    await writeFile(join(at, from), 'phone-1\n')
  }
  const { path } = await backedUp(world.folder)
  const folder = await leftBy(world)
  const now = join(folder, 'photos', 'compound')
  await rm(join(now, lost.name))
  await writeFile(join(now, cut.name), 'pict')
  await writeFile(join(now, kept.from), 'phone-1\nphone-2\n')
  await writeFile(join(now, later.name), later.text)
  const untouched = await stat(join(now, kept.name))

  expect(await restored(folder, path)).toMatchObject({ ok: true, value: { photos: 2 } })
  for (const { name, text } of [lost, cut, kept, later])
    expect(await readFile(join(now, name), 'utf8')).toBe(text)
  expect(await readFile(join(now, kept.from), 'utf8')).toBe('phone-1\nphone-2\n')
  expect((await stat(join(now, kept.name))).ino).toBe(untouched.ino)
})

test('journals are joined: no line of either is lost, and none is there twice', async () => {
  const world = await aCompound({ onFile: true })
  const folder = await leftBy(world)
  const journal = join(folder, 'journal', 'office.jsonl')
  await writeFile(journal, '{"n":1}\n{"n":2}\n')
  const { path } = await backedUp(folder)
  // A line was torn by a power cut, another came; the first was lost with a disk.
  await writeFile(journal, '{"n":2}\n{"n":3}\n{"n":')
  expect(await restored(folder, path)).toMatchObject({ ok: true })
  expect(await readFile(journal, 'utf8')).toBe('{"n":2}\n{"n":3}\n{"n":\n{"n":1}\n')
})

test('keys that are gone come from the backup; keys that cannot be read go aside', async () => {
  const { folder, backup } = await aBackedUpCompound()
  const keys = join(folder, 'keys', 'server.json')
  const text = await readFile(keys, 'utf8')
  await writeFile(keys, text.slice(0, 50))
  expect(await restored(folder, backup)).toMatchObject({ ok: true })
  expect(await readFile(keys, 'utf8')).toBe(text)
  expect(await namesIn(folder, 'keys')).toEqual(['server.json', 'server.json.before-2026-03-02T05-00-00Z'])
})

test('a restore that was broken off in the middle keeps the server from starting, and is simply run again', async () => {
  const { folder, backup } = await aBackedUpCompound()
  // As a power cut leaves it: the present database is aside, the new one is not in its place.
  await writeFile(join(folder, 'journal', 'put-back.json'), '{"unfinished":true,"latest":""}')
  await rm(join(folder, 'linbian.sqlite'))
  await expect(aServer({ folder, onFile: true })).rejects.toThrow('restoreUnfinished')
  // Not even by having been tried.
  await expect(aServer({ folder, onFile: true })).rejects.toThrow('restoreUnfinished')
  expect(await restored(folder, backup)).toMatchObject({ ok: true })
  const again = await aServer({ folder, onFile: true })
  expect(await (await again.browser().get('/api/health')).json()).toMatchObject({ setUp: true })
})

test('a backup of an older shape is restored in it, and lifted by the next start', async () => {
  const { folder, manifest } = await aBackedUpCompound()
  const older = new DatabaseSync(join(folder, 'linbian.sqlite'))
  older.exec(`delete from people_migrations where name in ('0002_attempts', '0003_vault', '0004_names', '0005_knocks', '0006_keys', '0007_communities', '0008_copy_seen', '0009_lent');
    drop table attempts; drop table vault_shares; ${['name', 'key', 'keyed_at', 'visit', 'copied_at', 'copy_seen_at', 'copy_seen_by', 'wiped_at'].map((one) => `alter table devices drop column ${one};`).join(' ')} alter table invitations drop column let_in; drop table knocks; drop table communities; alter table compounds drop column community; drop table audit; drop table audit_heads; drop table audit_migrations;
    delete from log_migrations where name = '0002_kinds_by_seq'; drop index records_kind_seq;
    create index records_kind on records (tenant, kind)`)
  older.close()
  const old = await backedUp(folder, new Date(NOON.getTime() + 1000))
  expect(old.manifest.steps).toEqual({
    log_migrations: ['0001_first'],
    people_migrations: ['0001_first'],
    audit_migrations: [],
  })
  expect(Object.keys(old.manifest.tables)).not.toContain('attempts')
  const place = await aFolder()
  expect(await restored(place, old.path)).toMatchObject({ ok: true })
  expect(() => rowsOf(place, 'attempts')).toThrow('no such table')
  const lifted = await aServer({ folder: place, onFile: true })
  await lifted.stop()
  expect(rowsOf(place, 'attempts')).toEqual([])
  expect(manifest.steps.people_migrations).toContain('0002_attempts')
})
