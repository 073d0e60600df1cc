import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { derivedId } from '#domain/ids.ts'
import { readRescue, rescueText } from '#domain/rescueFile.ts'

const HEADER = { tenant: 'spring', device: 'tablet', at: '2026-03-04T07:00:00.000Z' }
const CHANGES = ['a', 'b', 'c'].map((id) => ({
  id,
  record: 's1',
  body: { open: { at: '', args: { text: `灯不亮 ${id}` } } },
}))
const TEXT = rescueText(HEADER, CHANGES)

describe('the file in which unsent changes are carried to the office', () => {
  test('gives back what was written, whatever a chat app does to its line ends', () => {
    const whole = { ok: true, value: { ...HEADER, count: 3, changes: CHANGES, damaged: [] } }
    for (const text of [TEXT, TEXT.replaceAll('\n', '\r\n'), `\uFEFF${TEXT}`, TEXT.trim()])
      expect(readRescue(text)).toEqual(whole)
  })

  test('W13 cut anywhere behind its first line, it gives up every whole line and the piece as it came', () => {
    const first = TEXT.indexOf('\n')
    for (let end = first + 1; end < TEXT.length; end += 1) {
      const read = readRescue(TEXT.slice(0, end))
      if (!read.ok) throw new Error(read.refused)
      const { changes, damaged, count } = read.value
      expect(count).toBe(3)
      expect(changes).toEqual(CHANGES.slice(0, changes.length))
      expect(damaged.length).toBeLessThanOrEqual(1)
      expect(damaged.every((line) => TEXT.includes(line))).toBe(true)
    }
  })

  test('W13 no flipped letter is ever taken for somebody’s words', () => {
    const first = TEXT.indexOf('\n') + 1
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: TEXT.length - 1 }),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, by) => {
          const read = readRescue(TEXT.slice(0, at) + by + TEXT.slice(at + 1))
          if (!read.ok) throw new Error(read.refused)
          for (const change of read.value.changes) expect(CHANGES).toContainEqual(change)
        },
      ),
    )
  })

  test('is read too as the first version wrote it', () => {
    const old = JSON.stringify({ linbian: 'unsent', v: 1, ...HEADER, changes: CHANGES }, undefined, 1)
    expect(readRescue(old)).toMatchObject({
      ok: true,
      value: { ...HEADER, count: 3, changes: CHANGES, damaged: [] },
    })
  })

  test.each([
    ['rescueNewer', JSON.stringify({ linbian: 'unsent', v: 3, tenant: 'spring', device: 'tablet' })],
    ['rescueDamaged', `{"linbian":"unsent"${TEXT.slice(40)}`],
    ['rescueDamaged', '{"linbian":"unsent","v":1,"tenant":"spring","chan'],
    ['rescueDamaged', JSON.stringify({ linbian: 'unsent', v: 2 })],
    ['rescueNotOurs', ''],
    ['rescueNotOurs', '会议记录'],
    ['rescueNotOurs', '[]'],
    ['rescueNotOurs', '\u0000\u0001PNG'],
  ])('anything else has its reason: %s', (why, text) => {
    expect(readRescue(text)).toEqual({ ok: false, refused: why })
  })

  test('any text at all is answered', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readRescue(text)))
  })

  test('W13 a line nested a hundred thousand deep is kept as it came; a file of the first version with one is refused', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000)
    const [first] = rescueText(HEADER, []).split('\n')
    const sum = derivedId<string>('rescue', deep).slice(0, 8)
    const read = readRescue(`${first}\n${sum} ${deep}\n`)
    expect(read).toMatchObject({ ok: true, value: { changes: [], damaged: [`${sum} ${deep}`] } })
    const old = `{"linbian":"unsent","v":1,"tenant":"spring","device":"tablet","at":"","changes":[{"args":${deep}}]}`
    expect(readRescue(old)).toEqual({ ok: false, refused: 'rescueDamaged' })
  })

  test('W13 a name of a device that is no key is not read', () => {
    expect(readRescue(rescueText({ ...HEADER, device: 'a\u0000b' }, CHANGES))).toEqual({
      ok: false,
      refused: 'rescueDamaged',
    })
  })
})
