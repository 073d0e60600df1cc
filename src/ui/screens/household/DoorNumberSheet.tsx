import { useState } from 'preact/hooks'
import { renumberDoor } from '#commands/doors.ts'
import type { Place } from '#domain/places.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'

/** 换门牌号: the same home under another number of its floor. */
export function DoorNumberSheet({ dwelling, onClose }: { dwelling: Place; onClose: () => void }) {
  const { household, common } = useWords()
  const words = household.door
  const { ctx } = useApp()
  const toast = useToast()
  const [number, setNumber] = useState('')
  const [wrong, setWrong] = useState(false)
  const go = async () => {
    const done = await renumberDoor(ctx, dwelling, number)
    if (done.ok) {
      toast({ text: words.done(dwelling.label, ctx.view.get<Place>(dwelling.id)?.label ?? '') })
      onClose()
    } else if (done.refused === 'notPossible' || done.refused === 'nothingToDo') setWrong(true)
    else toast({ text: common.refused[done.refused] })
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.title(dwelling.label)}
      text={words.help}
      close={common.close}
      bar={<Key look="primary" wide label={words.go} onPress={() => void go()} />}
    >
      <Field
        label={words.field}
        value={number}
        inputMode="numeric"
        maxLength={12}
        onDraft={(next) => {
          setNumber(next)
          setWrong(false)
        }}
        onEnter={() => void go()}
        error={wrong ? words.wrong : undefined}
      />
    </Sheet>
  )
}
