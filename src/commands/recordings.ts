import { type Dialect, type Recording, recordingId } from '#domain/bins/recording.ts'
import { refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/** Puts a recording into its slot, or takes it out again. W9: with what was there. */
export function putRecording(
  ctx: Context,
  slot: { readonly card: string; readonly dialect: Dialect },
  sound: string | undefined,
): Promise<Done> {
  const record = recordingId(ctx.tenant, slot.card, slot.dialect)
  const was = ctx.view.get<Recording>(record)?.sound
  if (was === sound) return Promise.resolve(refused('nothingToDo'))
  return ctx.commit([
    {
      record,
      name: 'recording.put',
      v: 1,
      args: {
        place: ctx.compound,
        card: slot.card,
        dialect: slot.dialect,
        ...(sound !== undefined && { sound }),
        ...(was !== undefined && { was }),
      },
    },
  ])
}
