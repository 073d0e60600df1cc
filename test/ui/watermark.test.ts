import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../../src/ui/${path}`, import.meta.url), 'utf8')
const tokens = read('style/tokens.css')
const mark = read('watermark.css')

type Colour = readonly [number, number, number]

/** The colours of a theme; what it does not say is as by day. */
function coloursOf(theme: string): ReadonlyMap<string, Colour> {
  const block = tokens.slice(tokens.indexOf(`[data-theme='${theme}'] {`)).split('}')[0] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Colour,
    ]),
  )
}

function opacityIn(theme: string): number {
  const own = new RegExp(`\\[data-theme='${theme}'\\] \\.watermark \\{\\s*opacity: ([\\d.]+)`).exec(mark)
  return Number((own ?? /\.watermark \{[^}]*opacity: ([\d.]+)/.exec(mark))?.[1])
}

const luminance = (colour: Colour) => {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: Colour, b: Colour) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other)
  return (light + 0.05) / (dark + 0.05)
}
const over = (below: Colour, above: Colour, opacity: number): Colour =>
  below.map((part, at) => part * (1 - opacity) + (above[at] ?? 0) * opacity) as unknown as Colour

/** Text and ground as they stand on screens with names; alert panels and the strip lie above the mark. */
const PAIRS = [
  ['ink', 'bg'],
  ['ink', 'card'],
  ['ink2', 'bg'],
  ['ink2', 'card'],
  ['on-lamp', 'lamp'],
  ['on-lampsoft', 'lampsoft'],
  ['on-dusk', 'dusk'],
  ['on-ink', 'ink'],
  ['alert', 'bg'],
  ['on-alert', 'alert'],
] as const

describe('the faint mark over names', () => {
  for (const theme of ['day', 'night', 'sun'])
    it(`leaves every text 7:1 where its strokes cross it, by ${theme}, and is there to be seen`, () => {
      const colours = coloursOf(theme)
      const colour = (name: string) => colours.get(name)!
      const opacity = opacityIn(theme)
      for (const [text, ground] of PAIRS) {
        const stroke = (one: string) => over(colour(one), colour('ink'), opacity)
        // A stroke may lie below a letter, over it, or both.
        for (const [a, b] of [
          [colour(text), stroke(ground)],
          [stroke(text), stroke(ground)],
        ] as const)
          expect([text, ground, contrast(a, b) >= 7]).toEqual([text, ground, true])
      }
      expect(contrast(over(colour('bg'), colour('ink'), opacity), colour('bg'))).toBeGreaterThan(1.08)
    })

  it('takes no touch and no word', () => {
    expect(mark).toMatch(/\.watermark \{[^}]*pointer-events: none/)
    expect(read('Watermark.tsx')).toContain('aria-hidden="true"')
  })
})
