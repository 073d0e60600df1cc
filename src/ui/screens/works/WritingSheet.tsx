import type { ComponentChildren } from 'preact'
import type { Context, Done } from '#commands/context.ts'
import { Key } from '#ui/parts/Key.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { useWords } from '#ui/words.ts'

/** One step to write down: its fields, and the key that keeps it. The draft goes with what was kept. */
export function WritingSheet(props: {
  title: string
  text?: string | undefined
  /** Why it cannot be kept yet. */
  why?: string | undefined
  save?: string | undefined
  draft: { readonly ctx: Context; drop(): Promise<void> }
  doing: (ctx: Context) => Promise<Done>
  onClose: () => void
  children: ComponentChildren
}) {
  const { common, works } = useWords()
  const doing = useDoing()
  const keep = async () => {
    const done = await doing.run(() => props.doing(props.draft.ctx), { text: works.saved })
    if (!done) return
    await props.draft.drop()
    props.onClose()
  }
  return (
    <Sheet
      open
      onClose={props.onClose}
      title={props.title}
      text={props.text}
      close={common.close}
      bar={
        <Key
          wide
          look="primary"
          label={props.save ?? common.save}
          why={props.why}
          busy={doing.busy}
          busyLabel={common.saving}
          onPress={() => void keep()}
        />
      }
    >
      <div class="stack-wide">{props.children}</div>
    </Sheet>
  )
}
