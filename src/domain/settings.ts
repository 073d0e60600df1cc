import type { OwnTimes } from './ledger/dueTable.ts'
import { derivedId, type RecordId, type TenantId } from './ids.ts'
import type { IncidentType } from './bins/incident.ts'
import type { PointWindow } from './bins/pointWindows.ts'
import type { OwnDeadlines } from './retention.ts'
import type { OwnNames } from './organisation.ts'
import type { Outline, Recorded } from './record.ts'
import type { Stream } from './bins/streams.ts'
import type { OwnDays } from './window.ts'

/** Where the words of the regulation come from, as the compound last looked at it. */
export interface Regulation {
  readonly title: string
  readonly source: string
  /** In force since, `YYYY-MM-DD`. */
  readonly asOf: string
}

/** Until the office says otherwise. */
export const REGULATION: Regulation = {
  title: '成都市生活垃圾管理条例',
  source: '2020年8月28日通过，2020年9月29日批准',
  asOf: '2021-03-01',
}

/** Who answers residents about what is kept of them. */
export interface Answers {
  /** A person or an office. */
  readonly who: string
  readonly number: string
  /** The room, and when somebody is there. */
  readonly where?: string
}

/** A number of the compound that stands beside 119, 110 and 120: gas, lift, the property's duty desk. */
export interface EmergencyNumber {
  readonly label: string
  readonly number: string
}

/** Up to `lit` days after a visit a window is lit, up to `half` days half lit, later dark. */
export interface Freshness {
  readonly lit: number
  readonly half: number
}

/** For how many days a phone of one's own opens names without having asked the office. */
export const PHONE_DAYS = { least: 1, usual: 7, most: 14 } as const

/** The compound's own words and numbers. One record; everybody of the compound reads it. */
export interface Settings extends Recorded, OwnTimes {
  readonly kind: 'settings'
  readonly name: string
  readonly windows: readonly PointWindow[]
  /** What is looked at on arrival at the bins: keys of our own items, or the compound's own words. */
  readonly checklist: readonly string[]
  /** The same on leaving; without it the usual items. */
  readonly leaving?: readonly string[]
  /** Days off and days worked that the official table does not have. */
  readonly ownDays?: OwnDays
  readonly regulation?: Regulation
  /** How heavy a litre is here, by the compound's own scale; without it litres stay litres. */
  readonly kgPerLitre?: Readonly<Partial<Record<Stream, number>>>
  /** Who weighed and when, in the office's words; it stands beside each estimate. */
  readonly weighed?: string
  /** Whom residents ask what is kept of them, and where it is put right or erased. */
  readonly answers?: Answers
  /** Days after which what names somebody goes, where they are fewer than usual. */
  readonly deadlines?: OwnDeadlines
  readonly emergency: readonly EmergencyNumber[]
  /** What it calls its lines, levels and roles. */
  readonly called?: OwnNames
  readonly freshness: Freshness
  /** Days that names stay open on a phone without a network; without it the usual ones. */
  readonly phoneDays?: number
  /** The kinds of incident a supervisor sees first. */
  readonly commonest: readonly IncidentType[]
}

/** Down to loose leaves and up to stones. */
export const KG_PER_LITRE = { least: 0.01, most: 5 } as const

export const FRESHNESS: Freshness = { lit: 30, half: 90 }

export function settingsId(tenant: TenantId): RecordId {
  return derivedId('settings', tenant)
}

/** Who may read it; what may happen to it is in `settingsVerbs.ts`. */
export const settingsOutline: Outline<Settings> = {
  kind: 'settings',
  scopeOf: (record) => ({ place: record.place, group: 'settings', people: [] }),
}
