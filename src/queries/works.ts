import type { AccountLine } from '#domain/money/accountLine.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { whereOf } from '#domain/places.ts'
import type { Order } from '#domain/ledger/order.ts'
import {
  acceptedBy,
  finishedOn,
  stateOfWorks,
  type Works,
  WORKS_STATES,
  type WorksState,
} from '#domain/ledger/works.ts'
import type { View } from '#store/view.ts'
import { linesOfWorks } from './accounts.ts'
import type { Reader } from './reader.ts'
import { voicesIn, voicesOf } from './voices.ts'

export interface WorksView {
  readonly works: Works
  readonly state: WorksState
  /** 1栋 大厅; empty for the whole compound. */
  readonly where: string
  /** Homes that asked for it. */
  readonly homes: number
  readonly accepted: number
  readonly finished?: string | undefined
  /** What the accounts have for it; withdrawn lines are not among them. */
  readonly lines: readonly AccountLine[]
  /** Cents that went out for it by the accounts. */
  readonly booked: number
  /** The lowest offer, where there are several. */
  readonly lowest?: number | undefined
}

export function worksView(reader: Reader, view: View, works: Works): WorksView {
  const lines = linesOfWorks(reader, works.id)
  const sums = works.quotes.map((one) => one.cents)
  return {
    works,
    state: stateOfWorks(works),
    where: whereOf(works.place, reader.tree),
    homes: homesBehind(reader, view, works),
    accepted: acceptedBy(works),
    finished: finishedOn(works),
    lines,
    booked: lines.reduce((sum, one) => sum + (one.direction === 'out' ? one.cents : -one.cents), 0),
    lowest: sums.length > 1 ? Math.min(...sums) : undefined,
  }
}

/** All, those that still have a way to go first, then the finished; in each the newest first. */
export function worksList(reader: Reader, view: View): readonly WorksView[] {
  const turn = (one: WorksView) => WORKS_STATES.indexOf(one.state)
  return reader
    .all<Works>('works')
    .map((one) => worksView(reader, view, one))
    .sort((a, b) => turn(a) - turn(b) || (a.works.at < b.works.at ? 1 : -1))
}

/**
 * Homes whose voices the works names. Counted from the remarks where they may all be read; a person who may not read them
 * sees what was counted when they were put there.
 */
function homesBehind(reader: Reader, view: View, works: Works): number {
  const kept = works.voices.reduce((sum, one) => sum + one.homes, 0)
  const remarks: RecordId[] = []
  for (const { of } of works.voices) {
    const found = remarksOf(reader, of)
    if (!found) return kept
    remarks.push(...found)
  }
  return homesOf(reader, view, remarks)
}

/** The remarks that a voice is, or that an order came from; undefined where one of them is not to be read here. */
function remarksOf(reader: Reader, of: RecordId): readonly RecordId[] | undefined {
  const record = reader.get<Feedback | Order>(of)
  if (record?.kind === 'feedback') return [record.id]
  if (record?.kind !== 'order' || record.from.length === 0) return undefined
  return record.from.every((one) => reader.get(one)) ? record.from : undefined
}

/** Each home once, whatever it said; a remark about a shared place speaks for as many as it says it touches. */
export function homesOf(
  reader: Reader,
  view: View,
  remarks: readonly RecordId[],
  voices = voicesIn(view),
): number {
  const homes = new Map<RecordId, number>()
  for (const remark of remarks)
    for (const voice of voicesOf(view, remark, voices)) {
      const door = reader.tree.get(voice.place)?.what === 'dwelling'
      const home = door ? voice.place : voice.id
      homes.set(home, Math.max(homes.get(home) ?? 1, door ? 1 : voice.affected))
    }
  return [...homes.values()].reduce((sum, one) => sum + one, 0)
}

export interface Wish {
  readonly of: RecordId
  readonly text: string
  readonly where: string
  readonly homes: number
}

/** Remarks that works may come from: not withdrawn, no part of another, those that more homes speak through first. */
export function wishesFor(reader: Reader, view: View): readonly Wish[] {
  const voices = voicesIn(view)
  return reader
    .all<Feedback>('feedback')
    .filter((one) => one.duplicateOf === undefined && one.disposition !== 'praise')
    .map((one) => ({
      of: one.id,
      text: one.text,
      where: whereOf(one.place, reader.tree),
      homes: homesOf(reader, view, [one.id], voices),
      at: one.at,
    }))
    .sort((a, b) => b.homes - a.homes || (a.at < b.at ? 1 : -1))
    .slice(0, 60)
}
