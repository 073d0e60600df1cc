import { noteLook } from '#commands/looks.ts'
import type { Done } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
import type { LookReason } from '#domain/look.ts'
import { inForce, ROLES } from '#domain/rights.ts'
import { useApp } from '#ui/state/app.ts'

interface Noted {
  /** The widest place where the person can write down that names left; undefined: nowhere, so they get none. */
  readonly place: RecordId | undefined
  note(why: LookReason, words: string, count: number): Promise<Done>
}

/** Writing down that a table with names was printed or taken away. On a shared tablet there are no names to take. */
export function useNoted(): Noted {
  const { ctx, person, today } = useApp()
  const places = person.appointments
    .filter((one) => inForce(one, today()) && ROLES[one.role].act.includes('noteLook'))
    .map((one) => one.place)
  const place =
    ctx.deviceKind === 'shared' ? undefined : (places.find((one) => one === ctx.compound) ?? places[0])
  return {
    place,
    note: (why, note, count) =>
      noteLook(ctx, { place: place ?? ctx.compound, what: 'export', why, note, count }),
  }
}
