import './wall.css'
import Megaphone from '~icons/lucide/megaphone'
import Printer from '~icons/lucide/printer'
import { type DeskRow, wallDesk } from '#queries/publications.ts'
import { NotAll } from '#ui/NotAll.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useNothing } from '#ui/useNothing.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** `/wall`: what waits to be hung, for whoever hangs it; what hangs, for everybody. How old that is stands on top. */
export function Wall() {
  const { wall: words } = useWords()
  const { moment } = useFormats()
  const { now } = useApp()
  const { reader, today, may } = useReader()
  const desk = useView((view) => wallDesk(view, reader, today))
  const publishes = may('publish')
  const nothing = useNothing()
  return (
    <Screen
      title={words.title}
      sub={desk.days === undefined ? nothing(words.never) : words.days(desk.days)}
      back="/"
    >
      <div class="stack-wide">
        <NotAll />
        {(publishes || desk.waiting.length > 0) && (
          <section class="stack">
            <Heading title={words.waiting} right={String(desk.waiting.length)} />
            {desk.waiting.length === 0 ? (
              <p>{nothing(words.waitingNone)}</p>
            ) : (
              <Rows label={words.waiting}>
                {desk.waiting.map((row) => (
                  <Waiting key={row.id} row={row} />
                ))}
              </Rows>
            )}
          </section>
        )}
        {desk.back.length > 0 && (
          <section class="stack">
            <Heading title={words.back} />
            <Rows label={words.back}>
              {desk.back.map((row) => (
                <Waiting key={row.id} row={row} />
              ))}
            </Rows>
          </section>
        )}
        <section class="stack">
          <Heading title={words.hangs} right={String(desk.hangs.length)} />
          {desk.hangs.length === 0 && <p>{nothing(words.hangsNone)}</p>}
          <Rows label={words.hangs}>
            {desk.hangs.map(({ id, section, title, n, at, here, behind }) => (
              <Row
                key={id}
                href={`/wall/${id}`}
                title={title}
                sub={`${words.section[section]}・${words.version(n)}・${words.hung(moment(at, now()))}`}
                right={
                  here ? (
                    <Tag tone="soft" label={words.here} />
                  ) : (
                    behind && <Tag tone="soft" label={words.behind} />
                  )
                }
              />
            ))}
          </Rows>
        </section>
        <Outside />
      </div>
    </Screen>
  )
}

function Waiting({ row }: { row: DeskRow }) {
  const { wall: words } = useWords()
  const { moment } = useFormats()
  const { now } = useApp()
  const when = moment(row.at, now())
  const from = row.by === '' ? words.byYou(when) : words.by(row.by, when)
  const more = [
    ...(row.next === undefined ? [] : [words.becomes(row.next)]),
    ...(row.pictures > 0 ? [words.pictures(row.pictures)] : []),
  ]
    .map((one) => `・${one}`)
    .join('')
  return (
    <Row
      href={`/wall/${row.id}`}
      title={row.title}
      sub={row.back === undefined ? `${words.section[row.section]}・${from}${more}` : words.backWhy(row.back)}
    />
  )
}

/** The page that residents see is the server's own, outside of the app. */
function Outside() {
  const { wall: words } = useWords()
  const { ctx } = useApp()
  // The compound that is meant, on a server that has several.
  const which = `?c=${ctx.tenant.slice(0, 8)}`
  return (
    <ul class="rows wall-outside">
      {[
        { href: `/gongshi${which}`, icon: Megaphone, title: words.open, sub: words.openSub },
        { href: `/gongshi/a4${which}`, icon: Printer, title: words.paper, sub: undefined },
      ].map(({ href, icon: Icon, title, sub }) => (
        <li key={href}>
          <a class="row" href={href} target="_blank" rel="noopener">
            <span class="row-main">
              <span class="row-lead">
                <Icon class="icon" aria-hidden="true" />
              </span>
              <span class="row-words">
                <span class="row-title">{title}</span>
                {sub && <span class="row-sub">{sub}</span>}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
