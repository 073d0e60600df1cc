import { useState } from 'preact/hooks'
import { retryTimes } from '#domain/doors/visit.ts'
import { addDays } from '#domain/workingDays.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** Nobody plans a knock further ahead. */
const AHEAD_DAYS = 60

/** When to come back, each time one tap; `value` and what is chosen are `YYYY-MM-DDTHH:MM` in Shanghai. */
export function RetryKeys({
  value,
  onChoose,
}: {
  value: string | undefined
  onChoose: (at: string) => void
}) {
  const { rounds, common } = useWords()
  const { weekday } = useFormats()
  const { now, today } = useApp()
  const words = rounds.door
  const times = retryTimes(now())
  const [other, setOther] = useState<{ day: string; hour: string }>()
  const labelOf = ({ when, at }: (typeof times)[number]) =>
    when === 'weekend' ? words.retry.weekend(weekday(at.slice(0, 10))) : words.retry[when]
  const chosen = value === undefined ? undefined : times.some(({ at }) => at === value) ? value : 'other'
  return (
    <>
      <Segmented
        label={words.when}
        value={chosen}
        options={[
          ...times.map((time) => ({ value: time.at, label: labelOf(time) })),
          { value: 'other', label: words.retry.other },
        ]}
        onChange={(next) => {
          if (next !== 'other') return onChoose(next)
          setOther({ day: (value ?? addDays(today(), 1)).slice(0, 10), hour: value?.slice(11) ?? '19:00' })
        }}
      />
      {other && (
        <Sheet open onClose={() => setOther(undefined)} title={words.otherTitle} close={common.close}>
          <div class="stack">
            <Field
              label={words.otherDay}
              type="date"
              value={other.day}
              min={today()}
              max={addDays(today(), AHEAD_DAYS)}
              onDraft={(day) => setOther({ ...other, day })}
            />
            <Field
              label={words.otherHour}
              type="time"
              value={other.hour}
              onDraft={(hour) => setOther({ ...other, hour })}
            />
            <Key
              look="primary"
              wide
              label={words.otherKeep}
              why={other.day >= today() && other.hour !== '' ? undefined : words.otherDay}
              onPress={() => {
                setOther(undefined)
                onChoose(`${other.day}T${other.hour}`)
              }}
            />
          </div>
        </Sheet>
      )}
    </>
  )
}
