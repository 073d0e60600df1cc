import { useState } from 'preact/hooks'
import Help from '~icons/lucide/circle-help'
import Fire from '~icons/lucide/flame'
import Storm from '~icons/lucide/cloud-lightning'
import Missing from '~icons/lucide/user-search'
import Power from '~icons/lucide/zap-off'
import type { LookReason } from '#domain/look.ts'
import { Field } from '#ui/parts/Field.tsx'
import type { Icon } from '#ui/parts/icon.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'

const REASONS: readonly (readonly [LookReason, Icon])[] = [
  ['fire', Fire],
  ['powerOrWater', Power],
  ['weather', Storm],
  ['missing', Missing],
]

/** One tap says what happened and opens the list; only what none of the four says takes a few words. */
export function AskWhy({ onChoose }: { onChoose: (why: LookReason, said: string) => Promise<void> }) {
  const { discretion } = useWords()
  const words = discretion.emergency
  const [other, setOther] = useState<string>()
  const [busy, setBusy] = useState(false)
  const choose = async (why: LookReason, said = '') => {
    // A shaking hand taps twice: one opening is noted once.
    if (busy) return
    setBusy(true)
    await onChoose(why, said)
    setBusy(false)
  }
  return (
    <section class="stack">
      <h2>{words.ask}</h2>
      <p>{words.askText}</p>
      <div class="emergency-reasons">
        {REASONS.map(([why, icon]) => (
          <Key
            key={why}

            icon={icon}
            label={discretion.why[why]}
            onPress={() => void choose(why)}
          />
        ))}
        <Key
          icon={Help}
          label={discretion.why.other}
          pressed={other !== undefined}
          onPress={() => setOther(other === undefined ? '' : undefined)}
        />
      </div>
      {other !== undefined && (
        <>
          <Field label={words.otherLabel} value={other} onDraft={setOther} maxLength={200} />
          <Key look="primary" wide label={words.open} onPress={() => void choose('other', other)} />
        </>
      )}
    </section>
  )
}
