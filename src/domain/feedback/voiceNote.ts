import { type InferOutput, integer, maxValue, minValue, number, picklist, pipe, strictObject } from 'valibot'
import { photoHash } from '#domain/photoHash.ts'

/** What somebody says at a door takes a minute at the most; it is to be listened to again by whoever types it. */
export const VOICE_SECONDS = 60

/** The volunteer tells it again, or the resident speaks, after they were asked. */
export const SPEAKERS = ['retold', 'resident'] as const
export type Speaker = (typeof SPEAKERS)[number]

/** What was said, as a sound: an entry of its own, with or without words. Its bytes travel as photos do. */
export const voiceNote = strictObject({
  /** SHA-256 of the bytes, hex. */
  sound: photoHash,
  seconds: pipe(number(), integer(), minValue(1), maxValue(VOICE_SECONDS)),
  speaker: picklist(SPEAKERS),
})
export type VoiceNote = Readonly<InferOutput<typeof voiceNote>>
