import Warning from '~icons/lucide/triangle-alert'
import { noteLook } from '#commands/looks.ts'
import { ring } from '#device/ring.ts'
import type { RecordId } from '#domain/ids.ts'
import { useToast } from './parts/Toast.tsx'
import { useApp } from './state/app.ts'
import { hideNumber, showNumber } from './state/wholeNumber.ts'
import { useWords } from './words.ts'

export interface Reach {
  /** Rings somebody who lives at a place. The call goes first: a full disk is no reason why nobody is reached. */
  call(home: RecordId, number: string): void
  /** Shows the number called `key` in full, once it is written down that somebody saw it; where that cannot be kept, it says so. */
  show(home: RecordId, key: string): Promise<void>
  hide(): void
}

/** How residents' numbers leave their mask. Both ways are written down for the office, without the number. */
export function useReach(): Reach {
  const { ctx } = useApp()
  const { discretion } = useWords()
  const toast = useToast()
  const note = async (place: RecordId) => {
    const done = await noteLook(ctx, { place, what: 'phone', why: 'call', count: 1 })
    if (!done.ok) toast({ text: discretion.phoneNotNoted, icon: Warning })
  }
  return {
    call(home, number) {
      ring(number)
      void note(home)
    },
    async show(home, key) {
      await note(home)
      showNumber(key)
    },
    hide: hideNumber,
  }
}
