/** The four streams of the city's bins, in the order people name them. */
export const STREAMS = ['kitchen', 'other', 'recyclable', 'hazardous'] as const
export type Stream = (typeof STREAMS)[number]

export const FILLS = ['empty', 'half', 'full'] as const
export type Fill = (typeof FILLS)[number]

/** What one press on a bin makes of it: 空的 → 半桶 → 满了 → 空的. */
export function nextFill(fill: Fill | undefined): Fill {
  return fill === 'empty' ? 'half' : fill === 'half' ? 'full' : 'empty'
}
