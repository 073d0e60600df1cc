import { useState } from 'preact/hooks'
import { hear } from '#commands/topics.ts'
import { HEARD_AGES, HEARD_HOMES, type HeardAge, type HeardHome, type Topic } from '#domain/council/topic.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Select, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useKeep } from './useKeep.ts'

interface Filled {
  readonly option: string
  readonly age: HeardAge
  readonly home: HeardHome
  readonly child: boolean
  readonly count: number
  readonly said: string
}

const USUAL: Filled = { option: '', age: 'from18', home: 'owned', child: false, count: 1, said: '' }

/** How many of which kind think what; no name is asked for. */
export function HearSheet({ topic, onClose }: { topic: Topic; onClose: () => void }) {
  const { council, common } = useWords()
  const { topics } = council
  const keep = useKeep()
  const draft = useDraft<Filled>('council.hear', topic.id, USUAL)
  const { value } = draft
  const [busy, setBusy] = useState(false)
  const set = (part: Partial<Filled>) => draft.set({ ...value, ...part })
  const save = async () => {
    setBusy(true)
    const { option, said, ...who } = value
    const words = said.trim()
    const done = await keep(
      hear(draft.ctx, topic.id, {
        ...who,
        option: option === '' ? undefined : option,
        said: words === '' ? undefined : words,
      }),
      topics.heard,
    )
    setBusy(false)
    if (!done) return
    await draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={topics.hear}
      text={topics.hearTitle}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <div class="stack">
        {topic.options.length > 0 && (
          <Select
            label={topics.choose}
            none={topics.noneOf}
            value={value.option}
            options={topic.options.map((one) => ({ value: one.id, label: one.text }))}
            onChange={(option) => set({ option })}
          />
        )}
        <Segmented
          label={topics.age}
          shown
          look="answer"
          value={value.age}
          options={HEARD_AGES.map((one) => ({ value: one, label: topics.ages[one] }))}
          onChange={(age) => set({ age })}
        />
        <Segmented
          label={topics.home}
          shown
          look="answer"
          value={value.home}
          options={HEARD_HOMES.map((one) => ({ value: one, label: topics.homes[one] }))}
          onChange={(home) => set({ home })}
        />
        <div class="council-toggle">
          <Key
            look="quiet"
            label={topics.child}
            pressed={value.child}
            onPress={() => set({ child: !value.child })}
          />
        </div>
        <Stepper
          label={topics.count}
          value={value.count}
          min={1}
          less={common.fewer}
          more={common.add}
          onChange={(count) => set({ count })}
        />
        <TextArea
          label={topics.said}
          rows={2}
          value={value.said}
          maxLength={500}
          onDraft={(said) => set({ said })}
        />
      </div>
    </Sheet>
  )
}
