import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Member } from '#domain/member.ts'
import type { Place } from '#domain/places.ts'
import type { Publication } from '#domain/wall/publication.ts'
import type { Recorded } from '#domain/record.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Role } from '#domain/roles.ts'

/*
 * Who may read what, in this world's own words: written apart from `domain/rights`, so that a mistake there is seen here.
 */

type Drawer =
  | 'everybody' // buildings, bin points, colleagues, the compound's words, money in sums, the wall
  | 'doors'
  | 'bins'
  | 'visits'
  | 'names'
  | 'phones'
  | 'care'
  | 'reasons'
  | 'remarks'
  | 'quietly' // what is to be settled quietly, and its order
  | 'sayers'
  | 'orders'
  | 'council'
  | 'books'
  | 'fees'
  | 'answers' // what residents think
  | 'proposals' // pages that nobody looked over yet
  | 'desk' // what waits for a decision
  | 'deskPersonal'
  | 'looks' // who opened what names people

const OPENS: Readonly<Record<Role, string>> = {
  officer:
    'doors bins visits names phones care reasons remarks quietly sayers orders desk deskPersonal looks council books fees answers proposals',
  manager: 'doors bins remarks orders council books fees answers proposals',
  steward: 'doors bins remarks orders council books',
  supervisor: 'doors bins',
  gridWorker: 'doors visits names phones care remarks quietly sayers orders council',
  floorLead: 'doors visits names phones remarks orders council',
  owners: 'doors bins remarks orders council books fees answers proposals',
  party: 'doors remarks orders council',
  partyCommittee: 'doors remarks orders council',
  partyGroup: 'doors remarks orders council',
  partyMember: 'council',
  overseer: '',
  residents: 'doors remarks orders council',
  gridOfficer: 'doors bins visits names phones care reasons remarks quietly sayers orders council',
}

const NEVER_SHARED: readonly Drawer[] = [
  'names',
  'phones',
  'care',
  'reasons',
  'quietly',
  'sayers',
  'deskPersonal',
  'looks',
  'books',
  'fees',
  'answers',
  'proposals',
]
/** Of those that everybody reads on their own device. */
const NEVER_SHARED_KINDS = ['works', 'accountYear', 'budgetLine']

/** Kinds whose text is personal, or for the inside; what waits of them is too. */
const PERSONAL = new Set(
  (
    'feedback incident reporter order visit resident contact care reasons look ' +
    'meeting agendaItem resolution topic answer accountLine accountCheck feeRate publication'
  ).split(' '),
)

const OPEN = [
  'place',
  'member',
  'crew',
  'settings',
  'binPoint',
  'wasteRule',
  'recording',
  'campaign',
  'shift',
  'haul',
  'duty',
  'lookup',
  'held',
  'survey',
  'formMap',
  ...NEVER_SHARED_KINDS,
]

export interface Reader {
  readonly people: readonly PersonId[]
  readonly kind: DeviceKind
  /** Receives nothing: stopped by the office, or not known to a database that was put back. */
  readonly out: boolean
}

/** What a server knows at a moment, as far as rights ask. */
export interface Ground {
  readonly record: (id: RecordId) => Recorded | undefined
  readonly compound: RecordId
  /** The server's day in Shanghai. */
  readonly day: string
}

/** Whether a reader may have a record now. Undefined for a kind that nobody in this world can judge. */
export function mayHave(reader: Reader, record: Recorded, ground: Ground): boolean | undefined {
  // Where somebody was erased there is nothing to read.
  if (record.kind === 'tombstone') return false
  const drawer = drawerOf(record)
  if (drawer === undefined) return undefined
  if (reader.out) return false
  if (reader.kind === 'shared' && (NEVER_SHARED.includes(drawer) || NEVER_SHARED_KINDS.includes(record.kind)))
    return false
  const at = homeOf(record, ground)
  return reader.people.some((person) => {
    const roles = rolesOf(person, ground)
    if (roles.length === 0) return false
    if (drawer === 'everybody' || namesThem(record, person)) return true
    return roles.some(
      ({ role, place }) =>
        OPENS[role].split(' ').includes(drawer) &&
        // There is one council for the compound, whichever doors one looks after.
        (drawer === 'council' || liesBelow(at, place, ground)),
    )
  })
}

function rolesOf(person: PersonId, { record, day }: Ground): Member['appointments'] {
  const member = record(person as string as RecordId) as Member | undefined
  if (member?.kind !== 'member' || member.endedAt !== undefined) return []
  return member.appointments.filter(({ from, to }) => from <= day && (to === undefined || to >= day))
}

function drawerOf(record: Recorded): Drawer | undefined {
  switch (record.kind) {
    case 'place': {
      const { what } = record as Place
      return what === 'floor' || what === 'dwelling' ? 'doors' : 'everybody'
    }
    case 'member':
    case 'crew':
    case 'settings':
    case 'binPoint':
    case 'wasteRule':
    case 'recording':
    case 'campaign':
    case 'survey':
    case 'formMap':
    case 'works':
    case 'accountYear':
    case 'budgetLine':
      return 'everybody'
    case 'publication':
      return (record as Publication).versions.length > 0 ? 'everybody' : 'proposals'
    case 'meeting':
    case 'agendaItem':
    case 'resolution':
    case 'topic':
      return 'council'
    case 'accountLine':
    case 'accountCheck':
      return 'books'
    case 'feeRate':
      return 'fees'
    case 'answer':
      return 'answers'
    case 'shift':
    case 'incident':
    case 'haul':
    case 'duty':
    case 'lookup':
    case 'notice': // the kind that newer builds of this world know
      return 'bins'
    case 'visit':
      return 'visits'
    case 'resident':
      return 'names'
    case 'contact':
      return 'phones'
    case 'care':
      return 'care'
    case 'reasons':
      return 'reasons'
    case 'look':
    case 'exportRequest':
      return 'looks'
    case 'feedback':
      return (record as Feedback).quiet ? 'quietly' : 'remarks'
    case 'reporter':
      return 'sayers'
    case 'order':
      if ((record as Order).quiet) return 'quietly'
      // What a round at the bins found.
      return 'sheet' in record ? 'bins' : 'orders'
    case 'held': {
      const { change, personal } = record as Recorded & { change: { name: string }; personal: boolean }
      const kind = change.name.split('.')[0] ?? ''
      // What a server does not know counts as personal; it may know it later.
      if (!OPEN.includes(kind) && !PERSONAL.has(kind)) return personal ? 'deskPersonal' : 'desk'
      return OPEN.includes(kind) ? 'desk' : 'deskPersonal'
    }
    default:
      return undefined
  }
}

/** Authors read their own, and who has it in hand reads it while it is open. */
function namesThem(record: Recorded, person: PersonId): boolean {
  const one = record as Recorded & {
    assignee?: PersonId
    person?: PersonId
    status?: string
    sharedWith?: PersonId
    agreed?: boolean
  }
  switch (record.kind) {
    case 'shift':
    case 'incident':
    case 'haul':
    case 'lookup':
    case 'notice':
    case 'visit':
    case 'look':
    case 'exportRequest':
    case 'held':
    case 'meeting':
    case 'agendaItem':
    case 'topic':
    case 'feeRate':
    case 'answer':
    case 'publication':
      return record.author === person
    case 'duty':
      return one.person === person
    case 'feedback':
    case 'resolution':
      return record.author === person || one.assignee === person
    case 'order':
      return record.author === person || (one.assignee === person && one.status !== 'done')
    case 'reporter':
      return record.author === person || (one.agreed === true && one.sharedWith === person)
    default:
      return false
  }
}

/** A part lies where its head lies. */
function homeOf(record: Recorded, { record: find }: Ground): RecordId {
  const part = record as Recorded & { resident?: RecordId; feedback?: RecordId }
  if (record.kind === 'place') return record.id
  const head =
    record.kind === 'reporter'
      ? part.feedback
      : record.kind === 'contact' || record.kind === 'care' || record.kind === 'reasons'
        ? part.resident
        : undefined
  return (head === undefined ? undefined : find(head)?.place) ?? record.place
}

function liesBelow(place: RecordId, above: RecordId, { record }: Ground): boolean {
  let at: RecordId | undefined = place
  for (let steps = 0; at !== undefined && steps < 12; steps += 1) {
    if (at === above) return true
    at = (record(at) as Place | undefined)?.parent
  }
  return false
}
