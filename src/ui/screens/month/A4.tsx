import type { ComponentChildren } from 'preact'
import { Logo } from '#ui/parts/House.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ANOTHER_YEAR } from './says.ts'

/** One page of A4: title, what is on it, signature lines on the last, and at the foot which form, which page, when printed. */
export function A4(props: {
  title: string
  sub: string
  foot: string
  nth: number
  of: number
  signed?: readonly string[] | undefined
  children: ComponentChildren
}) {
  const { month, sheets } = useWords()
  const formats = useFormats()
  const { demo, now, today } = useApp()
  const printed = `${formats.date(today(), ANOTHER_YEAR)} ${formats.time(now())}`
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
      {props.signed && (
        <ul class="page-signed">
          {props.signed.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      <footer class="page-foot">
        <span>
          {props.foot}
          {demo && `・${sheets.paper.demo}`}
        </span>
        <span>
          {month.sheet.page(props.nth, props.of)}・{sheets.paper.printed(printed)}
        </span>
      </footer>
    </article>
  )
}
