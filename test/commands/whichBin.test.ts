import { describe, expect, test } from 'vitest'
import { askOffice, nameAs, putRule, settleWord } from '#commands/whichBin.ts'
import { type Lookup, lookupId } from '#domain/lookup.ts'
import { type WasteRule, wasteRuleId } from '#domain/bins/wasteRule.ts'
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
    expect(rulesOf(office.view, DAY)).toMatchObject([{ item: 28, now: { waste: 'never' }, label: '榴莲壳' }])
    // 84 is what people call a disinfectant, and another thing's number.
    expect(wasteRuleId(TENANT, '84')).not.toBe(wasteRuleId(TENANT, 84))
  })

  test('taken back, the list answers again; what stood there is kept in the record', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    await must(putRule(office, { thing: 28, waste: undefined, reason: '机器坏了', since: '2026-11-20' }))
    const own = ownAnswers(office.view, DAY)
    expect([own.ruleFor(durian), wasteHere(durian, own), rulesOf(office.view, DAY)]).toEqual([
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
    expect(rulesOf(office.view, DAY)).toHaveLength(1)
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

describe('a rule that begins later', () => {
  const LATER = { reason: '换了收运', since: '2027-03-09' }

  test('leaves the present one standing until its day, and both are told', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    await must(putRule(office, { thing: 28, waste: 'never', ...LATER }))
    const on = (day: string) => wasteHere(durian, ownAnswers(office.view, day))
    expect(['2026-11-02', DAY, '2027-03-08', '2027-03-09'].map(on)).toEqual([
      'other',
      'kitchen',
      'kitchen',
      'never',
    ])
    const own = ownAnswers(office.view, DAY)
    expect(own.ruleFor(durian)).toMatchObject(REASON)
    expect(own.comingFor(durian)).toMatchObject({ waste: 'never', ...LATER })
    expect(rulesOf(office.view, DAY)).toMatchObject([
      { item: 28, now: { waste: 'kitchen' }, next: { waste: 'never', since: '2027-03-09' } },
    ])
    expect(ownAnswers(office.view, '2027-03-09').comingFor(durian)).toBeUndefined()
  })

  test('may take it back: the list answers from that day on, no sooner', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    await must(putRule(office, { thing: 28, waste: undefined, ...LATER }))
    const on = (day: string) => wasteHere(durian, ownAnswers(office.view, day))
    expect([DAY, '2027-03-09'].map(on)).toEqual(['kitchen', 'other'])
    expect(ownAnswers(office.view, DAY).comingFor(durian)).toMatchObject({ since: '2027-03-09' })
    expect([rulesOf(office.view, DAY).length, rulesOf(office.view, '2027-03-09').length]).toEqual([1, 0])
  })

  test('gives way to what is decided for an earlier day, and the day before that stays as it was', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    await must(putRule(office, { thing: 28, waste: 'never', ...LATER }))
    await must(putRule(office, { thing: 28, waste: 'bulky', reason: '机器坏了', since: '2026-12-01' }))
    const on = (day: string) => wasteHere(durian, ownAnswers(office.view, day))
    expect(['2026-11-30', '2026-12-01', '2027-03-09'].map(on)).toEqual(['kitchen', 'bulky', 'bulky'])
    // The same day again is a correction, not another line of the story.
    await must(putRule(office, { thing: 28, waste: 'other', reason: '写错了', since: '2026-12-01' }))
    expect(office.view.get<WasteRule>(wasteRuleId(TENANT, 28))?.before).toEqual([
      { waste: 'kitchen', ...REASON },
    ])
  })

  test('survives a restart with what holds until then', async () => {
    const office = aBinSide()
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    await must(putRule(office, { thing: 28, waste: 'never', ...LATER }))
    expect(wasteHere(durian, ownAnswers((await restarted(office)).view, DAY))).toBe('kitchen')
  })
})

describe('a word that means a thing of the list', () => {
  const look = (office: ReturnType<typeof aBinSide>, word: string, day = DAY) => {
    const own = ownAnswers(office.view, day)
    return whichBin(word, own.things, own.aliases)
  }

  test.each(['大刺果', '刺果', 'dacig', 'dcg'])(
    'is found by %s, and the answer is the thing’s',
    async (typed) => {
      const office = aBinSide()
      await must(nameAs(office, ' 大刺果 ', 28, DAY))
      const answer = look(office, typed)
      const found = answer?.is === 'found' ? [answer.item, ...answer.near] : []
      expect(found).toContain(durian)
      expect(found.filter((item) => item === durian)).toHaveLength(1)
      if (typed === '大刺果') expect(found[0]).toBe(durian)
      expect(ownAnswers(office.view, DAY).alsoCalled(durian)).toEqual(['大刺果'])
    },
  )

  test('goes where the compound’s rule for the thing says', async () => {
    const office = aBinSide()
    await must(nameAs(office, '大刺果', 28, DAY))
    await must(putRule(office, { thing: 28, waste: 'kitchen', ...REASON }))
    const answer = look(office, '大刺果')
    expect(answer?.is === 'found' && wasteHere(answer.item, ownAnswers(office.view, DAY))).toBe('kitchen')
  })

  test('answers everybody who looked for it', async () => {
    const office = aBinSide()
    await must(askOffice(office, '大刺果'))
    await must(nameAs(office, '大刺果', 28, DAY))
    expect(office.view.all<Lookup>('lookup').map((one) => one.settled)).toEqual([true])
    expect(rulesOf(office.view, DAY)).toMatchObject([
      { label: '大刺果', now: { means: 28, reason: '榴莲壳' } },
    ])
  })

  test('may be decided otherwise: by another thing, by a bin of its own, or not at all', async () => {
    const office = aBinSide()
    await must(nameAs(office, '大刺果', 28, DAY))
    await must(nameAs(office, '大刺果', 17, DAY))
    expect(look(office, '大刺果')).toMatchObject({ is: 'found', item: corn })
    await must(putRule(office, { thing: '大刺果', waste: 'never', ...REASON }))
    expect(look(office, '大刺果')).toMatchObject({
      is: 'found',
      item: { waste: 'never', label: { zh: '大刺果' } },
    })
    await must(nameAs(office, '大刺果', 28, DAY))
    expect(ownAnswers(office.view, DAY).things).toEqual([])
    await must(putRule(office, { thing: '大刺果', waste: undefined, reason: '没人这么叫', since: DAY }))
    expect([look(office, '大刺果'), rulesOf(office.view, DAY)]).toEqual([{ is: 'unknown' }, []])
  })

  test('is none that the list knows already', async () => {
    const office = aBinSide()
    expect(await nameAs(office, '榴莲壳', 17, DAY)).toEqual({ ok: false, refused: 'notPossible' })
    expect(await nameAs(office, '大刺果', 9999, DAY)).toEqual({ ok: false, refused: 'notPossible' })
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
