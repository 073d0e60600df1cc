import type { ComponentChildren } from 'preact'
import { Logo } from '#ui/parts/House.tsx'
import { useApp } from '#ui/state/app.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { useFormats, useWords } from '#ui/words.ts'

interface PageProps {
  title: string
  sub: string
  /** For the inside; one that hangs for all bears no mark of whose screen it was on, also among these. */
  internal: boolean
  /** Where a list is laid out page by page; without it the printer breaks it. */
  nth?: number | undefined
  of?: number | undefined
  /** Lines to sign on. */
  signed?: readonly string[] | undefined
  /** At the foot, what this form leaves out or who took it, where it is more than what all pages say. */
  says?: string | undefined
  /** What it is a version of, so that an older printout is told from a newer. */
  version?: string | undefined
  children: ComponentChildren
}

/** What every A4 has: a title, lines to sign on, and at the foot which form it is, which page, and when it was printed. */
export function Page(props: PageProps) {
  const { paper } = useWords()
  const formats = useFormats()
  const { demo, now, today } = useApp()
  const { nth, of } = props
  const laidOut = nth !== undefined && of !== undefined
  const look = ['page', laidOut && 'page-whole', !props.internal && 'page-for-all'].filter(Boolean).join(' ')
  const printed = paper.printed(`${formats.date(today(), ANOTHER_YEAR)} ${formats.time(now())}`)
  const form = props.says ?? (props.internal ? paper.internalFoot : paper.publicFoot)
  return (
    <article class={look}>
      <header class="page-head">
        <div>
          <h2 class="page-title">{props.title}</h2>
          <p>{props.sub}</p>
        </div>
        <Logo />
      </header>
      {props.children}
      {props.signed && (
        <ul class="page-signed">
          {props.signed.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <footer class="page-foot">
        <span>{[form, demo && paper.demo, props.version].filter(Boolean).join('・')}</span>
        <span>{[laidOut && paper.page(nth, of), printed].filter(Boolean).join('・')}</span>
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
