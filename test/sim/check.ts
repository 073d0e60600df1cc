import { bags } from './checkers/bags.ts'
import { clocks } from './checkers/clocks.ts'
import { counters } from './checkers/counters.ts'
import { crews } from './checkers/crews.ts'
import { draftsKept } from './checkers/drafts.ts'
import { durable } from './checkers/durable.ts'
import { erasedWord } from './checkers/erasedWord.ts'
import { erasure } from './checkers/erasure.ts'
import { forks } from './checkers/forks.ts'
import { gaps } from './checkers/gaps.ts'
import { handed } from './checkers/handed.ts'
import { incidents } from './checkers/incidents.ts'
import { leaks } from './checkers/leaks.ts'
import { lookups } from './checkers/lookups.ts'
import { lost } from './checkers/lost.ts'
import { naturalKeys } from './checkers/naturalKeys.ts'
import { once } from './checkers/once.ts'
import { order } from './checkers/order.ts'
import { overwritten } from './checkers/overwritten.ts'
import { payloads } from './checkers/payloads.ts'
import { projection } from './checkers/projection.ts'
import { readYourWrites } from './checkers/readYourWrites.ts'
import { receipts } from './checkers/receipts.ts'
import { recordings } from './checkers/recordings.ts'
import { refolded } from './checkers/refolded.ts'
import { sheets } from './checkers/sheets.ts'
import { stuck } from './checkers/stuck.ts'
import { surveys } from './checkers/surveys.ts'
import { takenBack } from './checkers/takenBack.ts'
import { waiting } from './checkers/waiting.ts'
import { wall } from './checkers/wall.ts'
import { wholeActs } from './checkers/wholeActs.ts'
import type { Finding, History } from './history.ts'

/** Looks at a whole life and says what is wrong with it. */
export type Checker = (history: History) => readonly Finding[]

/** Small ones, each for one promise; which invariant each holds is said at its top. */
export const CHECKERS: Readonly<Record<string, Checker>> = {
  lost,
  once,
  stuck,
  order,
  readYourWrites,
  gaps,
  projection,
  overwritten,
  leaks,
  receipts,
  clocks,
  forks,
  counters,
  bags,
  sheets,
  incidents,
  recordings,
  lookups,
  handed,
  crews,
  naturalKeys,
  payloads,
  refolded,
  takenBack,
  draftsKept,
  durable,
  waiting,
  wholeActs,
  wall,
  surveys,
  erasure,
  erasedWord,
}

export function check(history: History): readonly Finding[] {
  return Object.values(CHECKERS).flatMap((checker) => checker(history))
}
