import type { Contact } from '#domain/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place, Use } from '#domain/places.ts'
import { type AgeBand, contactId, type Resident } from '#domain/resident.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** 空房, or somebody lives here again. */
export function setUse(ctx: Context, dwelling: Place, use: Use): Promise<Done> {
  const args = { ...(dwelling.use && { was: dwelling.use }), now: use }
  return ctx.commit([{ record: dwelling.id, name: 'place.use', v: 1, args }])
}

/** What a volunteer writes about somebody at the door. Empty text means: nothing is known. */
export interface PersonForm {
  readonly name: string
  readonly ageBand?: AgeBand | undefined
  readonly phone: string
}

/** Enters somebody who lives behind a door; a phone becomes their contact record. */
export function enterResident(ctx: Context, dwelling: RecordId, form: PersonForm): Promise<Done> {
  const id = ctx.newId() as RecordId
  const phone = form.phone.trim()
  const args = { place: dwelling, name: form.name.trim(), ...(form.ageBand && { ageBand: form.ageBand }) }
  return ctx.commit([
    { record: id, name: 'resident.enter', v: 1, args },
    ...(phone === '' ? [] : [enterContact(dwelling, id, phone)]),
  ])
}

/**
 * Changes what is known of somebody; only fields that differ travel. `seen` is what the form was filled with, so that a
 * value another person wrote meanwhile is kept beside it (W9).
 */
export function editResident(
  ctx: Context,
  seen: { readonly resident: Resident; readonly contact?: Contact | undefined },
  form: PersonForm,
): Promise<Done> {
  const { resident, contact } = seen
  const name = form.name.trim()
  const phone = form.phone.trim()
  const intents: Intent[] = []
  const edits = {
    // The search keys belonged to the old name.
    ...(name !== resident.name && {
      name: { was: resident.name, now: name },
      ...(resident.keys && { keys: { was: resident.keys } }),
    }),
    ...(form.ageBand !== resident.ageBand && { ageBand: edit(resident.ageBand, form.ageBand) }),
  }
  if (Object.keys(edits).length > 0)
    intents.push({ record: resident.id, name: 'resident.edit', v: 1, args: edits })
  if (contact && phone !== (contact.phone ?? '')) {
    const args = { phone: edit(contact.phone, phone === '' ? undefined : phone) }
    intents.push({ record: contact.id, name: 'contact.edit', v: 1, args })
  } else if (!contact && phone !== '') intents.push(enterContact(resident.place, resident.id, phone))
  return intents.length > 0 ? ctx.commit(intents) : Promise.resolve({ ok: false, refused: 'nothingToDo' })
}

export function moveOut(ctx: Context, resident: RecordId, day: string): Promise<Done> {
  return ctx.commit([{ record: resident, name: 'resident.moveOut', v: 1, args: { day } }])
}

export function moveBack(ctx: Context, resident: RecordId): Promise<Done> {
  return ctx.commit([{ record: resident, name: 'resident.moveBack', v: 1, args: {} }])
}

function enterContact(dwelling: RecordId, resident: RecordId, phone: string): Intent {
  return {
    record: contactId(resident),
    name: 'contact.enter',
    v: 1,
    args: { place: dwelling, resident, phone },
  }
}

/** Absent stays absent: what travels is JSON. */
function edit<T>(was: T | undefined, now: T | undefined): { was?: T; now?: T } {
  return { ...(was !== undefined && { was }), ...(now !== undefined && { now }) }
}
