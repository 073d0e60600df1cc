import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { piecesOf } from '#ui/parts/Phrase.tsx'

describe('where what somebody said may break', () => {
  it('words stay whole, and no line begins with a stop', () => {
    const said = '大厅灯太暗了，能不能换亮堂点？轮椅推不过去（3 天了）！'
    const pieces = piecesOf(said)
    expect(pieces.length).toBeGreaterThan(8)
    expect(pieces).toContain('大厅')
    expect(pieces).toContain('轮椅')
    for (const piece of pieces) expect(piece).not.toMatch(/^[，。？！、）：；…”』」]/)
    for (const piece of pieces) expect(piece).not.toMatch(/[（“『「]$/)
  })

  it('a number stays with its unit', () => {
    expect(piecesOf('等了3天没人来').some((piece) => piece.startsWith('3天'))).toBe(true)
  })

  it('whatever was said, nothing of it is lost', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => piecesOf(text).join('') === text))
  })
})
