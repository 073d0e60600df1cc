import type { PersonId, RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/incident.ts'
import type { Place } from '#domain/places.ts'
import { COUNTERS, type Shift } from '#domain/shift.ts'
import type { Intent } from '#store/commit.ts'
import type { View } from '#store/view.ts'
import type { Chance } from './random.ts'

export interface Ground {
  readonly chance: Chance
  readonly me: PersonId
  readonly officer: boolean
  readonly points: readonly RecordId[]
  /** Ids made anywhere, also on devices this one has never heard of. */
  readonly known: RecordId[]
  newId(): string
}

/** One thing a person may do now, from what their device shows; now and then one they may not, or on a record that is not here. */
export function someAct(view: View, ground: Ground): readonly Intent[] {
  const { chance, me, points } = ground
  const open = view.all<Shift>('shift').filter((shift) => shift.author === me && !shift.closedAt)
  const mine = open[0]
  const draw = chance.below(100)

  if (ground.officer && draw < 25) {
    const place = view.get<Place>(chance.pick(points))
    if (place) {
      const label = { was: place.label, now: `点${chance.below(50)}` }
      return [{ record: place.id, name: 'place.edit', v: 1, args: { label } }]
    }
  }
  if (!ground.officer && (!mine || draw < 5)) {
    const record = make(ground)
    const args = { place: chance.pick(points), day: '2026-03-04', window: 'morning' }
    return [{ record, name: 'shift.open', v: 1, args }]
  }
  if (mine && draw < 70) return [onShift(mine, chance)]
  if (mine && draw < 74) return [{ record: mine.id, name: 'shift.close', v: 1, args: {} }, incident(ground)]
  if (draw < 84) {
    const withdrawn = chance.once(3)
      ? chance.pick([...ground.known, make(ground)])
      : someIncident(view, chance)
    if (withdrawn) return [{ record: withdrawn, name: 'incident.withdraw', v: 1, args: { reason: '记错了' } }]
  }
  return [incident(ground)]
}

function onShift(shift: Shift, chance: Chance): Intent {
  const counter = chance.pick(COUNTERS)
  const draw = chance.below(10)
  const spec =
    draw < 6
      ? (['tally', { counter }] as const)
      : draw < 8
        ? (['untally', { counter }] as const)
        : draw < 9
          ? (['check', { item: 'lid', state: 'toFix' }] as const)
          : (['fill', { stream: 'kitchen', fill: 'half' }] as const)
  return { record: shift.id, name: `shift.${spec[0]}`, v: 1, args: spec[1] }
}

function incident(ground: Ground): Intent {
  const args = { place: ground.chance.pick(ground.points), type: 'overflow', action: 'cleaned', photos: [] }
  return { record: make(ground), name: 'incident.record', v: 1, args }
}

function someIncident(view: View, chance: Chance): RecordId | undefined {
  const incidents = view.all<Incident>('incident')
  return incidents.length > 0 ? chance.pick(incidents).id : undefined
}

function make(ground: Ground): RecordId {
  const id = ground.newId() as RecordId
  ground.known.push(id)
  return id
}
