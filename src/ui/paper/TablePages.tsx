import './table-pages.css'
import type { Cell } from '#sheets/writeXlsx.ts'
import { useWords } from '#ui/words.ts'
import { Page } from './Page.tsx'
import { tableLayout } from './tableLayout.ts'

interface TablePagesProps {
  title: string
  sub: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  internal: boolean
  /** Who took the names and what for; on every page. */
  mark?: string | undefined
}

/** A table on A4 pages that lie on their side, with lines to sign. */
export function TablePages({ title, sub, head, rows, internal, mark }: TablePagesProps) {
  const { exports } = useWords()
  const { paper } = exports
  const { widths, pages } = tableLayout(head, rows)
  return (
    <>
      {pages.map((page, nth) => (
        <Page
          key={nth}
          title={title}
          sub={sub}
          internal={internal}
          says={mark}
          nth={nth + 1}
          of={pages.length}
          signed={[paper.filled, paper.checked, paper.day]}
        >
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
              {page.map((row, at) => (
                <tr key={at}>
                  {head.map((_, column) => (
                    <td key={column}>{row[column]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Page>
      ))}
    </>
  )
}
