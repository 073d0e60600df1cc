import { array, maxLength, picklist, pipe, strictObject } from 'valibot'
import type { ChangeId } from '#domain/ids.ts'
import { type Stream, STREAMS } from './streams.ts'

/** What an opened bag was found to be. Only `good` counts as good. */
export const VERDICTS = ['good', 'minor', 'bad'] as const
export type Verdict = (typeof VERDICTS)[number]

export const FAULTS = [
  'with_bag', // the bag itself went into the food waste
  'liquid', // not drained
  'dirty', // not rinsed
  'broken',
  'kitchen_in',
  'other_in',
  'recyclable_in',
  'hazardous_in',
  'bulky_in',
] as const
export type Fault = (typeof FAULTS)[number]

/** What may be wrong with a bag of each stream, in the order of the keys. */
export const FAULTS_OF: Readonly<Record<Stream, readonly Fault[]>> = {
  kitchen: ['with_bag', 'other_in', 'recyclable_in', 'hazardous_in', 'liquid'],
  other: ['kitchen_in', 'recyclable_in', 'hazardous_in', 'bulky_in'],
  recyclable: ['dirty', 'kitchen_in', 'other_in', 'hazardous_in'],
  hazardous: ['broken', 'other_in', 'recyclable_in', 'kitchen_in'],
}

/** One bag of the sample; residents are not in it. */
export interface Bag {
  /** Of the change that brought it. */
  readonly id: ChangeId
  readonly at: string
  readonly stream: Stream
  readonly verdict: Verdict
  readonly faults: readonly Fault[]
}

export const bagArgs = strictObject({
  stream: picklist(STREAMS),
  verdict: picklist(VERDICTS),
  faults: pipe(array(picklist(FAULTS)), maxLength(FAULTS.length)),
})

/** More bags than this nobody opens in a shift. */
export const BAGS_OF_SHIFT = 200

/** Below this many bags a sample is too small to quote. */
export const SAMPLE = 10

export interface BagRate {
  readonly good: number
  /** The base number: bags that were opened. */
  readonly checked: number
  /** 开袋合格率 in tenths of a percent (900 is 90.0 %); absent below a sample of ten. */
  readonly perMille?: number
}

/** 开袋合格率: good bags of those that were opened. Never one word with 投放正确率. */
export function bagRateOf(bags: readonly Pick<Bag, 'verdict'>[]): BagRate {
  const good = bags.filter((one) => one.verdict === 'good').length
  const checked = bags.length
  return { good, checked, ...(checked >= SAMPLE && { perMille: Math.round((good / checked) * 1000) }) }
}
