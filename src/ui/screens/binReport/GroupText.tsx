import Copy from '~icons/lucide/copy'
import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { copyText } from '#device/clipboard.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useWords } from '#ui/words.ts'

/** The text for the group, to be read before it is sent. */
export function GroupText({ text, open, onClose }: { text: string; open: boolean; onClose: () => void }) {
  const { sheets, common } = useWords()
  const toast = useToast()
  const { group } = sheets
  const copy = async () => {
    const done = await copyText(text)
    toast(done ? { text: group.copied, icon: CheckMark } : { text: group.notCopied, icon: Warning })
    if (done) onClose()
  }
  return (
    <Sheet open={open} onClose={onClose} title={group.title} text={group.text} close={common.close}>
      <div class="stack">
        <p class="group-text">{text}</p>
        <p class="caption">{group.length([...text].length)}</p>
        <Key look="primary" wide icon={Copy} label={group.copyNow} onPress={() => void copy()} />
      </div>
    </Sheet>
  )
}
