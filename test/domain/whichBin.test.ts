import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { QUESTIONS } from '#domain/whichBin/asked.ts'
import { itemNo, ITEMS, ROOMS } from '#domain/whichBin/list.ts'
import { SOURCES } from '#domain/whichBin/sources.ts'
import { normal } from '#domain/text.ts'
import { nameOf, namedBy, whichBin } from '#domain/whichBin.ts'
import { streamOf, type WasteClass } from '#domain/bins/wasteClass.ts'

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

const HAN = /\p{Script=Han}/u

describe('the list', () => {
  test('keeps the 120 things of the city under their numbers, each with its class', () => {
    for (const [from, to, waste, except] of CLASSES) {
      for (let no = from; no <= to; no += 1) {
        expect([no, itemNo(no)?.waste]).toEqual([no, except?.[no] ?? waste])
      }
    }
  })

  test('has more than 300 things, numbered without a gap: a rule of a compound names a thing by its number', () => {
    expect(ITEMS.length).toBeGreaterThanOrEqual(300)
    expect(ITEMS.map((item) => item.key)).toEqual(ITEMS.map((_, index) => index + 1))
  })

  test('says of each where it is from, and without a text of the city the compound has the last word', () => {
    for (const item of ITEMS) {
      const source = SOURCES[item.source!]
      expect(source, item.label.zh).toBeDefined()
      if (!source.city) expect(item.local, item.label.zh).toBe(true)
    }
    for (const no of LOCAL) expect(itemNo(no)?.local, `${no}`).toBe(true)
    for (const source of Object.values(SOURCES)) {
      expect(source.zh && source.en).toBeTruthy()
      expect(source.date).toMatch(/^20\d\d(-\d\d-\d\d)?$/)
    }
  })

  test('has both languages or neither for every tip and sentence', () => {
    for (const item of ITEMS) {
      expect(item.label.zh && item.label.en, `${item.key}`).toBeTruthy()
      expect(Boolean(item.tip.zh), item.label.zh).toBe(Boolean(item.tip.en))
      expect(Boolean(item.say.zh), item.label.zh).toBe(Boolean(item.say.en))
    }
  })

  test('reads every Chinese name with a syllable for each sign', () => {
    const labels = new Set(
      ITEMS.flatMap(({ label }) => [normal(label.zh), normal(label.zh.replace(/（.*?）/g, ''))]),
    )
    for (const item of ITEMS) {
      for (const { text, pinyin } of item.names) {
        if (!HAN.test(text)) continue
        // A whole label (菜叶、菜根) is no word that is typed as it sounds.
        if (pinyin.length === 0) {
          expect(labels.has(text), text).toBe(true)
          continue
        }
        expect(pinyin.join(' '), text).toMatch(/^[a-z0-9]+( [a-z0-9]+)*$/)
        const parts = text.match(/\p{Script=Han}|[a-z0-9]+/gu) ?? []
        expect(pinyin, text).toHaveLength(parts.length)
      }
    }
  })

  test('has no name for two things, unless a question is asked', () => {
    const owner = new Map<string, number | string>()
    for (const { key, names } of ITEMS) {
      for (const { text } of names) {
        expect([text, owner.get(text) ?? key]).toEqual([text, key])
        owner.set(text, key)
      }
    }
  })

  test('speaks as people here do', () => {
    for (const [word, waste] of [
      ['饮料瓶子', 'recyclable'],
      ['抹桌帕', 'other'],
      ['洋芋皮', 'kitchen'],
      ['海椒', 'kitchen'],
      ['泡菜坛', 'other'],
      ['兔脑壳', 'kitchen'],
      ['背篼', 'other'],
      ['机麻', 'bulky'],
      ['遥控板', 'recyclable'],
      ['火炮儿', 'never'],
      ['耗子药', 'hazardous'],
      ['铺盖', 'recyclable'],
    ] as const)
      expect([word, found(word)?.waste]).toEqual([word, waste])
  })

  test('names a room for most things, and things for every room', () => {
    for (const room of ROOMS)
      expect(ITEMS.filter(({ rooms }) => rooms.includes(room)).length).toBeGreaterThan(30)
    expect(ITEMS.filter(({ rooms }) => rooms.length === 0)).toEqual([])
  })
})

describe('a question back', () => {
  test.each(QUESTIONS.map((one) => [one.asked, one] as const))(
    'about %s has things that go to different bins or are taken apart',
    (_, one) => {
      const choices = one.items.map((no) => itemNo(no))
      expect(choices).not.toContain(undefined)
      expect(new Set(choices.map((item) => item?.waste)).size).toBeGreaterThan(1)
      expect(new Set(one.items).size).toBe(one.items.length)
      for (const { text, pinyin } of one.names) {
        expect(whichBin(text), text).toMatchObject({ is: 'ask', asked: one.asked })
        if (pinyin.length > 0) expect(pinyin, text).toHaveLength([...text].length)
      }
    },
  )

  test.each([
    ['gut', 'bone'],
    ['dianc', 'battery'],
    ['dengp', 'lamp'],
    ['naich', 'milkTea'],
    ['pingz', 'bottle'],
    ['yif', 'clothes'],
    ['hez', 'box'],
  ])('also comes on half-typed pinyin: %s', (query, asked) => {
    expect(whichBin(query)).toMatchObject({ is: 'ask', asked })
  })

  test('does not come in the way of who means one thing: a longer name, a single letter', () => {
    expect(found('niukoudianchi')?.key).toBe(106)
    expect(found('药盒')?.key).toBe(223)
    expect(whichBin('g')?.is).toBe('found')
  })
})

describe('a look-up', () => {
  test('finds every thing first by each label and each name of it, or asks which one', () => {
    const asked = new Set<string>()
    for (const item of ITEMS) {
      for (const text of [item.label.zh, item.label.en, ...item.names.map((name) => name.text)]) {
        const answer = whichBin(text)
        if (answer?.is === 'ask') asked.add(text)
        else expect([text, answer?.is === 'found' && answer.item.key]).toEqual([text, item.key])
      }
    }
    const words = QUESTIONS.flatMap(({ names }) => names.map(({ text }) => text))
    expect([...asked].filter((text) => !words.includes(normal(text)))).toEqual([])
  })

  test('finds every thing by each name in whole pinyin and by its initials among the near ones', () => {
    for (const item of ITEMS) {
      for (const { text, pinyin } of item.names) {
        if (pinyin.length < 2) continue
        for (const query of [pinyin.join(''), pinyin.join(' '), pinyin.map((one) => one[0]).join('')]) {
          const answer = whichBin(query)
          const shown =
            answer?.is === 'found'
              ? [answer.item, ...answer.near]
              : answer?.is === 'ask'
                ? [...answer.choices, ...answer.near]
                : []
          expect(shown.includes(item), `${text} ${query}`).toBe(true)
        }
      }
    }
  })

  test('hears what sounds the same in Sichuan, where nothing is written so', () => {
    expect(found('niulianke')?.key).toBe(28)
    expect(found('si zi jin')?.key).toBe(36)
  })

  test('is not sure where the words only contain the name of a thing', () => {
    expect(whichBin('榴莲')).toMatchObject({ is: 'found', sure: true })
    expect(whichBin('吃剩的榴莲壳')).toMatchObject({ is: 'found', sure: false })
  })

  test('never throws, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'的骨头电池瓶子 ｇｕ灯ＬＥＤ84，。\ud800\u0000'), maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'abcghinoux zsl'), maxLength: 12 }),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const answer = whichBin(text)
        expect(answer === undefined).toBe(normal(text) === '')
        expect(whichBin(text)?.is).toBe(answer?.is)
        expect(normal(normal(text))).toBe(normal(text))
      }),
      { numRuns: 300 },
    )
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
    ['灯', 'lamp', ['hazardous', 'hazardous', 'other', 'other', 'recyclable']],
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

describe("a thing of the compound's own", () => {
  const own = (label: string) => ({
    key: 'rule-1',
    waste: 'never' as const,
    local: false,
    rooms: [],
    label: { zh: label, en: label },
    tip: { zh: '', en: '' },
    say: { zh: '', en: '' },
    names: [nameOf(label)],
  })

  test('is found by its word, and in pinyin where the list reads its signs', () => {
    const filter = own('鱼缸滤棉')
    expect(nameOf('鱼缸滤棉').pinyin.join(' ')).toBe('yu gang lv mian')
    for (const query of ['鱼缸滤棉', '鱼缸滤', 'yuganglvmian', 'yglm'])
      expect(whichBin(query, [filter]), query).toMatchObject({ is: 'found', item: { key: 'rule-1' } })
    expect(nameOf('龘龘')).toEqual({ text: '龘龘', pinyin: [] })
    expect(whichBin('龘', [own('龘龘')])).toMatchObject({ is: 'found', item: { key: 'rule-1' } })
  })

  test('comes before the list and before a question of the same word', () => {
    expect(whichBin('骨头', [own('骨头')])).toMatchObject({ is: 'found', item: { key: 'rule-1' } })
    expect(whichBin('鱼', [own('鱼')])).toMatchObject({ is: 'found', item: { key: 'rule-1' } })
    expect(whichBin('骨头', [own('骨头汤料')])).toMatchObject({ is: 'ask', asked: 'bone' })
  })
})

test('a word is a name of the list whatever way it is written, and only as a whole', () => {
  expect(namedBy(' 榴 莲壳')?.key).toBe(28)
  expect(namedBy('Durian  shell')?.key).toBe(28)
  expect([namedBy('榴'), namedBy('')]).toEqual([undefined, undefined])
})

test('the four streams are classes of waste, and the other three none of the bins', () => {
  const classes: WasteClass[] = ['kitchen', 'other', 'recyclable', 'hazardous', 'bulky', 'building', 'never']
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
