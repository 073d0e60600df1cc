import { useState } from 'preact/hooks'
import { moveBack, moveOut } from '#commands/moves.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Person } from '#queries/residents.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Ticks } from './Ticks.tsx'
import { useDoing } from './useDoing.ts'

/** As many as one act takes. */
export const TOGETHER = 20

/** 搬走了: who of the household, and on which day; today unless it is said. */
export function MoveOutSheet({ people, onClose }: { people: readonly Person[]; onClose: () => void }) {
  const { household, common } = useWords()
  const { list } = useFormats()
  const words = household.move
  const { ctx, today } = useApp()
  const doing = useDoing()
  const [going, setGoing] = useState<readonly RecordId[]>(
    people.length === 1 ? people.map(({ resident }) => resident.id) : [],
  )
  const [day, setDay] = useState(today())
  const names = people
    .filter(({ resident }) => going.includes(resident.id))
    .map(({ resident }) => resident.name)
  const why = going.length === 0 ? words.chooseWho : day === '' || day > today() ? words.dayWrong : undefined
  const go = async () => {
    const gone = going.slice(0, TOGETHER)
    if (await doing(moveOut(ctx, gone, day), words.outDone(list(names)), () => moveBack(ctx, gone))) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.outTitle}
      close={common.close}
      bar={<Key look="primary" wide label={words.outGo(going.length)} why={why} onPress={() => void go()} />}
    >
      <div class="stack">
        <Ticks label={words.outTitle} options={tickable(people)} value={going} onChange={setGoing} />
        <Field label={words.outDay} type="date" max={today()} value={day} onDraft={setDay} />
      </div>
    </Sheet>
  )
}

export function tickable(people: readonly Person[]) {
  return people.slice(0, TOGETHER).map(({ resident }) => ({ value: resident.id, label: resident.name }))
}
