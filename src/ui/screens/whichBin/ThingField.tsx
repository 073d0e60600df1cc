import Search from '~icons/lucide/search'
import { useState } from 'preact/hooks'
import { namedBy } from '#domain/whichBin.ts'
import { itemNo } from '#domain/whichBin/list.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useLanguage, useWords } from '#ui/words.ts'
import { listed } from './listed.ts'
import { ListedRow } from './ListedRow.tsx'

/** Which thing a rule is for: found in the list while typing, or a word of the compound's own. */
export function ThingField({
  thing,
  fixed,
  onThing,
}: {
  thing: number | string | undefined
  /** Whoever came with a thing does not change it. */
  fixed: boolean
  onThing: (thing: number | string | undefined) => void
}) {
  const words = useWords().whichBin
  const { keep } = words
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  if (thing !== undefined) {
    const item = typeof thing === 'number' ? itemNo(thing) : undefined
    return (
      <div class="rule-thing">
        <p class="rule-thing-words">
          <b>{item ? item.label[language] : thing}</b>
          <span>{item ? keep.fromList(words.name[item.waste]) : words.ownThing}</span>
        </p>
        {!fixed && <Key look="quiet" label={keep.change} onPress={() => onThing(undefined)} />}
      </div>
    )
  }
  const word = typed.trim()
  return (
    <div class="stack">
      <Field
        label={keep.thing}
        icon={Search}
        placeholder={keep.thingHint}
        value={typed}
        maxLength={40}
        onDraft={setTyped}
      />
      {word !== '' && (
        <Rows label={keep.thing}>
          {listed(word).map((item) => (
            <ListedRow key={item.key} item={item} onPress={() => onThing(Number(item.key))} />
          ))}
          {!namedBy(word) && <Row title={word} sub={keep.ownWord} onPress={() => onThing(word)} />}
        </Rows>
      )}
    </div>
  )
}
