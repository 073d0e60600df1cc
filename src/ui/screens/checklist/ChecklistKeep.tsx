import './checklist.css'
import Down from '~icons/lucide/chevron-down'
import Pencil from '~icons/lucide/pencil'
import Plus from '~icons/lucide/plus'
import Up from '~icons/lucide/chevron-up'
import { useState } from 'preact/hooks'
import { keepChecklist } from '#commands/checks.ts'
import { ITEMS_MOST, movedIn, USUAL_ITEMS } from '#domain/bins/checklist.ts'
import { type Moment, MOMENTS } from '#domain/bins/shift.ts'
import { itemsNow } from '#queries/checklist.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { itemName } from '#ui/screens/bins/checkWords.ts'
import { KeptScreen } from '#ui/screens/plan/KeptScreen.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { ItemSheet } from './ItemSheet.tsx'

/** `/bins/keep/checklist`: what is looked at on arrival and on leaving. Each press is kept; open shifts go on by their list. */
export function ChecklistKeep() {
  const words = useWords()
  const said = words.checks.keep
  const { ctx } = useApp()
  const doing = useDoing()
  const [when, setWhen] = useState<Moment>('arrival')
  /** The item whose words are changed; empty for a new one. */
  const [editing, setEditing] = useState<string>()
  const [restoring, setRestoring] = useState(false)
  const list = useView((view) => itemsNow(view, ctx.tenant)[when])

  const keep = async (change: (list: readonly string[]) => readonly string[]) => {
    const before = list
    const done = await doing.run(() => keepChecklist(ctx, when, change), {
      text: said.saved,
      undo: { label: words.common.undo, onPress: () => void keepChecklist(ctx, when, () => before) },
    })
    return done !== undefined
  }
  const isUsual = USUAL_ITEMS[when].join('\n') === list.join('\n')
  return (
    <KeptScreen
      by="setUp"
      title={said.title}
      sub={said.now}
      back="/bins/keep"
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            icon={Plus}
            label={said.add}
            why={list.length >= ITEMS_MOST ? said.full(ITEMS_MOST) : undefined}
            onPress={() => setEditing('')}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <Segmented
          label={said.lists}
          value={when}
          onChange={setWhen}
          options={MOMENTS.map((value) => ({ value, label: said.list[value] }))}
        />
        <ol class="checklist" aria-label={said.list[when]}>
          {list.map((item, index) => {
            const name = itemName(item, words)
            return (
              <li key={item} class="checklist-row">
                <span class="checklist-name">{name}</span>
                <span class="checklist-keys">
                  <Key
                    bare
                    icon={Up}
                    label={said.up(name)}
                    why={index === 0 ? said.up(name) : undefined}
                    onPress={() => void keep((now) => movedIn(now, item, -1))}
                  />
                  <Key
                    bare
                    icon={Down}
                    label={said.down(name)}
                    why={index === list.length - 1 ? said.down(name) : undefined}
                    onPress={() => void keep((now) => movedIn(now, item, 1))}
                  />
                  <Key bare icon={Pencil} label={said.edit(name)} onPress={() => setEditing(item)} />
                </span>
              </li>
            )
          })}
        </ol>
        {!isUsual && <Key look="quiet" wide label={said.restore} onPress={() => setRestoring(true)} />}
      </div>
      {editing !== undefined && (
        <ItemSheet
          key={`${when} ${editing}`}
          when={when}
          item={editing}
          list={list}
          onKeep={keep}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Dialog open={restoring} onClose={() => setRestoring(false)} title={said.restoreTitle}>
        <Key
          wide
          label={said.restoreGo}
          onPress={() => void keep(() => USUAL_ITEMS[when]).then(() => setRestoring(false))}
        />
        <Key look="primary" wide focusFirst label={said.stay} onPress={() => setRestoring(false)} />
      </Dialog>
    </KeptScreen>
  )
}
