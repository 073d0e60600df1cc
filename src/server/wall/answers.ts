import { derivedId, type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import type { Survey } from '#domain/survey/survey.ts'
import { answerFrom, type Posted } from '#domain/survey/surveyForm.ts'
import { withoutNumbers } from '#domain/wall/publicText.ts'
import { ok, refused, type Result } from '#domain/result.ts'
import { type Office, today } from '#server/people/office.ts'
import { written } from './posts.ts'

/**
 * Writes a sheet into the log: an answer whose author is the server, for nobody knows who gave it. It goes through the same
 * verb as a sheet of paper that somebody types in.
 * @returns how many questions were left empty, and whether the same form had come before: then the first one stands
 */
export async function takeAnswer(
  office: Office,
  tenant: TenantId,
  survey: Survey,
  { once, posted }: { readonly once: string; readonly posted: Posted },
): Promise<Result<{ readonly left: number; readonly twice: boolean }, 'empty' | 'long' | 'again'>> {
  const wish = withoutNumbers(written(posted['wish'] ?? ''))
  const args = answerFrom(survey, { ...posted, wish }, today(office))
  if (!args.ok) return args
  const record = derivedId<RecordId>('wall', tenant, survey.id, once)
  const done = await office.act(tenant, SERVER, [{ record, name: 'answer.record', v: 1, args: args.value }])
  if (!done.ok) return refused('again')
  const left = survey.questions.length - args.value.given.length
  return ok({ left, twice: done.value[0]?.outcome.is === 'already' })
}
