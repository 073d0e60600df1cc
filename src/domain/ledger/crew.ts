import { maxLength, minLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { ALREADY } from '#domain/change.ts'
import { clearable } from '#domain/edits.ts'
import { derivedId, id, type PersonId, type RecordId } from '#domain/ids.ts'
import { type FieldEdit, mergeFields } from '#domain/merge.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { type Team, TEAMS } from './hands.ts'

/**
 * Who is in a team, and how the compound calls it. It gives no right: what a member may read and do is said by their
 * appointments alone. Whoever joins later finds what waits for the team already, since no order names its people.
 */
export interface Crew extends Recorded {
  readonly kind: 'crew'
  readonly team: Team
  /** The compound's own name for it; without it the usual word. */
  readonly name?: string
  readonly people: readonly PersonId[]
}

/** One record for each team of a compound: two who make it make one. */
export function crewId(compound: RecordId, team: Team): RecordId {
  return derivedId('crew', compound, team)
}

const name = pipe(string(), minLength(1), maxLength(12))

export const crew: Kind<Crew> = {
  kind: 'crew',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'team', people: [] }),
  verbs: {
    /** `place` is the compound. */
    form: creation({
      v: 1,
      args: strictObject({ place: id, team: picklist(TEAMS), name: optional(name) }),
      act: 'setUp',
      idOf: ({ place, team }) => crewId(place as RecordId, team),
      create: (args, change, stamp): Crew => ({
        ...fresh('crew', args.place as RecordId, change, stamp),
        kind: 'crew',
        team: args.team,
        people: [],
        ...(args.name !== undefined && { name: args.name }),
      }),
      /** Two formed it: of two names the first stands. */
      meet: (record: Crew, args, change, stamp) =>
        args.name === undefined
          ? ALREADY
          : mergeFields(record, { name: { was: undefined, now: args.name } }, change, stamp, {
              name: (current) => current ?? args.name,
            }),
    }),
    /** W9. */
    edit: verb({
      v: 1,
      args: strictObject({ name: clearable(name) }),
      act: 'setUp',
      fold: (record: Crew, args, change, stamp) =>
        mergeFields(record, args as Record<string, FieldEdit>, change, stamp),
    }),
    /** One by one, so that two who change the people of one team at once both do. */
    join: verb({
      v: 1,
      args: strictObject({ who: id }),
      act: 'setUp',
      fold: (record: Crew, { who }) =>
        record.people.includes(who as PersonId)
          ? ALREADY
          : applied({ ...record, people: [...record.people, who as PersonId] }),
    }),
    part: verb({
      v: 1,
      args: strictObject({ who: id }),
      act: 'setUp',
      fold: (record: Crew, { who }) =>
        record.people.includes(who as PersonId)
          ? applied({ ...record, people: record.people.filter((one) => one !== who) })
          : ALREADY,
    }),
  },
}
