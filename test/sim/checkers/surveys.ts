import { took } from '#domain/change.ts'
import type { Answer, Survey } from '#domain/survey/survey.ts'
import { figuresFor, reachOf } from '#domain/survey/surveyFigures.ts'
import type { Finding, History, ServerState } from '../history.ts'

/**
 * INV-22 (a survey): what a survey comes to is what was accepted less what was taken back: a sheet counts once, also when it
 * was sent twice or again after a restore, and one that was answered counts as one whatever it says of itself.
 */
export function surveys({ end }: History): readonly Finding[] {
  return [...end.servers.values()].flatMap((state) =>
    state.records.flatMap((record) => (record.kind === 'survey' ? figures(record as Survey, state) : [])),
  )
}

function figures(survey: Survey, { rows, records }: ServerState): readonly Finding[] {
  const back = new Set(
    rows.filter((row) => row.name === 'answer.withdraw' && took(row.outcome)).map((row) => row.record),
  )
  const sheets = rows.flatMap(({ name, record, outcome, body }) => {
    if (name !== 'answer.record' || outcome.is !== 'applied' || back.has(record)) return []
    const { args } = body as { args: Pick<Answer, 'survey' | 'asked'> & { count?: number } }
    if (args.survey !== survey.id) return []
    return [{ asked: args.asked, count: args.asked === 'answered' ? 1 : (args.count ?? 1) }]
  })
  const sum = (asked: Answer['asked']) =>
    sheets.filter((one) => one.asked === asked).reduce((all, one) => all + one.count, 0)
  const answers = records.filter(
    (one): one is Answer => one.kind === 'answer' && !one.voided && (one as Answer).survey === survey.id,
  )
  const reach = reachOf(answers)
  const findings: Finding[] = []
  for (const asked of ['answered', 'refused', 'nobody'] as const) {
    if (reach[asked] !== sum(asked))
      findings.push({
        is: 'miscounted',
        what: `${survey.id} ${asked}: ${reach[asked]}, accepted ${sum(asked)}`,
      })
  }
  for (const { ask } of survey.questions) {
    const marks = Object.values(figuresFor(answers, ask).by).reduce((total, one) => total + one, 0)
    if (marks > sum('answered'))
      findings.push({
        is: 'miscounted',
        what: `${survey.id} ${ask}: ${marks} marks of ${sum('answered')} sheets`,
      })
  }
  return findings
}
