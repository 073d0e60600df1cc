import { useState } from 'preact/hooks'
import { retirePoint } from '#commands/plan.ts'
import type { Place } from '#domain/places.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { useDoing } from './useDoing.ts'

const REASONS = ['moved', 'merged', 'closed'] as const

/** It takes the point out of everybody's plan, so it says what stays before it is done. */
export function RetirePoint({ place, onClose }: { place: Place; onClose: () => void }) {
  const words = useWords()
  const { points } = words.plan
  const { ctx } = useApp()
  const doing = useDoing()
  const [reason, setReason] = useState<(typeof REASONS)[number]>('closed')
  const retire = async () => {
    const done = await doing.run(() => retirePoint(ctx, place.id, points.reasons[reason]), {
      text: points.retired(place.label),
    })
    if (done) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={points.retireTitle(place.label)}
      text={points.retireText}
      close={words.common.close}
    >
      <div class="stack">
        <Segmented
          shown
          look="answer"
          label={points.why}
          value={reason}
          onChange={setReason}
          options={REASONS.map((value) => ({ value, label: points.reasons[value] }))}
        />
        <Key look="alert" label={points.retireGo} busy={doing.busy} onPress={() => void retire()} />
        <Key wide focusFirst label={words.common.cancel} onPress={onClose} />
      </div>
    </Sheet>
  )
}
