import { type Stream, STREAMS } from './streams.ts'

/** The four streams, and what goes into none of the four bins. */
export const WASTE_CLASSES = [...STREAMS, 'bulky', 'building', 'never'] as const
export type WasteClass = (typeof WASTE_CLASSES)[number]

export function streamOf(waste: WasteClass): Stream | undefined {
  return waste === 'bulky' || waste === 'building' || waste === 'never' ? undefined : waste
}
