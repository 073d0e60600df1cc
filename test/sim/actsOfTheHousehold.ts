import { askedAgain, keepCare, withdrawConsent } from '#commands/care.ts'
import { renumberDoor } from '#commands/doors.ts'
import { mergeResidents, moveWithin, unmergeResident } from '#commands/moves.ts'
import { bringResidentBack, retireResident, takeOverContact } from '#commands/residents.ts'
import { type Care, CARE_TAGS, NEEDS } from '#domain/doors/care.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { Place } from '#domain/places.ts'
import { REASONS, type Reasons, reasonsId } from '#domain/reasons.ts'
import { careId, contactId, type Resident } from '#domain/doors/resident.ts'
import { type Act, type Ground, some, somePlace, words } from './ground.ts'

const DAYS = ['2026-03-01', '2026-03-03', '2026-03-05', '2026-03-08']

function partsOf({ ctx }: Ground, { id }: Resident) {
  return { care: ctx.view.get<Care>(careId(id)), reasons: ctx.view.get<Reasons>(reasonsId(id)) }
}

/** What helps somebody, with or without the office's reasons; on a consent of any day, also of before another one ended. */
const keep: Act = (ground) => {
  const resident = some<Resident>(ground, 'resident')
  if (!resident) return undefined
  const { chance, ctx, known } = ground
  known.push(careId(resident.id), reasonsId(resident.id))
  const at = chance.pick(DAYS)
  return keepCare(
    ctx,
    { resident, ...partsOf(ground, resident) },
    {
      tags: CARE_TAGS.filter(() => chance.once(2)),
      needs: NEEDS.filter(() => chance.once(3)),
      reasons: chance.once(2) ? REASONS.filter(() => chance.once(4)) : [],
      consent: { basis: chance.pick(['self', 'family']), at, how: 'spoken', reviewBy: '2026-09-01' },
    },
  )
}

/** Somebody of whom something is written, as this device shows it. */
function cared(ground: Ground): Resident | undefined {
  return some<Resident>(ground, 'resident', (one) => partsOf(ground, one).care?.consent !== undefined)
}

const withdraw: Act = (ground) => {
  const resident = cared(ground)
  return resident && withdrawConsent(ground.ctx, [partsOf(ground, resident)], ground.chance.pick(DAYS))
}

const askAgain: Act = (ground) => {
  const resident = cared(ground)
  return (
    resident &&
    askedAgain(ground.ctx, partsOf(ground, resident), ground.chance.pick(['2026-10-01', '2026-11-01']))
  )
}

/** One of them, or whoever lives behind the same door, to another door; two may send them to two doors. */
const move: Act = (ground) => {
  const resident = some<Resident>(ground, 'resident')
  const to = somePlace(ground, 'dwelling')
  if (!resident || !to || to.id === resident.place) return undefined
  const { chance, ctx } = ground
  const all = ctx.view.all<Resident>('resident').filter(({ place }) => place === resident.place)
  return moveWithin(ctx, chance.once(2) ? all.slice(0, 20) : [resident], to.id)
}

const merge: Act = (ground) => {
  const loser = some<Resident>(ground, 'resident')
  const winner = some<Resident>(ground, 'resident', (one) => one.id !== loser?.id)
  if (!loser || !winner) return undefined
  return loser.mergedInto === undefined
    ? mergeResidents(ground.ctx, loser.id, winner.id)
    : unmergeResident(ground.ctx, loser.id)
}

/** A phone that stood on the other record of the same person. */
const takeOver: Act = (ground) => {
  const other = some<Resident>(ground, 'resident', (one) => one.mergedInto !== undefined)
  const { view } = ground.ctx
  const resident = other?.mergedInto === undefined ? undefined : view.get<Resident>(other.mergedInto)
  const from = other && view.get<Contact>(contactId(other.id))
  if (!resident || !from) return undefined
  ground.known.push(contactId(resident.id))
  return takeOverContact(ground.ctx, { resident, contact: view.get<Contact>(contactId(resident.id)) }, from)
}

const retire: Act = (ground) => {
  const resident = some<Resident>(ground, 'resident')
  if (!resident) return undefined
  return resident.voided
    ? bringResidentBack(ground.ctx, resident.id)
    : retireResident(ground.ctx, resident.id, words(ground, resident.place, resident.id))
}

/** The numbers of a floor change hands: two may be given the same one. */
const renumber: Act = (ground) => {
  const door = some<Place>(
    ground,
    'place',
    ({ what, key }) => what === 'dwelling' && key.split('-').length === 4,
  )
  const floor = door?.key.split('-')[2]
  return door && renumberDoor(ground.ctx, door, `${floor}0${1 + ground.chance.below(9)}`)
}

/** The file of a home: consents, who moves, who is whom, which number a door has. */
export const ofTheHousehold: readonly Act[] = [
  keep,
  keep,
  withdraw,
  withdraw,
  askAgain,
  move,
  merge,
  takeOver,
  retire,
  renumber,
]
