import CheckMark from '~icons/lucide/check'
import Copy from '~icons/lucide/copy'
import Warning from '~icons/lucide/triangle-alert'
import { copyText } from '#device/clipboard.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useTaken } from './useTaken.ts'

interface CopyKeyProps {
  label: string
  text: string
  /** What the line calls it that is left. */
  title: string
  /** Why it is not to be taken along now. */
  why?: string | undefined
  copied: string
  notCopied: string
  onCopied?: (() => void) | undefined
}

/** Takes a text along that is sent with another app, and leaves a line that somebody did. */
export function CopyKey({ label, text, title, why, copied, notCopied, onCopied }: CopyKeyProps) {
  const toast = useToast()
  const taken = useTaken()
  const copy = async () => {
    // At once: some browsers let a page copy only in the moment of the press. The line is kept after it.
    const done = await copyText(text)
    toast(done ? { text: copied, icon: CheckMark } : { text: notCopied, icon: Warning })
    if (!done) return
    onCopied?.()
    await taken({ what: 'copied', note: title })
  }
  return <Key look="primary" wide icon={Copy} label={label} why={why} onPress={() => void copy()} />
}
