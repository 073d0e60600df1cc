import './more-tools.css'
import Bag from '~icons/lucide/shopping-bag'
import Grid from '~icons/lucide/layout-grid'
import Leave from '~icons/lucide/footprints'
import List from '~icons/lucide/clipboard-list'
import Megaphone from '~icons/lucide/megaphone'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import type { Icon } from '#ui/parts/icon.ts'
import { Key } from '#ui/parts/Key.tsx'
import { BinMark } from '#ui/parts/marks.tsx'
import { useWords } from '#ui/words.ts'

const TOOLS = [
  ['bags', Bag],
  ['bins', BinMark],
  ['cards', Megaphone],
  ['leaving', Leave],
  ['summary', List],
] as const satisfies readonly (readonly [string, Icon])[]

/** 更多: what is written less often than a tap, one press further away. Each has a screen of its own. */
export function MoreTools({ shift }: { shift: RecordId }) {
  const { shift: words, common } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Key icon={Grid} label={words.more} onPress={() => setOpen(true)} />
      <Sheet open={open} onClose={() => setOpen(false)} title={words.moreTitle} close={common.close}>
        <div class="more-tools">
          {TOOLS.map(([tool, icon]) => (
            <Key
              key={tool}
              size="tall"
              icon={icon}
              label={words.tool[tool]}
              href={`/bins/${shift}/${tool}`}
              onPress={() => setOpen(false)}
            />
          ))}
        </div>
      </Sheet>
    </>
  )
}
