import Warning from '~icons/lucide/triangle-alert'
import { noteLook } from '#commands/looks.ts'
import { ring } from '#device/ring.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Look, LookReason } from '#domain/look.ts'
import { NUMBERS_A_DAY, numbersOn } from '#queries/bulkReading.ts'
import { useToast } from './parts/Toast.tsx'
import { useApp } from './state/app.ts'
import { hideNumber, showNumber } from './state/wholeNumber.ts'
import { useFormats, useWords } from './words.ts'

export interface Reach {
  /** Rings somebody who lives at a place. The call goes first: a full disk is no reason why nobody is reached. */
  call(home: RecordId, number: string): void
  /** After thirty in a day no more are shown, and it says who can help. */
  mayShow(): boolean
  /**
   * Shows the number called `key` in full, once it is written down that somebody saw it and what for; where that cannot be kept it
   * stays masked, and says so.
   */
  show(home: RecordId, key: string, why: LookReason): Promise<void>
  hide(): void
}

/** How residents' numbers leave their mask. Both ways are written down for the office, without the number; only the call does not wait for it. */
export function useReach(): Reach {
  const { ctx, today } = useApp()
  const { discretion, trace } = useWords()
  const { number } = useFormats()
  const toast = useToast()
  const note = async (place: RecordId, why: LookReason) => {
    const done = await noteLook(ctx, { place, what: 'phone', why, count: 1 })
    if (!done.ok) toast({ text: discretion.phoneNotNoted[why === 'call' ? 'call' : 'show'], icon: Warning })
    return done.ok
  }
  return {
    call(home, number) {
      ring(number)
      void note(home, 'call')
    },
    mayShow() {
      const looks = ctx.view.all<Look>('look')
      if (numbersOn(looks, ctx.me, today()) < NUMBERS_A_DAY) return true
      toast({ text: trace.limit(number(NUMBERS_A_DAY)), icon: Warning, long: true })
      return false
    },
    async show(home, key, why) {
      if (await note(home, why)) showNumber(key)
    },
    hide: hideNumber,
  }
}
