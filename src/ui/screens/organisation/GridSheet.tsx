import Check from '~icons/lucide/check'
import { useState } from 'preact/hooks'
import { giveUpGrid, layInto, renameGrid } from '#commands/organisation.ts'
import type { Place } from '#domain/places.ts'
import type { GridRow } from '#queries/organisation.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useApp } from '#ui/state/app.ts'
import { useCalled } from '#ui/state/roleNames.ts'
import { useWords } from '#ui/words.ts'

interface GridSheetProps {
  row: GridRow
  rows: readonly GridRow[]
  buildings: readonly Place[]
  onClose: () => void
}

/** One grid: its name, and a ✓ at each building in it; each press is kept at once, and taken back by another. */
export function GridSheet({ row, rows, buildings, onClose }: GridSheetProps) {
  const { organisation: words, common } = useWords()
  const { ctx } = useApp()
  const act = useAct()
  const called = useCalled()
  const { grid } = row
  const [label, setLabel] = useState(grid.label)
  const others = rows.map((one) => one.grid)
  const micro = others.filter((one) => one.what === 'microGrid')
  // An 一般网格 is made of micro-grids, and of buildings that lie in none.
  const choices =
    grid.what === 'grid'
      ? [...micro, ...buildings.filter((one) => !micro.some(({ id }) => id === one.parent))]
      : buildings
  const isEmpty = !choices.some((one) => one.parent === grid.id)
  const where = (one: Place) =>
    one.parent === grid.id ? words.inHere : others.find(({ id }) => id === one.parent)?.label
  const press = (one: Place) =>
    void act(layInto(ctx, one.id, one.parent === grid.id ? ctx.compound : grid.id), words.saved)
  const leave = async (doing: ReturnType<typeof renameGrid>) => {
    if (await act(doing, words.saved)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={grid.label}
      text={words.gridText(called(grid.what === 'grid' ? 'gridOfficer' : 'gridWorker'))}
      close={common.close}
      bar={
        <BottomBar>
          {isEmpty && <Key label={words.giveUp} onPress={() => void leave(giveUpGrid(ctx, grid.id))} />}
          <Key
            look="primary"
            label={words.saveName}
            why={label.trim() === '' ? words.nameMissing : undefined}
            onPress={() =>
              label.trim() === grid.label ? onClose() : void leave(renameGrid(ctx, grid.id, label))
            }
          />
        </BottomBar>
      }
    >
      <div class="stack">
        <Field label={words.name} value={label} maxLength={40} onDraft={setLabel} />
        <Heading title={words.inside} />
        <Rows label={words.inside}>
          {choices.map((one) => (
            <Row
              key={one.id}
              title={one.label}
              sub={where(one)}
              right={one.parent === grid.id && <Check class="icon" aria-hidden="true" />}
              current={one.parent === grid.id}
              onPress={() => press(one)}
            />
          ))}
        </Rows>
      </div>
    </Sheet>
  )
}
