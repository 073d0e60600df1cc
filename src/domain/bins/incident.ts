import type { Call } from '#domain/ledger/danger.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import type { Outline, Recorded } from '#domain/record.ts'
import type { Stream } from './streams.ts'

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

/** What can be done about one that was noted before. 先记下 is how one begins, no step. */
export const INCIDENT_STEPS = INCIDENT_ACTIONS.filter((one) => one !== 'none')
export type StepAction = Exclude<IncidentAction, 'none'>

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

/** Kinds that can hurt somebody, and whom one rings about them, first things first: the call stands before the record. */
export const SAFETY_CALLS = {
  battery_risk: ['fire', 'dutyDesk'],
  injury_risk: ['dutyDesk', 'ambulance'],
  hazardous_mixed: ['dutyDesk', 'ambulance'],
} as const satisfies Partial<Record<IncidentType, readonly Call[]>>
export type SafetyType = keyof typeof SAFETY_CALLS

export function isSafety(type: IncidentType): type is SafetyType {
  return Object.hasOwn(SAFETY_CALLS, type)
}

/** Kinds where talking may not be enough: ask, note, tell the property, tell city management. Nobody here can do more. */
const LADDER: readonly IncidentType[] = [
  'refuse',
  'merchant_dump',
  'outsider_dump',
  'off_hours',
  'mixed_drop',
]

export function hasLadder(type: IncidentType): boolean {
  return LADDER.includes(type)
}

/**
 * Whether words about an incident seem to say who it was: a phone, a door, a name with how people are called. A hint for
 * who is writing, no judge: what it takes for a name stays written.
 */
export function seemsToName(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/\s/g, '')
  return (
    /\d{7,}/.test(plain) ||
    /\d+[栋幢].{0,4}\d{2,4}|(?<!\d)\d{1,2}-\d{1,2}-\d+|\d+单元\d{2,4}|\d{3,4}[室号]/.test(plain) ||
    CALLED.test(plain)
  )
}

/** A surname before a form of address: 王大爷, 李孃孃. 老大爷 and 一个阿姨 are nobody in particular. */
const CALLED =
  /(?:^|[^\u4e00-\u9fff]|[是叫让请给和跟找])[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭鲁马方任袁柳唐罗廖邓曾肖田董余叶杜戴夏蔡贾丁魏薛阎余潘钟谭熊黄徐胡林高郭梁宋刘](?:大爷|大妈|大叔|孃孃|嬢嬢|婆婆|阿姨|叔叔|先生|女士|老师|师傅|哥|姐|总|某)/

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
  /** What was done later, in the order it was taken; `stepsOf` puts it in the order of time. */
  readonly steps?: readonly IncidentStep[]
}

/** Something that was done about an incident after it was noted, by whoever did it. Only ever added. */
export interface IncidentStep {
  /** Of the change that brought it. */
  readonly id: ChangeId
  readonly action: StepAction
  readonly at: string
  readonly by: PersonId
  /** Server time; absent while it is only here. */
  readonly receivedAt?: string
  readonly note?: string
}

/** More steps than this no incident has. */
export const STEPS_OF_INCIDENT = 40

/** Who may read it; what may happen to it is in `incidentVerbs.ts`. */
export const incidentOutline: Outline<Incident> = {
  kind: 'incident',
  scopeOf: (record) => ({ place: record.place, group: 'bins', people: [record.author] }),
}
