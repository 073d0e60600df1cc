import { decide } from '#commands/deciding.ts'
import { setUse } from '#commands/doors.ts'
import { noteLook, noteTaken } from '#commands/looks.ts'
import { moveBack, moveOut } from '#commands/moves.ts'
import { editResident, enterResident } from '#commands/residents.ts'
import { amendVisit, confirmRoster, recordVisit, undoVisit } from '#commands/visits.ts'
import type { Contact } from '#domain/doors/contact.ts'
import { LOOK_REASONS, LOOKED_AT, PAPERS } from '#domain/look.ts'
import { USES } from '#domain/places.ts'
import type { Rostered } from '#domain/proposals.ts'
import { AGE_BANDS, contactId, type Resident } from '#domain/doors/resident.ts'
import { type Visit, VISIT_OUTCOMES } from '#domain/doors/visit.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Act, type Ground, newRecord, phone, some, somePlace, words } from './ground.ts'

/** The name or number of somebody who lives behind a door, as the server has it too: people write it into their notes. */
function whoLivesAt(ground: Ground, door: RecordId): string | undefined {
  const { view } = ground.ctx
  const kept = (id: RecordId) => view.standing(id) === 'kept'
  const one = some<Resident>(ground, 'resident', ({ id, place }) => place === door && kept(id))
  const contact = one && view.get<Contact>(contactId(one.id))
  return (
    one &&
    (contact?.phone !== undefined && kept(contact.id) && ground.chance.once(2) ? contact.phone : one.name)
  )
}

const knock: Act = (ground) => {
  const door = somePlace(ground, 'dwelling')
  if (!door) return undefined
  const { chance, ctx } = ground
  const id = newRecord(ground)
  const named = chance.once(3) ? whoLivesAt(ground, door.id) : undefined
  const note = chance.once(2) ? { note: words(ground, door.id, id, named) } : {}
  return recordVisit(ctx, { id, dwelling: door.id, outcome: chance.pick(VISIT_OUTCOMES), ...note })
}

/** What the roster says of somebody is changed: two people do it at once, and neither value is thrown away. */
const edit: Act = (ground) => {
  const resident = some<Resident>(ground, 'resident')
  if (!resident) return undefined
  const { chance, ctx } = ground
  const contact = ctx.view.get<Contact>(contactId(resident.id))
  return editResident(
    ctx,
    { resident, contact },
    {
      name: chance.once(2) ? words(ground, resident.place, resident.id, '刘') : resident.name,
      ageBand: chance.once(3) ? chance.pick(AGE_BANDS) : resident.ageBand,
      phone: chance.once(2) ? phone(ground, resident) : (contact?.phone ?? ''),
    },
  )
}

const decideOn =
  (kind: string): Act =>
  (ground) => {
    const record = some<Rostered>(ground, kind, ({ proposals }) => proposals !== undefined)
    const proposal = record?.proposals?.[0]
    return record && proposal && decide(ground.ctx, record, proposal, ground.chance.once(2))
  }

/** Somebody opened what names people, and said why: the office's to read, and their own. */
const look: Act = (ground) => {
  const place = somePlace(ground, 'building', 'unit', 'dwelling')
  if (!place) return undefined
  const { chance, ctx } = ground
  const id = newRecord(ground)
  // The command makes the record's id; its canary must know it before.
  return noteLook(
    { ...ctx, newId: () => id },
    {
      place: place.id,
      what: chance.pick(LOOKED_AT),
      why: chance.pick(LOOK_REASONS),
      count: chance.below(200),
      ...(chance.once(2) && { note: words(ground, place.id, id) }),
    },
  )
}

/** Somebody printed what is for the inside. */
const take: Act = (ground) => {
  const place = somePlace(ground, 'compound', 'building')
  if (!place) return undefined
  const { chance, ctx } = ground
  const id = newRecord(ground)
  const note = words(ground, place.id, id)
  return noteTaken({ ...ctx, newId: () => id }, { place: place.id, what: chance.pick(PAPERS), note })
}

/** Visits, and the roster behind the doors. */
export const atTheDoor: readonly Act[] = [
  knock,
  knock,
  knock,
  look,
  take,
  edit,
  edit,
  edit,
  decideOn('resident'),
  decideOn('contact'),
  (ground) => {
    const visit = some<Visit>(ground, 'visit')
    if (!visit) return undefined
    const note = words(ground, visit.place, visit.id)
    return ground.chance.once(3)
      ? confirmRoster(ground.ctx, visit, 'unchanged')
      : amendVisit(ground.ctx, visit, { note })
  },
  (ground) => {
    const visit = some<Visit>(ground, 'visit', ({ author }) => author === ground.ctx.me)
    return visit && undoVisit(ground.ctx, visit.id)
  },
  (ground) => {
    const door = somePlace(ground, 'dwelling')
    if (!door) return undefined
    const { chance, ctx, known } = ground
    // The command makes the record's id; its canary must know it before.
    const id = newRecord(ground)
    let first = true
    const newId = () => {
      if (!first) return ctx.newId()
      first = false
      return id
    }
    known.push(contactId(id))
    return enterResident({ ...ctx, newId }, door.id, {
      name: words(ground, door.id, id, '陈'),
      ageBand: chance.pick(AGE_BANDS),
      phone: chance.once(2) ? phone(ground, { id, place: door.id }) : '',
    })
  },
  (ground) => {
    const resident = some<Resident>(ground, 'resident')
    if (!resident) return undefined
    return resident.movedOut === undefined
      ? moveOut(ground.ctx, [resident.id], '2026-03-05')
      : moveBack(ground.ctx, [resident.id])
  },
  (ground) => {
    const door = somePlace(ground, 'dwelling')
    return door && setUse(ground.ctx, door, ground.chance.pick(USES))
  },
]
