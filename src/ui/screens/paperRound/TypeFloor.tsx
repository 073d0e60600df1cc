import CheckMark from '~icons/lucide/check'
import Next from '~icons/lucide/chevron-down'
import Undo from '~icons/lucide/undo-2'
import Warning from '~icons/lucide/triangle-alert'
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { type PaperAnswer, typeFloor, undoFloor } from '#commands/paperRound.ts'
import type { RecordId } from '#domain/ids.ts'
import type { VisitOutcome } from '#domain/doors/visit.ts'
import { myVisitsOf, type PaperFloor, typedOf } from '#queries/doorSheet.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { TypedDoor } from './TypedDoor.tsx'

type Ticks = Readonly<Record<string, { readonly outcome?: VisitOutcome; readonly remark?: string }>>

export interface TypeFloorProps {
  readonly unit: RecordId
  readonly floor: PaperFloor
  /** `YYYY-MM-DD` in Shanghai. */
  readonly day: string
  /** Goes to the floor below, where there is one. */
  readonly onNext: (() => void) | undefined
  readonly above: ComponentChildren
}

/** One floor of the paper: a tap a door, one for the rest, one to keep it. Half of it stays as a draft. */
export function TypeFloor({ unit, floor, day, onNext, above }: TypeFloorProps) {
  const { discretion, common } = useWords()
  const words = discretion.typing
  const formats = useFormats()
  const app = useApp()
  const { reader, today } = useReader()
  const toast = useToast()
  const draft = useDraft<Ticks>('paperRound', `${unit} ${floor.id} ${day}`, {})
  const [busy, setBusy] = useState(false)

  const there = myVisitsOf(reader, day)
  const label = floor.label || floor.unit
  const toType = floor.doors.filter(({ door }) => !there.has(door.id))
  const ticks = draft.value
  const ticked = toType.filter(({ door }) => ticks[door.id]?.outcome !== undefined)
  const set = (door: RecordId, tick: Ticks[string]) =>
    draft.set({ ...ticks, [door]: { ...ticks[door], ...tick } })
  const rest = () =>
    draft.set({
      ...ticks,
      ...Object.fromEntries(
        toType
          .filter(({ door }) => ticks[door.id]?.outcome === undefined)
          .map(({ door }) => [door.id, { ...ticks[door.id], outcome: 'noAnswer' as const }]),
      ),
    })
  const takeBack = async (made: readonly RecordId[]) => {
    const done = await undoFloor(app.ctx, made)
    toast(done.ok ? { text: words.taken } : { text: common.refused[done.refused], icon: Warning })
  }
  const save = async () => {
    if (busy) return
    setBusy(true)
    const answers = ticked.flatMap(({ door }): PaperAnswer[] => {
      const { outcome, remark } = ticks[door.id] ?? {}
      return outcome ? [{ dwelling: door.id, outcome, ...(remark && { remark }) }] : []
    })
    const done = await typeFloor(draft.ctx, day, answers)
    setBusy(false)
    if (!done.ok) {
      toast({ text: common.refused[done.refused], icon: Warning })
      return
    }
    await draft.drop()
    toast({
      text: words.saved(label, answers.length),
      icon: CheckMark,
      long: true,
      undo: { label: common.undo, onPress: () => void takeBack(done.value) },
    })
    if (answers.length === toType.length) onNext?.()
  }
  const doors = floor.doors.map(({ door }) => door.id)
  const typed = typedOf(reader, doors, day)

  return (
    <Screen
      title={words.title}
      back="/doors"
      bar={
        <BottomBar>
          {toType.length > 0 ? (
            <>
              <Key
                look="primary"
                icon={CheckMark}
                label={words.save(label, ticked.length)}
                why={ticked.length === 0 ? words.choose : undefined}
                busy={busy}
                busyLabel={common.saving}
                onPress={() => void save()}
              />
              <Key
                label={words.rest}
                why={ticked.length === toType.length ? words.rest : undefined}
                onPress={rest}
              />
            </>
          ) : (
            onNext && <Key look="primary" wide icon={Next} label={words.next} onPress={onNext} />
          )}
        </BottomBar>
      }
    >
      <div class="type-back">
        {above}
        {toType.length === 0 && (
          <Panel
            tone="lamp"
            icon={CheckMark}
            title={words.typed}
            text={words.typedText(formats.day(day, today))}
          >
            {typed.length > 0 && (
              <Key look="quiet" icon={Undo} label={words.takeBack} onPress={() => void takeBack(typed)} />
            )}
          </Panel>
        )}
        {floor.doors.map(({ door }) => (
          <TypedDoor
            key={door.id}
            label={door.label}
            kept={there.get(door.id)?.outcome}
            outcome={ticks[door.id]?.outcome}
            remark={ticks[door.id]?.remark}
            onOutcome={(outcome) => set(door.id, { outcome })}
            onRemark={(remark) => set(door.id, { remark })}
          />
        ))}
      </div>
    </Screen>
  )
}
