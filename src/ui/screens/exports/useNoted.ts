import { noteLook } from '#commands/looks.ts'
import type { Done } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
import type { LookReason } from '#domain/look.ts'
import { placeTo } from '#domain/rights.ts'
import { useApp } from '#ui/state/app.ts'

interface Noted {
  /** The widest place where the person can write down that names left; undefined: nowhere, so they get none. */
  readonly place: RecordId | undefined
  /** @param request the one that was allowed, where so many names leave that somebody had to agree */
  note(why: LookReason, words: string, count: number, request?: RecordId): Promise<Done>
}

/** Writing down that a table with names was printed or taken away. On a shared tablet there are no names to take. */
export function useNoted(): Noted {
  const { ctx, person, today } = useApp()
  const place =
    ctx.deviceKind === 'shared' ? undefined : placeTo('noteLook', person.appointments, ctx.compound, today())
  return {
    place,
    note: (why, note, count, request) =>
      noteLook(ctx, {
        place: place ?? ctx.compound,
        what: 'export',
        why,
        note,
        count,
        ...(request && { request }),
      }),
  }
}
