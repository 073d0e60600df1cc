import {
  array,
  boolean,
  integer,
  maxLength,
  maxValue,
  minLength,
  minValue,
  number,
  optional,
  picklist,
  pipe,
  strictObject,
  string,
} from 'valibot'
import { edited, settable } from '#domain/edits.ts'
import { ALREADY, held } from '#domain/change.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { mergeFields } from '#domain/merge.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { calendarDay } from '#domain/window.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'

/** What people are asked about. The first one is the survey's own number; the others say where it comes from. */
export const ASKS = [
  'overall',
  'cleaning',
  'order',
  'repairSpeed',
  'repairResult',
  'greening',
  'attitude',
  'fees',
  'notices',
  'waste',
  'council',
] as const
export type Ask = (typeof ASKS)[number]

/** Five steps and 不清楚, which is an answer and no mark. */
export const STEPS = ['very', 'satisfied', 'neutral', 'dissatisfied', 'veryDissatisfied', 'unclear'] as const
export type Step = (typeof STEPS)[number]

/** How those who are asked were found. It stands beside every number: a meeting is not the compound. */
export const PICKED = ['everyHome', 'byLot', 'atMeeting', 'whoeverCame'] as const
export type Picked = (typeof PICKED)[number]

export const SURVEY_CHANNELS = ['door', 'paper', 'qr'] as const
export type SurveyChannel = (typeof SURVEY_CHANNELS)[number]

export interface SurveyQuestion {
  readonly ask: Ask
  /** As it is read out and printed; it stays as it was asked. */
  readonly text: string
}

/** A question set that is asked from a day to a day. */
export interface Survey extends Recorded {
  readonly kind: 'survey'
  readonly title: string
  readonly questions: readonly SurveyQuestion[]
  readonly picked: Picked
  /** Days, `YYYY-MM-DD`, both included. */
  readonly from: string
  readonly until: string
  /** Day somebody ended it before its time. */
  readonly ended?: string
  /** Residents may answer it by themselves, on the public page; absent: nobody ever let them. */
  readonly byResidents?: boolean
}

/** Answered, said no, or nobody was there and no sheet came back: all three were asked. */
export const REACHED = ['answered', 'refused', 'nobody'] as const
export type Reached = (typeof REACHED)[number]

/** One mark of one answer. */
export interface Given {
  readonly ask: Ask
  readonly step: Step
}

/**
 * One sheet, or so many that were refused or did not come back. It cannot be led back to a home: its place is the compound,
 * it names no door and no visit, and of its time only the day is kept.
 */
export interface Answer extends Recorded {
  readonly kind: 'answer'
  readonly survey: RecordId
  readonly channel: SurveyChannel
  readonly day: string
  readonly asked: Reached
  /** How many; of what was answered always one. */
  readonly count: number
  readonly given: readonly Given[]
  /** 最想改的, in their own words. */
  readonly wish?: string
}

const title = pipe(string(), minLength(1), maxLength(24))
const questions = pipe(
  array(strictObject({ ask: picklist(ASKS), text: pipe(string(), minLength(1), maxLength(40)) })),
  minLength(1),
  maxLength(ASKS.length),
)
const picked = picklist(PICKED)

export const survey: Kind<Survey> = {
  kind: 'survey',
  sealed: false,
  // Whoever asks has to read what is asked, wherever their doors are.
  scopeOf: (record) => ({ place: record.place, group: 'team', people: [] }),
  verbs: {
    plan: creation({
      v: 1,
      args: strictObject({ place: id, title, questions, picked, from: calendarDay, until: calendarDay }),
      act: 'planVisits',
      create: (args, change, stamp): Survey => ({
        ...fresh('survey', args.place as RecordId, change, stamp),
        kind: 'survey',
        title: args.title,
        questions: args.questions,
        picked: args.picked,
        from: args.from,
        until: args.until,
      }),
    }),
    /** What was asked stays: answers to one wording are no answers to another. */
    edit: verb({
      v: 1,
      args: strictObject({
        title: edited(title),
        picked: edited(picked),
        from: edited(calendarDay),
        until: edited(calendarDay),
        byResidents: settable(boolean()),
      }),
      act: 'planVisits',
      fold: (record: Survey, args, change, stamp) => mergeFields(record, args as never, change, stamp),
    }),
    /** Over before its time; what was answered stays. */
    end: verb({
      v: 1,
      args: strictObject({ day: calendarDay }),
      act: 'planVisits',
      fold: (record: Survey, { day }, change, stamp) =>
        day < record.from
          ? held('invalid')
          : mergeFields(record, { ended: { was: record.ended, now: day } }, change, stamp),
    }),
  },
}

export const answer: Kind<Answer> = {
  kind: 'answer',
  sealed: true,
  // Whoever typed it in sees that it is there; what residents think is the office's, the property's and the committee's to read.
  scopeOf: (record) => ({ place: record.place, group: 'surveys', people: [record.author] }),
  verbs: {
    record: creation({
      v: 1,
      args: strictObject({
        place: id,
        survey: id,
        channel: picklist(SURVEY_CHANNELS),
        day: calendarDay,
        asked: picklist(REACHED),
        count: optional(pipe(number(), integer(), minValue(1), maxValue(2000))),
        given: pipe(
          array(strictObject({ ask: picklist(ASKS), step: picklist(STEPS) })),
          maxLength(ASKS.length),
        ),
        wish: optional(pipe(string(), minLength(1), maxLength(200))),
      }),
      act: 'recordSurvey',
      create: (args, change, stamp): Answer => {
        const answered = args.asked === 'answered'
        return {
          ...fresh('answer', args.place as RecordId, change, stamp),
          kind: 'answer',
          // The minute would tell the door: somebody stood there then.
          at: startOf(args.day),
          ...(stamp && { receivedAt: startOf(dayOf(stamp.receivedAt)) }),
          survey: args.survey as RecordId,
          channel: args.channel,
          day: args.day,
          asked: args.asked,
          count: answered ? 1 : (args.count ?? 1),
          given: answered ? onceEach(args.given) : [],
          ...(answered && args.wish && { wish: args.wish }),
        }
      },
    }),
    /** Typed in wrongly: it leaves all counts and stays as a mark. */
    withdraw: verb({
      v: 1,
      args: strictObject({}),
      act: 'recordSurvey',
      by: 'author',
      fold: (record: Answer, _args, change) =>
        record.voided
          ? ALREADY
          : applied({ ...record, voided: { by: change.actor, at: record.at, reason: '' } }),
    }),
  },
}

/** Whether it is asked on a day. */
export function asksOn({ from, until, ended, voided }: Survey, day: string): boolean {
  return !voided && from <= day && day <= until && (ended === undefined || day <= ended)
}

/** How a survey stands for somebody who answers it by themselves; undefined where it was never meant for them. */
export function standsForResidents(survey: Survey, day: string): 'open' | 'early' | 'over' | undefined {
  if (survey.voided || survey.byResidents === undefined) return undefined
  if (!survey.byResidents) return 'over'
  return asksOn(survey, day) ? 'open' : day < survey.from ? 'early' : 'over'
}

/** Midnight of a day in Shanghai. */
function startOf(day: string): string {
  return `${addDays(day, -1)}T16:00:00.000Z`
}

/** Of two marks for one question the later stands: somebody pressed again. */
function onceEach(given: readonly Given[]): readonly Given[] {
  return [...new Map(given.map((one) => [one.ask, one])).values()]
}
