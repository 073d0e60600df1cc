import Left from '~icons/lucide/chevron-left'
import Right from '~icons/lucide/chevron-right'
import { type Period, periodOf, PERIODS, stepped } from '#domain/period.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { periodName } from '#ui/screens/binReport/names.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** A day, a week or a month, and which; what is planned can be asked for ahead. */
export function PeriodChoice(props: { period: Period; ahead: boolean; onChange(period: Period): void }) {
  const { period, ahead, onChange } = props
  const words = useWords()
  const formats = useFormats()
  const { today, now } = useApp()
  const { exports, sheets } = words
  return (
    <div class="stack">
      <Segmented
        label={exports.period}
        value={period.kind}
        onChange={(kind) =>
          onChange(periodOf(kind, period.from <= today() && today() <= period.to ? today() : period.from))
        }
        options={PERIODS.map((value) => ({ value, label: exports.kind[value] }))}
      />
      <div class="exports-when">
        <Key bare icon={Left} label={sheets.earlier} onPress={() => onChange(stepped(period, -1))} />
        <p class="exports-period" aria-live="polite">
          {periodName(period, { words, formats }, now())}
        </p>
        <Key
          bare
          icon={Right}
          label={sheets.later}
          why={!ahead && period.to >= today() ? sheets.later : undefined}
          onPress={() => onChange(stepped(period, 1))}
        />
      </div>
    </div>
  )
}
