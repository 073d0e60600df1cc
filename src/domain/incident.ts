import { array, maxLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { ALREADY } from './change.ts'
import { id, type RecordId } from './ids.ts'
import { photoHash } from './photoHash.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from './record.ts'
import { STREAMS, type Stream } from './streams.ts'

/** What can happen at the bins: domain words, in the order of the paper form. */
export const INCIDENTS = [
  'mixed_drop',
  'not_debagged',
  'wrong_bin',
  'bag_left_beside',
  'overflow',
  'bin_dirty',
  'bin_broken',
  'sign_missing',
  'bulky_dump',
  'construction_dump',
  'garden_waste',
  'hazardous_mixed',
  'battery_risk',
  'off_hours',
  'refuse',
  'scavenger_scatter',
  'merchant_dump',
  'outsider_dump',
  'mixed_haul',
  'haul_missed',
  'leachate_odour',
  'pest',
  'pet_waste',
  'injury_risk',
  'elder_needs_help',
  'child_praise',
] as const
export type IncidentType = (typeof INCIDENTS)[number]

/** The 26 in four groups, as 别的 shows them. */
export const INCIDENT_GROUPS = {
  drop: [
    'mixed_drop',
    'not_debagged',
    'wrong_bin',
    'bag_left_beside',
    'hazardous_mixed',
    'off_hours',
    'pet_waste',
  ],
  bins: [
    'overflow',
    'bin_dirty',
    'bin_broken',
    'sign_missing',
    'leachate_odour',
    'pest',
    'scavenger_scatter',
  ],
  dumped: [
    'bulky_dump',
    'construction_dump',
    'garden_waste',
    'merchant_dump',
    'outsider_dump',
    'mixed_haul',
    'haul_missed',
  ],
  people: ['refuse', 'battery_risk', 'injury_risk', 'elder_needs_help', 'child_praise'],
} as const satisfies Record<string, readonly IncidentType[]>
export type IncidentGroup = keyof typeof INCIDENT_GROUPS

/** What a point without a history of its own offers first. */
export const COMMON_INCIDENTS: readonly IncidentType[] = [
  'overflow',
  'bag_left_beside',
  'leachate_odour',
  'bulky_dump',
  'hazardous_mixed',
]

export const INCIDENT_ACTIONS = [
  'explained',
  'persuaded',
  'helped',
  'corrected_by_resident',
  'resorted',
  'cleaned',
  'called_haulier',
  'reported_pm',
  'reported_urban_mgmt',
  'none',
] as const
export type IncidentAction = (typeof INCIDENT_ACTIONS)[number]

/** What one usually does about it, most usual first: offered first, never filled in for the person. */
export function usualActions(type: IncidentType): readonly IncidentAction[] {
  switch (type) {
    case 'mixed_drop':
    case 'not_debagged':
    case 'wrong_bin':
    case 'off_hours':
      return ['explained', 'corrected_by_resident', 'resorted']
    case 'refuse':
    case 'outsider_dump':
    case 'merchant_dump':
      return ['persuaded', 'explained', 'reported_pm']
    case 'hazardous_mixed':
    case 'injury_risk':
    case 'bag_left_beside':
      return ['resorted', 'explained', 'cleaned']
    case 'overflow':
    case 'haul_missed':
      return ['called_haulier', 'reported_pm', 'cleaned']
    case 'leachate_odour':
    case 'pest':
    case 'bin_dirty':
    case 'scavenger_scatter':
    case 'pet_waste':
      return ['cleaned', 'reported_pm', 'explained']
    case 'mixed_haul':
      return ['reported_pm', 'reported_urban_mgmt', 'called_haulier']
    case 'elder_needs_help':
      return ['helped', 'explained', 'reported_pm']
    case 'child_praise':
      return ['none']
    default:
      return ['reported_pm', 'explained', 'called_haulier']
  }
}

/** Something that happened at a bin point. Only ever added; withdrawing is a mark. Residents are never named in it. */
export interface Incident extends Recorded {
  readonly kind: 'incident'
  readonly shift?: RecordId
  readonly type: IncidentType
  readonly action: IncidentAction
  readonly stream?: Stream
  readonly text?: string
  /** SHA-256 of the re-encoded bytes, hex. */
  readonly photos: readonly string[]
}

export const incident: Kind<Incident> = {
  kind: 'incident',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'bins', people: [record.author] }),
  photosOf: (record) => record.photos,
  verbs: {
    record: creation({
      v: 1,
      args: strictObject({
        place: id,
        shift: optional(id),
        type: picklist(INCIDENTS),
        action: picklist(INCIDENT_ACTIONS),
        stream: optional(picklist(STREAMS)),
        text: optional(pipe(string(), maxLength(500))),
        photos: pipe(array(photoHash), maxLength(6)),
      }),
      act: 'recordIncident',
      create: (args, change, stamp): Incident => ({
        ...fresh('incident', args.place as RecordId, change, stamp),
        kind: 'incident',
        type: args.type,
        action: args.action,
        photos: args.photos,
        ...(args.shift !== undefined && { shift: args.shift as RecordId }),
        ...(args.stream !== undefined && { stream: args.stream }),
        ...(args.text !== undefined && { text: args.text }),
      }),
    }),
    withdraw: verb({
      v: 1,
      args: strictObject({ reason: pipe(string(), maxLength(200)) }),
      act: 'recordIncident',
      fold: (record: Incident, args, change) =>
        record.voided
          ? ALREADY
          : applied({ ...record, voided: { by: change.actor, at: change.at, reason: args.reason } }),
    }),
  },
}
