import type { Meeting } from '#domain/council/meeting.ts'
import { ANOTHER_YEAR } from '#ui/formats.ts'
import { Page } from '#ui/paper/Page.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { besides, minutesOf, pagesOf } from './minutes.ts'
import { meetingWhen } from './names.ts'

interface PagesProps {
  asking: Parameters<typeof minutesOf>[0]
  meeting: Meeting
  compound: string
  internal: boolean
}

/** Names that sign, a sheet; on the wall nobody signs in. */
const SIGN_ROWS = 22

/** A4 after A4: the head on each, what was ruled, what was put off, lines to sign on; the internal form has a sign-in sheet. */
export function MinutesPages({ asking, meeting, compound, internal }: PagesProps) {
  const { words, formats } = asking.spoken
  const { paper } = words.council
  const { today } = useReader()
  const minutes = minutesOf(asking, meeting, internal ? 'internal' : 'public')
  const pages = pagesOf(minutes, (one) => besides(one, asking.spoken, today).length)
  const people = Math.max(10, (meeting.present ?? 0) + (meeting.guests ?? 0), meeting.expected ?? 0)
  const sheets = internal ? Math.ceil(people / SIGN_ROWS) : 0
  const of = pages.length + sheets
  const head = {
    title: paper.heading(compound, minutes.title),
    sub: meetingWhen(meeting, asking.spoken, ANOTHER_YEAR),
    internal,
    of,
  }
  const came = [
    minutes.chair && `${paper.chair} ${minutes.chair}`,
    minutes.secretary && `${paper.secretary} ${minutes.secretary}`,
    meeting.expected !== undefined &&
      meeting.present !== undefined &&
      paper.expected(formats.number(meeting.present), formats.number(meeting.expected)),
    meeting.present !== undefined && paper.members(formats.number(meeting.present)),
    meeting.guests !== undefined && meeting.guests > 0 && paper.guests(formats.number(meeting.guests)),
  ].filter(Boolean)
  return (
    <>
      {pages.map((items, index) => (
        <Page
          key={index}
          {...head}
          nth={index + 1}
          signed={index === pages.length - 1 ? paper.sign : undefined}
        >
          {index === 0 && came.length > 0 && <p class="minutes-came">{came.join('　')}</p>}
          {index === 0 && minutes.ruled.length === 0 && <p class="minutes-came">{paper.noItems}</p>}
          {items.map((item) => (
            <section key={item.id} class="minutes-item">
              <b class="minutes-no">{item.no}</b>
              <div>
                <h3>{item.title}</h3>
                {item.question && item.votes === undefined && <p>{paper.question(item.question)}</p>}
                {item.discussion && <p>{words.council.pair(paper.said, item.discussion)}</p>}
                <p>{item.decision}</p>
              </div>
              <dl>
                {besides(item, asking.spoken, today).map(([label, value]) => (
                  <div key={label + value}>
                    <dt>{label}</dt> <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          {index === pages.length - 1 && minutes.deferred.length > 0 && (
            <section class="minutes-deferred">
              <h3>{paper.deferred}</h3>
              <p>{minutes.deferred.map((one) => `${one.no}. ${one.title}`).join('　')}</p>
            </section>
          )}
        </Page>
      ))}
      {Array.from({ length: sheets }, (_, sheet) => (
        <Page key={`sign ${sheet}`} {...head} nth={pages.length + sheet + 1}>
          <h3 class="minutes-sheet">{paper.signIn}</h3>
          <table class="minutes-names">
            <thead>
              <tr>
                {paper.signInHead.map((one) => (
                  <th key={one} scope="col">
                    {one}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: Math.min(SIGN_ROWS, people - sheet * SIGN_ROWS) }, (__, row) => (
                <tr key={row}>
                  <td>{sheet * SIGN_ROWS + row + 1}</td>
                  <td />
                  <td />
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </Page>
      ))}
    </>
  )
}
