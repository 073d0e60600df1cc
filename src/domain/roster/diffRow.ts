import type { RecordId } from '#domain/ids.ts'
import type { TownPerson } from './town.ts'

/** What somebody says to a row. `asNew`: somebody else than the one who is known. */
export type DiffAnswer = 'enter' | 'leave' | 'asNew'

/** By `DiffRow.key`; a row that is not named here goes as usual. */
export type DiffChoices = Readonly<Record<string, DiffAnswer>>

export interface DiffRow {
  /** Names the row, also in another diff of the same roster. */
  readonly key: string
  readonly is: 'new' | 'changed' | 'missing' | 'doubtful'
  readonly what: 'home' | 'person' | 'phone'
  /** 1-2-1803. */
  readonly door: string
  /** The home, where it is known. */
  readonly home?: RecordId
  readonly who?: string
  /** Whose record it is about, where there is one. */
  readonly resident?: RecordId
  readonly fields?: readonly DiffField[]
  readonly why?: DiffWhy
  readonly sheet?: string
  /** As the spreadsheet shows it, from 1; who is missing stands in none. */
  readonly row?: number
  /** What happens where nobody says anything. */
  readonly usual: 'enter' | 'leave'
  /** What may be said; nothing of a home that is missing: homes are never given up by a roster. */
  readonly answers: readonly DiffAnswer[]
  /** Key of the row of their home: without it nobody enters there. */
  readonly within?: string
}

export interface DiffField {
  readonly field: 'name' | 'phone' | 'age' | 'use' | 'door'
  readonly was?: string
  readonly now?: string
}

export type DiffWhy =
  | 'numberHadBefore' // another door had this number before it got its present one
  | 'homeRetired' // the home was given up by a person
  | 'noOneButPeople' // the roster says nobody lives there, and people are known there
  | 'livedInAgain' // it was known as empty, and the roster names people
  | 'takenBack' // they came by an import that was taken back
  | 'personRetired' // they were taken out as entered by mistake
  | 'hadMovedOut'
  | 'samePhoneOtherName'
  | 'oneSignDiffers'
  | 'movedWithin' // same name and phone at another door
  | 'byHand' // somebody wrote another value since the last roster
  | 'notInRoster'

/** What a row does where it enters. */
export type Todo =
  | { readonly do: 'home'; readonly key: string }
  | { readonly do: 'use'; readonly place: RecordId; readonly was?: string; readonly now: string }
  | { readonly do: 'person'; readonly person: TownPerson }
  | { readonly do: 'back'; readonly resident: RecordId; readonly person: TownPerson }
  | {
      readonly do: 'set'
      readonly resident: RecordId
      readonly fields: readonly {
        readonly field: 'name' | 'ageBand' | 'phone'
        readonly was?: string
        readonly now: string
      }[]
    }
  | { readonly do: 'move'; readonly resident: RecordId; readonly was: RecordId; readonly person: TownPerson }
  | { readonly do: 'moveOut'; readonly resident: RecordId }

/** A row with what it would do; what is only listed does nothing. */
export interface Planned {
  readonly row: DiffRow
  readonly todo?: Todo
  /** What `asNew` does. */
  readonly asNew?: Todo
}

/** 1-2-18-1803 → 1-2-1803: as people say a door. */
export function doorOf(key: string): string {
  return key.replace(/-[^-]*(?=-[^-]*$)/, '')
}
