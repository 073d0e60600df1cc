import { refused } from '#domain/result.ts'
import type { Settings } from '#domain/settings.ts'
import type { Context, Done } from './context.ts'

/** For how many days phones of one's own open names without a network. W9: with what was on the screen. */
export async function keepPhoneDays(ctx: Context, shown: Settings, now: number): Promise<Done> {
  const was = shown.phoneDays
  if (was === now) return refused('nothingToDo')
  const phoneDays = { ...(was !== undefined && { was }), now }
  return ctx.commit([{ record: shown.id, name: 'settings.edit', v: 1, args: { phoneDays } }])
}
