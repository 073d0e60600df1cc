import { useState } from 'preact/hooks'
import { type DrawnBuilding, drawnFrom, rowsOf } from '#domain/doors/drawnBuilding.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Mapping } from '#domain/roster/columns.ts'
import { type Sheet, tableOf } from '#domain/roster/sheets.ts'
import { keep, kept } from '#ui/state/kept.ts'

export const STEPS = 5
export const SLOTS = ['morning', 'evening'] as const
export type Slot = (typeof SLOTS)[number]
export const PHONES = ['gas', 'lift', 'duty'] as const

export interface PointDraft {
  readonly label: string
  readonly windows: Readonly<
    Record<Slot, { readonly on: boolean; readonly from: string; readonly to: string }>
  >
}

/** A set-up that is not finished. No passphrase is ever in it. */
export interface Draft {
  /** From 1. */
  readonly step: number
  readonly code: string
  readonly compound: string
  readonly way: 'drawn' | 'table'
  readonly buildings: readonly DrawnBuilding[]
  /** What was said of the table's columns. */
  readonly mapping: Mapping
  readonly points: readonly PointDraft[]
  readonly phones: Readonly<Record<(typeof PHONES)[number], string>>
  readonly officer: string
  readonly deviceKind: DeviceKind
}

/** What every step gets: the draft so far, how to change it, and the ways on and back. */
export interface StepProps {
  readonly draft: Draft
  change(next: Partial<Draft>): void
  onBack(): void
  onNext(): void
}

const FIRST_BUILDING = drawnFrom({
  name: '1栋',
  floors: 6,
  units: 1,
  doors: 2,
  numbering: '502',
  notHomes: [],
})

export function newPoint(label: string): PointDraft {
  return {
    label,
    windows: {
      morning: { on: true, from: '07:00', to: '09:00' },
      evening: { on: true, from: '18:00', to: '20:00' },
    },
  }
}

function emptyDraft(point: string): Draft {
  return {
    step: 1,
    code: '',
    compound: '',
    way: 'drawn',
    buildings: [FIRST_BUILDING],
    mapping: {},
    points: [newPoint(point)],
    phones: { gas: '', lift: '', duty: '' },
    officer: '',
    deviceKind: 'own',
  }
}

/** What was kept, also by a version that drew simpler buildings. */
export function draftFrom(firstPoint: string, text: string | null | undefined): Draft {
  const draft = { ...emptyDraft(firstPoint), ...parsed<Partial<Draft>>(text) }
  return { ...draft, buildings: draft.buildings.map(drawnFrom) }
}

/** The draft and the sheets of the chosen table, kept at each input: leaving and coming back leads to the same step. */
export function useDraft(firstPoint: string, name: 'setUp' | 'anotherCompound' = 'setUp') {
  const inSession = `linbian.${name}.sheets`
  const [draft, setDraft] = useState<Draft>(() => draftFrom(firstPoint, kept(name)))
  const [sheets, setSheets] = useState<readonly Sheet[]>(() => parsed(session()?.getItem(inSession)) ?? [])
  return {
    draft,
    sheets,
    change(next: Partial<Draft>) {
      setDraft((before) => {
        const after = { ...before, ...next }
        keep(name, JSON.stringify(after))
        return after
      })
    },
    /** A table holds names: it goes when the tab is closed, and is chosen again. */
    changeSheets(next: readonly Sheet[]) {
      setSheets(next)
      try {
        session()?.setItem(inSession, JSON.stringify(next))
      } catch {
        session()?.removeItem(inSession) // larger than a session keeps; it stays in memory
      }
    },
    finish() {
      keep(name, '')
      session()?.removeItem(inSession)
    },
  }
}

/** The rows that are sent: what was chosen, or what was drawn. */
export function rowsToSend(draft: Draft, sheets: readonly Sheet[]): Sheet['rows'] {
  if (draft.way === 'drawn') return rowsOf(draft.buildings)
  return sheets.length === 0 ? [] : tableOf(sheets, draft.mapping)
}

function parsed<T>(text: string | null | undefined): T | undefined {
  if (!text) return undefined
  try {
    return JSON.parse(text) as T
  } catch {
    return undefined
  }
}

function session(): Storage | undefined {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
}
