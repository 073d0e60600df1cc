import type { CDPSession, Page } from '@playwright/test'
import type { Chance } from '#test/sim/random.ts'

/** What stood in a field, and since when, ms since 1970. The first is what was there when the robot came. */
export type Timeline = { readonly at: number; readonly text: string }[]

/** Words as a pinyin input method puts them together. */
const WORDS = [
  ['lou', 'dao', '楼道'],
  ['deng', 'bu', 'liang', '灯不亮'],
  ['lao', 'ren', 'pa', '老人怕'],
  ['shui', 'guan', '水管'],
  ['men', 'kou', '门口'],
  ['wan', 'shang', '晚上'],
  ['dian', 'ti', '电梯'],
] as const

/** Two keys a second is slow, twelve are more than a thumb does. */
const SLOWEST = 160

/**
 * Types as a person does, until it is stopped: Latin signs key by key, Chinese through an input method, whose letters
 * stand in the field before the word does. Every state is taken down before its key goes to the browser, so that a loss is
 * never measured shorter than it was.
 */
export async function typesOn(
  page: Page,
  timeline: Timeline,
  chance: Chance,
  most: number,
  stopped: () => boolean,
): Promise<void> {
  const keyboard = await page.context().newCDPSession(page)
  let text = timeline.at(-1)?.text ?? ''
  const note = (next: string) => timeline.push({ at: Date.now(), text: next })
  while (text.length < most && !stopped()) {
    if (chance.once(2)) {
      const sign = chance.pick([...'abcdefgh0123456789'])
      text += sign
      note(text)
      await page.keyboard.press(sign)
    } else text = await composes(keyboard, text, chance.pick(WORDS), note, () => pause(page, chance))
    await pause(page, chance)
  }
  await keyboard.detach()
}

async function composes(
  keyboard: CDPSession,
  before: string,
  word: readonly string[],
  note: (text: string) => void,
  rest: () => Promise<void>,
): Promise<string> {
  let composing = ''
  for (const letters of word.slice(0, -1)) {
    composing += letters
    note(before + composing)
    const at = { selectionStart: composing.length, selectionEnd: composing.length }
    await keyboard.send('Input.imeSetComposition', { text: composing, ...at })
    await rest()
  }
  const text = before + (word.at(-1) ?? '')
  note(text)
  await keyboard.send('Input.insertText', { text: word.at(-1) ?? '' })
  return text
}

const pause = (page: Page, chance: Chance) => page.waitForTimeout(20 + chance.below(SLOWEST))

/** How much typing is gone, ms before the kill; undefined where the text never stood in the field. */
export function lossOf(timeline: Timeline, found: string, fellAt: number): number | undefined {
  const last = timeline.findLastIndex(({ text }) => text === found)
  if (last < 0) return undefined
  const next = timeline[last + 1]
  return next === undefined ? 0 : Math.max(0, fellAt - next.at)
}
