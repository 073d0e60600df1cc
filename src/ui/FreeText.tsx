import { TextArea, type TextAreaProps } from '#ui/parts/Field.tsx'
import { NumberWarning } from './NumberWarning.tsx'

/** A field for free words that says when a number stands in them which nobody may write down here. */
export function FreeText(props: TextAreaProps) {
  return (
    <>
      <TextArea {...props} />
      <NumberWarning text={props.value} onMask={props.onDraft} />
    </>
  )
}
