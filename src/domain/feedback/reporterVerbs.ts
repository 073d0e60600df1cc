import { boolean, maxLength, minLength, optional, pipe, strictObject, string } from 'valibot'
import { edited, settable } from '#domain/edits.ts'
import { ALREADY } from '#domain/change.ts'
import { id, type PersonId, type RecordId } from '#domain/ids.ts'
import { type FieldEdit, mergeFields } from '#domain/merge.ts'
import { applied, creation, fresh, type Kind, verb } from '#domain/record.ts'
import { type Reporter, reporterOutline } from './reporter.ts'

const name = pipe(string(), minLength(1), maxLength(12))

const phone = pipe(string(), maxLength(20))

export const reporter: Kind<Reporter> = {
  ...reporterOutline,
  sealed: true,
  headOf: (record) => record.feedback,
  verbs: {
    write: creation({
      v: 1,
      args: strictObject({
        feedback: id,
        place: id,
        displayName: name,
        phone: optional(phone),
        agreed: boolean(),
      }),
      act: 'recordFeedback',
      create: (args, change, stamp): Reporter => ({
        ...fresh('reporter', args.place as RecordId, change, stamp),
        kind: 'reporter',
        feedback: args.feedback as RecordId,
        displayName: args.displayName,
        agreed: args.agreed,
        ...(args.phone !== undefined && { phone: args.phone }),
      }),
      /** Two wrote down who it was: the first name stands, what is empty is filled, and one no is a no. */
      meet: (record: Reporter, args, change, stamp) => {
        const { sharedWith: _, ...closed } = record
        const agreed = record.agreed && args.agreed
        const careful: Reporter = agreed === record.agreed ? record : { ...closed, agreed }
        const edits = {
          ...(args.displayName !== record.displayName && { displayName: args.displayName }),
          ...(args.phone !== undefined && args.phone !== record.phone && { phone: args.phone }),
        }
        const met = mergeFields(careful, filling(edits), change, stamp, {
          displayName: (current) => current,
          phone: (current) => current,
        })
        return met.outcome.is === 'already' && careful !== record ? applied(careful) : met
      },
    }),
    edit: verb({
      v: 1,
      args: strictObject({
        displayName: settable(name),
        phone: edited(optional(phone)),
      }),
      act: 'editFeedback',
      fold: (record: Reporter, args, change, stamp) =>
        mergeFields(record, args as Record<string, FieldEdit>, change, stamp),
    }),
    /** They changed their mind. A no takes the name back at once; a yes may name whose hands it is in already. */
    agree: verb({
      v: 1,
      args: strictObject({ agreed: boolean(), with: optional(id) }),
      act: 'editFeedback',
      fold: (record: Reporter, args) => {
        const { sharedWith, ...rest } = record
        const next = args.agreed ? ((args.with as PersonId | undefined) ?? sharedWith) : undefined
        if (record.agreed === args.agreed && next === sharedWith) return ALREADY
        return applied({ ...rest, agreed: args.agreed, ...(next !== undefined && { sharedWith: next }) })
      },
    }),
    /**
     * Goes with an assignment, or takes the name back with a closing. Without agreement it does nothing: it is not held,
     * since that would hold the assignment too.
     */
    share: verb({
      v: 1,
      args: strictObject({ with: optional(id) }),
      act: 'assignOrder',
      fold: (record: Reporter, args) => {
        const { sharedWith, ...rest } = record
        if (sharedWith === args.with || (args.with !== undefined && !record.agreed)) return ALREADY
        return applied(args.with === undefined ? rest : { ...rest, sharedWith: args.with as PersonId })
      },
    }),
  },
}

/** A create that meets a record, as an edit of fields its author believed empty. */
function filling(fields: Readonly<Record<string, unknown>>): Record<string, FieldEdit> {
  return Object.fromEntries(Object.entries(fields).map(([name, now]) => [name, { was: undefined, now }]))
}
