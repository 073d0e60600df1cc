import Down from '~icons/lucide/arrow-down'
import Up from '~icons/lucide/arrow-up'
import Off from '~icons/lucide/list-x'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { editItem, moveItem } from '#commands/council.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import { leaveTo } from '#ui/parts/backCloses.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useKeep } from './useKeep.ts'

/** Moves an item, says it otherwise, or takes it off this agenda. */
export function ItemMore(props: { items: readonly AgendaItem[]; item: AgendaItem; onClose: () => void }) {
  const { items, item, onClose } = props
  const { council, common } = useWords()
  const { ctx } = useApp()
  const { route } = useLocation()
  const keep = useKeep()
  const toast = useToast()
  const [title, setTitle] = useState(item.title)
  const close = () => {
    const said = title.trim()
    if (said !== '' && said !== item.title) void keep(editItem(ctx, item, { title: said }))
    onClose()
  }
  const takeOff = async () => {
    onClose()
    if (!(await keep(editItem(ctx, item, { off: true })))) return
    toast({
      text: council.tookOff,
      undo: {
        label: common.undo,
        onPress: () => void keep(editItem(ctx, { ...item, off: true }, { off: undefined })),
      },
    })
    leaveTo(`/council/${item.meeting}`, (sitting) => route(sitting, true))
  }
  return (
    <Sheet open onClose={close} title={council.item} close={common.close}>
      <div class="stack">
        <Field label={council.rename} value={title} maxLength={60} onDraft={setTitle} />
        <Key wide icon={Up} label={council.up} onPress={() => void keep(moveItem(ctx, items, item, -1))} />
        <Key wide icon={Down} label={council.down} onPress={() => void keep(moveItem(ctx, items, item, 1))} />
        <Key wide icon={Off} label={council.takeOff} onPress={() => void takeOff()} />
      </div>
    </Sheet>
  )
}
