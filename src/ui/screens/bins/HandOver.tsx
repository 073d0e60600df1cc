import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import { closeShift, reopenShift } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { sinceHandOver } from '#queries/goOn.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useBagging, useTallying } from './keys.ts'
import { type Note, NOTE_FORM } from './SummaryNote.tsx'

/** 交班 is one press: it closes at once, with the word for the next shift that lies written, and the way back stands beside it. */
export function useHandOver(shift: RecordId) {
  const words = useWords()
  const { ctx, drafts } = useApp()
  const toast = useToast()
  const goOn = useGoOn(shift)
  const taps = useTallying(shift)
  const bags = useBagging(shift)
  const [busy, setBusy] = useState(false)
  return {
    busy,
    /** `note` where its form is on the screen; otherwise what lies written of it goes along. */
    async handOver(note?: Note) {
      if (busy) return
      setBusy(true)
      // What is on its way to the disk belongs to this shift.
      await Promise.all([taps.settled(), bags.settled()])
      const said = note?.value ?? (await drafts.open<string>(NOTE_FORM, shift))
      const spending = {
        ...ctx,
        commit: (intents: Parameters<typeof ctx.commit>[0]) =>
          ctx.commit(intents, { form: NOTE_FORM, about: shift }),
      }
      const done = await closeShift(spending, shift, said)
      setBusy(false)
      if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
      await note?.drop()
      toast({
        text: words.bins.summary.done,
        undo: { label: words.common.undo, onPress: () => void goOn() },
        long: true,
      })
    },
  }
}

/** Takes the hand-over back and goes to the keys, unless somebody has begun there since. */
export function useGoOn(shift: RecordId): () => Promise<void> {
  const words = useWords()
  const { ctx, today } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  return async () => {
    const kept = ctx.view.get<Shift>(shift)
    const may = kept && sinceHandOver(ctx.view, ctx.me, kept, today()).mayGoOn
    const done = may ? await reopenShift(ctx, shift) : ({ ok: false, refused: 'notPossible' } as const)
    if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
    toast({ text: words.shift.after.wentOn })
    route(`/bins/${shift}`, true)
  }
}

const SETTLING_MS = 600

/** A second touch of a wet glove on 交班 must not press what has come to stand in its place. */
export function useJustHandedOver({ closedAt }: Pick<Shift, 'closedAt'>): boolean {
  const { now } = useApp()
  const [settled, settle] = useState<string>()
  useEffect(() => {
    if (closedAt === undefined) return
    const timer = setTimeout(() => settle(closedAt), SETTLING_MS)
    return () => clearTimeout(timer)
  }, [closedAt])
  if (closedAt === undefined || settled === closedAt) return false
  const since = Date.parse(now()) - Date.parse(closedAt)
  return since >= 0 && since < SETTLING_MS
}
