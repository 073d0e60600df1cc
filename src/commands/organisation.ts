import type { RecordId } from '#domain/ids.ts'
import type { Called } from '#domain/organisation.ts'
import { type Place, placeId } from '#domain/places.ts'
import { refused } from '#domain/result.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import type { Context, Done } from './context.ts'

/** What the compound calls a line, a level or a role; an empty word is the usual one again. */
export async function callIt(ctx: Context, key: Called, name: string): Promise<Done> {
  const settings = ctx.view.get<Settings>(settingsId(ctx.tenant))
  if (!settings) return refused('notPossible')
  const was = settings.called?.[key]
  const now = name.trim() || undefined
  if (was === now) return refused('nothingToDo')
  const edit = { ...(was !== undefined && { was }), ...(now !== undefined && { now }) }
  return ctx.commit([{ record: settings.id, name: 'settings.call', v: 1, args: { calls: key, name: edit } }])
}

/** Another grid of the compound. Two who add one at the same time add two. */
export function addGrid(ctx: Context, what: 'grid' | 'microGrid', label: string): Promise<Done> {
  const key = `${what}-${ctx.newId()}`
  const orders = ctx.view.all<Place>('place').flatMap((one) => (one.what === what ? [one.order] : []))
  const args = {
    what,
    parent: ctx.compound,
    key,
    label: label.trim(),
    order: Math.max(0, ...orders) + 1,
  }
  return ctx.commit([{ record: placeId(ctx.tenant, key), name: 'place.enter', v: 1, args }])
}

export async function renameGrid(ctx: Context, grid: RecordId, label: string): Promise<Done> {
  const was = ctx.view.get<Place>(grid)?.label
  const now = label.trim()
  if (was === undefined || now === '') return refused('notPossible')
  if (was === now) return refused('nothingToDo')
  return ctx.commit([{ record: grid, name: 'place.edit', v: 1, args: { label: { was, now } } }])
}

/** Lays a building, or a micro-grid, into a grid; the compound takes it out of any. Who looks after the grid looks after it from then on. */
export async function layInto(ctx: Context, place: RecordId, now: RecordId): Promise<Done> {
  const was = ctx.view.get<Place>(place)?.parent
  if (was === undefined || place === now) return refused('notPossible')
  if (was === now) return refused('nothingToDo')
  return ctx.commit([{ record: place, name: 'place.edit', v: 1, args: { parent: { was, now } } }])
}

/** An empty grid that is no more: what lies in one has to be somewhere first. */
export async function giveUpGrid(ctx: Context, grid: RecordId): Promise<Done> {
  const holds = ctx.view.all<Place>('place').some((one) => one.parent === grid && !one.voided)
  if (holds) return refused('notPossible')
  return ctx.commit([{ record: grid, name: 'place.retire', v: 1, args: { reason: '' } }])
}
