import { type BinPoint, binPointId, type Bins, type Haulier } from '#domain/bins/binPoint.ts'
import { dutyId, type Weekday } from '#domain/bins/duty.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import { type Place, placeId } from '#domain/places.ts'
import { type PointWindow, windowEdits } from '#domain/bins/pointWindows.ts'
import { refused } from '#domain/result.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { OwnDays, Window } from '#domain/window.ts'
import type { Context, Done } from './context.ts'
import { who } from './days.ts'

/** What stands at a point and whom one calls there; without a haulier nobody. */
export async function keepPoint(
  ctx: Context,
  point: RecordId,
  { bins, haulier }: { readonly bins: readonly Bins[]; readonly haulier?: Haulier | undefined },
): Promise<Done> {
  const record = binPointId(point)
  const now = ctx.view.get<BinPoint>(record)
  if (!now) {
    const args = { place: point, bins, ...(haulier && { haulier }) }
    return ctx.commit([{ record, name: 'binPoint.put', v: 1, args }])
  }
  const args = {
    ...(!same(now.bins, bins) && { bins: { was: now.bins, now: bins } }),
    ...(!same(now.haulier, haulier) && {
      haulier: { ...(now.haulier && { was: now.haulier }), ...(haulier && { now: haulier }) },
    }),
  }
  if (Object.keys(args).length === 0) return refused('nothingToDo')
  return ctx.commit([{ record, name: 'binPoint.edit', v: 1, args }])
}

/**
 * Another bin point of the compound. Its key is nobody else's: two who add one at the same time add two, and neither's
 * name is lost.
 */
export function addPoint(ctx: Context, label: string): Promise<Done> {
  const key = `bin-${ctx.newId()}`
  const orders = ctx.view.all<Place>('place').flatMap((one) => (one.what === 'binPoint' ? [one.order] : []))
  return ctx.commit([
    {
      record: placeId(ctx.tenant, key),
      name: 'place.enter',
      v: 1,
      args: {
        what: 'binPoint',
        parent: ctx.compound,
        key,
        label: label.trim(),
        order: Math.max(0, ...orders) + 1,
      },
    },
  ])
}

export async function renamePoint(ctx: Context, point: RecordId, label: string): Promise<Done> {
  const was = ctx.view.get<Place>(point)?.label
  const now = label.trim()
  if (was === undefined) return refused('notPossible')
  if (was === now) return refused('nothingToDo')
  return ctx.commit([{ record: point, name: 'place.edit', v: 1, args: { label: { was, now } } }])
}

/** What was written there stays, and a shift that is open there goes on. */
export function retirePoint(ctx: Context, point: RecordId, reason: string): Promise<Done> {
  return ctx.commit([{ record: point, name: 'place.retire', v: 1, args: { reason: reason.trim() } }])
}

export function bringPointBack(ctx: Context, point: RecordId): Promise<Done> {
  return ctx.commit([{ record: point, name: 'place.bringBack', v: 1, args: {} }])
}

/** The windows of some points; those of the others stay as they are. */
export async function setWindows(
  ctx: Context,
  points: readonly RecordId[],
  windows: readonly Omit<PointWindow, 'point'>[],
): Promise<Done> {
  const settings = ctx.view.get<Settings>(settingsId(ctx.tenant))
  if (!settings) return refused('notPossible')
  const edits = points.flatMap((point) => windowEdits(settings, point, windows))
  if (edits.length === 0) return refused('nothingToDo')
  return ctx.commit([{ record: settings.id, name: 'settings.windows', v: 1, args: { edits } }])
}

/** Days off and days worked that the official table does not have. */
export async function setOwnDays(ctx: Context, now: OwnDays): Promise<Done> {
  const settings = ctx.view.get<Settings>(settingsId(ctx.tenant))
  if (!settings) return refused('notPossible')
  const was = settings.ownDays
  return editSettings(ctx, { ownDays: { ...(was && { was }), now } })
}

async function editSettings(
  ctx: Context,
  args: Readonly<Record<string, { readonly was?: unknown; readonly now: unknown }>>,
): Promise<Done> {
  if (Object.values(args).every(({ was, now }) => same(was, now))) return refused('nothingToDo')
  return ctx.commit([{ record: settingsId(ctx.tenant), name: 'settings.edit', v: 1, args }])
}

/** A weekday, and whom the week names there now. */
export interface Weekly {
  readonly weekday: Weekday
  readonly planned?: PersonId | undefined
}

/** Who stands in a window of every week; on several weekdays in one act. Without a person nobody. */
export async function planWeek(
  ctx: Context,
  at: { readonly point: RecordId; readonly window: Window; readonly on: readonly Weekly[] },
  person: PersonId | undefined,
): Promise<Done> {
  const moved = at.on.filter((one) => one.planned !== person)
  if (moved.length === 0) return refused('nothingToDo')
  return ctx.commit(
    moved.map(({ weekday, planned }) => ({
      record: dutyId(at.point, weekday, at.window),
      name: 'duty.plan',
      v: 1,
      args: { place: at.point, window: at.window, weekday, ...who(planned, person) },
    })),
  )
}
