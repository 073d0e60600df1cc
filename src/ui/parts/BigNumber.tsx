import './big-number.css'

/** The number someone came for: 94 / 142 户. */
export function BigNumber(props: {
  value: string
  of?: string | undefined
  unit?: string | undefined
  below?: string | undefined
}) {
  return (
    <p class="figure">
      <b class="figure-value">{props.value}</b>
      {(props.of ?? props.unit) !== undefined && (
        <span class="figure-rest">
          {props.of !== undefined && ` / ${props.of}`} {props.unit}
        </span>
      )}
      {props.below && <span class="figure-below">{props.below}</span>}
    </p>
  )
}
