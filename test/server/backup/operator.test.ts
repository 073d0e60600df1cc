import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFeedback } from '#commands/feedback.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Held } from '#domain/held.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { aPicture } from '#test/support/pictures.ts'
import { anOperator, builtOnce, type Operator } from './anOperator.ts'

builtOnce()

async function says(who: Volunteer, text: string, photos: readonly string[] = []): Promise<void> {
  const form = { text, category: 'lighting', urgency: 'u3', channel: 'door_visit' } as const
  const done = await writeFeedback(who, {
    ...form,
    place: who.compound,
    photos: [...photos],
    ending: { is: 'undecided' },
  })
  if (!done.ok) throw new Error(done.refused)
}

/** The remarks that somebody sees, with their spoken numbers. */
const told = (who: Volunteer) =>
  new Map(who.view.all<Feedback>('feedback').map(({ text, no }) => [text, no] as const))

/** Each text once, each number once, and those that had a number have it still. */
function expectOnce(
  who: Volunteer,
  texts: readonly string[],
  numbers: ReadonlyMap<string, number | undefined>,
) {
  const all = who.view.all<Feedback>('feedback')
  expect(all.map(({ text }) => text).toSorted()).toEqual([...texts].toSorted())
  const given = all.map(({ no }) => no)
  expect(given).not.toContain(undefined)
  expect(new Set(given).size).toBe(given.length)
  for (const [text, no] of numbers) expect([text, told(who).get(text)]).toEqual([text, no])
}

async function backupOf({ run, shelf }: Operator): Promise<string> {
  const made = await run('backup')
  expect([made.code, made.err]).toEqual([0, ''])
  expect(made.out).toContain('备份好了')
  const name = (await readdir(shelf))
    .filter((one) => !one.startsWith('.'))
    .toSorted()
    .at(-1)!
  expect(made.out).toContain(join(shelf, name))
  return join(shelf, name)
}

test('INV-2 INV-17 as an operator does it: backed up under writers, put back twice, backed up again: all is there once', async () => {
  const operator = await anOperator()
  const { office, joins, run, data } = operator
  const phones = [
    await joins({ name: '何桂英' }),
    await joins({ name: '老杨' }),
    await joins({ name: '小李' }),
  ]
  const [phone, away, writer] = phones as [Volunteer, Volunteer, Volunteer]
  const lost = await joins({ name: '老唐' })
  const texts: string[] = []
  const write = async (who: Volunteer, text: string, photos: readonly string[] = []) => {
    await says(who, text, photos)
    texts.push(text)
  }
  await write(phone, '备份前，手机')
  await write(away, '备份前，要出门的')
  for (const who of phones) expect(await who.sync()).toBe('done')

  // 1. A backup while three phones write.
  const writing = { on: true }
  const ends = [phone, writer].map(async (who, index) => {
    for (let n = 1; writing.on; n += 1) {
      await write(who, `写着写着 ${index}-${n}`)
      expect(await who.sync()).toBe('done')
    }
  })
  const backup = await backupOf(operator)
  writing.on = false
  await Promise.all(ends)
  expect(await run('restore', backup, '--check')).toMatchObject({ code: 0, err: '' })

  // 2. The day goes on, and all of it is acknowledged; one phone writes and goes away without a network.
  const picture = await writer.takePhoto(aPicture())
  await write(writer, '备份后，有照片', [picture])
  await write(away, '备份后，要出门的')
  for (const who of [writer, away]) expect(await who.sync()).toBe('done')
  away.wire.cut()
  await write(away, '路上写的')
  const newcomer = await joins({ name: '新来的' })
  await write(newcomer, '新来的写的')
  expect(await newcomer.sync()).toBe('done')
  expect((await operator.desk('/api/devices/revoke', { device: lost.enrolment.device })).status).toBe(200)
  await office.sync()
  const before = told(office)
  expect([...before.keys()].toSorted()).toEqual(texts.filter((text) => text !== '路上写的').toSorted())

  // 3. Put back.
  expect((await run('restore', backup, '--yes')).err).toContain('服务器还在运行')
  await operator.stop()
  const refused = await run('restore', backup)
  expect(refused.code).toBe(1)
  expect(refused.out).toMatch(/梧桐苑：有 \d+ 笔备份里没有/)
  expect(refused.err).toContain('--yes')
  const done = await run('restore', backup, '--yes')
  expect([done.code, done.err]).toEqual([0, ''])
  expect(done.out).toContain('恢复好了')
  await operator.start()

  // 4. The office writes before any phone has come: its number is one that nobody has heard.
  await write(office, '恢复后，社区')
  for (const who of [office, phone, writer, office]) expect(await who.sync()).toBe('done')
  expect(told(office).get('恢复后，社区')).toBeGreaterThan(1000)
  expect(await office.seesPhoto(picture)).toBe(true)
  away.wire.mend()
  expect(await away.sync()).toBe('done')
  // The backup does not know the newcomer: what they bring waits for the office, and they are shown nothing.
  await newcomer.sync()
  expect([...newcomer.book.bases()]).toEqual([])
  await office.sync()
  expect(office.view.all<Held>('held').filter(({ why }) => why === 'unknownDevice').length).toBeGreaterThan(0)
  await joins({ name: '新来的' }, newcomer)
  await lost.sync()
  expect([...lost.book.bases()]).toEqual([])
  for (const who of [office, phone, office]) expect(await who.sync()).toBe('done')
  for (const who of [office, phone]) expectOnce(who, texts, before)

  // 5. The same backup a second time: what was written in the life between comes back too.
  await write(phone, '两次之间')
  expect(await phone.sync()).toBe('done')
  await office.sync()
  const between = told(office)
  await operator.kill()
  expect((await run('restore', backup, '--yes')).code).toBe(0)
  await operator.start()
  await write(office, '第二次恢复后，社区')
  for (const who of [office, away, writer, phone, office, phone]) expect(await who.sync()).toBe('done')
  expect(told(office).get('第二次恢复后，社区')).toBeGreaterThan(between.get('两次之间')!)
  await joins({ name: '新来的' }, newcomer)
  for (const who of [office, phone]) expect(await who.sync()).toBe('done')
  for (const who of [office, phone]) expectOnce(who, texts, between)

  // 6. A backup of what was put back, put back.
  const second = await backupOf(operator)
  await write(phone, '最后一件')
  expect(await phone.sync()).toBe('done')
  await office.sync()
  const last = told(office)
  await operator.stop()
  expect((await run('restore', second, '--yes')).code).toBe(0)
  await operator.start()
  for (const who of [office, phone, office]) expect(await who.sync()).toBe('done')
  for (const who of [office, phone]) expectOnce(who, texts, last)
  for (const who of [office, ...phones]) expect(who.book.waiting()).toEqual([])
  expect((await readdir(data)).filter((name) => name.includes('.before-'))).toHaveLength(3)
})

test('what an operator mistypes is told in a sentence', async () => {
  const { run, shelf } = await anOperator()
  expect(await run('restore')).toMatchObject({ code: 2, err: expect.stringContaining('Which backup?') })
  expect(await run('restore', '--force')).toMatchObject({ code: 2, err: expect.stringContaining('不认得') })
  expect(await run('backup', '--all')).toMatchObject({ code: 2, err: expect.stringContaining('不认得') })
  expect(await run('restore', shelf)).toMatchObject({ code: 1, err: expect.stringContaining('那里没有备份') })
})
