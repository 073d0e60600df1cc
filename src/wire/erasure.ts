import { array, type InferOutput, maxLength, minLength, object, picklist, pipe } from 'valibot'
import { id as anyId } from '#domain/ids.ts'
import { ERASE_REASONS } from '#domain/tombstone.ts'

const id = pipe(anyId, minLength(1))

/**
 * POST /api/residents/erase. The office. Takes a resident out of everything there is, for good: on every device at its next contact,
 * and out of every copy of the database that is put back later. `remarks`: those of which the officer says that they are theirs,
 * beside those that name or phone tell. No words of anybody's own: they would stand where nothing is to stand.
 */
export const eraseSchema = object({
  resident: id,
  why: picklist(ERASE_REASONS),
  remarks: pipe(array(id), maxLength(200)),
})
export type EraseResident = InferOutput<typeof eraseSchema>
