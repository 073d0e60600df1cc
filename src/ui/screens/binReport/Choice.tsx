import Left from '~icons/lucide/chevron-left'
import Right from '~icons/lucide/chevron-right'
import { useLocation } from 'preact-iso'
import { type PeriodKind, periodOf, PERIODS, stepped } from '#domain/period.ts'
import type { RecordId } from '#domain/ids.ts'
import type { AskedReport } from '#queries/binReport.ts'
import { Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { addressOf } from './address.ts'
import type { Asked } from './asked.ts'
import { periodName } from './names.ts'

/** How long, when, and at which point. */
export function Choice({ asked, points }: Pick<Asked, 'asked' | 'points'>) {
  const words = useWords()
  const formats = useFormats()
  const { today, now } = useApp()
  const { route } = useLocation()
  const { sheets } = words
  const go = (next: AskedReport) => route(addressOf('/bins/report', next), true)
  const choose = (kind: PeriodKind) => {
    // From a month that goes on to its present week, and not to its first one.
    const day = asked.from <= today() && today() <= asked.to ? today() : asked.from
    go({ ...periodOf(kind, day), point: asked.point })
  }
  return (
    <div class="report-choice">
      <Segmented
        label={sheets.period}
        value={asked.kind}
        onChange={choose}
        options={PERIODS.map((value) => ({ value, label: sheets.kind[value] }))}
      />
      <div class="report-when">
        <Key
          bare
          icon={Left}
          label={sheets.earlier}
          onPress={() => go({ ...stepped(asked, -1), point: asked.point })}
        />
        <p class="report-period" aria-live="polite">
          {periodName(asked, { words, formats }, now())}
        </p>
        <Key
          bare
          icon={Right}
          label={sheets.later}
          why={asked.to >= today() ? sheets.later : undefined}
          onPress={() => go({ ...stepped(asked, 1), point: asked.point })}
        />
      </div>
      {points.length > 1 && (
        <Select
          label={sheets.which}
          value={asked.point ?? ''}
          none={sheets.allPoints}
          options={points.map((one) => ({ value: one.id, label: one.label }))}
          onChange={(id) => go({ ...asked, point: id === '' ? undefined : (id as RecordId) })}
        />
      )}
    </div>
  )
}
