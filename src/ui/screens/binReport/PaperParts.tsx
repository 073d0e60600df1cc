import type { ComponentChildren } from 'preact'
import { periodOf } from '#domain/period.ts'
import { Logo } from '#ui/parts/House.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { fullPeriodName } from './names.ts'

/** What every page has: a title, signature lines, and at the foot which form it is and when it was printed. */
export function Page(props: {
  title: string
  sub: string
  internal: boolean
  signed: readonly string[]
  /** What it is a version of, so that an older printout is told from a newer. */
  foot?: string | undefined
  children: ComponentChildren
}) {
  const words = useWords()
  const formats = useFormats()
  const { demo, now, today } = useApp()
  const { sheets } = words
  const spoken = { words, formats }
  return (
    <article class="page">
      <header class="page-head">
        <div>
          <h2 class="page-title">{props.title}</h2>
          <p>{props.sub}</p>
        </div>
        <Logo />
      </header>
      {props.children}
      <ul class="page-signed">
        {props.signed.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <footer class="page-foot">
        <span>
          {props.internal ? sheets.paper.internalFoot : sheets.paper.publicFoot}
          {demo && `・${sheets.paper.demo}`}
          {props.foot && `・${props.foot}`}
        </span>
        <span>
          {sheets.paper.printed(`${fullPeriodName(periodOf('day', today()), spoken)} ${formats.time(now())}`)}
        </span>
      </footer>
    </article>
  )
}

export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="page-section">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

/** Lines only, no fill: it reads from any printer. */
export function Grid(props: {
  head: readonly string[]
  rows: readonly (readonly ComponentChildren[])[]
  /** Where nothing was written down. */
  none: string
  /** The last row is the sum of those above it. */
  sum?: boolean | undefined
}) {
  if (props.rows.length === 0) return <p>{props.none}</p>
  return (
    <table class={props.sum ? 'page-grid page-grid-sum' : 'page-grid'}>
      <thead>
        <tr>
          {props.head.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
