import './table-pages.css'
import type { Cell } from '#sheets/writeXlsx.ts'

interface LaidTableProps {
  head: readonly string[]
  /** Of the page, in percent, for each column. */
  widths: readonly number[]
  rows: readonly (readonly Cell[])[]
}

/** The rows of one page, as `tableLayout` laid them out. */
export function LaidTable({ head, widths, rows }: LaidTableProps) {
  return (
    <table class="table-page-grid">
      <colgroup>
        {widths.map((width, column) => (
          <col key={column} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {head.map((heading, column) => (
            <th key={column} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {head.map((_, column) => (
              <td key={column}>{row[column]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
