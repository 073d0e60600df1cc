import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newKeyPair } from '#server/backup/seal.ts'
import { aCompound, aServer } from '#test/support/aServer.ts'
import { aFolder } from '#test/support/folder.ts'
import type { BackupRow, BackupsReply } from '#wire/backups.ts'

async function aDesk(sealTo: readonly string[] = []) {
  const into = join(await aFolder(), 'backups')
  const world = await aCompound({ onFile: true, backups: { into, sealTo, databaseUrl: undefined } })
  const { officer } = world
  return {
    ...world,
    into,
    stand: async () => (await (await officer.get('/api/backups')).json()) as BackupsReply,
    make: () => officer.post('/api/backups', {}),
    tryOut: (name: string) => officer.post('/api/backups/try', { name }),
  }
}

test('the office makes a backup, tries it out, and sees both, the newest first', async () => {
  const { stand, make, tryOut, server } = await aDesk()
  expect(await stand()).toMatchObject({ backups: [], off: false })
  expect((await stand()).left.data).toBeGreaterThan(0)

  const made = (await (await make()).json()) as BackupRow
  expect(made).toMatchObject({ madeAt: server.clock.toISOString(), sealed: false, photos: 0 })
  expect(made.changes).toBeGreaterThan(0)
  expect(made.triedAt).toBeUndefined()
  server.clock = new Date(server.clock.getTime() + 3600_000)
  expect(await (await tryOut(made.name)).json()).toMatchObject({ triedAt: server.clock.toISOString() })
  const next = (await (await make()).json()) as BackupRow
  expect((await stand()).backups.map(({ name }) => name)).toEqual([next.name, made.name])
  expect((await stand()).backups[1]!.triedAt).toBe(server.clock.toISOString())
})

test('pressed twice makes one backup', async () => {
  const { make, into, server } = await aDesk()
  const first = (await (await make()).json()) as BackupRow
  server.clock = new Date(server.clock.getTime() + 10_000)
  expect(await (await make()).json()).toEqual(first)
  expect(await readdir(into)).toEqual([first.name])
})

test('one that is spoilt is told, one that is sealed waits for its key, one that is not there is not there', async () => {
  const plain = await aDesk()
  const made = (await (await plain.make()).json()) as BackupRow
  await writeFile(join(plain.into, made.name, 'tables', 'log.jsonl.gz'), 'something else')
  expect(await (await plain.tryOut(made.name)).json()).toEqual({ refused: 'backupSpoilt' })
  const gone = await plain.tryOut('linbian-2020-01-01T00-00-00Z')
  expect([gone.status, await gone.json()]).toEqual([404, { refused: 'notFound' }])
  for (const name of ['../../etc/passwd', 'linbian-..', '', made.name.slice(1)])
    expect((await plain.tryOut(name)).status).toBe(400)

  const shut = await aDesk([(await newKeyPair()).open])
  const sealed = (await (await shut.make()).json()) as BackupRow
  expect(sealed.sealed).toBe(true)
  expect(await (await shut.tryOut(sealed.name)).json()).toEqual({ refused: 'backupSealed' })
})

test('where backups cannot be written the office is sent to who runs the server, and nothing is left behind', async () => {
  const file = join(await aFolder(), 'file')
  await writeFile(file, '')
  const { officer, failures } = await aCompound({
    onFile: true,
    backups: { into: file, sealTo: [], databaseUrl: undefined },
  })
  expect(await (await officer.post('/api/backups', {})).json()).toEqual({ refused: 'backupNotMade' })
  expect(failures).toEqual([])
})

test('nobody but the office sees or makes a backup, and a demonstration makes none', async () => {
  const { joined, server } = await aDesk()
  const { browser } = await joined({ name: '何桂英' })
  for (const who of [browser, server.browser()])
    for (const answer of [
      await who.get('/api/backups'),
      await who.post('/api/backups', {}),
      await who.post('/api/backups/try', { name: 'linbian-2020-01-01T00-00-00Z' }),
    ])
      expect([401, 403]).toContain(answer.status)
  const { seedDemo } = await import('#server/demo/seed.ts')
  const demo = await aServer({ demo: true, seed: seedDemo })
  const office = demo.browser()
  await office.post('/api/demo/enter', { role: 'officer' })
  expect(await (await office.get('/api/backups')).json()).toEqual({
    backups: [],
    apart: false,
    left: { data: 0, backups: 0 },
    off: true,
  })
  expect(await (await office.post('/api/backups', {})).json()).toEqual({ refused: 'backupNotMade' })
})
