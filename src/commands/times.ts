import { type OwnTerm, type OwnTimes, TERM_FIELDS } from '#domain/ledger/dueTable.ts'
import { same } from '#domain/merge.ts'
import { refused } from '#domain/result.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Context, Done } from './context.ts'

/** The compound's own times to keep, W9: only lines that were changed are sent, with what was seen. */
export function setTimes(ctx: Context, wanted: OwnTimes): Promise<Done> {
  const record = settingsId(ctx.tenant)
  const now = ctx.view.get<Settings>(record)
  if (!now) return Promise.resolve(refused('notPossible'))
  const args = Object.fromEntries(
    ([...TERM_FIELDS, 'duty'] as const)
      .filter((field) => !same(now[field], wanted[field]))
      .map((field): [string, { was?: OwnTerm | Settings['duty']; now?: OwnTerm | Settings['duty'] }] => [
        field,
        { ...(now[field] && { was: now[field] }), ...(wanted[field] && { now: wanted[field] }) },
      ]),
  )
  if (Object.keys(args).length === 0) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([{ record, name: 'settings.times', v: 1, args }])
}
