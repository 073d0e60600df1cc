import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { doorKey, readDoor } from '#domain/doorKey.ts'

const key = (text: string, within?: Parameters<typeof readDoor>[1]) => {
  const read = readDoor(text, within)
  if (!read.ok) return read.refused
  const { building = '?', unit = '?', floor = '?', door = '?' } = read.value
  return doorKey({ building, unit, floor, door })
}

describe('a door is one door however it is written', () => {
  test.each([
    ['1-2-1803', '1-2-18-1803'],
    ['1栋2单元1803室', '1-2-18-1803'],
    ['１栋２单元１８０３', '1-2-18-1803'],
    ['一栋二单元一八〇三室', '1-2-18-1803'],
    [' 1 栋 2 单元 18 楼 3 号 ', '1-2-18-1803'],
    ['春和苑1栋2单元1803', '1-2-18-1803'],
    ['三圣花园十二栋一单元301', '12-1-3-301'],
    ['1—2—1803', '1-2-18-1803'],
    ['1/2/1803', '1-2-18-1803'],
    ['7-2-3-1', '7-2-3-301'],
    ['7栋2单元301', '7-2-3-301'],
    ['7栋2单元0301', '7-2-3-301'],
    ['7号楼2单元三层一号', '7-2-3-301'],
    ['7-2单元301', '7-2-3-301'],
    ['7栋2-301', '7-2-3-301'],
    ['A座1单元1201', 'A-1-12-1201'],
    ['1栋1单元3A01', '1-1-3A-3A01'],
    ['1栋1单元B101', '1-1-B1-B101'],
    ['1栋1单元301A', '1-1-3-301A'],
    ['7栋二单元', '7-2-?-?'],
    ['7栋301', '7-?-3-301'],
    ['502', '?-?-5-502'],
  ])('%s → %s', (text, expected) => {
    expect(key(text)).toBe(expected)
  })

  test('under a unit, 5-2 is floor 5, door 2', () => {
    expect(key('5-2', 'unit')).toBe('?-?-5-502')
    expect(key('0502', 'unit')).toBe('?-?-5-502')
    expect(key('2-502', 'building')).toBe('?-2-5-502')
  })

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['活动室', 'unreadable'],
    ['?', 'unreadable'],
    ['1-2-120345', 'unreadable'],
    ['1-5-2', 'ambiguous'],
    ['5-2', 'ambiguous'],
    ['1-2-3-4-5', 'unreadable'],
    ['1栋1单元3楼401', 'floorMismatch'],
  ])('%j is said to be %s rather than guessed', (text, why) => {
    expect(key(text)).toBe(why)
  })

  const part = (most: number) => fc.integer({ min: 1, max: most })

  test('every way of writing a door gives the same key, and the key reads as itself', () => {
    fc.assert(
      fc.property(part(40), part(6), part(33), part(12), (building, unit, floor, nth) => {
        const door = `${floor}${String(nth).padStart(2, '0')}`
        const expected = `${building}-${unit}-${floor}-${door}`
        const wide = (text: string) =>
          text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        for (const text of [
          expected,
          `${building}-${unit}-${door}`,
          `${building}-${unit}-${floor}-${nth}`,
          `${building}栋${unit}单元${door}室`,
          `${building} 幢 ${unit} 单元 ${floor} 层 ${nth} 号`,
          `${building}号楼${unit}单元${door.padStart(4, '0')}`,
          wide(`${building}栋${unit}单元${door}`),
          wide(`${building}-${unit}-${door}`),
        ]) {
          expect(key(text), text).toBe(expected)
        }
      }),
    )
  })

  test('whatever the text is, the answer is a door or a reason', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9一二十栋单元楼号室\-A-C ]{0,14}$/)),
        (text) => {
          const read = readDoor(text)
          if (!read.ok || read.value.door === undefined) return
          const { building = '1', unit = '1', floor, door } = read.value
          expect(floor).toBeDefined()
          const whole = doorKey({ building, unit, floor: floor!, door })
          expect(key(whole)).toBe(whole)
        },
      ),
    )
  })
})
