import { type Bag, type BagRate, bagRateOf, type Fault, FAULTS, type Verdict } from '#domain/bins/bag.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { type Stream, STREAMS } from '#domain/bins/streams.ts'
import type { View } from '#store/view.ts'
import { type BinSheet, sheetAt } from './sheet.ts'

export interface BagsOfStream {
  readonly stream: Stream
  readonly verdicts: Readonly<Record<Verdict, number>>
  readonly rate: BagRate
}

export interface FaultCount {
  readonly stream: Stream
  readonly fault: Fault
  /** Bags that had it. One bag may have several. */
  readonly bags: number
}

export interface BagReport {
  /** 开袋合格率 with its base, over all streams. */
  readonly rate: BagRate
  /** Only streams of which a bag was opened, in the order of the bins. */
  readonly streams: readonly BagsOfStream[]
  /** Most frequent first. */
  readonly faults: readonly FaultCount[]
}

/** What was found in opened bags, over the sheets of a window, a day, a week (`sheetsIn`): everybody's bags add up. */
export function bagReport(sheets: readonly BinSheet[]): BagReport {
  return reportOf(sheets.flatMap((sheet) => sheet.shares.flatMap(({ shift }) => shift.bags ?? [])))
}

/** The same of bags at hand. */
export function reportOf(bags: readonly Bag[]): BagReport {
  const streams = STREAMS.flatMap((stream): readonly BagsOfStream[] => {
    const own = bags.filter((one) => one.stream === stream)
    const verdicts = { good: 0, minor: 0, bad: 0 }
    for (const { verdict } of own) verdicts[verdict] += 1
    return own.length > 0 ? [{ stream, verdicts, rate: bagRateOf(own) }] : []
  })
  const faults = STREAMS.flatMap((stream) =>
    FAULTS.map((fault): FaultCount => {
      const having = bags.filter((one) => one.stream === stream && one.faults.includes(fault))
      return { stream, fault, bags: having.length }
    }),
  )
    .filter((one) => one.bags > 0)
    // The sort keeps the order of the keys where two are as frequent.
    .sort((a, b) => b.bags - a.bags)
  return { rate: bagRateOf(bags), streams, faults }
}

/** The bags that others opened on the same sheet: together they are one sample. */
export function bagsBeside(view: View, shift: Shift): readonly Bag[] {
  const sheet = sheetAt(view, shift.place, shift.day, shift.window)
  const others = sheet?.shares.filter((one) => one.shift.id !== shift.id) ?? []
  return others.flatMap((one) => one.shift.bags ?? [])
}
