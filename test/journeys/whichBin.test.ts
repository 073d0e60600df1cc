import { expect, test } from 'vitest'
import { askOffice, putRule } from '#commands/whichBin.ts'
import type { Lookup } from '#domain/lookup.ts'
import { whichBin } from '#domain/whichBin.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { missedWords } from '#queries/lookups.ts'
import { ownAnswers, wasteHere } from '#queries/whichBin.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const SUPERVISOR = { role: 'supervisor', deviceKind: 'shared' } as const
const DAY = '2026-03-09'
const REASON = { reason: '收运单位说太硬', since: '2026-03-02' }

test('a rule that the office made reaches the tablet at the bins once it has a signal, and answers without one', async () => {
  const compound = await twoDevices()
  const { office } = compound
  const tablet = await compound.joins({ name: '廖姐', ...SUPERVISOR })
  const corn = itemNo(17)!
  tablet.wire.cut()
  await must(putRule(office, { thing: 17, waste: 'other', ...REASON }))
  await must(putRule(office, { thing: '艾草锤', waste: 'recyclable', ...REASON }))
  await office.sync()
  expect(await tablet.sync()).toBe('noLink')
  expect(wasteHere(corn, ownAnswers(tablet.view, DAY))).toBe('kitchen')

  tablet.wire.mend()
  await tablet.sync()
  tablet.wire.cut()
  await tablet.restart()
  const own = ownAnswers(tablet.view, DAY)
  expect(own.ruleFor(corn)).toMatchObject({ waste: 'other', ...REASON })
  expect(whichBin('艾草锤', own.things)).toMatchObject({ is: 'found', item: { waste: 'recyclable' } })

  await must(putRule(office, { thing: 17, waste: undefined, reason: '照单子来', since: '2026-03-09' }))
  await office.sync()
  tablet.wire.mend()
  await tablet.sync()
  expect(wasteHere(corn, ownAnswers(tablet.view, DAY))).toBe('kitchen')
})

test('a word is collected once for each person who missed it, and one answer settles it for all', async () => {
  const compound = await twoDevices()
  const { office } = compound
  const liao = await compound.joins({ name: '廖姐', ...SUPERVISOR })
  const tang = await compound.joins({ name: '老唐', role: 'supervisor' })
  const walker = await compound.joins({ name: '何桂英', role: 'gridWorker' })
  liao.wire.cut()
  await must(askOffice(liao, '艾草锤'))
  expect(await askOffice(liao, '艾草 锤')).toEqual({ ok: false, refused: 'nothingToDo' })
  await liao.restart()
  expect(await askOffice(liao, '艾草锤')).toEqual({ ok: false, refused: 'nothingToDo' })
  liao.wire.mend()
  liao.wire.loseReplies(1)
  await liao.sync()
  await liao.sync()
  await must(askOffice(tang, '艾草 锤'))
  await must(askOffice(walker, '擦炮纸屑'))
  await Promise.all([tang.sync(), walker.sync()])
  await office.sync()
  expect(missedWords(office.reader()).map(({ word, people }) => [word.replace(' ', ''), people])).toEqual([
    ['艾草锤', 2],
    ['擦炮纸屑', 1],
  ])

  // Somebody misses it while the answer is on its way: it is answered all the same.
  const late = await compound.joins({ name: '小吕', role: 'supervisor' })
  await must(askOffice(late, '艾草锤'))
  await must(putRule(office, { thing: '艾草锤', waste: 'other', ...REASON }))
  await office.sync()
  await late.sync()
  await office.sync()
  expect(missedWords(office.reader()).map(({ word }) => word)).toEqual(['擦炮纸屑'])
  await liao.sync()
  expect(liao.view.all<Lookup>('lookup').filter((one) => one.author === liao.me)).toMatchObject([
    { settled: true },
  ])
})

test('rules are the office’s and the property’s: one made by a supervisor is not taken', async () => {
  const compound = await twoDevices()
  const { office } = compound
  const tang = await compound.joins({ name: '老唐', role: 'supervisor' })
  await must(putRule(tang, { thing: 17, waste: 'never', ...REASON }))
  await tang.sync()
  await office.sync()
  expect(ownAnswers(office.view, DAY).ruleFor(itemNo(17)!)).toBeUndefined()
  expect(ownAnswers(tang.view, DAY).ruleFor(itemNo(17)!)).toBeUndefined()
})
