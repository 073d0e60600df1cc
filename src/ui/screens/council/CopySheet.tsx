import CheckMark from '~icons/lucide/check'
import Copy from '~icons/lucide/copy'
import Warning from '~icons/lucide/triangle-alert'
import { copyText } from '#device/clipboard.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** The message for the group, read before it is taken along. */
export function CopySheet({ text, onClose }: { text: string; onClose: () => void }) {
  const { council, common } = useWords()
  const { paper } = council
  const toast = useToast()
  const copy = async () => {
    const done = await copyText(text)
    toast(done ? { text: paper.copied, icon: CheckMark } : { text: paper.notCopied, icon: Warning })
    if (done) onClose()
  }
  return (
    <Sheet open onClose={onClose} title={paper.copyTitle} text={paper.copyText} close={common.close}>
      <div class="stack">
        <p class="council-message">{text}</p>
        <p class="caption">{paper.letters([...text].length)}</p>
        <Key look="primary" wide icon={Copy} label={paper.copyNow} onPress={() => void copy()} />
      </div>
    </Sheet>
  )
}
