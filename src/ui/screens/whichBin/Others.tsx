import Chevron from '~icons/lucide/chevron-down'
import { useState } from 'preact/hooks'
import type { Item } from '#domain/whichBin/list.ts'
import { type OwnAnswers, wasteHere } from '#queries/whichBin.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { signOf } from '#ui/screens/bins/signs.tsx'
import { useLanguage, useWords } from '#ui/words.ts'

/** More near ones than this are shown when asked for. */
const NEAR = 2

/** Other things, each with the sign of its bin; `first` of them at once, the rest when asked for. */
export function Others({
  items,
  first = NEAR,
  own,
  onChoose,
}: {
  items: readonly Item[]
  first?: number | undefined
  own: OwnAnswers
  onChoose: (item: Item) => void
}) {
  const words = useWords().whichBin
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  if (items.length === 0) return null
  const few = opened ? items : items.slice(0, first)
  return (
    <div class="stack">
      {few.length > 0 && (
        <Card pad={false}>
          <Rows label={words.near}>
            {few.map((item) => {
              const waste = wasteHere(item, own)
              const Sign = signOf(waste)
              return (
                <Row
                  key={item.key}
                  lead={
                    <span class={`near-sign answer-${waste}`}>
                      <Sign aria-hidden="true" />
                    </span>
                  }
                  title={item.label[language]}
                  sub={words.name[waste]}
                  onPress={() => onChoose(item)}
                />
              )
            })}
          </Rows>
        </Card>
      )}
      {few.length < items.length && (
        <Key
          look="quiet"
          wide
          icon={Chevron}
          label={words.more(items.length - few.length)}
          onPress={() => setOpened(true)}
        />
      )}
    </div>
  )
}
