import { optional, strictObject } from 'valibot'

/*
 * How an edit of one field is written (W9): the value its author saw and the value they want. All three may be absent from
 * an edit: what is not named is not touched.
 */

type Schema = Parameters<typeof optional>[0]

/** A field that always has a value. */
export const edited = <S extends Schema>(schema: S) => optional(strictObject({ was: schema, now: schema }))

/** A field that may be given a value and cannot be emptied again. */
export const settable = <S extends Schema>(schema: S) =>
  optional(strictObject({ was: optional(schema), now: schema }))

/** A field that may be empty before and after. */
export const clearable = <S extends Schema>(schema: S) =>
  optional(strictObject({ was: optional(schema), now: optional(schema) }))
