import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Epoch, TenantId } from '#domain/ids.ts'
import { readPutBack, wordIn, writePutBack } from '#server/backup/word.ts'
import { fileJournal } from '#server/people/journal.ts'
import { aCompound, aServer } from '#test/support/aServer.ts'
import { aFolder } from '#test/support/folder.ts'

// Servers start several times, on a machine that may be busy.
/** A stopped server; nothing in its folder speaks of a restore. */
async function aStoppedServer() {
  const world = await aCompound()
  const { browser, enrolment } = await world.joined({ name: '廖姐', role: 'supervisor' })
  await world.stop()
  const epochNow = async () => {
    const server = await aServer({ folder: world.folder })
    const epoch = await server.started.office.log.epoch()
    const number = await server.started.office.log.highestNumber()
    await server.stop()
    return { epoch, number }
  }
  return { ...world, browser, member: enrolment, epochNow }
}

test('W7 the word that a restore leaves begins another life once, later than any that was known', async () => {
  const { folder, epochNow } = await aStoppedServer()
  const { epoch, number } = await epochNow()
  await writePutBack(wordIn(folder), { latest: '2099-01-01T00:00:00.000Z z' as Epoch })
  const next = await epochNow()
  expect(next.epoch > '2099-01-01T00:00:00.000Z z').toBe(true)
  expect(next.epoch > epoch).toBe(true)
  expect(next.number).toBe(number + 1000)
  expect(await readPutBack(wordIn(folder))).toBeUndefined()
  expect(await epochNow()).toEqual(next)
})

test('W7 a start that was cut off before all that follows from a restore was done does it the next time', async () => {
  const world = await aStoppedServer()
  const { member } = world
  // The new life has begun and is noted, and the process is gone before the journal was played.
  const ended = {
    is: 'appointmentEnded',
    at: '2026-03-01T00:00:00.000Z',
    tenant: member.tenant,
    person: member.person,
    appointment: { role: 'supervisor', place: member.compound, from: '2026-03-02', to: '2026-03-02' },
  } as const
  await fileJournal(join(world.folder, 'journal', 'office.jsonl')).append(ended)
  await writePutBack(wordIn(world.folder), { latest: member.epoch })
  const again = await aServer({ folder: world.folder })
  const desk = again.browser()
  desk.cookie = world.officer.cookie
  const { people } = await (await desk.get('/api/people')).json()
  expect(people.find(({ name }: { name: string }) => name === '廖姐')).toMatchObject({
    appointments: [{ role: 'supervisor', to: '2026-03-02' }],
  })
})

test('a note of which a power cut left half keeps nobody from starting: the database counts as brought from elsewhere', async () => {
  const { folder, epochNow } = await aStoppedServer()
  const { epoch } = await epochNow()
  const note = join(folder, 'journal', 'note.json')
  await writeFile(note, (await readFile(note, 'utf8')).slice(0, 30))
  const next = await epochNow()
  expect(next.epoch > epoch).toBe(true)
  expect(await epochNow()).toEqual(next)
})

test('W7 a compound that a restored database does not know begins one other life, not one at each start', async () => {
  const { folder, epochNow } = await aStoppedServer()
  const note = join(folder, 'journal', 'note.json')
  const told = JSON.parse(await readFile(note, 'utf8'))
  await writeFile(note, JSON.stringify({ ...told, seqs: { ...told.seqs, 'compound-later': 50 } }))
  const { epoch, number } = await epochNow()
  expect(epoch > told.epoch).toBe(true)
  expect(await epochNow()).toEqual({ epoch, number })
})

test('what is written behind a torn line of the journal is not lost with it', async () => {
  const path = join(await aFolder(), 'office.jsonl')
  const journal = fileJournal(path)
  const revoked = (device: string) =>
    ({
      is: 'invitationEnded',
      at: '2026-03-01T00:00:00.000Z',
      tenant: 'a' as TenantId,
      invitation: device,
    }) as const
  await journal.append(revoked('one'))
  await writeFile(path, `${await readFile(path, 'utf8')}{"is":"deviceRevok`)
  await journal.append(revoked('two'))
  await journal.append(revoked('three'))
  expect(await journal.entries()).toEqual([revoked('one'), revoked('two'), revoked('three')])
})

test('a journal that is there and cannot be read is not an empty one', async () => {
  await expect(fileJournal(await aFolder()).entries()).rejects.toThrow('EISDIR')
})
