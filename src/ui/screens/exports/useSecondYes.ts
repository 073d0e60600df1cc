import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { askToExport } from '#commands/exportRequests.ts'
import type { RecordId } from '#domain/ids.ts'
import type { LookReason } from '#domain/look.ts'
import { type Permit, permitFor, type Taking } from '#queries/exportPermit.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useWords } from '#ui/words.ts'

export interface SecondYes {
  readonly permit: Permit
  /** It may be taken away now. */
  readonly may: boolean
  /** Somebody can be asked now. */
  readonly canAsk: boolean
  /** Names the yes in what is written down. */
  readonly request: RecordId | undefined
  readonly busy: boolean
  ask(why: LookReason, note: string): Promise<void>
}

/** Whether a table with names needs the yes of a second person of the office, and has it. */
export function useSecondYes(taking: Taking): SecondYes {
  const { ctx } = useApp()
  const { reader } = useReader()
  const { trace, common } = useWords()
  const now = useNow()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const permit = permitFor(ctx.view, reader, taking, now)
  return {
    permit,
    may: permit.is === 'free' || permit.is === 'allowed',
    canAsk: permit.is === 'ask' || permit.is === 'refused',
    request: permit.is === 'allowed' ? permit.request.id : undefined,
    busy,
    async ask(why, note) {
      setBusy(true)
      const asked = await askToExport(ctx, { ...taking, why, note })
      setBusy(false)
      if (asked.ok) toast({ text: trace.second.asked, icon: CheckMark })
      else toast({ text: common.refused[asked.refused], icon: Warning })
    },
  }
}
