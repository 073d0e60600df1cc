import { same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import { DEADLINES, type OwnDeadlines, RETENTION } from '#domain/retention.ts'
import type { Answers, Settings } from '#domain/settings.ts'
import type { Context, Done } from './context.ts'

/**
 * The office says who answers residents, and after how many days what names somebody goes. What is as usual is not kept as the
 * compound's own. W9: with what was on the screen.
 */
export function keepNotice(
  ctx: Context,
  shown: Pick<Settings, 'id' | 'answers' | 'deadlines'>,
  wanted: { readonly answers: Answers; readonly deadlines: OwnDeadlines },
): Promise<Done> {
  const where = wanted.answers.where?.trim()
  const answers: Answers = {
    who: wanted.answers.who.trim(),
    number: wanted.answers.number.trim(),
    ...(where && { where }),
  }
  const deadlines: OwnDeadlines = Object.fromEntries(
    DEADLINES.flatMap((one) => {
      const days = wanted.deadlines[one]
      return days === undefined || days === RETENTION[one] ? [] : [[one, days]]
    }),
  )
  const edit = <T>(was: T | undefined, now: T) => (was === undefined ? { now } : { was, now })
  const args = {
    ...(!same(shown.answers, answers) && { answers: edit(shown.answers, answers) }),
    ...(!same(shown.deadlines ?? {}, deadlines) && { deadlines: edit(shown.deadlines, deadlines) }),
  }
  if (Object.keys(args).length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record: shown.id, name: 'settings.edit', v: 1, args }])
}
