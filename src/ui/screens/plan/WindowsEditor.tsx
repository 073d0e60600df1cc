import './plan.css'
import { useLocation } from 'preact-iso'
import Plus from '~icons/lucide/plus'
import Remove from '~icons/lucide/trash-2'
import { setWindows } from '#commands/plan.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { WINDOW_DAYS, WINDOWS } from '#domain/window.ts'
import { pointsNow } from '#queries/rota.ts'
import { clashes, windowsAt, type WindowTimes } from '#queries/windows.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'
import { OfPoint } from './OfPoint.tsx'
import { useDoing } from './useDoing.ts'

const MOST = 6

interface Filled {
  readonly windows: readonly WindowTimes[]
  readonly everywhere: boolean
}

/** `/bins/keep/windows/:point`: from when to when, and on which days. */
export function WindowsEditor() {
  const { plan } = useWords()
  return (
    <OfPoint by="setUp" title={plan.windows.title} back="/bins/keep/windows">
      {(place) => <Editor key={place.id} place={place} />}
    </OfPoint>
  )
}

function Editor({ place }: { place: Place }) {
  const words = useWords()
  const said = words.plan.windows
  const { ctx } = useApp()
  const { route } = useLocation()
  const doing = useDoing()
  const points = useView(pointsNow)
  const now = useView((view) => windowsAt(view, ctx.tenant, place.id))
  const draft = useDraft<Filled>('windows', place.id, {
    windows: now.map(({ window, from, to, days }) => ({ window, from, to, ...(days && { days }) })),
    everywhere: false,
  })
  const { windows, everywhere } = draft.value
  const change = (next: readonly WindowTimes[]) => draft.set({ ...draft.value, windows: next })
  const wrong = windows.some(isWrong)
  const why = wrong ? said.wrongTimes : clashes(windows) ? said.clash : undefined

  const save = async () => {
    const at: readonly RecordId[] = everywhere ? points.map((one) => one.id) : [place.id]
    const done = await doing.run(() => setWindows(draft.ctx, at, windows), { text: said.saved })
    if (!done) return
    await draft.drop()
    route('/bins/keep/windows')
  }
  return (
    <KeptScreen
      by="setUp"
      title={place.label}
      sub={said.title}
      back="/bins/keep/windows"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={words.common.save}
            why={why}
            busy={doing.busy}
            busyLabel={words.common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        {windows.map((one, index) => (
          <OneWindow
            key={index}
            nth={index + 1}
            window={one}
            onChange={(next) => change(windows.map((other, at) => (at === index ? next : other)))}
            onRemove={windows.length > 1 ? () => change(windows.filter((_, at) => at !== index)) : undefined}
          />
        ))}
        {windows.length < MOST && (
          <Key
            look="quiet"
            icon={Plus}
            label={said.add}
            onPress={() => change([...windows, { window: 'extra', from: '12:00', to: '13:00' }])}
          />
        )}
        {points.length > 1 && (
          <Segmented
            shown
            look="answer"
            label={said.where}
            value={everywhere ? 'all' : 'one'}
            options={[
              { value: 'one', label: said.here },
              { value: 'all', label: said.everywhere },
            ]}
            onChange={(value) => draft.set({ ...draft.value, everywhere: value === 'all' })}
          />
        )}
      </div>
    </KeptScreen>
  )
}

function OneWindow(props: {
  nth: number
  window: WindowTimes
  onChange: (window: WindowTimes) => void
  onRemove: (() => void) | undefined
}) {
  const { plan, bins } = useWords()
  const said = plan.windows
  const { window: one, onChange } = props
  return (
    <section class="card card-pad stack" aria-label={said.nth(props.nth)}>
      <Segmented
        shown
        look="answer"
        label={said.which}
        value={one.window}
        options={WINDOWS.map((value) => ({ value, label: bins.window[value] }))}
        onChange={(window) => onChange({ ...one, window })}
      />
      <div class="plan-two">
        <Field
          type="time"
          label={said.from}
          value={one.from}
          onDraft={(from) => onChange({ ...one, from })}
        />
        <Field
          type="time"
          label={said.to}
          value={one.to}
          error={isWrong(one) ? said.wrongTimes : undefined}
          onDraft={(to) => onChange({ ...one, to })}
        />
      </div>
      <Segmented
        shown
        look="answer"
        label={said.days}
        value={one.days ?? 'every'}
        options={WINDOW_DAYS.map((value) => ({ value, label: said.held[value] }))}
        onChange={(days) =>
          onChange({ window: one.window, from: one.from, to: one.to, ...(days !== 'every' && { days }) })
        }
      />
      {props.onRemove && <Key look="quiet" icon={Remove} label={said.remove} onPress={props.onRemove} />}
    </section>
  )
}

function isWrong({ from, to }: WindowTimes): boolean {
  return from === '' || to <= from
}
