import Clock from '~icons/lucide/clock'
import { useState } from 'preact/hooks'
import { heardWordFor } from '#domain/feedback/heardAt.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import type { Capture } from './capture.ts'
import { HeardFields } from './HeardFields.tsx'

/** One line that nobody has to press: when it was heard, and how many homes it touches. */
export function HeardStep(props: { form: Capture; onChange: (part: Partial<Capture>) => void }) {
  const { form, onChange } = props
  const { heardWhen, common } = useWords()
  const formats = useFormats()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const said = { heardAt: form.heardAt ?? now, affected: form.affected ?? 1 }
  const word = heardWordFor(said.heardAt, now)
  return (
    <>
      <Key
        look="quiet"
        icon={Clock}
        label={heardWhen.key(word ? heardWhen.heard[word] : formats.moment(said.heardAt, now), said.affected)}
        onPress={() => setOpen(true)}
      />
      {open && (
        <Sheet
          open
          onClose={() => setOpen(false)}
          title={heardWhen.title}
          text={heardWhen.text}
          close={common.close}
          bar={<Key look="primary" wide label={heardWhen.done} onPress={() => setOpen(false)} />}
        >
          <div class="stack">
            <HeardFields words value={said} now={now} onChange={onChange} />
          </div>
        </Sheet>
      )}
    </>
  )
}
