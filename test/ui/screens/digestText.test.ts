import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { CATEGORIES } from '#domain/ledger/categories.ts'
import { compoundPlace, type Place } from '#domain/places.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { Member } from '#domain/member.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { addDays } from '#domain/workingDays.ts'
import { dayDigest } from '#queries/digest.ts'
import { digestText } from '#ui/screens/month/digestText.ts'
import { monthContent } from '#ui/screens/month/content.ts'
import { monthPack } from '#queries/month.ts'
import { formatsIn } from '#ui/formats.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'
import { MONDAY, type SpringWeek, springWeek, SUNDAY_NIGHT, TENANT } from '#test/support/springWeek.ts'

const SPOKEN = {
  zh: { words: zh, formats: formatsIn('zh', zh.common.dates) },
  en: { words: en, formats: formatsIn('en', en.common.dates) },
}
const asking = () => ({ view: week.view, tenant: TENANT, compound: compoundPlace(TENANT), now: SUNDAY_NIGHT })

let week: SpringWeek
beforeAll(async () => {
  week = await springWeek()
})
const digestOf = (day: string) => dayDigest(asking(), week.readerOf('officer'), day)

test('Monday of 春和苑 in one message', () => {
  const text = digestText(digestOf(MONDAY), '春和苑', SPOKEN.zh)
  expect(text).toMatch(/^【春和苑 3月4日】听到意见 8 条，转报事 4 件。办结 \d+ 件：/)
  expect(text).toContain('1单元12楼照明✅')
  expect(text).toContain('桶边督导 2 场。开袋看了 20 袋，合格')
  expect(text).toMatch(/走访 10 户次，见面 \d+ 户。/)
  expect(text.endsWith(zh.digest.call)).toBe(true)
})

test('whoever sees no remarks says nothing of them, not even that there were none', () => {
  const seen = dayDigest(asking(), week.readerOf('binsEarly'), MONDAY)
  const text = digestText(seen, '春和苑', SPOKEN.zh)
  expect(text).toMatch(/^【春和苑 3月4日】桶边督导 2 场。/)
  expect(text).not.toMatch(/意见|办完|在办|走访/)
})

/** Every name, 称呼, door and phone of the invented compound. */
function canaries(): readonly string[] {
  const { view } = week
  return [
    ...view.all<Member>('member').map((one) => one.name),
    ...view.all<Resident>('resident').map((one) => one.name),
    ...view.all<Reporter>('reporter').map((one) => one.displayName),
    ...view.all<Contact>('contact').flatMap((one) => [one.phone ?? '', one.kin?.phone ?? '']),
    ...view
      .all<Place>('place')
      .filter((one) => one.what === 'dwelling')
      .map((one) => one.label),
  ].filter((one) => one.length > 1)
}
/** A door is a number by itself: 101 is not found in 1013. */
const says = (text: string, word: string) =>
  /^\d+$/.test(word) ? new RegExp(`(?<!\\d)${word}(?!\\d)`).test(text) : text.includes(word)

describe('no name, no door, no phone', () => {
  test.each(['zh', 'en'] as const)(
    'of the compound stands in the message of any day of the week (%s)',
    (language) => {
      const all = canaries()
      expect(all.length).toBeGreaterThan(500)
      for (let nth = 0; nth < 7; nth += 1) {
        const text = digestText(digestOf(addDays(MONDAY, nth)), '春和苑', SPOKEN[language])
        expect([...text].length).toBeLessThanOrEqual(500)
        expect(all.filter((one) => says(text, one))).toEqual([])
      }
    },
  )

  test('nor in what the month says on the wall', () => {
    const pack = monthPack(asking(), week.readerOf('officer'), '2024-03')
    const content = JSON.stringify(monthContent(pack, '春和苑', SPOKEN.zh))
    // Numbers of matters may look like doors; names and phones cannot.
    expect(canaries().filter((one) => !/^\d{3,4}$/.test(one) && content.includes(one))).toEqual([])
    expect(content).toContain('92.4%（109／118）')
    expect(content).not.toMatch(/单元\s?\d{3,4}/)
  })
})

test('however much happened, the message has 500 signs at most and ends with a whole sentence', () => {
  const monday = digestOf(MONDAY)
  const many = fc.integer({ min: 0, max: 99_999 })
  const where = fc.string({ unit: fc.constantFrom('栋', '单', '元', '楼', '1', '8'), maxLength: 60 })
  const busy = fc.record({
    heard: many,
    opened: many,
    mended: fc.array(fc.record({ category: fc.constantFrom(...CATEGORIES), where }), { maxLength: 60 }),
    open: fc.record({ count: many, categories: fc.shuffledSubarray([...CATEGORIES]) }),
  })
  fc.assert(
    fc.property(busy, fc.string({ maxLength: 40, unit: 'grapheme' }), (more, compound) => {
      const text = digestText({ ...monday, ...more }, compound, SPOKEN.zh)
      expect([...text].length).toBeLessThanOrEqual(500)
      expect(text.endsWith(zh.digest.call)).toBe(true)
      const before = text.slice(0, -zh.digest.call.length)
      expect(before).toMatch(/[。】]$/)
    }),
    { numRuns: 300 },
  )
})
