import { useLocation } from 'preact-iso'
import { addPoint } from '#commands/plan.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'
import { useDoing } from './useDoing.ts'

/** `/bins/keep/points/new`: a name is all it needs; its bins come after. */
export function NewPoint() {
  const words = useWords()
  const { points } = words.plan
  const { ctx } = useApp()
  const { route } = useLocation()
  const doing = useDoing()
  const draft = useDraft('newBinPoint', ctx.compound, '')
  const add = async () => {
    const done = await doing.run(() => addPoint(draft.ctx, draft.value), { text: points.added })
    const point = done?.[0]?.record
    if (point === undefined) return
    await draft.drop()
    route(`/bins/keep/points/${point}`, true)
  }
  return (
    <KeptScreen
      by="setUp"
      title={points.newTitle}
      back="/bins/keep/points"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={words.common.save}
            why={draft.value.trim() === '' ? points.missing : undefined}
            busy={doing.busy}
            busyLabel={words.common.saving}
            onPress={() => void add()}
          />
        </BottomBar>
      }
    >
      <Field
        label={points.name}
        value={draft.value}
        placeholder={points.nameHint}
        maxLength={40}
        onDraft={draft.set}
      />
    </KeptScreen>
  )
}
