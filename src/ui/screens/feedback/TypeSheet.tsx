import { typeVoice } from '#commands/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { VoiceNote } from '#domain/feedback/voiceNote.ts'
import { FreeText } from '#ui/FreeText.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useAct } from './act.ts'
import { VoiceKey } from './VoiceKey.tsx'

/** 打成字: by whoever has the time and the ears for it; kept as a draft at each input. */
export function TypeSheet(props: { id: RecordId; voice: VoiceNote; onClose: () => void }) {
  const { feedback, voices, common } = useWords()
  const words = voices.note
  const act = useAct()
  const draft = useDraft('feedback.type', props.id, '')
  const save = async () => {
    if (!(await act(typeVoice(draft.ctx, props.id, draft.value), words.typed))) return
    await draft.drop()
    props.onClose()
  }
  return (
    <Sheet
      open
      onClose={props.onClose}
      title={words.typeTitle}
      close={common.close}
      bar={<Key look="primary" wide label={common.save} onPress={() => void save()} />}
    >
      <div class="stack">
        <VoiceKey voice={props.voice} />
        <FreeText
          label={feedback.capture.words}
          value={draft.value}
          maxLength={500}
          onDraft={(text) => draft.set(text)}
        />
      </div>
    </Sheet>
  )
}
