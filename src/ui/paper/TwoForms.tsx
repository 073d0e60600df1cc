import { useState } from 'preact/hooks'
import type { Taking } from '#commands/looks.ts'
import type { ComponentChildren } from 'preact'
import { NotAll } from '#ui/NotAll.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useHidden } from '#ui/state/hidden.ts'
import { useWords } from '#ui/words.ts'
import { PaperScreen, type PaperScreenProps } from './PaperScreen.tsx'
import { useTaken } from './useTaken.ts'

export type PaperForm = 'public' | 'internal'

/** For the wall or for the inside; the wall is what one gets without asking. */
export function FormChoice(props: {
  value: PaperForm
  onChange: (form: PaperForm) => void
  internalSub?: string | undefined
}) {
  const { paper } = useWords()
  return (
    <Segmented
      label={paper.form}
      look="answer"
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: 'public', label: paper.public, sub: paper.publicSub },
        { value: 'internal', label: paper.internal, sub: props.internalSub ?? paper.internalSub },
      ]}
    />
  )
}

type TwoFormsProps = Pick<PaperScreenProps, 'title' | 'sub' | 'back' | 'across'> & {
  /** On a shared tablet nothing internal is shown: others look at it too. */
  publicOnly?: boolean | undefined
  /** `before` is what has to be written down before that form leaves as a file. */
  keys?: (internal: boolean, before: () => Promise<boolean>) => ComponentChildren
  /** Nothing on it is ever closed: it waits only for what is on its way. */
  open?: boolean | undefined
  /** What the line says that is left when the form of the inside leaves; without it, that it was a paper. */
  taking?: Pick<Taking, 'what' | 'count'> | undefined
  children: (internal: boolean) => ComponentChildren
}

/**
 * Pages that have both forms. Each time one is printed or saved it leaves a line, and which of the two it was. While something lies
 * closed or is still on its way nothing leaves: on a wall nobody reads that there was more.
 */
export function TwoForms({
  publicOnly = false,
  open = false,
  keys,
  taking,
  children,
  ...screen
}: TwoFormsProps) {
  const [form, setForm] = useState<PaperForm>('public')
  const taken = useTaken()
  const of = open ? 'open' : 'all'
  const hidden = useHidden(of)
  const internal = form === 'internal' && !publicOnly
  const note = [screen.title, screen.sub].filter(Boolean).join(' ')
  const before = () => taken(internal ? { what: 'paper', note, ...taking } : { what: 'wall', note })
  return (
    <PaperScreen
      {...screen}
      internal={internal}
      choices={
        <>
          <NotAll of={of} />
          {!publicOnly && <FormChoice value={form} onChange={setForm} />}
        </>
      }
      printKey={hidden ? 'none' : 'primary'}
      keys={!hidden && keys?.(internal, before)}
      beforePrint={before}
    >
      {children(internal)}
    </PaperScreen>
  )
}
