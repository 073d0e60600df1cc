import { refused, ok, type Result } from '#domain/result.ts'
import { type Given, STEPS, type Survey } from './survey.ts'

/** What a resident's form sends, once it was read: fields by their names. */
export type Posted = Readonly<Record<string, string | undefined>>

export const WISH_LETTERS = 200

/** Whether a sheet says anything at all: one mark or one word is enough, on paper and on the page. */
export function saysSomething(sheet: { readonly given: readonly Given[]; readonly wish?: string }): boolean {
  return sheet.given.length > 0 || sheet.wish !== undefined
}

/** The marks of a posted form, `overall=very&cleaning=unclear`. What is no question of the survey and no step is left out. */
export function givenIn({ questions }: Pick<Survey, 'questions'>, posted: Posted): readonly Given[] {
  return questions.flatMap(({ ask }) => {
    const step = STEPS.find((one) => one === posted[ask])
    return step ? [{ ask, step }] : []
  })
}

/**
 * The arguments of `answer.record` out of a posted form: its marks, and `wish`.
 * @returns `empty` where nothing was answered, `long` where the wish has more than 200 letters
 */
export function answerFrom(
  survey: Pick<Survey, 'id' | 'place' | 'questions'>,
  posted: Posted,
  day: string,
): Result<AnswerArgs, 'empty' | 'long'> {
  const given = givenIn(survey, posted)
  const wish = posted['wish']?.trim()
  if (wish && wish.length > WISH_LETTERS) return refused('long')
  const sheet = { given, ...(wish && { wish }) }
  if (!saysSomething(sheet)) return refused('empty')
  const { place, id } = survey
  return ok({ place, survey: id, channel: 'qr', day, asked: 'answered', ...sheet })
}

type AnswerArgs = Pick<Survey, 'place'> & {
  readonly survey: Survey['id']
  readonly channel: 'qr'
  readonly day: string
  readonly asked: 'answered'
  readonly given: readonly Given[]
  readonly wish?: string
}
