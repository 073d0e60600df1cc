import CheckMark from '~icons/lucide/check'
import Clock from '~icons/lucide/clock'
import Ellipsis from '~icons/lucide/ellipsis'
import type { Ruling } from '#domain/council/agendaItem.ts'
import { lawOf } from '#domain/council/councilLaw.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import type { ItemProps } from './ItemPane.tsx'
import type { Rules } from './useRuling.ts'

interface BarProps extends Omit<ItemProps, 'meeting'> {
  ruling: Rules
}

/** 定了，议第 4 件: what is written is ruled, who it names gets it, and the next item comes. */
export function ItemBar({ items, item, draft, ruling, onOver }: BarProps) {
  const { busy, after, rules } = ruling
  const { council, common } = useWords()
  const { number } = useFormats()
  const law = lawOf({ ...item, question: draft.text('question') })
  const decision = draft.text('decision').trim()
  const nextNo = after && items.indexOf(after) + 1
  const usual: Ruling = law.owners ? 'to_owners_assembly' : 'agreed'
  const label = law.owners
    ? council.propose
    : law.duty && !law.votes
      ? council.handled
      : nextNo === undefined
        ? council.last
        : council.next(number(nextNo))
  return (
    <BottomBar>
      <Key icon={Clock} label={council.defer} onPress={() => void rules(item, 'deferred')} />
      <Key icon={Ellipsis} label={council.otherRuling} onPress={() => onOver('ruling')} />
      <Key
        look="primary"
        icon={CheckMark}
        label={label}
        why={decision === '' ? council.say : undefined}
        busy={busy}
        busyLabel={common.saving}
        onPress={() => void rules(item, usual)}
      />
    </BottomBar>
  )
}
