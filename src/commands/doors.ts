import { doorKey, doorOrder, readDoor } from '#domain/doorKey.ts'
import { type Place, placeTree, type Use } from '#domain/places.ts'
import { refused } from '#domain/result.ts'
import type { Context, Done } from './context.ts'

/** 空房, or somebody lives here again. */
export function setUse(ctx: Context, dwelling: Place, use: Use): Promise<Done> {
  const args = { ...(dwelling.use && { was: dwelling.use }), now: use }
  return ctx.commit([{ record: dwelling.id, name: 'place.use', v: 1, args }])
}

/**
 * The same home under another number on its floor: `text` as people write it, 503 or the whole door of the same staircase. Everything
 * written there stays, and the old number still finds it. Refused `notPossible`: no number of this floor, or another home has it.
 */
export function renumberDoor(ctx: Context, dwelling: Place, text: string): Promise<Done> {
  const [building, unit, floor] = dwelling.key.split('-')
  const tree = placeTree(ctx.view.all<Place>('place'))
  const siblings = dwelling.parent === undefined ? [] : tree.children(dwelling.parent)
  const read = readDoor(text, /^\s*\d/u.test(text) && !/[-栋]/u.test(text) ? 'unit' : 'compound')
  if (!read.ok || building === undefined || unit === undefined || floor === undefined)
    return Promise.resolve(refused('notPossible'))
  const { door } = read.value
  const elsewhere =
    (read.value.building ?? building) !== building ||
    (read.value.unit ?? unit) !== unit ||
    (read.value.floor ?? floor) !== floor
  if (door === undefined || elsewhere) return Promise.resolve(refused('notPossible'))
  const key = doorKey({ building, unit, floor, door })
  const taken = siblings.some((one) => one.id !== dwelling.id && one.key === key)
  if (taken) return Promise.resolve(refused('notPossible'))
  const args = { was: dwelling.key, key, label: door, order: doorOrder({ floor, door }) }
  return ctx.commit([{ record: dwelling.id, name: 'place.renumber', v: 1, args }])
}
