import type { SubjectFile } from '#queries/subjectFile.ts'
import { visitDay } from '#domain/doors/visit.ts'
import { dayOf } from '#domain/workingDays.ts'
import { ANOTHER_YEAR, type Formats } from '#ui/formats.ts'
import type { Words } from '#ui/words.ts'

/** What, as it is written, and since which day. */
export type SubjectRow = readonly [string, string, string]

interface Saying {
  readonly words: Pick<Words, 'subject' | 'household' | 'doors' | 'discretion' | 'feedback'>
  readonly formats: Pick<Formats, 'date'>
}

/** Everything of the file in words, from the person themselves outwards. */
export function subjectRows(file: SubjectFile, { words, formats }: Saying): readonly SubjectRow[] {
  const { row } = words.subject
  const { household, doors, discretion, feedback } = words
  const rows: SubjectRow[] = []
  const day = (at: string | undefined) =>
    at === undefined ? '' : formats.date(at.slice(0, 10), ANOTHER_YEAR)
  const add = (what: string, said: string | undefined, at?: string) => {
    if (said) rows.push([what, said, day(at)])
  }
  for (const one of file.residents) {
    const at = dayOf(one.receivedAt ?? one.at)
    add(row.name, one.name, at)
    add(row.age, one.ageBand && doors.home.age[one.ageBand], at)
    add(row.relation, one.relation && household.relation[one.relation], at)
    add(row.residency, one.residency && household.residency[one.residency], at)
    add(row.owner, one.owner && household.owner[one.owner], at)
    add(row.movedIn, one.movedIn && day(one.movedIn), at)
    add(row.movedOut, one.movedOut && day(one.movedOut), at)
    for (const { value, at: when } of one.proposals ?? []) add(row.proposal, textOf(value), dayOf(when))
  }
  for (const { phone, kin, proposals = [], ...one } of file.contacts) {
    const at = dayOf(one.receivedAt ?? one.at)
    add(row.phone, phone, at)
    add(row.kin, kin && [kin.relation, kin.name, kin.phone].filter(Boolean).join(' '), at)
    for (const { value, at: when } of proposals) add(row.proposal, textOf(value), dayOf(when))
  }
  for (const { care, reasons } of file.care) {
    const consents = new Map([care, reasons].map((one) => [JSON.stringify(one?.consent), one]))
    for (const one of consents.values()) {
      const given = one?.consent
      if (given)
        add(
          row.consent,
          household.care.agreed(
            household.care.basis[given.basis],
            day(given.at),
            household.care.how[given.how],
          ),
          given.at,
        )
      add(row.consentOver, one?.withdrawnAt && day(one.withdrawnAt), one?.withdrawnAt)
    }
    add(row.tags, care?.tags.map((one) => household.care.tags[one]).join('、'), care?.consent?.at)
    add(row.needs, care?.needs.map((one) => doors.needs[one]).join('、'), care?.consent?.at)
    add(row.reasons, reasons?.tags.map((one) => household.care.reasons[one]).join('、'), reasons?.consent?.at)
  }
  for (const one of file.visits) {
    const said = [doors.outcome[one.outcome], one.note, ...(one.answers ?? []).map((answer) => answer.said)]
    add(row.visit, said.filter(Boolean).join('。'), visitDay(one))
  }
  for (const { feedback: said, reporter } of file.remarks) {
    const kind = feedback.capture.categories[said.category]
    add(row.remark, [kind, said.text].filter(Boolean).join('：'), dayOf(said.heardAt))
    add(row.reporter, [reporter.displayName, reporter.phone].filter(Boolean).join(' '), dayOf(said.heardAt))
  }
  for (const one of file.orders)
    add(row.order, [one.text, feedback.status[one.status]].filter(Boolean).join('・'), dayOf(one.at))
  for (const one of file.looks)
    add(row.look, [discretion.what[one.what], discretion.why[one.why]].join('・'), dayOf(one.at))
  for (const { of, fields } of file.imports)
    add(row.import, words.subject.fromRoster(of.file, fields), dayOf(of.at))
  return rows
}

/** One line for each, to be read in anything that shows text. */
export function subjectText(title: readonly string[], rows: readonly SubjectRow[]): string {
  const lines = rows.map(([what, said, since]) => `${what}：${said}${since && `（${since}）`}`)
  return [...title, '', ...lines, ''].join('\r\n')
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === null ? '—' : JSON.stringify(value)
}
