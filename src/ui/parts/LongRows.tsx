import './long-rows.css'
import { PORTION, Portions, type PortionsProps } from './Portions.tsx'
import { Rows } from './Rows.tsx'

/** Rows on one card, however many: of a long list only what is near to what is seen is drawn. */
export function LongRows<T>({ rows, draw, height, label }: PortionsProps<T>) {
  if (rows.length <= PORTION) return <Rows label={label}>{rows.map(draw)}</Rows>
  return (
    <div class="rows long-rows">
      <Portions rows={rows} draw={draw} height={height} label={label} />
    </div>
  )
}
