import { describe, expect, test } from 'vitest'
import type { Status } from '#sync/status.ts'
import { hiddenIn } from '#ui/state/hidden.ts'

/** Everything has come, and the last round came through. */
const WHOLE: Status = { link: 'good', unsent: 0, complete: true, come: 40, locked: false }
const FETCHING: Status = { ...WHOLE, link: 'trying', complete: false }

describe('what may be more than is seen', () => {
  test('is nothing on a device that has all, with a vault or without one', () => {
    for (const vault of [undefined, 'open', 'off'] as const)
      expect(hiddenIn({ vault }, WHOLE), String(vault)).toBeUndefined()
  })

  test('is nothing before the first round of a day: what came on other days is here', () => {
    expect(hiddenIn({}, { link: 'none', unsent: 0, complete: false })).toBeUndefined()
  })

  test('lies closed outside the window, with a PIN that nobody has checked, and where none is set', () => {
    expect(hiddenIn({ vault: 'closed' }, WHOLE)).toBe('closed')
    expect(hiddenIn({ unchecked: true }, WHOLE)).toBe('closed')
    expect(hiddenIn({ vault: 'noPin' }, WHOLE)).toBe('noPin')
  })

  test('is on its way during the first walk, and waits for a network where there is none or nothing goes on', () => {
    expect(hiddenIn({ vault: 'open' }, FETCHING)).toBe('coming')
    expect(hiddenIn({ vault: 'open' }, { ...FETCHING, link: 'none' })).toBe('later')
    expect(hiddenIn({ vault: 'open' }, { ...FETCHING, stopped: 'disk' })).toBe('later')
  })

  test('is on its way while the server is asked for what opens a vault', () => {
    expect(hiddenIn({}, { ...WHOLE, locked: true })).toBe('coming')
    // Where a browser keeps no key what was seen before has to come again.
    expect(hiddenIn({ vault: 'off' }, { ...WHOLE, locked: true })).toBe('coming')
  })

  test('is judged by the walk once it is open, though the round before still ran behind the lock', () => {
    expect(hiddenIn({ vault: 'open' }, { ...WHOLE, locked: true })).toBeUndefined()
    expect(hiddenIn({ vault: 'open' }, { ...FETCHING, locked: true })).toBe('coming')
  })

  test('of what no key closes is only what has not come', () => {
    expect(hiddenIn({ vault: 'closed' }, { ...WHOLE, locked: true }, 'open')).toBeUndefined()
    expect(hiddenIn({ vault: 'closed' }, { ...FETCHING, locked: true }, 'open')).toBe('coming')
  })

  test('is nothing where everything was deleted, as the office asked', () => {
    expect(hiddenIn({}, { ...FETCHING, wiped: true })).toBeUndefined()
  })
})
