import { Nothing } from '#ui/Nothing.tsx'
import { CopyKey } from '#ui/paper/CopyKey.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { useNotAll } from '#ui/useNotAll.ts'
import { useWords } from '#ui/words.ts'

/** The text for the group, to be read before it is sent. */
export function GroupText({ text, open, onClose }: { text: string; open: boolean; onClose: () => void }) {
  const { sheets, common } = useWords()
  const { group } = sheets
  const notAll = useNotAll()
  return (
    <Sheet open={open} onClose={onClose} title={group.title} text={group.text} close={common.close}>
      <div class="stack">
        {notAll ? (
          <Nothing title={group.title} />
        ) : (
          <>
            <p class="group-text">{text}</p>
            <p class="caption">{group.length([...text].length)}</p>
          </>
        )}
        <CopyKey
          label={group.copyNow}
          text={text}
          title={sheets.title}
          why={notAll}
          copied={group.copied}
          notCopied={group.notCopied}
          onCopied={onClose}
        />
      </div>
    </Sheet>
  )
}
