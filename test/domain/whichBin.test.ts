import { describe, expect, test } from 'vitest'
import { ITEMS, itemsOf, whichBin } from '#domain/whichBin.ts'
import { streamOf, type WasteClass } from '#domain/wasteClass.ts'

/** The classes of the city's list, in its order. */
const CLASSES: readonly (readonly [
  from: number,
  to: number,
  waste: WasteClass,
  except?: Readonly<Record<number, WasteClass>>,
])[] = [
  [1, 26, 'kitchen', { 20: 'never' }],
  [27, 72, 'other'],
  [73, 99, 'recyclable', { 90: 'never' }],
  [100, 113, 'hazardous'],
  [114, 114, 'bulky'],
  [115, 116, 'building'],
  [117, 120, 'never'],
]
const LOCAL = [17, 27, 32, 61, 72, 90, 112, 118]

const found = (query: string) => {
  const answer = whichBin(query)
  return answer?.is === 'found' ? answer.item : undefined
}

describe('the list', () => {
  test('has the 120 things, each with its class', () => {
    expect(ITEMS).toHaveLength(120)
    for (const [from, to, waste, except] of CLASSES) {
      for (let no = from; no <= to; no += 1) {
        const item = ITEMS[no - 1]
        expect([no, item?.waste]).toEqual([no, except?.[no] ?? waste])
      }
    }
  })

  test('marks the eight where the compound has the last word', () => {
    expect(ITEMS.filter((item) => item.local).map((item) => item.no)).toEqual(LOCAL)
  })

  test('has both languages or neither for every tip and sentence, and a reading for every Chinese name', () => {
    for (const item of ITEMS) {
      expect(item.label.zh && item.label.en, `${item.no}`).toBeTruthy()
      expect(Boolean(item.tip.zh), item.label.zh).toBe(Boolean(item.tip.en))
      expect(Boolean(item.say.zh), item.label.zh).toBe(Boolean(item.say.en))
      for (const name of item.names) {
        if (/\p{Script=Han}/u.test(name.text))
          expect(name.pinyin.join(' '), name.text).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/)
      }
    }
  })
})

describe('a look-up', () => {
  test('finds every thing by each of its own names, with its class', () => {
    const asked = new Set<string>()
    for (const item of ITEMS) {
      for (const name of item.names) {
        const answer = whichBin(name.text)
        if (answer?.is === 'ask') asked.add(name.text)
        else if (answer?.is === 'found') expect(answer.item.waste, name.text).toBe(item.waste)
        else expect.fail(`${name.text} is unknown`)
      }
    }
    expect([...asked]).toEqual(['骨头', '灯泡', 'lightbulb'])
  })

  test('finds every thing by its first name in whole pinyin and by its initials among the near ones', () => {
    for (const item of ITEMS) {
      const [name] = item.names
      const initials = name?.pinyin.map((syllable) => syllable[0]).join('') ?? ''
      for (const query of [name?.pinyin.join('') ?? '', initials]) {
        const answer = whichBin(query)
        const shown =
          answer?.is === 'found' ? [answer.item, ...answer.near] : answer?.is === 'ask' ? answer.choices : []
        expect(
          shown.map((one) => one.no),
          `${name?.text} ${query}`,
        ).toContain(item.no)
      }
    }
  })

  test.each([
    ['榴莲', 'other'],
    ['榴莲壳', 'other'],
    ['llk', 'other'],
    ['Liu Lian', 'other'],
    ['ｌｌｋ', 'other'],
    ['durian', 'other'],
    ['鸡骨头', 'kitchen'],
    ['大骨头', 'other'],
    ['泡面', 'other'],
    ['吃剩的榴莲壳', 'other'],
    ['火龙果皮', 'kitchen'],
    ['AA battery', 'other'],
    ['过期药', 'hazardous'],
    ['手机', 'recyclable'],
    ['旧沙发', 'bulky'],
    ['砖头', 'building'],
    ['电瓶', 'never'],
  ])('of %s answers %s', (query, waste) => {
    expect(found(query)?.waste).toBe(waste)
  })

  test.each([
    ['骨头', 'bone', ['other', 'kitchen', 'kitchen']],
    ['电池', 'battery', ['other', 'hazardous', 'hazardous', 'never', 'never']],
    ['dianchi', 'battery', ['other', 'hazardous', 'hazardous', 'never', 'never']],
    ['灯', 'lamp', ['hazardous', 'hazardous', 'other']],
    ['奶茶', 'milkTea', ['kitchen', 'other', 'other']],
    ['Milk tea', 'milkTea', ['kitchen', 'other', 'other']],
  ])('of %s asks back which one', (query, asked, wastes) => {
    const answer = whichBin(query)
    expect(answer).toMatchObject({ is: 'ask', asked })
    expect(answer?.is === 'ask' && answer.choices.map((one) => one.waste)).toEqual(wastes)
  })

  test('of an unknown thing says so; of nothing says nothing', () => {
    expect(whichBin('量子计算机')).toEqual({ is: 'unknown' })
    expect(whichBin('qqqq')).toEqual({ is: 'unknown' })
    expect([whichBin(''), whichBin('  、。')]).toEqual([undefined, undefined])
  })
})

test('browsing the four bins and the rest shows every thing once', () => {
  const classes: WasteClass[] = ['kitchen', 'other', 'recyclable', 'hazardous', 'bulky', 'building', 'never']
  expect(classes.flatMap((waste) => itemsOf(waste))).toHaveLength(120)
  expect(classes.map(streamOf)).toEqual([
    'kitchen',
    'other',
    'recyclable',
    'hazardous',
    undefined,
    undefined,
    undefined,
  ])
})
