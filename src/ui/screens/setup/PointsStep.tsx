import Plus from '~icons/lucide/plus'
import Remove from '~icons/lucide/trash-2'
import { Heading } from '#ui/parts/Card.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'
import { newPoint, PHONES, type PointDraft, type Slot, SLOTS, type StepProps } from './draft.ts'
import { WizardFrame } from './WizardFrame.tsx'

const POINTS_MOST = 20

/** Where the bins are and when somebody stands there; and whom to call when it burns. */
export function PointsStep({ draft, change, onBack, onNext }: StepProps) {
  const all = useWords().setup
  const words = all.points
  const { points, phones } = draft
  const changePoint = (index: number, next: Partial<PointDraft>) =>
    change({ points: points.map((one, at) => (at === index ? { ...one, ...next } : one)) })
  const wrongPhone = (number: string) =>
    number.trim() === '' || isPhone(number) ? undefined : words.phoneWrong
  const why = points.some((point) => point.label.trim() === '')
    ? words.missing
    : points.some((point) => SLOTS.some((slot) => isWrong(point, slot)))
      ? words.wrongTimes
      : PHONES.map((name) => wrongPhone(phones[name])).find(Boolean)

  return (
    <WizardFrame
      step={4}
      title={words.title}
      onBack={onBack}
      next={{ label: all.next, why, onPress: onNext }}
    >
      {points.map((point, index) => (
        <section key={index} class="card card-pad stack">
          <Field
            label={points.length > 1 ? words.point(index + 1) : words.label}
            value={point.label}
            error={point.label.trim() === '' ? words.missing : undefined}
            maxLength={40}
            onDraft={(label) => changePoint(index, { label })}
          />
          <h2>{words.windows}</h2>
          {SLOTS.map((slot) => (
            <Times
              key={slot}
              label={words[slot]}
              point={point}
              slot={slot}
              onChange={(times) =>
                changePoint(index, {
                  windows: { ...point.windows, [slot]: { ...point.windows[slot], ...times } },
                })
              }
            />
          ))}
          {points.length > 1 && (
            <Key
              look="quiet"
              icon={Remove}
              label={words.remove}
              onPress={() => change({ points: points.filter((_, at) => at !== index) })}
            />
          )}
        </section>
      ))}
      {points.length < POINTS_MOST && (
        <Key
          look="quiet"
          icon={Plus}
          label={words.another}
          onPress={() => change({ points: [...points, newPoint(words.point(points.length + 1))] })}
        />
      )}
      <section class="stack">
        <Heading title={words.emergency} />
        <p class="caption">{words.emergencyText}</p>
        <div class="setup-phones">
          {PHONES.map((name) => (
            <Field
              key={name}
              label={words.phones[name]}
              type="tel"
              value={phones[name]}
              error={wrongPhone(phones[name])}
              maxLength={20}
              onDraft={(number) => change({ phones: { ...phones, [name]: number } })}
            />
          ))}
        </div>
      </section>
    </WizardFrame>
  )
}

interface TimesProps {
  label: string
  point: PointDraft
  slot: Slot
  onChange: (times: { on?: boolean; from?: string; to?: string }) => void
}

function Times({ label, point, slot, onChange }: TimesProps) {
  const words = useWords().setup.points
  const { on, from, to } = point.windows[slot]
  return (
    <div class="setup-times">
      <Segmented
        shown
        look="answer"
        label={label}
        value={on ? 'on' : 'off'}
        options={[
          { value: 'on', label: words.on },
          { value: 'off', label: words.off },
        ]}
        onChange={(value) => onChange({ on: value === 'on' })}
      />
      {on && (
        <>
          <Field type="time" label={words.from} value={from} onDraft={(value) => onChange({ from: value })} />
          <Field
            type="time"
            label={words.to}
            value={to}
            error={isWrong(point, slot) ? words.wrongTimes : undefined}
            onDraft={(value) => onChange({ to: value })}
          />
        </>
      )}
    </div>
  )
}

function isWrong(point: PointDraft, slot: Slot): boolean {
  const { on, from, to } = point.windows[slot]
  return on && (from === '' || to <= from)
}

function isPhone(text: string): boolean {
  return /^[\d+\- ]{3,20}$/.test(text.trim())
}
