import { describe, expect, test } from 'vitest'
import { CARD_WASTE, type Card, cardOf, isThanks, TALK_CARDS, THANK_CARDS } from '#domain/bins/talkCards.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { cardTexts as en } from '#ui/words/en/cardTexts.ts'
import { cardTexts as zh } from '#ui/words/zh/cardTexts.ts'

const CARDS: readonly Card[] = [...TALK_CARDS, ...THANK_CARDS]

/** The things of the city's list that a card speaks of. */
const THINGS: Partial<Record<Card, number>> = {
  big_bones: 27,
  wet_wipes: 36,
  takeaway_box: 47,
  milk_tea: 26,
  used_oil: 20,
  medicines: 100,
  batteries: 71,
  power_bank: 90,
  broken_glass: 80,
  old_clothes: 84,
  carton: 74,
  lamp: 102,
  hard_shell: 28,
  bulky: 114,
  building_waste: 115,
  pet_waste: 118,
}

describe('the cards', () => {
  test('are at least twelve to explain with and three to thank with', () => {
    expect(TALK_CARDS.length).toBeGreaterThanOrEqual(12)
    expect(THANK_CARDS.length).toBeGreaterThanOrEqual(3)
    expect(CARDS.filter(isThanks)).toEqual([...THANK_CARDS])
    expect(new Set(CARDS).size).toBe(CARDS.length)
  })

  test('have a name of their own and two sentences in both languages', () => {
    for (const texts of [zh, en]) {
      expect(Object.keys(texts).sort()).toEqual([...CARDS].sort())
      expect(new Set(CARDS.map((card) => texts[card].title)).size).toBe(CARDS.length)
      for (const card of CARDS) for (const said of texts[card].say) expect(said, card).toMatch(/[。！.!]$/)
    }
  })

  test('are short enough to be read while standing: a sentence is at most 24 signs', () => {
    for (const card of CARDS)
      for (const said of zh[card].say) expect(said.length, said).toBeLessThanOrEqual(24)
  })

  test('ask kindly: nothing is forbidden and nobody is blamed', () => {
    for (const card of CARDS) expect(zh[card].say.join('')).not.toMatch(/请勿|禁止|严禁|违|罚|必须|不文明/)
  })

  test('say of each thing what the look-up says of it, and where that differs from place to place', () => {
    for (const [card, no] of Object.entries(THINGS) as [Card, number][]) {
      const item = itemNo(no)
      expect([card, CARD_WASTE[card]]).toEqual([card, item?.waste])
      expect(cardOf(no)).toBe(card)
      if (item?.local) expect([card, zh[card].local]).toEqual([card, true])
      expect(zh[card].local, card).toBe(en[card].local)
    }
  })
})
