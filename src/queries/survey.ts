import { asksOn, type Answer, type Ask, type Survey } from '#domain/survey/survey.ts'
import {
  type AskFigures,
  byChannel,
  figuresFor,
  type Headline,
  headlineOf,
  type OfChannel,
  reachOf,
  type SurveyReach,
  wasAsked,
} from '#domain/survey/surveyFigures.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Reader } from './reader.ts'

/** A survey with what its answers come to, as far as this person may read them. */
export interface SurveyView {
  readonly survey: Survey
  /** Of those who were asked, and so are the figures and the rates below. */
  readonly reach: SurveyReach
  /** Every way by which something came, also by those whom nobody asked. */
  readonly channels: readonly OfChannel[]
  /** How many answered by themselves. */
  readonly scanned: number
  readonly asks: readonly (AskFigures & {
    readonly ask: Ask
    readonly text: string
    readonly headline: Headline
    /** Of those who answered by themselves: who they are like nobody knows, so they make no rate. */
    readonly scanned: AskFigures
  })[]
  /** In their own words; for the office, never for the wall. */
  readonly wishes: readonly string[]
  /** All answers, or only those this person typed in: then no rate is worked out. */
  readonly whole: boolean
}

/** The newest first; those that are asked on the day before those that are over. */
export function surveysOn(reader: Reader, day: string): readonly Survey[] {
  return [...reader.all<Survey>('survey')].sort(
    (a, b) =>
      Number(asksOn(b, day)) - Number(asksOn(a, day)) ||
      (a.until < b.until ? 1 : a.until > b.until ? -1 : a.id < b.id ? -1 : 1),
  )
}

export function surveyView(reader: Reader, survey: Survey): SurveyView {
  const whole = reader.reads('surveys', survey.place)
  const answers = answersOf(reader, survey.id)
  const asked = answers.filter(wasAsked)
  const scanned = answers.filter((one) => !wasAsked(one))
  const reach = reachOf(asked)
  return {
    survey,
    reach,
    channels: byChannel(answers),
    scanned: reachOf(scanned).answered,
    asks: survey.questions.map(({ ask, text }) => {
      const figures = figuresFor(asked, ask)
      return {
        ask,
        text,
        ...figures,
        headline: headlineOf(figures, reach),
        scanned: figuresFor(scanned, ask),
      }
    }),
    wishes: whole ? answers.flatMap(({ wish }) => (wish === undefined ? [] : [wish])).sort() : [],
    whole,
  }
}

/** What somebody typed in, newest last: the last one may be taken back. */
export function typedIn(reader: Reader, survey: RecordId): readonly Answer[] {
  return answersOf(reader, survey).filter((one) => one.author === reader.me)
}

/** The one that a month's page tells of: asked in these days, the last to end. */
export function surveyIn(reader: Reader, from: string, to: string): Survey | undefined {
  return [...reader.all<Survey>('survey')]
    .filter((one) => one.from <= to && one.until >= from)
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1))
    .at(-1)
}

function answersOf(reader: Reader, survey: RecordId): readonly Answer[] {
  return reader.all<Answer>('answer').filter((one) => one.survey === survey)
}
