import type { Survey } from '#domain/survey/survey.ts'
import { type SurveyView, surveyView } from '#queries/survey.ts'
import { column, exportTable } from './table.ts'

interface AskedRow {
  readonly asked: SurveyView
  readonly ask: SurveyView['asks'][number]
}

const open = column('open')
const inside = column('inside')

/** 满意度: each question of a survey with what was answered to it; nobody's answer is a row of its own. */
export const surveys = exportTable<AskedRow>(
  'surveys',
  'surveys',
  [
    open('day', ({ asked }) => asked.survey.from),
    open('endDay', ({ asked }) => asked.survey.ended ?? asked.survey.until),
    inside('label', ({ asked }) => asked.survey.title),
    open('ask', ({ ask }) => ask.text),
    open('very', ({ ask }) => ask.by.very),
    open('satisfied', ({ ask }) => ask.by.satisfied),
    open('neutral', ({ ask }) => ask.by.neutral),
    open('dissatisfied', ({ ask }) => ask.by.dissatisfied),
    open('veryDissatisfied', ({ ask }) => ask.by.veryDissatisfied),
    open('unclear', ({ ask }) => ask.by.unclear),
    open('valid', ({ ask }) => ask.valid),
    open('goodMarks', ({ ask }) => ask.good),
    // Where the base does not carry it there is no rate; its two numbers stand beside it either way.
    open('satisfaction', ({ ask }) => (ask.headline.is === 'rate' ? ask.headline.perMille / 10 : undefined)),
    open('sent', ({ asked }) => asked.reach.asked),
    open('answered', ({ asked }) => asked.reach.answered),
    // By themselves, with a code: in none of the numbers before.
    open('scanned', ({ asked }) => asked.scanned),
    open('picked', ({ asked }) => ({ of: 'picked', value: asked.survey.picked })),
  ],
  ({ reader, from, to }) =>
    [...reader.all<Survey>('survey')]
      .filter((one) => one.from <= to && one.until >= from)
      .sort((a, b) => (a.from < b.from || (a.from === b.from && a.id < b.id) ? -1 : 1))
      .flatMap((one) => {
        const asked = surveyView(reader, one)
        return asked.asks.map((ask) => ({ asked, ask }))
      }),
)
