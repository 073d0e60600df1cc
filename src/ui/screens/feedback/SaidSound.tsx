import './voice.css'
import Keyboard from '~icons/lucide/keyboard'
import { useState } from 'preact/hooks'
import type { FeedbackDetail } from '#queries/feedbackDetail.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'
import { useMay } from './may.ts'
import { TypeSheet } from './TypeSheet.tsx'
import { VoiceKey } from './VoiceKey.tsx'

/** What was said, to be heard; without words yet, whoever may write puts it into words. */
export function SaidSound({ detail }: { detail: FeedbackDetail }) {
  const { note: words } = useWords().voices
  const mayType = useMay('recordFeedback', detail)
  const [typing, setTyping] = useState(false)
  const voice = detail.record?.voice
  if (!voice) return null
  return (
    <>
      <VoiceKey voice={voice}>
        {detail.text === '' && mayType && (
          <Key icon={Keyboard} label={words.type} onPress={() => setTyping(true)} />
        )}
        {detail.typedBy && <p class="caption">{words.typedBy(detail.typedBy)}</p>}
      </VoiceKey>
      {typing && <TypeSheet id={detail.id} voice={voice} onClose={() => setTyping(false)} />}
    </>
  )
}
