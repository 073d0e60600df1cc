/** Who may read and do what is one table, and is read at one glance or not at all. */

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
  | 'sensitive' // what somebody asked to have settled quietly: quarrels, mediation; and its order
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
  | 'looks' // who opened what names people, printed, copied or took away anything, and why

export type Role =
  | 'officer' // 社区工作人员: the 总网格
  | 'manager' // 物业经理
  | 'steward' // 红色微管家
  | 'supervisor' // 桶边督导员
  | 'gridOfficer' // 专职网格员, of an 一般网格
  | 'gridWorker' // 微网格员, 楼栋长
  | 'floorLead' // 单元长, 楼层长
  | 'owners' // 业委会
  | 'residents' // 居委会
  | 'overseer' // 街道, the level above: counts on one page, and no record at all
  | 'partyCommittee' // 社区党委
  | 'party' // 网格党支部
  | 'partyGroup' // 微网格党小组
  | 'partyMember' // 党员

export type Act =
  | 'setUp' // settings, places, people: the office, online
  | 'keepBins' // what stands at a bin point, the rota, the compound's own answers to which bin
  | 'enterRoster'
  | 'editRoster'
  | 'editCare'
  | 'withdrawCare' // taking a consent back is as easy as giving it: whoever hears it at the door
  | 'planVisits' // who goes round, to ask what, until when
  | 'noteLook' // that one opened, printed or took away what names people
  | 'takePaper' // that one printed, saved or copied what names no resident
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

interface RoleRights {
  /** Read below the appointment's place. */
  readonly read: readonly Group[]
  /** Done on records below the appointment's place; see `OWN_REACH` for what goes beyond. */
  readonly act: readonly Act[]
  /** Not of the compound: reads nothing of what everybody reads. */
  readonly outside?: true
}

/** Everybody of the compound reads these, wherever their appointment is: words, buildings, colleagues, money, the wall. */
export const EVERYBODY: readonly Group[] = ['settings', 'site', 'team', 'money', 'wall']

const ROSTER: readonly Group[] = ['doors', 'names', 'contact', 'care', 'visits']

/** What is done at the doors of a grid, by whoever looks after it. */
const GRID: readonly Act[] = [
  'takePaper',
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
]

/** A body that takes part, and works on nothing itself: 居委会, and the party down to its groups. */
const BODY: RoleRights = {
  read: ['doors', 'feedback', 'orders', 'council'],
  act: ['takePaper', 'recordFeedback', 'putTopic', 'holdCouncil', 'recordSurvey', 'proposeWall'],
}

/** The one table of rights. Devices hide by it, the server enforces it. */
export const ROLES: Readonly<Record<Role, RoleRights>> = {
  officer: {
    read: [
      ...ROSTER,
      'reasons',
      'bins',
      'feedback',
      'sensitive',
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
      'takePaper',
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
      'takePaper',
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
      'takePaper',
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
    act: ['takePaper', 'recordFeedback', 'openOrder', 'standShift', 'recordIncident'],
  },
  gridWorker: {
    read: [...ROSTER, 'feedback', 'sensitive', 'reporter', 'orders', 'council'],
    act: GRID,
  },
  floorLead: {
    read: ['doors', 'names', 'contact', 'visits', 'feedback', 'orders', 'council'],
    act: [
      'takePaper',
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
      'takePaper',
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
  gridOfficer: {
    read: [...ROSTER, 'reasons', 'bins', 'feedback', 'sensitive', 'reporter', 'orders', 'council'],
    act: [...GRID, 'editCare', 'holdCouncil'],
  },
  residents: BODY,
  overseer: { read: [], act: [], outside: true },
  partyCommittee: BODY,
  party: BODY,
  partyGroup: BODY,
  partyMember: { read: ['council'], act: ['takePaper', 'recordFeedback', 'putTopic'] },
}
