import './plan.css'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { bringPointBack, keepPoint, renamePoint } from '#commands/plan.ts'
import { type BinPoint, binPointId, type Bins, USUAL_BINS } from '#domain/bins/binPoint.ts'
import { same } from '#domain/merge.ts'
import type { Place } from '#domain/places.ts'
import { isTelephone } from '#domain/shapes.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading, Panel } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'
import { OfPoint } from './OfPoint.tsx'
import { PointBins } from './PointBins.tsx'
import { RetirePoint } from './RetirePoint.tsx'
import { useDoing } from './useDoing.ts'
import { useKeeps } from './useKeeps.ts'

interface Filled {
  readonly label: string
  readonly bins: readonly Bins[]
  readonly haulier: string
  readonly phone: string
}

/** `/bins/keep/points/:point`: what it is called, which bins stand there, whom one calls when they are full. */
export function PointEditor() {
  const { plan } = useWords()
  return (
    <OfPoint by="bins" title={plan.rows.points} back="/bins/keep/points" alsoPast>
      {(place) => <Editor key={place.id} place={place} />}
    </OfPoint>
  )
}

function Editor({ place }: { place: Place }) {
  const words = useWords()
  const { points, rows } = words.plan
  const { setUp } = useKeeps()
  const { ctx } = useApp()
  const { route } = useLocation()
  const doing = useDoing()
  const kept = useView((view) => view.get<BinPoint>(binPointId(place.id)))
  const [retiring, setRetiring] = useState(false)
  const draft = useDraft<Filled>('binPoint', place.id, {
    label: place.label,
    bins: everyStream(kept?.bins ?? USUAL_BINS),
    haulier: kept?.haulier?.name ?? '',
    phone: kept?.haulier?.phone ?? '',
  })
  const { label, bins, haulier, phone } = draft.value
  const change = (next: Partial<Filled>) => draft.set({ ...draft.value, ...next })
  const [name, number] = [haulier.trim(), phone.trim()]
  const wrongPhone = number !== '' && !isTelephone(number)
  const half = (name === '') !== (number === '')
  const why =
    label.trim() === ''
      ? points.missing
      : half
        ? points.haulierBoth
        : wrongPhone
          ? points.phoneWrong
          : undefined

  const save = async () => {
    const standing = bins.filter((one) => one.count > 0)
    const renamed = label.trim() !== place.label
    if (renamed && !(await doing.run(() => renamePoint(ctx, place.id, label), { text: points.saved }))) return
    const keep = () =>
      keepPoint(draft.ctx, place.id, {
        bins: standing,
        ...(name !== '' && { haulier: { name, phone: number } }),
      })
    const nothingMore =
      renamed &&
      same(kept && { bins: kept.bins, haulier: kept.haulier }, {
        bins: standing,
        haulier: name === '' ? undefined : { name, phone: number },
      })
    if (!nothingMore && !(await doing.run(keep, { text: points.saved }))) return
    await draft.drop()
    route('/bins/keep/points')
  }
  return (
    <KeptScreen
      by="bins"
      title={place.label}
      sub={rows.points}
      back="/bins/keep/points"
      bar={
        !place.voided && (
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
        )
      }
    >
      {place.voided ? (
        <Panel title={points.isRetired(place.voided.reason)} text={points.retireText}>
          {setUp && (
            <Key
              wide
              label={points.bringBack}
              busy={doing.busy}
              onPress={() =>
                void doing.run(() => bringPointBack(ctx, place.id), { text: points.broughtBack(place.label) })
              }
            />
          )}
        </Panel>
      ) : (
        <div class="stack-wide">
          {setUp && (
            <Field
              label={points.name}
              value={label}
              maxLength={40}
              error={label.trim() === '' ? points.missing : undefined}
              onDraft={(next) => change({ label: next })}
            />
          )}
          <PointBins bins={bins} onChange={(next) => change({ bins: next })} />
          <section class="stack">
            <Heading title={points.haulier} />
            <div class="plan-two">
              <Field
                label={points.haulierName}
                value={haulier}
                maxLength={40}
                onDraft={(next) => change({ haulier: next })}
              />
              <Field
                label={points.haulierPhone}
                type="tel"
                value={phone}
                maxLength={20}
                error={wrongPhone ? points.phoneWrong : undefined}
                onDraft={(next) => change({ phone: next })}
              />
            </div>
          </section>
          {setUp && <Key look="quiet" label={points.retire} onPress={() => setRetiring(true)} />}
        </div>
      )}
      {retiring && <RetirePoint place={place} onClose={() => setRetiring(false)} />}
    </KeptScreen>
  )
}

/** With a line for every stream, so that each can be counted up from none. */
function everyStream(bins: readonly Bins[]): readonly Bins[] {
  return STREAMS.flatMap((stream) => {
    const own = bins.filter((one) => one.stream === stream)
    return own.length > 0 ? own : [{ stream, litres: 240, count: 0 }]
  })
}
