/** Longer than a file should be: who may read and do what is one table, and is read at one glance or not at all. */
import type { PersonId, RecordId } from './ids.ts'

/** A field group: all fields of one record have the same readers. */
export type Group =
  | 'settings' // the compound's own words and numbers
  | 'site' // compound, buildings, units, bin points, shared spaces
  | 'doors' // floors and dwellings
  | 'team' // the volunteers themselves, and the doors each keeps company
  | 'bins' // shifts, incidents, hauls, the rota, and what was put right after a round
  | 'visits'
  | 'names' // residents
  | 'contact' // their phones
  | 'care' // why and how somebody needs looking after
  | 'reasons' // of those the ones that are the office's alone
  | 'feedback'
  | 'reporter' // who said it
  | 'orders'
  | 'firmLinks' // the way for a firm to answer, with its code: of those who give orders out
  | 'council' // what is brought up, talked over and decided
  | 'money' // works and the budget
  | 'books' // what came in and went out, with its receipts: names and cards may be on them
  | 'fees' // how much was paid of what was due, by building
  | 'surveys' // what residents answered, without who
  | 'wall' // what was published
  | 'wallDraft' // what somebody proposes to publish: its pictures may still show a face
  | 'held' // changes that wait for a person's decision
  | 'heldPersonal' // the same, of kinds that a shared tablet may not hold
  | 'imports' // what the office's rosters did
  | 'looks' // who opened, printed or took away what names people, and why

export type Role =
  | 'officer' // 社区工作人员, 专职网格员
  | 'manager' // 物业经理
  | 'steward' // 红色微管家
  | 'supervisor' // 桶边督导员
  | 'gridWorker' // 微网格员, 楼栋长
  | 'floorLead' // 单元长, 楼层长
  | 'owners' // 业委会
  | 'party' // 网格党支部, 党小组

export type Act =
  | 'setUp' // settings, places, people: the office, online
  | 'keepBins' // what stands at a bin point, the rota, the compound's own answers to which bin
  | 'enterRoster'
  | 'editRoster'
  | 'editCare'
  | 'withdrawCare' // taking a consent back is as easy as giving it: whoever hears it at the door
  | 'planVisits' // who goes round, to ask what, until when
  | 'noteLook' // that one opened, printed or took away what names people
  | 'recordFeedback'
  | 'editFeedback'
  | 'openOrder'
  | 'assignOrder'
  | 'workOrder' // notes, hold, close
  | 'confirmOrder' // callback, reopen
  | 'standShift'
  | 'recordIncident'
  | 'recordVisit'
  | 'putTopic' // bring a matter up, and report on what one was given to do
  | 'holdCouncil' // agenda, attendance, votes, resolutions
  | 'enterMoney' // works, budget, income and expense
  | 'checkMoney' // says that the figures were looked over
  | 'recordSurvey'
  | 'proposeWall'
  | 'publish' // by the office or the owners' committee, never by who did the work
  | 'keepForms' // how our records fill a form that somebody above asks for
  | 'settleHeld'

/** Who may read a record: those with the group's right at the place, and the people named. */
export interface Scope {
  readonly place: RecordId
  readonly group: Group
  readonly people: readonly PersonId[]
}

/** Role × place × from–to. A person has several at once. */
export interface Appointment {
  readonly role: Role
  readonly place: RecordId
  /** Days in Asia/Shanghai, both included, `YYYY-MM-DD`; without `to` it has no end yet. */
  readonly from: string
  readonly to?: string
}

/** One thing a device may read: a group below a place, or whatever names a person. */
export type Part = { readonly place: RecordId; readonly group: Group } | { readonly person: PersonId }

/** What a shared tablet may not hold, whoever is enrolled on it. */
const NOT_ON_SHARED: readonly Group[] = [
  'names',
  'contact',
  'care',
  'reasons',
  'reporter',
  'heldPersonal',
  'imports',
  'looks',
  'money',
  'books',
  'fees',
  'surveys',
  'wallDraft',
  'firmLinks',
]

export type DeviceKind = 'own' | 'shared'

interface RoleRights {
  /** Read below the appointment's place. */
  readonly read: readonly Group[]
  /** Done on records below the appointment's place; see `OWN_REACH` for what goes beyond. */
  readonly act: readonly Act[]
}

/** Everybody of the compound reads these, wherever their appointment is: words, buildings, colleagues, money, the wall. */
const EVERYBODY: readonly Group[] = ['settings', 'site', 'team', 'money', 'wall']

const ROSTER: readonly Group[] = ['doors', 'names', 'contact', 'care', 'visits']

/** The one table of rights. Devices hide by it, the server enforces it. */
export const ROLES: Readonly<Record<Role, RoleRights>> = {
  officer: {
    read: [
      ...ROSTER,
      'reasons',
      'bins',
      'feedback',
      'reporter',
      'orders',
      'firmLinks',
      'council',
      'books',
      'fees',
      'surveys',
      'wallDraft',
      'held',
      'heldPersonal',
      'imports',
      'looks',
    ],
    act: [
      'setUp',
      'keepBins',
      'enterRoster',
      'editRoster',
      'editCare',
      'withdrawCare',
      'planVisits',
      'noteLook',
      'recordFeedback',
      'editFeedback',
      'openOrder',
      'assignOrder',
      'confirmOrder',
      'recordIncident',
      'recordVisit',
      'putTopic',
      'holdCouncil',
      'recordSurvey',
      'proposeWall',
      'publish',
      'keepForms',
      'settleHeld',
    ],
  },
  manager: {
    read: [
      'doors',
      'bins',
      'feedback',
      'orders',
      'firmLinks',
      'council',
      'books',
      'fees',
      'surveys',
      'wallDraft',
    ],
    act: [
      'keepBins',
      'recordFeedback',
      'openOrder',
      'assignOrder',
      'workOrder',
      'standShift',
      'recordIncident',
      'putTopic',
      'holdCouncil',
      'enterMoney',
      'recordSurvey',
      'proposeWall',
      'keepForms',
    ],
  },
  steward: {
    read: ['doors', 'bins', 'feedback', 'orders', 'firmLinks', 'council', 'books'],
    act: [
      'recordFeedback',
      'openOrder',
      'assignOrder',
      'workOrder',
      'standShift',
      'recordIncident',
      'putTopic',
      'enterMoney',
      'proposeWall',
    ],
  },
  supervisor: {
    read: ['doors', 'bins'],
    act: ['recordFeedback', 'openOrder', 'standShift', 'recordIncident'],
  },
  gridWorker: {
    read: [...ROSTER, 'feedback', 'reporter', 'orders', 'council'],
    act: [
      'recordFeedback',
      'editFeedback',
      'openOrder',
      'confirmOrder',
      'recordIncident',
      'recordVisit',
      'editRoster',
      'withdrawCare',
      'noteLook',
      'putTopic',
      'recordSurvey',
      'proposeWall',
    ],
  },
  floorLead: {
    read: ['doors', 'names', 'contact', 'visits', 'feedback', 'orders', 'council'],
    act: [
      'recordFeedback',
      'editFeedback',
      'openOrder',
      'confirmOrder',
      'recordVisit',
      'editRoster',
      'noteLook',
      'putTopic',
      'recordSurvey',
      'proposeWall',
    ],
  },
  owners: {
    read: ['doors', 'bins', 'feedback', 'orders', 'council', 'books', 'fees', 'surveys', 'wallDraft'],
    act: [
      'recordFeedback',
      'confirmOrder',
      'putTopic',
      'holdCouncil',
      'checkMoney',
      'recordSurvey',
      'proposeWall',
      'publish',
    ],
  },
  party: {
    read: ['doors', 'feedback', 'orders', 'council'],
    act: ['recordFeedback', 'putTopic', 'holdCouncil', 'recordSurvey', 'proposeWall'],
  },
}

/** Whether an appointment is in force on a day (`YYYY-MM-DD`, Asia/Shanghai). A claimed day gives no right: pass the server's. */
export function inForce(appointment: Appointment, day: string): boolean {
  return appointment.from <= day && (appointment.to === undefined || day <= appointment.to)
}

/** The parts one person may read on a device of this kind, sorted, without doubles. */
export function partsOf(
  person: PersonId,
  appointments: readonly Appointment[],
  compound: RecordId,
  device: DeviceKind,
  day: string,
): readonly Part[] {
  const parts = new Map<string, Part>()
  const add = (part: Part) => parts.set(partKey(part), part)
  for (const appointment of appointments) {
    if (!inForce(appointment, day)) continue
    add({ person })
    for (const group of EVERYBODY) add({ place: compound, group })
    for (const group of ROLES[appointment.role].read) {
      if (device === 'shared' && NOT_ON_SHARED.includes(group)) continue
      add({ place: group === 'council' ? compound : appointment.place, group })
    }
  }
  return [...parts.values()].sort(byKey)
}

/** The union of what several people may read: the scope of a device. */
export function unionOfParts(lists: readonly (readonly Part[])[]): readonly Part[] {
  const parts = new Map<string, Part>()
  for (const part of lists.flat()) parts.set(partKey(part), part)
  return [...parts.values()].sort(byKey)
}

function partKey(part: Part): string {
  return 'person' in part ? `person ${part.person}` : `${part.place} ${part.group}`
}

function byKey(a: Part, b: Part): number {
  const left = partKey(a)
  const right = partKey(b)
  return left < right ? -1 : left > right ? 1 : 0
}

/** Answers whether `place` is `above` or lies below it. The place tree gives one; it is handed in. */
export type Below = (place: RecordId, above: RecordId) => boolean

/** Whether one of the parts covers a scope. People named in a scope read it too, except on a shared device what it may not hold. */
export function mayRead(
  parts: readonly Part[],
  scope: Scope,
  below: Below,
  device: DeviceKind = 'own',
): boolean {
  if (device === 'shared' && NOT_ON_SHARED.includes(scope.group)) return false
  return parts.some((part) =>
    'person' in part
      ? scope.people.includes(part.person)
      : part.group === scope.group && below(scope.place, part.place),
  )
}

/** The places of a compound, as far as rights ask. */
export interface Ground {
  readonly below: Below
  /** Whether everybody of the compound reads this place: 大厅, 屋面, a building, a bin point; no floor and no dwelling. */
  isSite(place: RecordId): boolean
}

/**
 * Acts reach below the place of an appointment. Three only add words, and on one's own records they reach further: whoever
 * stands at a bin or in a stairwell hears of the whole compound, so a remark may be written down about any place of it,
 * an order may be opened also for the places that everybody shares, and what is answered to a survey names
 * no place but it. What others wrote is changed below one's place only.
 */
const OWN_REACH: Readonly<Partial<Record<Act, 'compound' | 'site'>>> = {
  recordFeedback: 'compound',
  openOrder: 'site',
  recordSurvey: 'compound',
}

/** There is one council for the compound: whoever may read it or have a say in it may, wherever the doors are that they look after. */
const WHOLE_REACH: readonly Act[] = ['putTopic']

/**
 * Whether somebody may do an act on a record as it stands; for a change both as it was and as it would be. One of their
 * appointments must have the act and reach the record's place.
 */
export function mayAct(
  actor: PersonId,
  appointments: readonly Appointment[],
  act: Act,
  record: { readonly place: RecordId; readonly author: PersonId },
  ground: Ground,
  day: string,
): boolean {
  const reach = record.author === actor ? OWN_REACH[act] : undefined
  const anywhere =
    WHOLE_REACH.includes(act) || reach === 'compound' || (reach === 'site' && ground.isSite(record.place))
  return appointments.some(
    (appointment) =>
      inForce(appointment, day) &&
      ROLES[appointment.role].act.includes(act) &&
      (anywhere || ground.below(record.place, appointment.place)),
  )
}
