import { openShift, tap, untap } from '#commands/bins.ts'
import { setCheck } from '#commands/checks.ts'
import { recordIncident } from '#commands/incidents.ts'
import type { Done } from '#commands/context.ts'
import { noteFeedback, writeFeedback } from '#commands/feedback.ts'
import { recordVisit } from '#commands/visits.ts'
import { ARRIVAL_ITEMS } from '#domain/bins/checklist.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { Place } from '#domain/places.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { COUNTERS } from '#domain/bins/tallies.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { Chance } from '#test/sim/random.ts'
import { aPicture, claiming } from '#test/support/pictures.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'

/** One thing this person does now, through the product's own commands: durable on their device when it resolves. */
export async function writes(one: Volunteer, chance: Chance): Promise<void> {
  const [mine] = one.appointments
  if (mine?.role === 'supervisor') await atTheBins(one, chance)
  else if (mine?.role === 'gridWorker') await atTheDoors(one, chance)
}

async function atTheBins(one: Volunteer, chance: Chance): Promise<void> {
  const shift = one.view.all<Shift>('shift').find((found) => found.author === one.me && !found.closedAt)
  const points = one.view.all<Place>('place').filter((place) => place.what === 'binPoint')
  if (points.length === 0) return
  const place = chance.pick(points).id
  if (!shift) return done(openShift(one, { place, day: dayOf(new Date().toISOString()), window: 'morning' }))
  const draw = chance.below(10)
  if (draw < 6) return done(tap(one, shift.id, chance.pick(COUNTERS)))
  if (draw < 7) return done(untap(one, shift.id, chance.pick(COUNTERS)))
  if (draw < 8)
    return done(setCheck(one, shift.id, chance.pick(ARRIVAL_ITEMS), chance.pick(['good', 'toFix'])))
  return incident(one, chance, shift, chance.once(4))
}

/** With a picture, which goes up on a way of its own. */
export async function incident(
  one: Volunteer,
  chance: Chance,
  shift: Shift,
  picture: boolean,
): Promise<void> {
  const photos = picture ? [await one.takePhoto(aPhoto(chance))] : []
  const type = chance.pick(['overflow', 'not_debagged', 'bag_left_beside'] as const)
  await done(recordIncident(one, { place: shift.place, shift: shift.id, type, action: 'cleaned', photos }))
}

/** The same picture in another size each time, so that it has another name. */
function aPhoto(chance: Chance): Uint8Array {
  return claiming(aPicture(), 16 + chance.below(2000), 16 + chance.below(2000))
}

async function atTheDoors(one: Volunteer, chance: Chance): Promise<void> {
  const doors = one.view.all<Place>('place').filter((place) => place.what === 'dwelling')
  if (doors.length === 0) return
  const door = chance.pick(doors).id
  const remarks = one.view.all<Feedback>('feedback').filter((found) => found.author === one.me)
  const draw = chance.below(10)
  if (draw < 4)
    return done(recordVisit(one, { dwelling: door, outcome: 'met', note: `说好了 ${one.newId()}` }))
  if (draw < 6 && remarks.length > 0)
    return done(noteFeedback(one, chance.pick(remarks).id, `去看过了 ${one.newId()}`))
  const written = await writeFeedback(one, {
    place: door,
    text: `楼道灯不亮，晚上看不见 ${one.newId()}`,
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    reporter: { displayName: '何叔叔', agreed: chance.once(2) },
    ending: chance.once(2) ? { is: 'order', track: 'fix_now' } : { is: 'undecided' },
  })
  if (!written.ok) throw new Error(`not kept: ${written.refused}`)
}

/** Nothing to do is an answer too: somebody takes back a tap that is not there. */
async function done(act: Promise<Done>): Promise<void> {
  const end = await act
  if (!end.ok && end.refused !== 'nothingToDo') throw new Error(`not kept: ${end.refused}`)
}
