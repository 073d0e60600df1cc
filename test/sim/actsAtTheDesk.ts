import { giveUp, release } from '#commands/deciding.ts'
import type { Held } from '#domain/held.ts'
import type { PersonId } from '#domain/ids.ts'
import type { Member } from '#domain/member.ts'
import { type Place, placeId } from '#domain/places.ts'
import { type Act, type Ground, some, somePlace, words } from './ground.ts'

/** What waits for a decision, with all that fell with it. */
function waiting(ground: Ground, fits: (held: Held) => boolean = () => true): readonly Held[] {
  const one = some<Held>(ground, 'held', (held) => held.status === 'open' && fits(held))
  if (!one) return []
  const { act } = one.change
  const same = ground.ctx.view
    .all<Held>('held')
    .filter((held) => held.status === 'open' && held.change.act === act)
  return act === undefined ? [one] : same
}

/** The words are put right and sent again; what was kept names what was sent in its place. */
const correct: Act = (ground) => {
  const [one, ...more] = waiting(ground, ({ author }) => author === ground.ctx.me)
  const args = (one?.body as { args?: unknown } | null | undefined)?.args
  if (!one || more.length > 0 || args === undefined) return undefined
  const { ctx } = ground
  const { record, name, v } = one.change
  return ctx.commit([{ record, name, v, args }]).then((done) => {
    const [change] = done.ok ? done.value : []
    if (!change) return done
    return ctx.commit([{ record: one.id, name: 'held.correct', v: 1, args: { instead: change.id } }])
  })
}

const decideHeld: Act = (ground) => {
  const act = waiting(ground)
  if (act.length === 0) return undefined
  return ground.chance.once(3) ? giveUp(ground.ctx, act) : release(ground.ctx, act)
}

/** Renamed, or hung below another place with everything that lies in it. */
const editPlace: Act = (ground) => {
  const { chance, ctx, moves } = ground
  const place = somePlace(ground, 'floor', 'dwelling', 'unit', 'binPoint', 'space')
  if (!place) return undefined
  const above: Partial<Record<Place['what'], Place['what']>> = {
    floor: 'unit',
    dwelling: 'floor',
    unit: 'building',
    binPoint: 'building',
    space: 'building',
  }
  const to = moves && chance.once(2) ? somePlace(ground, above[place.what] ?? 'building') : undefined
  const edits = to
    ? { parent: { was: place.parent, now: to.id } }
    : { label: { was: place.label, now: words(ground, place.id, place.id) } }
  return ctx.commit([{ record: place.id, name: 'place.edit', v: 1, args: edits }])
}

/** Two offices enter the same place: it is one. */
const enterPlace: Act = (ground) => {
  const { chance, ctx } = ground
  const building = somePlace(ground, 'building')
  if (!building) return undefined
  const key = `space-${chance.below(6)}`
  const record = placeId(ctx.tenant, key)
  ground.known.push(record)
  const args = { what: 'space', parent: building.id, key, label: key, order: chance.below(9) }
  return ctx.commit([{ record, name: 'place.enter', v: 1, args }])
}

const appoint: Act = (ground) => {
  const { chance, ctx } = ground
  const member = some<Member>(ground, 'member', ({ id }) => (id as string as PersonId) !== ctx.me)
  const place = somePlace(ground, 'building', 'binPoint', 'compound')
  if (!member || !place || !chance.once(3)) return undefined
  const role = chance.pick(['supervisor', 'gridWorker', 'floorLead', 'steward', 'party'] as const)
  const to = `2026-03-${String(4 + chance.below(26)).padStart(2, '0')}`
  const appointment = { role, place: place.id, from: '2026-01-01', ...(chance.once(2) && { to }) }
  return ctx.commit([{ record: member.id, name: 'member.appoint', v: 1, args: { appointment } }])
}

/** What the office does on its own device; anybody else who tries is held. */
export const atTheDesk: readonly Act[] = [
  decideHeld,
  decideHeld,
  decideHeld,
  correct,
  editPlace,
  editPlace,
  enterPlace,
  appoint,
]

/** Authors let go of what was not taken, or send it better. */
export const ofAuthors: readonly Act[] = [
  correct,
  (ground) => {
    const act = waiting(ground, ({ author }) => author === ground.ctx.me)
    return act.length > 0 ? giveUp(ground.ctx, act) : undefined
  },
]
