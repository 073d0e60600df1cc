import './due-block.css'

/** How long is left or over: a word, a number, a unit. */
export function DueBlock(props: {
  word: string
  number: string
  unit: string
  tone?: 'plain' | 'today' | 'over' | 'done' | undefined
}) {
  return (
    <span class={`due due-${props.tone ?? 'plain'}`}>
      <span>{props.word}</span>
      <b>{props.number}</b>
      <span>{props.unit}</span>
    </span>
  )
}
