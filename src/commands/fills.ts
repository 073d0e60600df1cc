import { calledAt, fillNow, standingCall } from '#domain/bins/fullBin.ts'
import { derivedId, type RecordId } from '#domain/ids.ts'
import { refused } from '#domain/result.ts'
import { type Moment, type Shift } from '#domain/bins/shift.ts'
import { type Fill, nextFill, type Stream, STREAMS } from '#domain/bins/streams.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'
import { bounceGuard, type Line, lineOf, type LineState } from './inOrder.ts'
import { sameSheet } from './sameSheet.ts'

/** One press on a bin: 空的 → 半桶 → 满了 → 空的. */
export async function pressFill(
  ctx: Context,
  shift: RecordId,
  stream: Stream,
  when: Moment = 'arrival',
): Promise<Done> {
  const kept = ctx.view.get<Shift>(shift)
  return ctx.commit([filling(shift, stream, nextFill(kept && fillsAt(kept, when)[stream]), when)])
}

/**
 * The haulier was called: the bin is full and, in the same act, the call is noted, for this stream and for every other that is
 * full. A call that stands already is not noted again: `nothingToDo`.
 */
export async function callHaulier(
  ctx: Context,
  shift: RecordId,
  stream: Stream,
  when: Moment = 'arrival',
): Promise<Done> {
  const kept = ctx.view.get<Shift>(shift)
  if (!kept) return refused('notPossible')
  const { incidents, hauls } = sameSheet(ctx.view, kept)
  const full = STREAMS.filter((one) => one === stream || fillNow(kept, one) === 'full')
  const calls = full
    .filter((one) => !standingCall(one, incidents, hauls))
    .map((one): Intent => ({
      // Two people beside one bin at the same moment mean the same call; what was taken back is not written over.
      record: derivedId(
        'overflow',
        kept.place,
        kept.day,
        kept.window,
        one,
        incidents.filter((call) => calledAt(call, one) !== undefined).length,
      ),
      name: 'incident.record',
      v: 1,
      args: { place: kept.place, shift, type: 'overflow', action: 'called_haulier', stream: one, photos: [] },
    }))
  const fill = fillsAt(kept, when)[stream] === 'full' ? [] : [filling(shift, stream, 'full', when)]
  const act = [...calls, ...fill]
  return act.length === 0 ? refused('nothingToDo') : ctx.commit(act)
}

function filling(shift: RecordId, stream: Stream, fill: Fill, when: Moment): Intent {
  return {
    record: shift,
    name: 'shift.fill',
    v: 1,
    args: { stream, fill, ...(when === 'leaving' && { when }) },
  }
}

/** How full the bins were found at one moment of a shift. */
function fillsAt(shift: Pick<Shift, 'fills' | 'endFills'>, when: Moment): Shift['fills'] {
  return when === 'leaving' ? (shift.endFills ?? {}) : shift.fills
}

interface Step {
  readonly does: 'press' | 'call'
  readonly stream: Stream
  readonly when: Moment
  /** Told what became of it. */
  readonly told?: (done: Done) => void
}

export type FillState = LineState<Step>

/** The bins of one shift, pressed as fast as people press. It belongs to the shift, not to a screen. */
export interface Filling extends Omit<Line<Step>, 'add'> {
  /** @returns false for a bounce of the same bin */
  press(stream: Stream, when: Moment, moment: number, told?: (done: Done) => void): boolean
  call(stream: Stream, when: Moment, told: (done: Done) => void): void
}

export function fillingOf(ctx: Context, shift: RecordId): Filling {
  const { add, ...line } = lineOf<Step>(async ({ does, stream, when, told }) => {
    const done = await (does === 'press' ? pressFill : callHaulier)(ctx, shift, stream, when)
    told?.(done)
    return done
  })
  const bounces = bounceGuard<Stream>()
  return {
    ...line,
    press(stream, when, moment, told) {
      if (bounces(stream, moment)) return false
      add({ does: 'press', stream, when, ...(told && { told }) })
      return true
    },
    call: (stream, when, told) => add({ does: 'call', stream, when, told }),
  }
}

/** The bins as the keys show them: what is kept with what is on its way. */
export function shownFills(shift: Shift, when: Moment, { waiting }: FillState): Shift['fills'] {
  return waiting
    .filter((step) => step.when === when)
    .reduce<Shift['fills']>(
      (fills, { does, stream }) => ({
        ...fills,
        [stream]: does === 'call' ? 'full' : nextFill(fills[stream]),
      }),
      fillsAt(shift, when),
    )
}
