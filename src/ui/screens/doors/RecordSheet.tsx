import './outcome-keys.css'
import Check from '~icons/lucide/check'
import Door from '~icons/lucide/door-closed'
import type { RecordId } from '#domain/ids.ts'
import type { VisitOutcome } from '#domain/doors/visit.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useRecordDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { OTHERS } from './OtherOutcomes.tsx'
import { useKnock } from './useKnock.ts'

const EMPTY = { note: '' }

/** 记一次走访: a few words if they like, kept as they are typed, then the answer, which keeps both. */
export function RecordSheet({
  open,
  door,
  home,
  onClose,
}: {
  open: boolean
  door: string
  home: RecordId
  onClose: () => void
}) {
  const { doors: words, common } = useWords()
  const draft = useRecordDraft('doors.visit', home, EMPTY)
  const { id, note } = draft.value
  const { knock, takeBack } = useKnock()
  const toast = useToast()
  const answer = async (outcome: VisitOutcome) => {
    const kept = await knock({ id, dwelling: home, outcome, ...(note.trim() && { note }) })
    if (kept === undefined) return
    toast({
      text: words.round.kept(door, words.outcome[outcome]),
      undo: { label: common.undo, onPress: () => void takeBack(kept) },
    })
    await draft.drop()
    onClose()
  }
  return (
    <Sheet open={open} onClose={onClose} title={words.home.recordTitle} close={common.close}>
      <div class="stack">
        <FreeText
          label={words.home.noteLabel}
          help={words.home.noteHelp}
          value={note}
          onDraft={(next) => draft.set({ note: next })}
          rows={2}
          maxLength={500}
        />
        <div class="outcome-keys">
          <Key look="primary" icon={Check} label={words.outcome.met} onPress={() => void answer('met')} />
          <Key icon={Door} label={words.outcome.noAnswer} onPress={() => void answer('noAnswer')} />
          {OTHERS.map(([outcome, icon]) => (
            <Key
              key={outcome}
              icon={icon}
              label={words.outcome[outcome]}
              onPress={() => void answer(outcome)}
            />
          ))}
        </div>
      </div>
    </Sheet>
  )
}
