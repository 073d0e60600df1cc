import CheckMark from '~icons/lucide/check'
import Clock from '~icons/lucide/clock'
import Ellipsis from '~icons/lucide/ellipsis'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { rule } from '#commands/council.ts'
import { RULINGS, type Ruling } from '#domain/council/agendaItem.ts'
import { lawOf } from '#domain/council/councilLaw.ts'
import type { PersonId } from '#domain/ids.ts'
import { isRuled } from '#queries/council.ts'
import { leaveTo, onceShut } from '#ui/parts/backCloses.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import type { ItemProps } from './ItemPane.tsx'
import { useKeep } from './useKeep.ts'

/** 定了，议第 4 件: what is written is ruled, who it names gets it, and the next item comes. */
export function ItemBar({ meeting, items, item, draft }: ItemProps) {
  const { council, common } = useWords()
  const { number } = useFormats()
  const { ctx } = useApp()
  const { route } = useLocation()
  const keep = useKeep()
  const [busy, setBusy] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const law = lawOf({ ...item, question: draft.text('question') })
  const decision = draft.text('decision').trim()
  const after = items.find((one) => one.id !== item.id && !isRuled(one))
  const nextNo = after && items.indexOf(after) + 1
  const usual: Ruling = law.owners ? 'to_owners_assembly' : 'agreed'
  const rules = async (ruling: Ruling) => {
    setBusy(true)
    setChoosing(false)
    // What stands in a field that still has the focus belongs to it.
    await draft.keep()
    const whose = draft.whose.trim()
    const fresh = ctx.view.get<typeof item>(item.id) ?? item
    const done = await keep(
      rule(ctx, fresh, {
        ruling,
        decision,
        assignee: draft.assignee === '' ? undefined : (draft.assignee as PersonId),
        whose: whose === '' ? undefined : whose,
        due: draft.due === '' ? undefined : draft.due,
        otherwise: council.otherwise,
      }),
      council.ruling[ruling],
    )
    setBusy(false)
    if (!done) return
    await draft.drop()
    if (after) onceShut(() => route(`/council/${meeting.id}?item=${after.id}`, true))
    else leaveTo(`/council/${meeting.id}`, (sitting) => route(sitting, true))
  }
  const label = law.owners
    ? council.propose
    : law.duty && !law.votes
      ? council.handled
      : nextNo === undefined
        ? council.last
        : council.next(number(nextNo))
  return (
    <>
      <BottomBar>
        <Key icon={Clock} label={council.defer} onPress={() => void rules('deferred')} />
        <Key icon={Ellipsis} label={council.otherRuling} onPress={() => setChoosing(true)} />
        <Key
          look="primary"
          icon={CheckMark}
          label={label}
          why={decision === '' ? council.say : undefined}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void rules(usual)}
        />
      </BottomBar>
      <Sheet
        open={choosing}
        onClose={() => setChoosing(false)}
        title={council.otherRuling}
        close={common.close}
      >
        <div class="stack">
          {RULINGS.filter((one) => one !== 'agreed' && one !== 'deferred').map((one) => (
            <Key key={one} wide label={council.ruling[one]} onPress={() => void rules(one)} />
          ))}
        </div>
      </Sheet>
    </>
  )
}
