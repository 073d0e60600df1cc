import Search from '~icons/lucide/search'
import { useState } from 'preact/hooks'
import { nameAs } from '#commands/whichBin.ts'
import type { Item } from '#domain/whichBin/list.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Rows } from '#ui/parts/Rows.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useApp } from '#ui/state/app.ts'
import { useLanguage, useWords } from '#ui/words.ts'
import { shortLabel } from './label.ts'
import { listed } from './listed.ts'
import { ListedRow } from './ListedRow.tsx'

/**
 * Which thing of the list a word means: what it resembles stands there at once, anything else is found by typing, and one
 * press decides.
 */
export function SameAs({
  word,
  onDone,
  onClose,
}: {
  word: string
  onDone?: () => void
  onClose: () => void
}) {
  const {
    common,
    whichBin: { keep },
  } = useWords()
  const language = useLanguage()
  const { ctx, today } = useApp()
  const doing = useDoing()
  const [typed, setTyped] = useState('')
  const found = listed(typed.trim() === '' ? word : typed)
  const choose = async (item: Item) => {
    const text = keep.named(word, shortLabel(item, language))
    if (!(await doing.run(() => nameAs(ctx, word, Number(item.key), today()), { text }))) return
    onClose()
    onDone?.()
  }
  return (
    <Sheet open onClose={onClose} title={keep.sameAsTitle(word)} close={common.close}>
      <div class="stack">
        <Field
          label={keep.thing}
          icon={Search}
          placeholder={keep.sameAsHint}
          value={typed}
          maxLength={40}
          onDraft={setTyped}
        />
        <div aria-live="polite">
          {found.length > 0 && (
            <Rows label={keep.thing}>
              {found.map((item) => (
                <ListedRow key={item.key} item={item} onPress={() => void choose(item)} />
              ))}
            </Rows>
          )}
          {found.length === 0 && typed.trim() !== '' && <p>{keep.sameAsNone}</p>}
        </div>
      </div>
    </Sheet>
  )
}
