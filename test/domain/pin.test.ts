import { describe, expect, test } from 'vitest'
import { checkPin } from '#domain/pin.ts'
import { mayTry, NO_TRIES, onThisClock, triedWrong } from '#domain/tries.ts'

describe('a new PIN', () => {
  test.each([
    ['4071', 'shared'],
    ['9035', 'shared'],
    ['407193', 'own'],
    ['958274', 'own'],
  ] as const)('%s is taken on a device that is %s', (pin, kind) => {
    expect(checkPin(pin, kind)).toEqual({ ok: true, value: pin })
  })

  test.each(['', '407', '40719', '４０７１', '40 1', 'abcd'])('“%s” is not four digits', (pin) => {
    expect(checkPin(pin, 'shared')).toEqual({ ok: false, refused: 'pinDigits' })
  })

  test.each(
    [
      '0000',
      '1111',
      '1234',
      '4321',
      '7890',
      '2468',
      '1212',
      '1122',
      '1965',
      '2008',
      '0512',
      '1231',
      '1314',
      '5201',
    ].concat(),
  )('%s is one of the first that somebody would try', (pin) => {
    expect(checkPin(pin, 'shared')).toEqual({ ok: false, refused: 'pinTrivial' })
  })

  test.each([
    '000000',
    '123456',
    '654321',
    '123123',
    '112233',
    '111222',
    '121212',
    '650512',
    '120565',
    '196512',
    '520131',
    '168168',
  ])('%s is one of the first that somebody would try', (pin) => {
    expect(checkPin(pin, 'own')).toEqual({ ok: false, refused: 'pinTrivial' })
  })

  test('most are taken: whoever invents one at random is seldom sent back', () => {
    const all = Array.from({ length: 10_000 }, (_, at) => String(at).padStart(4, '0'))
    expect(all.filter((pin) => checkPin(pin, 'shared').ok).length).toBeGreaterThan(9_000)
  })
})

describe('a wrong PIN', () => {
  const AT = '2026-11-24T18:00:00.000Z'
  const later = (seconds: number) => new Date(Date.parse(AT) + seconds * 1000).toISOString()
  const wrong = (times: number) =>
    Array.from({ length: times }).reduce<typeof NO_TRIES>((tries) => triedWrong(tries, AT), NO_TRIES)

  test('costs a minute after the fifth, and from then on each', () => {
    expect(mayTry(wrong(4), later(1))).toEqual({ is: 'yes', left: 1 })
    expect(mayTry(wrong(5), later(1))).toEqual({ is: 'wait', milliseconds: 59_000 })
    expect(mayTry(wrong(5), later(60))).toEqual({ is: 'yes', left: 1 })
    expect(mayTry(wrong(6), later(1))).toEqual({ is: 'wait', milliseconds: 59_000 })
  })

  test('leads to whoever invites after the tenth, however long one waits', () => {
    expect(mayTry(wrong(10), later(1))).toEqual({ is: 'inviter' })
    expect(mayTry(wrong(10), later(1e8))).toEqual({ is: 'inviter' })
  })

  test('under a clock that was set back costs a minute from now, not a day', () => {
    const yesterday = later(-86_400)
    expect(mayTry(onThisClock(wrong(5), yesterday), yesterday)).toEqual({ is: 'wait', milliseconds: 60_000 })
  })
})
