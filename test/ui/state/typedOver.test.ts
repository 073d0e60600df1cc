import { describe, expect, it } from 'vitest'
import { typedOver } from '#ui/state/typedOver.ts'

describe('INV-1 what was typed before a kept draft came back', () => {
  it('stands beside what was kept in other fields', () => {
    const empty = { note: '', topics: [] as string[], day: '' }
    const kept = { note: '膝盖疼', topics: [], day: '' }
    expect(typedOver(kept, { note: '', topics: [], day: '2026-03-02' }, empty)).toEqual({
      note: '膝盖疼',
      topics: [],
      day: '2026-03-02',
    })
    expect(typedOver(kept, empty, empty)).toEqual(kept)
  })

  it('follows the kept words of the same field, and what stands there already does not come twice', () => {
    expect(typedOver('膝盖疼', '，走不动', '')).toBe('膝盖疼，走不动')
    expect(typedOver('膝盖疼', '膝盖疼', '')).toBe('膝盖疼')
    expect(typedOver('漏水三天', '漏水，急', '漏水')).toBe('漏水三天，急')
    expect(typedOver('knee hurts', '!', '')).toBe('knee hurts!')
  })

  it('is a number, a day or a choice anew, never two in one', () => {
    expect(typedOver('12', '5', '')).toBe('5')
    expect(typedOver('2026-03-01', '2026-03-02', '')).toBe('2026-03-02')
    expect(typedOver<string | undefined>('keep', 'tell', undefined)).toBe('tell')
    expect(typedOver(3, 4, 0)).toBe(4)
    expect(typedOver(true, false, undefined as boolean | undefined)).toBe(false)
  })

  it('joins lists without a double, and what was taken out of one stays out', () => {
    expect(typedOver(['a', 'b'], ['b', 'c'], [] as string[])).toEqual(['a', 'b', 'c'])
    expect(typedOver(['a', 'b', 'c'], ['a', 'd'], ['a'])).toEqual(['a', 'b', 'c', 'd'])
    expect(typedOver(['a', 'b'], ['b'], ['a', 'b', 'x'])).toEqual(['b'])
  })

  it('goes down into fields of fields, also such as the other side has not', () => {
    const empty: Record<string, { said?: string; n?: number }> = {}
    expect(typedOver({ lift: { said: '停了' } }, { gate: { n: 2 }, lift: { n: 1 } }, empty)).toEqual({
      lift: { said: '停了', n: 1 },
      gate: { n: 2 },
    })
    expect(typedOver<unknown>({ a: 1 }, null, undefined)).toBe(null)
  })
})
