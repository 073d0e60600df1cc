import { STEPS, type Survey } from './survey.ts'

/** What a resident's form sends, once it was read: fields by their names. */
export type Posted = Readonly<Record<string, string | undefined>>

/**
 * The arguments of `answer.record` out of a posted form: `overall=very&cleaning=unclear&wish=…`. What is no question of the
 * survey and no step is left out; undefined where nothing was answered.
 */
export function answerFrom(survey: Pick<Survey, 'id' | 'place' | 'questions'>, posted: Posted, day: string) {
  const given = survey.questions.flatMap(({ ask }) => {
    const step = STEPS.find((one) => one === posted[ask])
    return step ? [{ ask, step }] : []
  })
  const wish = posted['wish']?.trim().slice(0, 200)
  if (given.length === 0 && !wish) return undefined
  return {
    place: survey.place,
    survey: survey.id,
    channel: 'qr' as const,
    day,
    asked: 'answered' as const,
    given,
    ...(wish && { wish }),
  }
}
