import Plus from '~icons/lucide/plus'
import { useState } from 'preact/hooks'
import { addGrid } from '#commands/organisation.ts'
import type { RecordId } from '#domain/ids.ts'
import { gridsOf } from '#queries/organisation.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useApp } from '#ui/state/app.ts'
import { useCalled } from '#ui/state/roleNames.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { GridSheet } from './GridSheet.tsx'
import { OfficeScreen } from './OfficeScreen.tsx'

/** `/people/organisation/grids`: which buildings are one grid. */
export function Grids() {
  const { organisation: words } = useWords()
  const { ctx } = useApp()
  const formats = useFormats()
  const called = useCalled()
  const { rows, buildings } = useView((view) => gridsOf(view, ctx.compound))
  const [open, setOpen] = useState<RecordId>()
  const [adding, setAdding] = useState(false)
  const shown = rows.find(({ grid }) => grid.id === open)
  return (
    <OfficeScreen
      title={words.gridsTitle}
      sub={words.gridsSub}
      bar={
        <BottomBar>
          <Key look="primary" icon={Plus} label={words.addGrid} onPress={() => setAdding(true)} />
        </BottomBar>
      }
    >
      {rows.length === 0 ? (
        <Empty title={words.noGrids} text={words.noGridsText} />
      ) : (
        <Rows label={words.gridsTitle}>
          {rows.map(({ grid, above, buildings: inside }) => (
            <Row
              key={grid.id}
              title={grid.label}
              sub={[
                called(grid.what === 'grid' ? 'grid' : 'microGrid'),
                above?.label,
                inside.length > 0 ? formats.list(inside.map(({ label }) => label)) : words.nothingInside,
              ]
                .filter(Boolean)
                .join('・')}
              onPress={() => setOpen(grid.id)}
            />
          ))}
        </Rows>
      )}
      {adding && <AddSheet onClose={() => setAdding(false)} />}
      {shown && (
        <GridSheet
          key={shown.grid.id}
          row={shown}
          rows={rows}
          buildings={buildings}
          onClose={() => setOpen(undefined)}
        />
      )}
    </OfficeScreen>
  )
}

function AddSheet({ onClose }: { onClose: () => void }) {
  const { organisation: words, common } = useWords()
  const { ctx } = useApp()
  const act = useAct()
  const called = useCalled()
  const [label, setLabel] = useState('')
  const [what, setWhat] = useState<'grid' | 'microGrid'>('microGrid')
  const add = async () => {
    if (await act(addGrid(ctx, what, label), words.saved)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.addGrid}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          why={label.trim() === '' ? words.nameMissing : undefined}
          onPress={() => void add()}
        />
      }
    >
      <div class="stack">
        <Segmented
          shown
          look="answer"
          label={words.which}
          value={what}
          options={(['microGrid', 'grid'] as const).map((value) => ({ value, label: called(value) }))}
          onChange={setWhat}
        />
        <Field
          label={words.name}
          placeholder={words.gridPlaceholder}
          value={label}
          maxLength={40}
          onDraft={setLabel}
        />
      </div>
    </Sheet>
  )
}
