import type { RecordId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { RosterImport } from '#domain/roster/import.ts'
import { planUndo } from '#domain/roster/undo.ts'
import type { Office } from '#server/people/office.ts'
import type { Officer } from '#server/people/office.ts'
import { SERVER_CHANGES } from '#server/records/act.ts'
import type { UndoReply } from '#wire/roster.ts'
import { done, EVERY_KIND, recordsOf } from './bring.ts'

/** Takes an import back as far as nobody has touched it since. Cut off, or asked again, it goes on with what is still free. */
export function takeRosterBack(
  office: Office,
  { tenant, person }: Officer,
  form: { readonly import: string },
): Promise<Result<UndoReply, 'notFound' | 'notAllowed'>> {
  return office.alone(`roster ${tenant}`, async () => {
    const records = await recordsOf(office, tenant, EVERY_KIND)
    const of = records.get(form.import as RecordId)
    if (of?.kind !== 'import') return refused('notFound')
    const { changes, left } = planUndo(of as RosterImport, records.everything())
    for (let from = 0; from < changes.length; from += SERVER_CHANGES) {
      const portion = changes.slice(from, from + SERVER_CHANGES)
      if (!(await done(office, tenant, person, portion))) return refused('notAllowed')
    }
    const takeBack = { record: of.id, name: 'import.takeBack', v: 1, args: { left: left.length } }
    if (!(await done(office, tenant, person, [takeBack]))) return refused('notAllowed')
    return ok({ undone: changes.length, left })
  })
}
