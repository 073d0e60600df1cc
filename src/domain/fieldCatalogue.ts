import type { Group } from './roles.ts'

/*
 * What is kept of people, field by field: for what, on what ground, who reads it, how it is masked and when it goes. A test holds
 * it against the schema: a field without a line here, or a line without a field, fails the build. Who a group is stands in
 * `roles.ts`.
 */

/** What it is kept for. */
export type Purpose =
  | 'homes' // to know whose door it is and whom to warn in a fire, a flood, a power cut
  | 'calls' // to reach a resident or their family when it matters
  | 'care' // to look after who agreed to be looked after
  | 'doors' // to know where somebody was reached and what they asked for
  | 'matters' // to get done what was remarked, and to tell who asked
  | 'bins' // to keep the bins and the rota
  | 'council' // to decide together and to show how it was decided
  | 'money' // to show what came in and what was spent
  | 'wall' // to tell everybody
  | 'work' // to run the compound: places, words, the team
  | 'trust' // to let in who may come in, and to show who looked at what

/** The ground in the law (个人信息保护法 §13): a duty or task of the community, or the person's own consent. */
export type Basis = 'duty' | 'consent'

/** What a field says of a person, which decides how it is masked. */
export type Says =
  | 'nothing' // of no person
  | 'who' // which of the team did it
  | 'person' // of a resident: on no shared tablet, on no page of the wall; a phone is shown by its ends until it is asked for
  | 'care' // how a resident is: besides, on no list and in no table unless it is asked for, in a group of its own
  | 'words' // in somebody's own words, that may name a person: looked through before they are shown to everybody
  | 'picture' // a photo or a voice: blurred before it is shown to everybody
  | 'secret' // proves who somebody is: kept as a digest or sealed, shown to nobody

/** When it goes. */
export type Keep =
  | 'whileLivingHere' // until some time after they moved out
  | 'consent' // until the consent is taken back
  | 'afterClosing' // who said it goes some time after a matter is closed; its photos earlier
  | 'looks' // some time after it was written
  | 'entries' // some time after it was used or ran out, or its device was emptied
  | 'compound' // as long as the compound is kept here: it names no resident

interface Row {
  readonly for: Purpose
  readonly basis: Basis
  readonly read: readonly Group[]
  readonly keep: Keep
  /** Fields by what they say, names apart by a space. */
  readonly says: Readonly<Partial<Record<Says, string>>>
}

/** What every record carries (`record.ts`). What met another value is kept with its field and masked as that is. */
export const OF_EVERY_RECORD: Row['says'] = {
  nothing: 'id kind v place at receivedAt no lapsed won cut',
  who: 'author',
  words: 'voided lost proposals',
}

const duty = (use: Purpose, read: readonly Group[], keep: Keep, says: Row['says']): Row => ({
  for: use,
  basis: 'duty',
  read,
  keep,
  says,
})
const agreed = (use: Purpose, read: readonly Group[], says: Row['says']): Row => ({
  for: use,
  basis: 'consent',
  read,
  keep: 'consent',
  says,
})
const compound = (use: Purpose, read: readonly Group[], says: Row['says']): Row =>
  duty(use, read, 'compound', says)
const matter = (use: Purpose, read: readonly Group[], says: Row['says']): Row =>
  duty(use, read, 'afterClosing', says)

/** Records, by kind. */
export const FIELDS: Readonly<Record<string, Row>> = {
  resident: duty('homes', ['names'], 'whileLivingHere', {
    person: 'name ageBand relation residency owner movedIn movedOut keys',
    nothing: 'mergedInto',
  }),
  contact: duty('calls', ['contact'], 'whileLivingHere', { person: 'phone kin', nothing: 'resident' }),
  care: agreed('care', ['care'], { care: 'tags needs consent withdrawnAt', nothing: 'resident' }),
  reasons: agreed('care', ['reasons'], { care: 'tags consent withdrawnAt', nothing: 'resident' }),
  visit: duty('doors', ['visits'], 'whileLivingHere', {
    words: 'note answers',
    nothing: 'outcome rosterConfirmed campaign retryAt quietUntil topics on',
  }),
  reporter: duty('matters', ['reporter'], 'afterClosing', {
    person: 'displayName phone agreed',
    who: 'sharedWith',
    nothing: 'feedback',
  }),
  feedback: matter('matters', ['feedback', 'sensitive'], {
    words: 'text followUps',
    picture: 'photos voice',
    who: 'assignee told called typed',
    nothing:
      'category urgency channel affected heardAt danger disposition duplicateOf outside name visit quiet',
  }),
  order: matter('matters', ['orders', 'bins', 'sensitive'], {
    words: 'text events materials',
    who: 'assignee',
    nothing:
      'from category urgency track firstReceiver before status after heardReceivedAt sheet closedAt area payer costCents mergedInto outside vendor team quiet',
  }),
  firmLink: matter('matters', ['firmLinks'], { nothing: 'order given vendor', secret: 'code' }),
  firmWord: matter('matters', ['orders'], { words: 'text', nothing: 'order link vendor says hindrance' }),
  topic: matter('council', ['council'], {
    words: 'question options opinions evidence wishes background resolved reopened',
    nothing: 'wanted',
  }),
  meeting: compound('council', ['council'], {
    person: 'expected present guests',
    who: 'chair secretary',
    words: 'placeText circle signed ends',
    nothing: 'meetingKind day time',
  }),
  agendaItem: compound('council', ['council'], {
    words: 'title question background decision ruling discussion off',
    nothing: 'meeting from listed order category danger counted otherCount shared',
  }),
  resolution: compound('council', ['council'], {
    words: 'text steps',
    who: 'assignee',
    nothing: 'meeting item state due whose',
  }),
  councilMark: compound('council', ['council'], { nothing: 'matter marked' }),
  works: compound('money', ['money'], {
    words: 'label voices need',
    nothing:
      'quotes approvals milestones acceptances before after budget fund vendor cancelled cost warrantyUntil',
  }),
  accountLine: compound('money', ['books'], {
    words: 'label note',
    picture: 'photos',
    nothing: 'month direction subject cents fund works touched voucher',
  }),
  accountYear: compound('money', ['money'], { nothing: 'year stage rate commonIncome maintenance service' }),
  budgetLine: compound('money', ['money'], { nothing: 'year fund direction subject cents' }),
  accountCheck: compound('money', ['books'], { words: 'note', nothing: 'month seen income spent' }),
  feeRate: compound('money', ['fees'], { nothing: 'month payable paid arrearsPaid arrearsPayable' }),
  survey: compound('council', ['team'], {
    words: 'title questions',
    nothing: 'picked from until ended byResidents',
  }),
  // Of nobody: who answered is not asked.
  answer: compound('council', ['surveys'], {
    words: 'wish',
    nothing: 'survey channel day asked count given',
  }),
  publication: compound('wall', ['wall', 'wallDraft'], {
    words: 'proposed versions',
    nothing: 'section about period why joined declined',
  }),
  shift: compound('bins', ['bins'], {
    words: 'note findings leaving corrections',
    who: 'correctedBy closedBy',
    picture: 'checks',
    nothing: 'day window items minutes taps fills bags closedAt endFills',
  }),
  incident: matter('bins', ['bins'], {
    words: 'text steps',
    picture: 'photos',
    nothing: 'type action shift stream',
  }),
  duty: compound('bins', ['bins'], { who: 'person handed', nothing: 'when window' }),
  haul: compound('bins', ['bins'], { nothing: 'stream amount unit mixed shift hauledAt' }),
  binPoint: compound('bins', ['site'], { nothing: 'bins haulier' }),
  wasteRule: compound('bins', ['settings'], {
    words: 'reason',
    nothing: 'label item means since before waste',
  }),
  lookup: compound('bins', ['bins'], { nothing: 'word settled' }),
  recording: compound('bins', ['settings'], { picture: 'sound', nothing: 'card dialect' }),
  place: compound('work', ['site', 'doors'], {
    nothing: 'what key label order parent use spans gone former',
  }),
  settings: compound('work', ['settings'], {
    nothing:
      'name windows checklist freshness phoneDays commonest ownDays kgPerLitre weighed dueU1 dueU2 dueU3 dueU4 dueReopened dueFixNow dueActSoon dueVisiblePlan duty regulation leaving deadlines called',
    // Whom to call in an emergency: people of the team and of the street, by their own wish.
    // Whom residents ask stands on the notice on the wall.
    who: 'emergency answers',
  }),
  member: compound('trust', ['team'], { who: 'name appointments endedAt former' }),
  crew: compound('work', ['team'], { who: 'people', nothing: 'team name' }),
  campaign: compound('doors', ['team'], {
    words: 'title questions',
    who: 'people',
    nothing: 'purpose where doors from until ended',
  }),
  formMap: compound('work', ['settings'], { nothing: 'title list by columns' }),
  look: duty('trust', ['looks'], 'looks', { words: 'note', nothing: 'what why count homes request' }),
  exportRequest: duty('trust', ['looks'], 'looks', {
    words: 'note',
    who: 'decided',
    nothing: 'why homes list care',
  }),
  import: compound('homes', ['imports'], { nothing: 'file counts columns state made left' }),
  // The value that an import replaced stands in it: a name or a phone.
  importPart: duty('homes', ['imports'], 'whileLivingHere', { person: 'did', nothing: 'of n' }),
  held: compound('work', ['held', 'heldPersonal'], {
    words: 'body decided',
    nothing: 'change personal device why status instead',
  }),
  rescue: compound('work', ['held'], { nothing: 'device count writtenAt' }),
}

/**
 * Columns of the server's tables. `json` and `body` hold what stands above, field by field; all else a table says of a person
 * is said here. Tables that are not named hold no person: only counts, ids and hashes.
 */
export const COLUMNS: Readonly<Record<string, { readonly keep: Keep; readonly says: Row['says'] }>> = {
  log: {
    keep: 'compound',
    says: {
      words: 'body outcome',
      who: 'actor device',
      nothing: 'tenant seq epoch change record name v act received_at waits no first before',
    },
  },
  records: {
    keep: 'compound',
    says: { words: 'json', who: 'people', nothing: 'tenant id kind place grp seq' },
  },
  persons: { keep: 'compound', says: { who: 'id name', secret: 'passphrase', nothing: 'tenant made_at' } },
  communities: { keep: 'compound', says: { nothing: 'id name made_at' } },
  devices: {
    keep: 'compound',
    says: {
      who: 'copy_seen_by',
      nothing:
        'id tenant kind name enrolled_at last_contact unsent revoked_at key keyed_at visit copied_at copy_seen_at wiped_at',
    },
  },
  device_people: { keep: 'compound', says: { who: 'person', nothing: 'device' } },
  // Of a device that was stopped: after it said that it is empty. Till then it is let in, to send what it has not sent.
  sessions: { keep: 'entries', says: { who: 'person', secret: 'hash', nothing: 'device opened_at' } },
  // That of somebody of the level above says whose compounds they are shown: it stays until their appointment is over.
  invitations: {
    keep: 'entries',
    says: {
      who: 'name person invited_by',
      secret: 'code_hash secret_hash let_in',
      nothing: 'id tenant role place from_day to_day device_kind made_at expires_at used_at withdrawn_at',
    },
  },
  knocks: {
    keep: 'entries',
    says: { secret: 'hash digits', nothing: 'invitation device_kind made_at declined_at' },
  },
  attempts: { keep: 'entries', says: { who: 'person', secret: 'hash', nothing: 'device made_at' } },
  // As a session goes; as long as people use a device they need it, and so does the office, to know till when a lost one opens.
  vault_shares: {
    keep: 'entries',
    says: { who: 'person', secret: 'share proof', nothing: 'device set_at lent_until wrong wrong_at' },
  },
  audit: { keep: 'looks', says: { who: 'actor device', nothing: 'tenant n at what object prev hash' } },
}

/** The names in a list, and what each says. */
export function saidBy(says: Row['says']): ReadonlyMap<string, Says> {
  return new Map(
    Object.entries(says).flatMap(([what, names]) =>
      names.split(' ').map((name) => [name, what as Says] as const),
    ),
  )
}
