import './table-paper.css'
import { useLayoutEffect, useMemo } from 'preact/hooks'
import type { Cell } from '#sheets/writeXlsx.ts'
import { useApp } from '#ui/state/app.ts'
import { PAGE_HEIGHT, usePaperZoom } from '#ui/usePaperZoom.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { tablePages } from './tablePages.ts'

interface TablePaperProps {
  title: string
  sub: string
  head: readonly string[]
  rows: readonly (readonly Cell[])[]
  internal: boolean
  /** Who took the names and what for; on every page. */
  mark?: string | undefined
  printed: string
}

/** A table on A4 that lies on its side, with lines to sign and at the foot which form it is, from when, and the page. */
export function TablePaper({ title, sub, head, rows, internal, mark, printed }: TablePaperProps) {
  const { exports } = useWords()
  const { number } = useFormats()
  const { demo } = useApp()
  const { paper } = exports
  const { box, zoom } = usePaperZoom(PAGE_HEIGHT)
  const { widths, pages } = useMemo(() => tablePages(head, rows), [head, rows])
  useLayoutEffect(() => {
    document.documentElement.dataset['paper'] = 'across'
    return () => void delete document.documentElement.dataset['paper']
  }, [])
  return (
    // Whoever has no pointer reads on by keys: nothing else on the pages takes the focus.
    <div ref={box} class="table-paper-box" role="region" aria-label={paper.preview} tabIndex={0}>
      <div class="table-paper" style={{ zoom }}>
        {pages.map((page, nth) => (
          <section key={nth} class="table-page">
            <header class="table-page-head">
              <h2 class="table-page-title">{title}</h2>
              <p>{sub}</p>
            </header>
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
            <ul class="table-page-signed">
              {[paper.filled, paper.checked, paper.day].map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
            <footer class="table-page-foot">
              <span>
                {[mark ?? (internal ? paper.internal : paper.public), demo && paper.demo]
                  .filter(Boolean)
                  .join('・')}
              </span>
              <span>
                {paper.printed(printed)}　{paper.page(number(nth + 1), number(pages.length))}
              </span>
            </footer>
          </section>
        ))}
      </div>
    </div>
  )
}
