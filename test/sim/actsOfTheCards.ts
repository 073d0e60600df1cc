import { putRecording } from '#commands/recordings.ts'
import { DIALECTS, recordingId } from '#domain/bins/recording.ts'
import { type Act, bytes } from './ground.ts'

/** Few, so that two people who have not heard of each other meet at one slot. */
export const CARDS = ['empty_bag', 'batteries'] as const

/** Who keeps the bins says a card in the words of the place, says it again, and takes it away. */
export const ofTheCards: readonly Act[] = [
  (ground) => {
    const { chance, ctx } = ground
    const slot = { card: chance.pick(CARDS), dialect: chance.pick(DIALECTS) }
    const sound = chance.once(4)
      ? undefined
      : bytes(ground, ctx.compound, recordingId(ctx.tenant, slot.card, slot.dialect))
    return putRecording(ctx, slot, sound)
  },
]
