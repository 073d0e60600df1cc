import type { Moment } from '#domain/bins/shift.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { itemName } from '#ui/screens/bins/checkWords.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords, type Words } from '#ui/words.ts'

/** Longer would not stand beside three keys on a phone. */
const LONGEST = 20

/** The words of one item, new or in place of another. Other words are another item: what was noted before keeps its own. */
export function ItemSheet(props: {
  when: Moment
  /** Empty: a new one. */
  item: string
  list: readonly string[]
  onKeep: (change: (list: readonly string[]) => readonly string[]) => Promise<boolean>
  onClose: () => void
}) {
  const { when, item, list, onKeep, onClose } = props
  const words = useWords()
  const said = words.checks.keep
  const name = item === '' ? '' : itemName(item, words)
  const draft = useDraft('bins.checklist', `${when} ${item}`, name)
  const wanted = keyOf(draft.value, words)
  const isThere = wanted !== item && list.includes(wanted)
  const why = wanted === '' ? said.empty : isThere ? said.already : undefined

  const keep = async (change: (list: readonly string[]) => readonly string[]) => {
    if (!(await onKeep(change))) return
    await draft.drop()
    onClose()
  }
  const save = () => {
    if (why) return
    if (wanted === item) return onClose()
    void keep((now) => (item === '' ? [...now, wanted] : now.map((one) => (one === item ? wanted : one))))
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={item === '' ? said.add : said.editTitle}
      text={item === '' ? undefined : said.editText}
      close={words.common.close}
      bar={<Key look="primary" wide label={said.keep} why={why} onPress={save} />}
    >
      <div class="stack-wide">
        <Field
          label={said.words}
          value={draft.value}
          placeholder={said.wordsHint}
          maxLength={LONGEST}
          onDraft={draft.set}
          onEnter={save}
        />
        {item !== '' && (
          <Key
            look="quiet"
            wide
            label={said.retireKey}
            why={list.length === 1 ? said.last : undefined}
            onPress={() => void keep((now) => now.filter((one) => one !== item))}
          />
        )}
      </div>
    </Sheet>
  )
}

/** Words that are one of our own items' are that item: it speaks every language and has its sentence for the ledger. */
function keyOf(text: string, { checks }: Words): string {
  const plain = text.replace(/\p{Cc}/gu, ' ').trim()
  return Object.keys(checks.item).find((key) => checks.item[key] === plain) ?? plain
}
