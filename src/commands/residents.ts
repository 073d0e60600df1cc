import type { Contact, Kin } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import { same } from '#domain/merge.ts'
import {
  type AgeBand,
  contactId,
  type Owner,
  type Relation,
  type Residency,
  type Resident,
} from '#domain/doors/resident.ts'
import type { Intent } from '#store/commit.ts'
import type { Context, Done } from './context.ts'

/** What somebody writes about a person behind a door. Empty text or nothing at all means: nothing is known. */
export interface PersonForm {
  readonly name: string
  readonly ageBand?: AgeBand | undefined
  readonly relation?: Relation | undefined
  readonly residency?: Residency | undefined
  readonly owner?: Owner | undefined
  /** `YYYY-MM-DD` */
  readonly movedIn?: string | undefined
  readonly phone: string
  /** Whom to call when they cannot be found; one without a phone is none. */
  readonly kin?: { readonly name: string; readonly relation: string; readonly phone: string } | undefined
}

const FACTS = ['ageBand', 'relation', 'residency', 'owner', 'movedIn'] as const

/** Enters somebody who lives behind a door, or whose home it is; a phone or kin becomes their contact record. */
export function enterResident(ctx: Context, dwelling: RecordId, form: PersonForm): Promise<Done> {
  const id = ctx.newId() as RecordId
  const args: Record<string, unknown> = { place: dwelling, name: form.name.trim() }
  for (const fact of FACTS) if (form[fact]) args[fact] = form[fact]
  return ctx.commit([
    { record: id, name: 'resident.enter', v: 1, args },
    ...enterContact(dwelling, id, phoneOf(form), kinOf(form)),
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
  const edits: Record<string, unknown> = {
    // The search keys belonged to the old name.
    ...(name !== resident.name && {
      name: { was: resident.name, now: name },
      ...(resident.keys && { keys: { was: resident.keys } }),
    }),
  }
  for (const fact of FACTS) {
    const now = form[fact] || undefined
    if (now !== resident[fact]) edits[fact] = edit<string>(resident[fact], now)
  }
  const intents: Intent[] = []
  if (Object.keys(edits).length > 0)
    intents.push({ record: resident.id, name: 'resident.edit', v: 1, args: edits })

  const [phone, kin] = [phoneOf(form), kinOf(form)]
  if (!contact) intents.push(...enterContact(resident.place, resident.id, phone, kin))
  else {
    const args = {
      ...(phone !== contact.phone && { phone: edit(contact.phone, phone) }),
      ...(!same(kin, contact.kin) && { kin: edit(contact.kin, kin) }),
    }
    if (Object.keys(args).length > 0) intents.push({ record: contact.id, name: 'contact.edit', v: 1, args })
  }
  return intents.length > 0 ? ctx.commit(intents) : Promise.resolve({ ok: false, refused: 'nothingToDo' })
}

/** Entered by mistake: they are shown nowhere, what was written stays. */
export function retireResident(ctx: Context, resident: RecordId, reason: string): Promise<Done> {
  return ctx.commit([
    { record: resident, name: 'resident.retire', v: 1, args: { reason: reason.slice(0, 200) } },
  ])
}

export function bringResidentBack(ctx: Context, resident: RecordId): Promise<Done> {
  return ctx.commit([{ record: resident, name: 'resident.bringBack', v: 1, args: {} }])
}

/** Takes a phone or kin that stood on the other record of the same person. */
export function takeOverContact(
  ctx: Context,
  person: { readonly resident: Resident; readonly contact?: Contact | undefined },
  from: Contact,
): Promise<Done> {
  const { resident, contact } = person
  if (!contact) return ctx.commit(enterContact(resident.place, resident.id, from.phone, from.kin))
  const args = {
    ...(from.phone !== undefined &&
      from.phone !== contact.phone && { phone: edit(contact.phone, from.phone) }),
    ...(from.kin && !same(from.kin, contact.kin) && { kin: edit(contact.kin, from.kin) }),
  }
  return ctx.commit([{ record: contact.id, name: 'contact.edit', v: 1, args }])
}

function phoneOf({ phone }: PersonForm): string | undefined {
  return phone.trim() || undefined
}

function kinOf({ kin }: PersonForm): Kin | undefined {
  const phone = kin?.phone.trim()
  if (!kin || !phone) return undefined
  const [name, relation] = [kin.name.trim(), kin.relation.trim()]
  return { name: name || relation || phone, ...(relation && { relation }), phone }
}

function enterContact(
  dwelling: RecordId,
  resident: RecordId,
  phone: string | undefined,
  kin: Kin | undefined,
): readonly Intent[] {
  if (!phone && !kin) return []
  const args = { place: dwelling, resident, ...(phone && { phone }), ...(kin && { kin }) }
  return [{ record: contactId(resident), name: 'contact.enter', v: 1, args }]
}

/** Absent stays absent: what travels is JSON. */
function edit<T>(was: T | undefined, now: T | undefined): { was?: T; now?: T } {
  return { ...(was !== undefined && { was }), ...(now !== undefined && { now }) }
}
