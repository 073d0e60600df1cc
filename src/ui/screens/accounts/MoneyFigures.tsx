import './money-paper.css'

/** A label and a number, two beside each other. */
export function MoneyFigures({
  figures,
}: {
  figures: readonly { readonly label: string; readonly value: string }[]
}) {
  return (
    <dl class="money-figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
