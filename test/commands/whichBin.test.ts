import { describe, expect, test } from 'vitest'
import { askOffice, putRule, settleWord } from '#commands/whichBin.ts'
import { type Lookup, lookupId } from '#domain/lookup.ts'
import { type WasteRule, wasteRuleId } from '#domain/wasteRule.ts'
import { whichBin } from '#domain/whichBin.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { hasAsked, ownAnswers, rulesOf, thingsInRoom, thingsOfClass, wasteHere } from '#queries/whichBin.ts'
import { aBinSide, must, restarted, TENANT } from '#test/support/binSide.ts'

const REASON = { reason: '厂里新机器打得碎', since: '2026-11-03' }
const DAY = '2026-11-24'
const corn = itemNo(17)!
const durian = itemNo(28)!

describe('a rule of the compound', () => {
  test('is the answer for a thing of the list, with reason and day, and the list keeps its own', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    const own = ownAnswers(office.view, DAY)
    expect(own.ruleFor(durian)).toMatchObject({ label: '榴莲壳', item: 28, waste: 'kitchen', ...REASON })
    expect([wasteHere(durian, own), durian.waste, wasteHere(corn, own)]).toEqual([
      'kitchen',
      'other',
      'kitchen',
    ])
    expect(thingsOfClass('kitchen', own)).toContain(durian)
    expect(thingsOfClass('other', own)).not.toContain(durian)
    expect(own.things).toEqual([])
  })

  test('for a word that no list has is found by the word, and browsed in its bin', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: '  艾草锤 ', waste: 'recyclable', ...REASON }))
    const own = ownAnswers(office.view, DAY)
    expect(whichBin('艾草', own.things)).toMatchObject({ is: 'found', item: { waste: 'recyclable' } })
    expect(whichBin('艾草锤')).toEqual({ is: 'unknown' })
    expect(thingsOfClass('recyclable', own)[0]?.label.zh).toBe('艾草锤')
    expect(own.ruleFor(own.things[0]!)?.reason).toBe(REASON.reason)
  })

  test('is one for a thing, also where the office types its name', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    await must(putRule(office, { thing: '榴莲 壳', waste: 'never', ...REASON }))
    expect(rulesOf(office.view)).toMatchObject([{ item: 28, waste: 'never', label: '榴莲壳' }])
    // 84 is what people call a disinfectant, and another thing's number.
    expect(wasteRuleId(TENANT, '84')).not.toBe(wasteRuleId(TENANT, 84))
  })

  test('taken back, the list answers again; what stood there is kept in the record', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    await must(putRule(office, { thing: 28, waste: undefined, reason: '机器坏了', since: '2026-11-20' }))
    const own = ownAnswers(office.view, DAY)
    expect([own.ruleFor(durian), wasteHere(durian, own), rulesOf(office.view)]).toEqual([
      undefined,
      'other',
      [],
    ])
    expect(office.view.get<WasteRule>(wasteRuleId(TENANT, 28))?.reason).toBe('机器坏了')
    await must(putRule(office, { thing: 28, waste: 'bulky', ...REASON }))
    expect(wasteHere(durian, ownAnswers(office.view, DAY))).toBe('bulky')
  })

  test('holds from its day on; before, the list answers, and the office sees it coming', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', reason: '换了收运', since: '2026-12-01' }))
    const on = (day: string) => wasteHere(durian, ownAnswers(office.view, day))
    expect(['2026-11-30', '2026-12-01'].map(on)).toEqual(['other', 'kitchen'])
    expect(rulesOf(office.view)).toHaveLength(1)
  })

  test('the same again is nothing to do, and it survives a restart', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    expect(await putRule(office, { thing: 28, waste: 'kitchen', ...REASON })).toEqual({
      ok: false,
      refused: 'nothingToDo',
    })
    expect(wasteHere(durian, ownAnswers((await restarted(office)).view, DAY))).toBe('kitchen')
  })
})

describe('a word that was looked for in vain', () => {
  test('is one record of a person, however often and however they write it', async () => {
    const side = aBinSide()
    await must(askOffice(side, '量子计算机'))
    for (const again of ['量子计算机', ' 量子 计算机', '量子计算机。'])
      expect(await askOffice(side, again)).toEqual({ ok: false, refused: 'nothingToDo' })
    expect(side.view.all<Lookup>('lookup')).toHaveLength(1)
    expect(hasAsked(side.view, side.me, '量子計算机')).toBe(false)
    expect(hasAsked(side.view, side.me, '量子 计算机')).toBe(true)
  })

  test('that is no word is not asked', async () => {
    const side = aBinSide()
    expect(await askOffice(side, ' 、。 ')).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('is answered for everybody by one rule, also for more people than one act holds', async () => {
    const office = aBinSide()
    for (let person = 0; person < 45; person += 1) {
      await must(
        office.commit([
          {
            record: lookupId(`p${person}` as never, '艾草锤'),
            name: 'lookup.ask',
            v: 1,
            args: { place: office.compound, word: person % 2 ? '艾草锤' : '艾草 锤' },
          },
        ]),
      )
    }
    await must(askOffice(office, '擦炮纸屑'))
    await must(putRule(office, { thing: '艾草锤', waste: 'other', ...REASON }))
    const open = office.view.all<Lookup>('lookup').filter((one) => !one.settled)
    expect(open.map((one) => one.word)).toEqual(['擦炮纸屑'])
    await must(settleWord(office, '擦炮纸屑'))
    expect(await settleWord(office, '擦炮纸屑')).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  test('is not answered by a rule that is taken back', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: '艾草锤', waste: 'other', ...REASON }))
    await must(askOffice(office, '艾草锤'))
    await must(putRule(office, { thing: '艾草锤', waste: undefined, ...REASON }))
    expect(office.view.all<Lookup>('lookup').map((one) => one.settled)).toEqual([undefined])
  })
})

test('each room shows the things that are found there', () => {
  expect(thingsInRoom('kitchen')).toContain(corn)
  expect(thingsInRoom('bathroom')).not.toContain(corn)
})
