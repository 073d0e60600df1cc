import CheckMark from '~icons/lucide/check'
import Download from '~icons/lucide/download'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { thisBrowser } from '#device/browser.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { handOverTables, tableFileName } from '#ui/tableFile.ts'
import { useWords } from '#ui/words.ts'

interface TableKeyProps {
  /** What the file is called, part by part; never who is in it. */
  name: readonly (string | undefined)[]
  /** Made only when somebody asks for them. */
  tables: () => readonly Table[]
  /** Keeps the line that every table leaves that goes; `false` lets nothing go. */
  before: () => Promise<boolean>
}

/** Beside the print key: the same as a table that can be added up and sent on. */
export function TableKey({ name, tables, before }: TableKeyProps) {
  const { exports } = useWords()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  // In another app's window no file can be kept.
  if (thisBrowser().inside !== undefined) return null
  const save = async () => {
    setBusy(true)
    try {
      if (await before()) {
        const done = await handOverTables(tableFileName(name), tables())
        if (done !== 'cancelled') toast({ text: exports.saved, icon: CheckMark })
      }
    } catch {
      toast({ text: exports.notSaved, icon: Warning })
    }
    setBusy(false)
  }
  return (
    <Key
      icon={Download}
      label={exports.save}
      busy={busy}
      busyLabel={exports.making}
      onPress={() => void save()}
    />
  )
}
