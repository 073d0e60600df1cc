import { type PersonId, type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { planRoster } from '#domain/roster/plan.ts'
import { planImport, type RosterDiff } from '#domain/roster/diff.ts'
import type { RosterRecords } from '#domain/roster/known.ts'
import { gatherTable } from '#domain/roster/sheets.ts'
import { settingsId } from '#domain/settings.ts'
import { type RosterReply, type SetUp } from '#wire/office.ts'
import type { Intent } from '#server/records/act.ts'
import { enterFirst } from '#server/roster/bring.ts'
import { enteredBefore, rememberAttempt } from './attempts.ts'
import { enrolmentOf, enter, type Entered, isSetUp, type Office, today } from './office.ts'
import { hashPassphrase, isShort } from './passphrase.ts'

export type RosterRefusal = 'rosterEmpty' | 'rosterNoHeadings' | 'rosterUnread'

const WORDS = {
  empty: 'rosterEmpty',
  noHeadings: 'rosterNoHeadings',
  nothingUnderstood: 'rosterUnread',
} as const

/** What would be understood of a roster. Nothing is kept. */
export function previewRoster(rows: SetUp['rows']): Result<RosterReply, RosterRefusal> {
  const plan = planRoster(rows, 'preview' as TenantId)
  if (!plan.ok) return refused(WORDS[plan.refused])
  const { buildings, units, dwellings, vacant, residents, notUnderstood } = plan.value
  return ok({ buildings, units, dwellings, vacant, residents, notUnderstood })
}

/** The answer of the set-up again, for the browser that made it a moment ago and has not heard it. */
export function setUpBefore(office: Office, form: SetUp): Promise<Entered | undefined> {
  return enteredBefore(office, { what: 'setup', attempt: form.attempt })
}

/** Nothing is known of a compound that is being made. */
const NOTHING: RosterRecords = { places: [], residents: [], contacts: [], imports: [], parts: [] }

/**
 * Makes the compound and lets its first officer in. Whether the one-time code fits was asked before.
 * @throws when a change of a set-up is not taken: forms and plans are checked before, so that is a defect of ours.
 */
export async function setUp(
  office: Office,
  form: SetUp,
): Promise<Result<Entered, RosterRefusal | 'alreadySetUp' | 'passphraseShort'>> {
  if (await isSetUp(office.db)) return refused('alreadySetUp')
  if (isShort(form.officer.passphrase)) return refused('passphraseShort')
  const roster = readRoster(form.rows)
  if (!roster.ok) return roster
  const tenant = office.newId() as TenantId
  const officer = office.newId() as PersonId
  await found(office, tenant, form, { person: officer, name: form.officer.name }, roster.value)

  // The last thing: until this is written there is no compound, and the set-up can be done again.
  const at = office.now().toISOString()
  const place = compoundPlace(tenant)
  const passphrase = await hashPassphrase(form.officer.passphrase)
  const entering = { tenant, person: officer, kind: form.deviceKind } as const
  const entered = await office.db.transaction().execute(async (db) => {
    await db
      .insertInto('compounds')
      .values({ tenant, place, name: form.compound, made_at: at, community: null })
      .execute()
    await db
      .insertInto('persons')
      .values({ id: officer, tenant, name: form.officer.name, passphrase, made_at: at })
      .execute()
    const session = await enter(office, db, entering, { what: 'setUp', object: place })
    const attempt = { what: 'setup', attempt: form.attempt }
    await rememberAttempt(office, db, attempt, { ...entering, device: session.device })
    return session
  })
  return ok({
    token: entered.token,
    enrolment: await enrolmentOf(office, { ...entering, device: entered.device }),
  })
}

/** What a roster would enter into an empty compound; undefined where none was given. */
export function readRoster(rows: SetUp['rows']): Result<RosterDiff | undefined, RosterRefusal> {
  if (rows.length === 0) return ok(undefined)
  const roster = planImport(gatherTable(rows), NOTHING)
  return roster.ok ? roster : refused(WORDS[roster.refused])
}

/** What every compound begins with, whoever is its first officer. */
type Beginning = Pick<SetUp, 'compound' | 'points' | 'emergency'>

interface FirstOfficer {
  readonly person: PersonId
  readonly name: string
}

/**
 * Writes the log of a new compound: itself, its words and numbers, its bin points, its first officer and its roster.
 *
 * @throws when a change of it is not taken: forms and plans are checked before, so that is a defect of ours.
 */
export async function found(
  office: Office,
  tenant: TenantId,
  form: Beginning,
  officer: FirstOfficer,
  roster: RosterDiff | undefined,
): Promise<void> {
  const founded = await office.act(tenant, SERVER, founding(tenant, form, officer, today(office)))
  if (!founded.ok) throw new Error(`set-up: not taken: ${founded.refused}`)
  if (roster) await enterFirst(office, { tenant, person: officer.person }, roster)
}

function founding(tenant: TenantId, form: Beginning, officer: FirstOfficer, day: string): readonly Intent[] {
  const compound = compoundPlace(tenant)
  const points = form.points.map((point, index) => ({ ...point, key: `bin-${index + 1}`, order: index + 1 }))
  const pointId = (key: string): RecordId => placeId(tenant, key)
  const windows = points.flatMap(({ key, windows }) =>
    windows.map((one) => ({ point: pointId(key), ...one })),
  )
  return [
    intent(compound, 'place.enter', { what: 'compound', key: 'compound', label: form.compound, order: 0 }),
    intent(settingsId(tenant), 'settings.put', {
      place: compound,
      name: form.compound,
      windows,
      emergency: form.emergency,
    }),
    intent(memberId(officer.person), 'member.join', {
      place: compound,
      name: officer.name,
      appointments: [{ role: 'officer', place: compound, from: day }],
    }),
    ...points.map(({ key, label, order }) =>
      intent(pointId(key), 'place.enter', { what: 'binPoint', parent: compound, key, label, order }),
    ),
  ]
}

function intent(record: RecordId, name: string, args: unknown): Intent {
  return { record, name, v: 1, args }
}
