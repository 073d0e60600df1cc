import { describe, expect, test } from 'vitest'
import { array, assert, constantFrom, nat, property, string } from 'fast-check'
import { FAULTS } from '#domain/bins/bag.ts'
import { INCIDENTS } from '#domain/bins/incident.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { COUNTERS, type Counts, NO_COUNTS, rateOf } from '#domain/bins/tallies.ts'
import type { BinReport } from '#queries/binReport.ts'
import { GROUP_LENGTH, groupText, wholeSentences } from '#ui/screens/binReport/groupText.ts'
import { aTalkedWeek, reportOn, SPOKEN } from '#test/support/binReports.ts'
import { EAST_GATE } from '#test/support/binSide.ts'

const zh = SPOKEN.zh

describe('the text for the group', () => {
  const told = aTalkedWeek()

  test('of a day says sessions, the two rates with their bases, what happened, and no name', () => {
    const text = groupText(reportOn(told, 'day', '2024-03-04').report, '春和苑', zh)
    expect(text).toBe(
      '【春和苑 2024年3月4日】桶边督导1场，投放72人次。一次就对60次，投放正确率83%（督导员自记）。' +
        '现场纠正7次，二次分拣9袋，讲解12次。开袋12袋，合格11袋，开袋合格率91.7%。主要问题：厨余没破袋。' +
        '桶边情况2件：没破袋1、桶满了1。桶满过：厨余1回。清运：厨余 240 升、其他 31.5 公斤。' +
        '谢谢大家分好类，看到桶满了跟督导员说一声。',
    )
  })

  test('of a week also says in how many windows somebody was there; of one point it names the point', () => {
    expect(groupText(reportOn(told, 'week', '2024-03-04').report, '春和苑', zh)).toContain(
      '【春和苑 2024年3月第1周】桶边督导2场，投放81人次。28个时段里有人2个。',
    )
    expect(groupText(reportOn(told, 'week', '2024-03-04', EAST_GATE).report, '春和苑', zh)).toContain(
      '【春和苑 东门 2024年3月第1周】',
    )
  })

  test('under ten drops and under ten bags says counts and why there is no rate', () => {
    const text = groupText(reportOn(told, 'day', '2024-03-05').report, '春和苑', zh)
    expect(text).toContain('一次就对8次，不到10次不算率。')
    expect(text).not.toContain('%')
  })

  test('of a day on which nobody wrote anything says so and nothing else', () => {
    expect(groupText(reportOn(told, 'day', '2024-03-09').report, '春和苑', zh)).toBe(
      '【春和苑 2024年3月9日】桶边没人记。',
    )
  })

  test('has nothing in it that somebody typed, in neither language', () => {
    for (const spoken of Object.values(SPOKEN)) {
      const text = groupText(reportOn(told, 'week', '2024-03-04').report, '春和苑', spoken)
      expect(text).not.toMatch(/周桂芳|唐玉珍|王婆婆|502|138|桶盖松了/)
    }
  })
})

test('is cut at a whole sentence and never longer than five hundred signs, whatever the numbers are', () => {
  const { report } = reportOn(aTalkedWeek(), 'week', '2024-03-04')
  const number = nat(2_000_000_000)
  assert(
    property(
      array(number, { minLength: 40, maxLength: 40 }),
      string({ unit: 'grapheme', maxLength: 40 }),
      constantFrom('zh', 'en'),
      (numbers, compound, language) => {
        let at = 0
        const next = () => numbers[(at += 1) % numbers.length]! + 1
        const counts = COUNTERS.reduce<Counts>((all, one) => ({ ...all, [one]: next() }), NO_COUNTS)
        const absurd: BinReport = {
          ...report,
          counts,
          rate: rateOf(counts),
          bags: { good: next(), checked: next(), perMille: 1000 },
          sessions: { planned: next(), held: next(), besides: 0 },
          kinds: INCIDENTS.map((type) => ({ type, count: next() })),
          opened: {
            ...report.opened,
            faults: STREAMS.flatMap((stream) => FAULTS.map((fault) => ({ stream, fault, bags: next() }))),
          },
          full: STREAMS.map((stream) => ({ stream, arrival: next(), leaving: next() })),
          hauled: {
            streams: STREAMS.map((stream) => ({ stream, hauls: next(), litres: next(), kg: next() + 0.25 })),
            mixed: next(),
          },
        }
        const text = groupText(absurd, compound, SPOKEN[language])
        expect([...text].length).toBeLessThanOrEqual(GROUP_LENGTH)
        expect(text).toMatch(/[。.]$/)
      },
    ),
  )
})

test('whole sentences are taken in order, none is cut, and signs count as people count them', () => {
  assert(
    property(array(string({ unit: 'grapheme', minLength: 1 })), nat(120), (sentences, most) => {
      const text = wholeSentences(sentences, most)
      const taken = sentences.findIndex((_, index) => sentences.slice(0, index).join('') === text)
      expect([...text].length).toBeLessThanOrEqual(most)
      expect(taken >= 0 || sentences.join('') === text).toBe(true)
      // One more would not have fitted.
      if (taken >= 0 && text !== sentences.join(''))
        expect([...sentences.slice(0, taken + 1).join('')].length).toBeGreaterThan(most)
    }),
  )
})
