import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { backUp } from '#server/backup/backUp.ts'
import { drill } from '#server/backup/drill.ts'
import { newKeyPair } from '#server/backup/seal.ts'
import { remark } from '#test/server/records/world.ts'
import { aCompound } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'
import { aFolder } from '#test/support/folder.ts'
import { anOperator, builtOnce } from './anOperator.ts'
import { backedUp, NOON, restored } from './aRun.ts'

builtOnce()

/** Said by nobody, and to be found nowhere. */
const SAID = '三楼王老师的电话是 13900001234'

async function aTalkingCompound() {
  const world = await aCompound({ onFile: true })
  const talk = aTalk(world.officer, world.enrolment)
  const args = { ...remark(world.enrolment.compound), text: SAID }
  await talk.sync([{ record: crypto.randomUUID(), name: 'feedback.write', args }])
  const photo = new TextEncoder().encode(`a picture of ${SAID}`)
  const hash = createHash('sha256').update(photo).digest('hex')
  await mkdir(join(world.folder, 'photos', 'compound'), { recursive: true })
  await writeFile(join(world.folder, 'photos', 'compound', `${hash}.jpg`), photo)
  return { ...world, photo: { name: `photos/compound/${hash}.jpg`, bytes: photo } }
}

async function bytesBelow(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = all
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  return new Map(await Promise.all(files.map(async (path) => [path, await readFile(path)] as const)))
}

test('SEC-71 a stolen backup shows nothing without the key: no word, no picture, no key of the server', async () => {
  const { folder, photo } = await aTalkingCompound()
  const { open } = await newKeyPair()
  const { path, manifest } = await backedUp(folder, NOON, undefined, [open])
  expect(manifest).toMatchObject({ format: 2, sealedTo: [open] })

  // What its name and its public half say is no secret.
  const {
    key: _,
    publicKey: __,
    ...server
  } = JSON.parse(await readFile(join(folder, 'keys', 'server.json'), 'utf8')) as Record<string, unknown>
  const secrets = JSON.stringify(server).match(/[\w+/=-]{30,}/g) ?? []
  expect(secrets.length).toBeGreaterThan(0)
  const files = await bytesBelow(path)
  for (const [name, bytes] of files) {
    for (const secret of [SAID, '13900001234', ...secrets])
      expect(`${name} ${bytes.includes(secret)}`).toBe(`${name} false`)
    // Packed it would hide the same words from such a look: nothing there is packed in the open.
    expect(`${name} ${bytes.subarray(0, 2).equals(Buffer.from([0x1f, 0x8b]))}`).toBe(`${name} false`)
  }
  const sealed = [...files.keys()].filter((name) => name.endsWith('.age'))
  expect(sealed).toHaveLength(files.size - 1)
  expect(sealed.map((name) => name.slice(path.length + 1))).toContain(`${photo.name}.age`)
})

test('a sealed backup is put back with its key, row by row and with its photos', async () => {
  const { folder, photo, stop } = await aTalkingCompound()
  const { open, secret } = await newKeyPair()
  const other = await newKeyPair()
  const { path } = await backedUp(folder, NOON, undefined, [other.open, open])
  const plain = await backedUp(folder, NOON)
  await stop()

  const [here, there] = [await aFolder(), await aFolder()]
  expect(await restored(here, path, { key: secret })).toMatchObject({ ok: true, value: { photos: 1 } })
  expect(await restored(there, plain.path)).toMatchObject({ ok: true, value: { photos: 1 } })
  expect(await readFile(join(here, photo.name))).toEqual(Buffer.from(photo.bytes))
  // Not brought again where it is.
  expect(await restored(here, path, { key: other.secret })).toMatchObject({ ok: true, value: { photos: 0 } })
  expect(await readFile(join(here, 'keys', 'server.json'))).toEqual(
    await readFile(join(there, 'keys', 'server.json')),
  )
  const rows = (data: string) => {
    const db = new DatabaseSync(join(data, 'linbian.sqlite'))
    const all = ['log', 'records', 'devices'].map((table) => db.prepare(`select * from ${table}`).all())
    db.close()
    return all
  }
  expect(rows(here)).toEqual(rows(there))
})

test('without the key, with another one or with none at all nothing is put back, and nothing is changed', async () => {
  const { folder } = await aTalkingCompound()
  const { path } = await backedUp(folder, NOON, undefined, [(await newKeyPair()).open])
  const here = await aFolder()
  const into = async (key: string | undefined) => {
    const done = await restored(here, path, { key })
    return done.ok || done.refused
  }
  expect(await into(undefined)).toBe('keyMissing')
  expect(await into((await newKeyPair()).secret)).toBe('keyOther')
  expect(await into('AGE-SECRET-KEY-1')).toBe('keyOther')
  expect(await readdir(here)).toEqual([])
  const asked = { dataDir: folder, into: await aFolder(), version: '1', now: () => NOON }
  expect(await backUp({ ...asked, sealTo: ['age1nobody'] })).toEqual({ ok: false, refused: 'sealToInvalid' })
  expect(await readdir(asked.into)).toEqual([])
})

test('a photo is kept once among backups for the same keys, and sealed anew for others', async () => {
  const { folder, photo } = await aTalkingCompound()
  const shelf = await aFolder()
  const [one, two] = [await newKeyPair(), await newKeyPair()]
  const at = (second: number) => new Date(NOON.getTime() + second * 1000)
  const made = [
    await backedUp(folder, at(0), shelf, [one.open]),
    await backedUp(folder, at(1), shelf, [one.open]),
    await backedUp(folder, at(2), shelf, [two.open]),
    await backedUp(folder, at(3), shelf),
  ]
  const inode = async ({ path }: { path: string }, end = '.age') =>
    (await stat(join(path, `${photo.name}${end}`))).ino
  expect(await inode(made[1]!)).toBe(await inode(made[0]!))
  expect(await inode(made[2]!)).not.toBe(await inode(made[1]!))
  expect(await inode(made[3]!, '')).not.toBe(await inode(made[2]!))
  expect(await drill(made[2]!.path, two.secret)).toMatchObject({ ok: true })
})

test('a drill puts a backup back for trial beside a running server, and leaves everything as it was', async () => {
  const { folder } = await aTalkingCompound()
  const { open, secret } = await newKeyPair()
  const { path } = await backedUp(folder, NOON, undefined, [open])
  const before = await bytesBelow(path)
  expect(await drill(path, secret)).toMatchObject({ ok: true, value: { madeAt: NOON.toISOString() } })
  expect(await drill(path, undefined)).toEqual({ ok: false, refused: 'keyMissing' })
  expect(await bytesBelow(path)).toEqual(before)
  const table = join(path, 'tables', 'log.jsonl.gz.age')
  await writeFile(table, (await readFile(table)).subarray(0, 300))
  expect(await drill(path, secret)).toEqual({ ok: false, refused: 'backupDamaged' })
})

test('as an operator does it: a key is made, backups are sealed to it, and the key tries one out', async () => {
  const keys = await aFolder()
  const first = await anOperator()
  const made = await first.run('backup', '--new-key', join(keys, 'key.txt'))
  expect([made.code, made.err]).toEqual([0, ''])
  const open = /BACKUP_SEAL_TO=(age1\S+)/.exec(made.out)![1]!
  expect((await stat(join(keys, 'key.txt'))).mode & 0o777).toBe(0o600)
  const again = await first.run('backup', '--new-key', join(keys, 'key.txt'))
  expect(again.code).toBe(1)
  expect(again.err).toContain('left alone')

  const operator = await anOperator({ BACKUP_SEAL_TO: `${open}\n` })
  const backup = await operator.run('backup')
  expect([backup.code, backup.err]).toEqual([0, ''])
  expect(backup.out).toContain('已锁好')
  const path = join(operator.shelf, (await readdir(operator.shelf))[0]!)
  const shut = await operator.run('restore', path, '--check')
  expect([shut.code, shut.out]).toEqual([0, expect.stringContaining('was not opened')])
  const tried = await operator.run('restore', path, '--check', '--key', join(keys, 'key.txt'))
  expect([tried.code, tried.out]).toEqual([0, expect.stringContaining('试着恢复了一遍')])
  const none = await operator.run('restore', path, '--check', '--key', join(keys, 'nothing.txt'))
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('AGE-SECRET-KEY')])
})
