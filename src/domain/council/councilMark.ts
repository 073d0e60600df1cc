import { strictObject } from 'valibot'
import { ALREADY, type Change } from '#domain/change.ts'
import { derivedId, id, type PersonId, type RecordId } from '#domain/ids.ts'
import { applied, creation, fresh, type Kind, type Recorded, verb } from '#domain/record.ts'
import { instant } from '#domain/shapes.ts'

/** Somebody wants a matter talked over at the next sitting; whose hands it is in and its clock stay as they are. */
export interface CouncilMark extends Recorded {
  readonly kind: 'councilMark'
  /** The remark; the order, where a round at the bins found it. */
  readonly matter: RecordId
  /** Absent: it was taken back. */
  readonly marked?: { readonly by: PersonId; readonly at: string }
}

/** One mark for a matter: two who press make one. */
export function councilMarkId(matter: RecordId): RecordId {
  return derivedId('councilMark', matter)
}

export const councilMark: Kind<CouncilMark> = {
  kind: 'councilMark',
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'council', people: [record.author] }),
  verbs: {
    mark: creation({
      v: 1,
      args: strictObject({
        /** The compound's place: there is one council for it. */
        place: id,
        matter: id,
      }),
      act: 'putTopic',
      idOf: ({ matter }) => councilMarkId(matter as RecordId),
      create: ({ place, matter }, change, stamp): CouncilMark => ({
        ...fresh('councilMark', place as RecordId, change, stamp),
        kind: 'councilMark',
        matter: matter as RecordId,
        marked: { by: change.actor, at: change.at },
      }),
      /** It was taken back, and is wanted again. */
      meet: (record: CouncilMark, _args, change) => (record.marked ? ALREADY : marked(record, change)),
    }),
    /** A sitting has ruled on it since it was marked: it is wanted once more. */
    renew: verb({
      v: 1,
      args: strictObject({ was: instant }),
      act: 'putTopic',
      fold: (record: CouncilMark, { was }, change) =>
        record.marked && record.marked.at !== was ? ALREADY : marked(record, change),
    }),
    /** Of the mark that was seen: one that another made meanwhile stands. */
    unmark: verb({
      v: 1,
      args: strictObject({ was: instant }),
      act: 'putTopic',
      fold: (record: CouncilMark, { was }) => {
        if (record.marked?.at !== was) return ALREADY
        const { marked: _, ...rest } = record
        return applied<CouncilMark>(rest)
      },
    }),
  },
}

function marked(record: CouncilMark, { actor: by, at }: Change) {
  return applied<CouncilMark>({ ...record, marked: { by, at } })
}
