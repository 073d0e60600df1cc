import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingsOf } from '#domain/nameSounds.ts'
import type { Place } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import { doorFit, waysToRead } from '#queries/doorSought.ts'
import { homesIndex, plainName, type Sounds } from '#queries/homesIndex.ts'
import type { Reader } from '#queries/reader.ts'
import { findHomes } from '#queries/search.ts'
import { FIT } from '#queries/textFit.ts'
import { aDoorSide, door, springCompound } from '#test/support/doorSide.ts'
import { indexed } from '#test/support/homes.ts'
import { chanceOf, type ManyHomes, manyHomes } from '#test/support/manyHomes.ts'

const known = new Map<string, ReturnType<Sounds>>()
const sounds: Sounds = (name) => {
  const there = known.get(name) ?? readingsOf(name)
  known.set(name, there)
  return there
}

/** 1栋 of 春和苑 where the people of 1-502 and those beside them are called so. */
function homesOf(names: readonly string[]): { reader: Reader; find: (text: string) => readonly string[] } {
  const doors = names.map((_, at) => door(1, 500 + 100 * at + 2))
  const records = springCompound().flatMap((one) => {
    if (one.kind !== 'resident' && one.kind !== 'contact') return [one]
    const at = doors.indexOf(one.place)
    return at >= 0 && one.kind === 'resident' ? [{ ...one, name: names[at] }] : []
  })
  const reader = aDoorSide(records).reader()
  const index = indexed(reader, sounds)
  return { reader, find: (text) => findHomes(reader, index, text).homes.map((one) => one.name ?? '') }
}

describe('a person is found', () => {
  it('by the name, its beginning or a part of it, in this order', () => {
    const { find } = homesOf(['李王芳', '王芳', '王芳芳'])
    expect(find('王芳')).toEqual(['王芳', '王芳芳', '李王芳'])
    expect(find(' 王 芳 ')).toEqual(['王芳', '王芳芳', '李王芳'])
    expect(find('芳芳')).toEqual(['王芳芳'])
    expect(find('芳王')).toEqual([])
  })

  it('by pinyin from the beginning of any syllable, whole before part, whatever the writing', () => {
    const { find } = homesOf(['王淑芬', '王淑', '吴王淑'])
    expect(find('wangshu')).toEqual(['王淑', '王淑芬', '吴王淑'])
    for (const text of ['WANG SHU', 'ｗａｎｇｓｈｕ', "wang'shu", 'wángshū'])
      expect([text, find(text)]).toEqual([text, ['王淑', '王淑芬', '吴王淑']])
    expect(find('fen')).toEqual(['王淑芬'])
    expect(find('angshu')).toEqual([])
    expect(homesOf(['吕芳']).find('lvf')).toEqual(['吕芳'])
    expect(homesOf(['吕芳']).find('lüfang')).toEqual(['吕芳'])
  })

  it('by first letters, after those whose pinyin it is', () => {
    expect(homesOf(['王淑芬']).find('wsf')).toEqual(['王淑芬'])
    expect(homesOf(['王淑芬']).find('WS')).toEqual(['王淑芬'])
    expect(homesOf(['王淑芬']).find('sf')).toEqual(['王淑芬'])
    expect(homesOf(['阿安', '阿']).find('a')).toEqual(['阿', '阿安'])
    expect(homesOf(['李阿', '李安娜', '拉芳']).find('la')).toEqual(['拉芳', '李阿', '李安娜'])
  })

  it('by both sounds of a family name, who is truly called so first', () => {
    const { find } = homesOf(['单芳', '但芳', '山芳'])
    expect(find('danfang')).toEqual(['但芳', '单芳'])
    expect(find('shanfang')).toEqual(['单芳', '山芳'])
    for (const [name, right, usual] of [
      ['仇芳', 'qiufang', 'choufang'],
      ['曾芳', 'zengfang', 'cengfang'],
      ['解芳', 'xiefang', 'jiefang'],
      ['查芳', 'zhafang', 'chafang'],
      ['区芳', 'oufang', 'qufang'],
      ['盖芳', 'gefang', 'gaifang'],
      ['朴芳', 'piaofang', 'pufang'],
      ['翟芳', 'zhaifang', 'difang'],
      ['缪芳', 'miaofang', 'miufang'],
      ['尉迟芳', 'yuchifang', 'weichifang'],
      ['万俟芳', 'moqifang', 'wansifang'],
      ['长孙芳', 'zhangsunfang', 'changsunfang'],
      ['单芳', 'sf', 'df'],
    ] as const)
      for (const text of [right, usual]) expect([text, homesOf([name]).find(text)]).toEqual([text, [name]])
  })

  it('by a rare character itself, and by what is known of the other ones', () => {
    const { find } = homesOf(['𠮷田芳', '吉芳'])
    expect(find('𠮷')).toEqual(['𠮷田芳'])
    expect(find('𠮷田')).toEqual(['𠮷田芳'])
    expect(find('tianfang')).toEqual(['𠮷田芳'])
    expect(homesOf(['阿依古丽·买买提']).find('古丽买')).toEqual(['阿依古丽·买买提'])
    expect(homesOf(['Ａnna']).find('ann')).toEqual(['Ａnna'])
  })
})

describe('a door is found', () => {
  const reader = aDoorSide(springCompound()).reader()
  const index = indexed(reader, sounds)
  const find = (text: string) => findHomes(reader, index, text).homes.map((one) => one.dwelling.key)

  it('written in any way, to its end', () => {
    for (const text of [
      '1-2-1803',
      '1栋2单元1803',
      '1栋2单元1803室',
      '１栋２单元１８０３',
      '一栋二单元1803',
      '2单元1803',
      '2-1803',
    ])
      expect([text, find(text)]).toEqual([text, ['1-2-18-1803']])
    expect(find('1803').slice(0, 2)).toEqual(['1-1-18-1803', '1-2-18-1803'])
    expect(find('1栋1803')).toEqual(['1-1-18-1803', '1-2-18-1803'])
    expect(find('活动室')).toEqual(['1-1-1-101'])
  })

  it('written in part: a whole staircase or floor, the beginning of a number', () => {
    expect(find('2单元').every((key) => key.startsWith('1-2-'))).toBe(true)
    expect(find('2单').every((key) => key.startsWith('1-2-'))).toBe(true)
    expect(find('2单元18楼')).toEqual(['1-2-18-1801', '1-2-18-1802', '1-2-18-1803', '1-2-18-1804'])
    expect(find('1-2-180')).toEqual(find('2单元18楼'))
    expect(find('2单元18')).toEqual(find('2单元18楼'))
    expect(find('9栋')).toEqual([])
  })

  it('of 50 homes at most, and says how many more there are', () => {
    const found = findHomes(reader, index, '1栋')
    expect([found.homes.length, found.homes.length + found.more]).toEqual([50, index.homes.length])
    expect(find('1').length).toBe(50)
  })

  it('by the number it had before, after the one that has it now, and in whichever staircase it was', () => {
    const records = springCompound().map((one) =>
      one.id === door(2, 1803)
        ? { ...one, key: '1-2-18-1899', label: '1899', former: ['1-2-18-1803', '1-1-9-999', '1-1-18-1803'] }
        : one,
    )
    const renumbered = aDoorSide(records).reader()
    const keys = (text: string) =>
      findHomes(renumbered, indexed(renumbered, sounds), text).homes.map((one) => one.dwelling.key)
    expect(keys('2单元1803')).toEqual(['1-2-18-1899'])
    expect(keys('1单元999')).toEqual(['1-2-18-1899'])
    expect(keys('1单元1803')).toEqual(['1-1-18-1803'])
    expect(keys('2单元1899')).toEqual(['1-2-18-1899'])
  })

  it('but not in a name that is a number word', () => {
    expect(homesOf(['丁一', '万一']).find('一')).toEqual(['丁一', '万一'])
  })
})

describe('of what the reader may not read', () => {
  it('nothing is found: no name for who reads doors only, no phone for who reads no phones', () => {
    const records = springCompound()
    const all = aDoorSide(records).reader()
    const [contact] = all.all<{ phone: string } & Resident>('contact').filter((one) => one.phone)
    const resident = all.all<Resident>('resident').find((one) => contactId(one.id) === contact!.id)!
    const texts = [resident.name, contact!.phone.slice(-4), sounds(plainName(resident.name))[0]!.join('')]
    for (const text of texts) expect(findHomes(all, indexed(all, sounds), text).homes).not.toEqual([])
    const shared = aDoorSide(records, { deviceKind: 'shared' }).reader()
    const index = indexed(shared, sounds)
    expect(index.people).toEqual([])
    for (const text of texts.filter((one) => !/^\d+$/.test(one)))
      expect(findHomes(shared, index, text)).toEqual({ homes: [], more: 0 })
  })

  it('an index from before the right ended shows nothing either', () => {
    const records = springCompound()
    const before = aDoorSide(records).reader()
    const index = indexed(before, sounds)
    const [one] = before.all<Resident>('resident')
    const now = aDoorSide(records, { deviceKind: 'shared' }).reader()
    expect(findHomes(before, index, one!.name).homes).not.toEqual([])
    expect(findHomes(now, index, one!.name).homes).toEqual([])
    expect(findHomes(now, index, '502').homes.map((home) => home.name)).toEqual([undefined, undefined])
  })

  it('a phone shows its last digits only, also a short one', () => {
    const [resident] = aDoorSide(springCompound()).reader().all<Resident>('resident')
    for (const [phone, typed, tail] of [
      ['138 1234 5678', '5678', '5678'],
      ['87654321', '4321', '21'],
      ['6120', '120', '20'],
    ]) {
      const contact = {
        ...resident!,
        kind: 'contact',
        id: contactId(resident!.id),
        phone,
        resident: resident!.id,
      }
      const rest = springCompound().filter((one) => one.id !== contact.id)
      const reader = aDoorSide([...rest, contact]).reader()
      const found = findHomes(reader, indexed(reader), typed!)
      expect(found.homes.map((one) => one.tail)).toContain(tail)
    }
  })
})

/** What the index is measured by: everybody is asked, nothing is prepared. */
function slowly(many: ManyHomes, reader: Reader, text: string, limit: number): unknown {
  const order = (place: Place) => {
    const [building, unit, , number] = place.key.split('-').map(Number)
    return (building! * 100 + unit!) * 10_000 + number!
  }
  const typed = plainName(text)
  const ways = waysToRead(text)
  const living = new Map<string, Resident[]>()
  for (const one of many.residents) living.set(one.place, [...(living.get(one.place) ?? []), one])
  const found = many.dwellings.flatMap((place) => {
    if (!reader.reads('doors', place.id)) return []
    const [building = '', unit = '', floor = '', number = ''] = place.key.split('-')
    const fits = ways.map((way) => doorFit(way, { building, unit, floor, door: number }))
    const people = reader.reads('names', place.id) ? (living.get(place.id) ?? []) : []
    const phone = (one: Resident) => reader.get<Resident & { phone?: string }>(contactId(one.id))?.phone
    people.sort((a, b) => Number(!phone(a)) - Number(!phone(b)) || (a.id < b.id ? -1 : 1))
    let fit: number = fits.includes('exact')
      ? FIT.door
      : fits.includes('beginning')
        ? FIT.doorBegins
        : FIT.none
    let who = people[0]
    for (const one of typed === '' ? [] : people) {
      const own = Math.min(
        textOf(Array.from(one.name), typed, FIT.name, 1),
        ...sounds(one.name).map(
          (reading, nth) =>
            Math.min(
              textOf(reading, typed, FIT.pinyin, 2),
              textOf(
                reading.map((syllable) => Array.from(syllable)[0]!),
                typed,
                FIT.initials,
                2,
              ),
            ) + (nth > 0 ? FIT.other : 0),
        ),
        /^\d{3,}$/.test(typed) && phone(one)?.endsWith(typed) ? FIT.tail : FIT.none,
      )
      if (own < fit) [fit, who] = [own, one]
    }
    return fit >= FIT.none ? [] : [{ fit, order: order(place), key: place.key, name: who?.name }]
  })
  found.sort((a, b) => a.fit - b.fit || a.order - b.order)
  return {
    homes: found.slice(0, limit).map(({ key, name }) => [key, name]),
    more: Math.max(0, found.length - limit),
  }
}

function textOf(pieces: readonly string[], typed: string, whole: number, step: number): number {
  if (pieces.join('') === typed) return whole
  const at = pieces.findIndex((_, from) => pieces.slice(from).join('').startsWith(typed))
  return at < 0 ? 1_000 : whole + step * (at === 0 ? 1 : 2)
}

function quickly(reader: Reader, index: ReturnType<typeof indexed>, text: string, limit: number): unknown {
  const { homes, more } = findHomes(reader, index, text, limit)
  return { homes: homes.map(({ dwelling, name }) => [dwelling.key, name]), more }
}

/** What somebody might type of one home: its door or one of its people, whole or in part. */
function asTyped(many: ManyHomes, chance: () => number): string {
  const pick = <T>(of: readonly T[]) => of[Math.floor(chance() * of.length)]!
  const [building, unit, floor, number] = pick(many.dwellings).key.split('-')
  const { name } = pick(many.residents)
  const reading = pick(sounds(name))
  // In one home alone nobody may have a phone.
  const phone = pick(many.contacts)?.phone ?? '000'
  const from = Math.floor(chance() * reading.length)
  const text = pick([
    `${building}-${unit}-${number}`,
    `${building}栋${unit}单元${number}`,
    `${unit}单元${floor}楼`,
    `${unit}-${number}`,
    number!,
    name,
    Array.from(name).slice(from).join(''),
    reading.join(''),
    reading.slice(from).join(' '),
    reading
      .map((one) => Array.from(one)[0])
      .join('')
      .toUpperCase(),
    phone.slice(-3 - Math.floor(chance() * 5)),
    `${name}x`,
  ])
  return chance() < 0.5
    ? text
    : Array.from(text)
        .slice(0, 1 + Math.floor(chance() * text.length))
        .join('')
}

describe('the index finds what asking everybody finds, in the same order', () => {
  it('in small compounds, for who may read all of them or one building only', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 1_300 }), fc.boolean(), (seed, homes, one) => {
        const many = manyHomes(seed, homes, homes)
        const place = many.records.find((record) => record.id === 'place-1')!.id
        const reader = many.reader(one ? { role: 'gridWorker', place } : {})
        const index = indexed(reader, sounds)
        const chance = chanceOf(seed)
        for (let n = 0; n < 12; n++) {
          const text = asTyped(many, chance)
          expect([text, quickly(reader, index, text, 20)]).toEqual([text, slowly(many, reader, text, 20)])
        }
      }),
      { numRuns: 12 },
    )
  })

  it('among 50,000 people in 50,000 homes', () => {
    const seed = Number(process.env['SEED'] ?? 20_240_310)
    process.stdout.write(`seed ${seed}\n`)
    const many = manyHomes(seed, 50_000, 50_000)
    const reader = many.reader()
    const index = indexed(reader, sounds)
    expect([index.homes.length, index.people.length]).toEqual([50_000, 50_000])
    const chance = chanceOf(seed)
    for (let n = 0; n < 6; n++) {
      const text = asTyped(many, chance)
      expect([text, quickly(reader, index, text, 50)]).toEqual([text, slowly(many, reader, text, 50)])
    }
  })

  it('by one letter alone, in an index that took over what was known before', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 60, max: 400 }), (seed, homes) => {
        const many = manyHomes(seed, homes, homes * 2)
        const reader = many.reader()
        const index = indexed(reader, sounds, indexed(reader, sounds))
        for (const letter of 'abdlwyz')
          expect([letter, quickly(reader, index, letter, 50)]).toEqual([
            letter,
            slowly(many, reader, letter, 50),
          ])
      }),
      { numRuns: 8 },
    )
  })

  it('of somebody who is called otherwise now, by the new name only; of all others nothing is made again', () => {
    const records = springCompound()
    const before = aDoorSide(records).reader()
    const index = indexed(before, sounds)
    const [one] = before.all<Resident>('resident')
    const after = aDoorSide(
      records.map((other) => (other.id === one!.id ? { ...one!, name: '尉迟仙' } : other)),
    ).reader()
    let sounded = 0
    const counting: Sounds = (name) => {
      sounded += 1
      return sounds(name)
    }
    const counted = indexed(before, counting)
    sounded = 0
    const next = indexed(after, counting, counted)
    expect(sounded).toBe(1)
    expect(findHomes(after, next, 'yuchixian').homes.map((home) => home.name)).toEqual(['尉迟仙'])
    expect(findHomes(after, next, one!.name).homes.map((home) => home.name)).not.toContain(one!.name)
    // With other sounds nothing of the old ones is kept.
    expect(findHomes(after, indexed(after, undefined, index), 'yuchixian').homes).toEqual([])
  })

  it('and is built in portions, so that others may go first', () => {
    const reader = manyHomes(1, 2_000, 2_000).reader()
    let portions = 0
    for (const _ of homesIndex(reader)) portions += 1
    expect(portions).toBeGreaterThan(20)
  })
})
