import { CopyKey } from '#ui/paper/CopyKey.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { useWords } from '#ui/words.ts'

/** The message for the group, read before it is taken along. */
export function CopySheet({ text, onClose }: { text: string; onClose: () => void }) {
  const { council, common } = useWords()
  const { paper } = council
  return (
    <Sheet open onClose={onClose} title={paper.copyTitle} text={paper.copyText} close={common.close}>
      <div class="stack">
        <p class="council-message">{text}</p>
        <p class="caption">{paper.letters([...text].length)}</p>
        <CopyKey
          label={paper.copyNow}
          text={text}
          title={council.minutes}
          copied={paper.copied}
          notCopied={paper.notCopied}
          onCopied={onClose}
        />
      </div>
    </Sheet>
  )
}
