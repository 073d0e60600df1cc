import type { ComponentChildren } from 'preact'
import { useWords } from '#ui/words.ts'

export interface NumbersProps {
  /** What the table is about, for who hears it. */
  caption: string
  head: readonly string[]
  rows: readonly (readonly ComponentChildren[])[]
  open?: boolean | undefined
}

/** The numbers behind a drawing: the same, for who cannot see it or wants to read them off. */
export function Numbers({ caption, head, rows, open }: NumbersProps) {
  const { sheets } = useWords()
  return (
    <details class="numbers" open={open}>
      <summary>{sheets.drawn.numbers}</summary>
      <Table caption={caption} head={head} rows={rows} />
    </details>
  )
}

/** First column names the row, the others are counts. */
export function Table({ caption, head, rows }: Omit<NumbersProps, 'open'>) {
  return (
    <table class="numbers-table">
      <caption class="spoken">{caption}</caption>
      <thead>
        <tr>
          {head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], index) => (
          <tr key={index}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
