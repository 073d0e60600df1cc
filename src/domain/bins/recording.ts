import { maxLength, minLength, optional, picklist, pipe, strictObject, string } from 'valibot'
import { derivedId, id, type RecordId, type TenantId } from '#domain/ids.ts'
import { marked, mergeFields } from '#domain/merge.ts'
import { photoHash } from '#domain/photoHash.ts'
import { creation, fresh, type Kind, type Recorded } from '#domain/record.ts'

export const DIALECTS = ['mandarin', 'sichuan'] as const
export type Dialect = (typeof DIALECTS)[number]

/** What somebody of the compound says to a card. Its bytes travel as photos do, and stay on every device that may play it. */
export interface Recording extends Recorded {
  readonly kind: 'recording'
  /** A card of this version or of a later one. */
  readonly card: string
  readonly dialect: Dialect
  /** SHA-256 of the bytes, hex; absent: it was taken away again. */
  readonly sound?: string
}

/** One slot for a card in a dialect: who records it again replaces it. */
export function recordingId(tenant: TenantId, card: string, dialect: Dialect): RecordId {
  return derivedId('recording', tenant, card, dialect)
}

export const recording: Kind<Recording> = {
  kind: 'recording',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'settings', people: [] }),
  photosOf: (record) => (record.sound === undefined ? [] : [record.sound]),
  photosStay: true,
  verbs: {
    put: creation({
      v: 1,
      args: strictObject({
        /** The compound's place. */
        place: id,
        card: pipe(string(), minLength(1), maxLength(40)),
        dialect: picklist(DIALECTS),
        sound: optional(photoHash),
        /** What could be heard before, as its author knew it. */
        was: optional(photoHash),
      }),
      act: 'keepBins',
      create: ({ place, card, dialect, sound }, change, stamp): Recording => ({
        ...fresh('recording', place as RecordId, change, stamp),
        kind: 'recording',
        card,
        dialect,
        ...(sound !== undefined && { sound }),
        ...marked(stamp, 'sound'),
      }),
      meet: (record: Recording, { sound, was }, change, stamp) =>
        mergeFields(record, { sound: { was, now: sound } }, change, stamp),
    }),
  },
}
