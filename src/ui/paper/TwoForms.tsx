import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'
import { PaperScreen, type PaperScreenProps } from './PaperScreen.tsx'

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
  keys?: (internal: boolean) => ComponentChildren
  children: (internal: boolean) => ComponentChildren
}

/** Pages that have both forms. */
export function TwoForms({ publicOnly = false, keys, children, ...screen }: TwoFormsProps) {
  const [form, setForm] = useState<PaperForm>('public')
  const internal = form === 'internal' && !publicOnly
  return (
    <PaperScreen
      {...screen}
      internal={internal}
      choices={!publicOnly && <FormChoice value={form} onChange={setForm} />}
      keys={keys?.(internal)}
    >
      {children(internal)}
    </PaperScreen>
  )
}
