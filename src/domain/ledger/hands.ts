import { maxLength, minLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { id, type PersonId } from '#domain/ids.ts'

/** Those who do a matter together, where nobody is named yet. */
export const TEAMS = [
  'engineering',
  'cleaning',
  'order',
  'customer_service',
  'owners_committee',
  'community',
] as const
export type Team = (typeof TEAMS)[number]

/** Who does it: a person, a team, or a firm by its name; a firm has no account here and reads nothing. */
export interface Hands {
  readonly assignee?: PersonId
  readonly team?: Team
  readonly vendor?: string
}

/** In whose hands its author saw it, as `handsKey` says it. */
export const handsWas = pipe(string(), maxLength(80))

export const handsArgs = strictObject({
  assignee: optional(id),
  team: optional(picklist(TEAMS)),
  vendor: optional(pipe(string(), minLength(1), maxLength(40))),
  /** A word with which it is given on. */
  text: optional(pipe(string(), maxLength(500))),
  /** Without it in nobody's. */
  was: optional(handsWas),
})

/** One word for one pair of hands; undefined for none. */
export function handsKey({ assignee, team, vendor }: Hands): string | undefined {
  return assignee ?? team ?? vendor
}

/** Only whose hands it is in. */
export function handsOf({ assignee, team, vendor }: Hands): Hands {
  return {
    ...(assignee !== undefined && { assignee }),
    ...(team !== undefined && { team }),
    ...(vendor !== undefined && { vendor }),
  }
}

/** Exactly one of them. */
export function oneOf({
  assignee,
  team,
  vendor,
}: { readonly [K in keyof Hands]?: string | undefined }): Hands | undefined {
  const given: readonly Hands[] = [
    ...(assignee === undefined ? [] : [{ assignee: assignee as PersonId }]),
    ...(team === undefined ? [] : [{ team: team as Team }]),
    ...(vendor === undefined ? [] : [{ vendor }]),
  ]
  return given.length === 1 ? given[0] : undefined
}
