import { KINDS, upgraded } from '#domain/catalogue.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { compoundPlace, type Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { planImport, type RosterDiff } from '#domain/roster/diff.ts'
import { type ImportPart, importPartId, type RosterImport } from '#domain/roster/import.ts'
import type { RosterRecords } from '#domain/roster/known.ts'
import { type ImportStep, intentsOf } from '#domain/roster/intents.ts'
import type { DiffChoices } from '#domain/roster/diffRow.ts'
import { gatherTable } from '#domain/roster/sheets.ts'
import type { RosterRefusal } from '#domain/roster/town.ts'
import { TOMBSTONE } from '#domain/tombstone.ts'
import type { Office } from '#server/people/office.ts'
import { today } from '#server/people/office.ts'
import type { Officer } from '#server/people/office.ts'
import { type Intent, SERVER_CHANGES } from '#server/records/act.ts'
import type { BringRoster, ImportReply } from '#wire/roster.ts'

type Refusal =
  | 'rosterEmpty'
  | 'rosterNoHeadings'
  | 'rosterUnread'
  | 'changedMeanwhile'
  | 'badRequest'
  | 'notAllowed'

const WORDS: Readonly<Record<RosterRefusal, Refusal>> = {
  empty: 'rosterEmpty',
  noHeadings: 'rosterNoHeadings',
  nothingUnderstood: 'rosterUnread',
}

/** Each portion says itself what it did. */
const PORTION = SERVER_CHANGES - 1

/**
 * Brings in a roster to whose preview an officer agreed. The server holds it against its own records; where anything is
 * another than what was agreed to, nothing is done. In portions, so that other requests come in between: each stands or
 * falls as a whole and carries the part that says what it did.
 */
export function bringRoster(
  office: Office,
  { tenant, person }: Officer,
  form: BringRoster,
): Promise<Result<ImportReply, Refusal>> {
  return office.alone(`roster ${tenant}`, async () => {
    const records = await recordsOf(office, tenant)
    const of = form.import as RecordId
    // Of any kind: under the id of another record nothing could be begun.
    const before = (await office.log.transact(tenant, (tx) => tx.record(of)))?.record
    if (before && before.kind !== 'import') return refused('badRequest')
    const begun = before as RosterImport | undefined
    // Whoever has not heard the answer asks again.
    if (begun?.state === 'done') return ok({ import: of, counts: begun.counts, made: begun.made ?? 0 })
    if (begun?.state === 'undone') return refused('changedMeanwhile')

    const diff = planImport(gatherTable(form.rows), records)
    if (!diff.ok) return refused(WORDS[diff.refused])
    if (diff.value.digest !== form.digest) return refused('changedMeanwhile')
    const choices: DiffChoices = Object.fromEntries(form.answers.map(({ row, is }) => [row, is]))
    // Who was erased is not brought back by a list that still has them; an officer may enter them by hand.
    const erased = await tombstonesOf(office, tenant)
    const steps = intentsOf(diff.value, choices, { tenant, day: today(office) }).filter(
      ({ change }) => !erased.has(change.record),
    )
    return entered(office, { tenant, person }, { form, diff: diff.value, steps, begun, records })
  })
}

interface Entering {
  readonly form: Pick<BringRoster, 'import' | 'file' | 'columns'>
  readonly diff: RosterDiff
  readonly steps: readonly ImportStep[]
  /** It was cut off, and goes on. */
  readonly begun: RosterImport | undefined
  readonly records: Pick<RosterRecords, 'parts'>
}

/**
 * The first roster of a compound that is being made, entered as every later one: what it gave is known afterwards, and a
 * value that somebody writes by hand is told from it.
 * @throws when it is not taken: the officer was made a moment ago
 */
export async function enterFirst(office: Office, by: Officer, town: RosterDiff): Promise<void> {
  const steps = intentsOf(town, {}, { tenant: by.tenant, day: today(office) })
  const form = { import: office.newId(), file: '' }
  const done = await entered(office, by, {
    form,
    diff: town,
    steps,
    begun: undefined,
    records: { parts: [] },
  })
  if (!done.ok) throw new Error(`set-up: not taken: ${done.refused}`)
}

async function entered(
  office: Office,
  { tenant, person }: Officer,
  { form, diff, steps, begun, records }: Entering,
): Promise<Result<ImportReply, Refusal>> {
  const of = form.import as RecordId
  const place = compoundPlace(tenant)
  const at = begun?.at ?? office.now().toISOString()
  const intent = (record: RecordId, name: string, args: unknown): Intent => ({ record, name, v: 1, args, at })
  const did = [...records.parts].filter((part) => part.of === of)
  const counts = begun?.counts ?? diff.counts

  const begin = intent(of, 'import.begin', {
    place,
    file: form.file,
    counts,
    ...(form.columns && { columns: form.columns }),
  })
  if (!(await done(office, tenant, person, [begin]))) return refused('notAllowed')
  let n = did.reduce((most, part) => Math.max(most, part.n), 0)
  for (let from = 0; from < steps.length; from += PORTION) {
    const portion = steps.slice(from, from + PORTION)
    n += 1
    const part = intent(importPartId(of, n), 'importPart.note', {
      place,
      of,
      n,
      did: portion.map((one) => one.did),
    })
    const changes = [...portion.map(({ change }) => ({ ...change, at })), part]
    if (!(await done(office, tenant, person, changes))) return refused('notAllowed')
  }
  const made = did.reduce((sum, part) => sum + part.did.length, steps.length)
  if (!(await done(office, tenant, person, [intent(of, 'import.finish', { made })])))
    return refused('notAllowed')
  return ok({ import: of, counts, made })
}

/**
 * False: the officer may not any more.
 * @throws when a change is not taken for another reason: it was planned on the records as they are, so that is a defect of ours.
 */
export async function done(
  office: Office,
  tenant: TenantId,
  person: PersonId,
  intents: readonly Intent[],
): Promise<boolean> {
  const answer = await office.act(tenant, person, intents)
  if (!answer.ok && answer.refused !== 'notAllowed') throw new Error(`roster: not taken: ${answer.refused}`)
  return answer.ok
}

interface Read extends RosterRecords {
  get(id: RecordId): Recorded | undefined
  everything(): readonly Recorded[]
}

/** The records of a compound in one snapshot: what a roster is held against, or of every kind there is. */
export async function recordsOf(
  office: Pick<Office, 'log'>,
  tenant: TenantId,
  kinds: Iterable<string> = ['place', 'resident', 'contact', 'import', 'importPart'],
): Promise<Read> {
  const byKind = new Map<string, readonly Recorded[]>()
  await office.log.transact(tenant, async (tx) => {
    for (const kind of kinds) byKind.set(kind, (await tx.recordsOf(kind)).map(upgraded))
  })
  const all = [...byKind.values()].flat()
  const of = <R extends Recorded>(kind: string) => (byKind.get(kind) ?? []) as unknown as readonly R[]
  return {
    get: (id) => all.find((one) => one.id === id),
    everything: () => all,
    places: of<Place>('place'),
    residents: of<Resident>('resident'),
    contacts: of<Contact>('contact'),
    imports: of<RosterImport>('import'),
    parts: of<ImportPart>('importPart'),
  }
}

async function tombstonesOf({ log }: Pick<Office, 'log'>, tenant: TenantId): Promise<ReadonlySet<RecordId>> {
  const all = await log.transact(tenant, (tx) => tx.recordsOf(TOMBSTONE))
  return new Set(all.map(({ id }) => id))
}

export const EVERY_KIND: readonly string[] = [...KINDS.keys()]
