import type { RecordId } from '#domain/ids.ts'
import { refused } from '#domain/result.ts'
import type { Answer, Given, Reached, Survey, SurveyChannel } from '#domain/survey/survey.ts'
import { saysSomething } from '#domain/survey/surveyForm.ts'
import type { Context, Done } from './context.ts'

/** What the office fills in. Texts are trimmed by whoever fills them in. */
export type SurveyPlan = Pick<Survey, 'title' | 'questions' | 'picked' | 'from' | 'until'>

/** One sheet, or how many were refused or did not come back. */
export interface Sheet {
  readonly channel: SurveyChannel
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly asked: Reached
  readonly count?: number
  readonly given?: readonly Given[]
  readonly wish?: string
}

export function planSurvey(ctx: Context, plan: SurveyPlan, id = ctx.newId() as RecordId): Promise<Done> {
  return ctx.commit([{ record: id, name: 'survey.plan', v: 1, args: { place: ctx.compound, ...plan } }])
}

/** Over from this day on; on it somebody may still answer. One that has not begun ends on its first day. */
export function endSurvey(ctx: Context, survey: Survey, today: string): Promise<Done> {
  const day = today < survey.from ? survey.from : today
  return ctx.commit([{ record: survey.id, name: 'survey.end', v: 1, args: { day } }])
}

/** Lets residents answer it by themselves on the public page, or stops that; what came stays. */
export function openToResidents(ctx: Context, survey: Survey, now: boolean): Promise<Done> {
  const byResidents = { was: survey.byResidents, now }
  return ctx.commit([{ record: survey.id, name: 'survey.edit', v: 1, args: { byResidents } }])
}

/** An act of its own: nothing ties it to a visit or to the sheet before it. */
export function recordAnswer(ctx: Context, survey: Survey, sheet: Sheet): Promise<Done> {
  const { given = [], wish, ...rest } = sheet
  if (sheet.asked === 'answered' && !saysSomething({ given, ...(wish && { wish }) }))
    return Promise.resolve(refused('nothingToDo'))
  const args = { place: survey.place, survey: survey.id, ...rest, given, ...(wish && { wish }) }
  return ctx.commit([{ record: ctx.newId() as RecordId, name: 'answer.record', v: 1, args }])
}

/** Only one's own: what others typed in is theirs. */
export function withdrawAnswer(ctx: Context, answer: Answer): Promise<Done> {
  if (answer.author !== ctx.me) return Promise.resolve(refused('notPossible'))
  return ctx.commit([{ record: answer.id, name: 'answer.withdraw', v: 1, args: {} }])
}
