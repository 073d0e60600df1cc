import type { Cell } from '#sheets/writeXlsx.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Page } from './Page.tsx'
import { LaidTable } from './LaidTable.tsx'
import { MOST_ON_PAPER } from './mostOnPaper.ts'
import { tableLayout } from './tableLayout.ts'

interface TablePagesProps {
  title: string
  sub: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  internal: boolean
  /** Who took the names and what for; on every page. */
  mark?: string | undefined
  /** Lines to sign on; those of a form where none are named. */
  signed?: readonly string[] | undefined
}

/**
 * A table on A4 pages that lie on their side, with lines to sign. Of a very long one the first rows: a phone can lay them out,
 * and the last page says that the file has the others too.
 */
export function TablePages({ title, sub, head, rows, internal, mark, signed }: TablePagesProps) {
  const { exports, papers } = useWords()
  const { number } = useFormats()
  const { paper } = exports
  const { widths, pages } = tableLayout(head, rows.slice(0, MOST_ON_PAPER))
  const more = rows.length - MOST_ON_PAPER
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
          signed={signed ?? [paper.filled, paper.checked, paper.day]}
        >
          <LaidTable head={head} widths={widths} rows={page} />
          {more > 0 && nth === pages.length - 1 && <p class="page-note">{papers.more(number(more))}</p>}
        </Page>
      ))}
    </>
  )
}
