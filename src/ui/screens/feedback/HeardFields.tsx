import { useEffect, useState } from 'preact/hooks'
import { heardAs, heardOn, HEARD_WORDS, type HeardWord, heardWordFor } from '#domain/feedback/heardAt.ts'
import { dayOf } from '#domain/workingDays.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useFormats, useWords } from '#ui/words.ts'

/** When it was said, ISO instant, and how many homes it touches. */
export interface HeardSaid {
  readonly heardAt: string
  readonly affected: number
}

/** In words while it is written down; afterwards, with `words` off, by day and clock only. */
export function HeardFields(props: {
  value: HeardSaid
  now: string
  words: boolean
  onChange: (next: Partial<HeardSaid>) => void
}) {
  const { value, now, onChange } = props
  const said = useWords().heardWhen
  const formats = useFormats()
  const [word, setWord] = useState<HeardWord | 'other'>(() => heardWordFor(value.heardAt, now) ?? 'other')
  // As it is typed: half a date is not thrown away.
  const [typed, setTyped] = useState({ day: dayOf(value.heardAt), clock: formats.time(value.heardAt) })
  const type = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    const heardAt = heardOn(next.day, next.clock, now)
    if (heardAt !== undefined) onChange({ heardAt })
  }
  // What was kept of the form comes after it stands.
  useEffect(() => {
    if (heardOn(typed.day, typed.clock, now) !== value.heardAt)
      setTyped({ day: dayOf(value.heardAt), clock: formats.time(value.heardAt) })
  }, [value.heardAt])
  const picking = !props.words || word === 'other'
  const wrong = heardOn(typed.day, typed.clock, now) === undefined
  return (
    <>
      {props.words && (
        <Segmented<HeardWord | 'other'>
          label={said.title}
          look="answer"
          value={word}
          onChange={(next) => {
            setWord(next)
            if (next !== 'other') onChange({ heardAt: heardAs(next, now) })
          }}
          options={[
            ...HEARD_WORDS.map((one) => ({ value: one, label: said.heard[one] })),
            { value: 'other' as const, label: said.other },
          ]}
        />
      )}
      {!props.words && <Heading title={said.title} />}
      {picking && (
        <>
          <Field
            type="date"
            label={said.day}
            value={typed.day}
            max={dayOf(now)}
            onDraft={(day) => type({ day })}
          />
          <Field
            type="time"
            label={said.clock}
            value={typed.clock}
            error={wrong ? said.ahead : undefined}
            onDraft={(clock) => type({ clock })}
          />
        </>
      )}
      <Stepper
        label={said.affected}
        value={value.affected}
        min={1}
        max={9999}
        unit={said.homes}
        less={said.less}
        more={said.more}
        onChange={(affected) => onChange({ affected })}
      />
    </>
  )
}
