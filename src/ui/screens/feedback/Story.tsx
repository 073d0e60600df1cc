import type { Team } from '#domain/ledger/hands.ts'
import type { FeedbackDetail, Moment } from '#queries/feedbackDetail.ts'
import { Card } from '#ui/parts/Card.tsx'
import { teamWord } from '#ui/screens/ledger/hands.ts'
import { useApp } from '#ui/state/app.ts'
import { type Formats } from '#ui/formats.ts'
import { useFormats, useWords, type Words } from '#ui/words.ts'

/** The words, and what the compound calls its teams. */
interface Said {
  readonly words: Words
  team(one: Team): string
}

/** Newest first; the resident's own words are the dark window at the bottom. */
export function Story({ detail, now }: { detail: FeedbackDetail; now: string }) {
  const words = useWords()
  const { common, voices } = words
  const formats = useFormats()
  const { view } = useApp().ctx
  const team = (one: Team) => teamWord(view, one, words.ledger)
  return (
    <Card>
      <ol class="story">
        {detail.timeline.map((moment) => (
          <li key={moment.id} class={moment.is === 'said' ? 'moment moment-said' : 'moment'}>
            <p class="moment-text">
              {moment.is === 'said' && !moment.text && detail.voice !== undefined
                ? voices.note.only(detail.voice)
                : headline(moment, { words, team }, formats, now)}
            </p>
            <p class="caption">
              {[
                formats.moment(moment.at, now),
                moment.is === 'said' ? (detail.reporter ?? moment.by) : moment.by,
                moment.is === 'said' && detail.online && voices.heard.online,
                moment.beside && voices.same.beside,
                moment.is === 'said' && detail.lapsed && common.lapsed,
              ]
                .filter(Boolean)
                .join('・')}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function headline(
  moment: Moment,
  { words: { feedback: words, ledger }, team }: Said,
  formats: Formats,
  now: string,
): string {
  const { detail } = words
  if (moment.is === 'said') return moment.text ? `“${moment.text}”` : words.noWords
  if (moment.is === 'assigned') {
    const to = moment.detail?.team ? team(moment.detail.team) : (moment.detail?.vendor ?? moment.to)
    return [to ? detail.to(to) : detail.moments.assigned, moment.text].filter(Boolean).join('，')
  }
  const parts = [
    moment.is === 'noted' ? undefined : detail.moments[moment.is],
    moment.lost && lostIn(moment.lost, words),
    moment.detail?.good !== undefined && detail.seen[moment.detail.good ? 'good' : 'bad'],
    moment.detail?.result && detail.results[moment.detail.result],
    moment.detail?.body && ledger.outside.to(ledger.send.bodies[moment.detail.body]),
    moment.detail?.reference && ledger.outside.reference(moment.detail.reference),
    moment.detail?.reason && words.holds[moment.detail.reason],
    moment.detail?.until &&
      (moment.is === 'promised' ? formats.day : (day: string) => detail.until(formats.day(day, now)))(
        moment.detail.until,
        now,
      ),
    moment.text,
  ]
  return parts.filter(Boolean).join('，') || detail.moments.noted
}

/** W9: the value of two that does not stand, in the words it was chosen or written in. */
function lostIn({ field, value }: NonNullable<Moment['lost']>, words: Words['feedback']): string | undefined {
  const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    category: words.capture.categories,
    urgency: words.detail.urgencies,
  }
  const word = field === 'text' ? value : named[field]?.[String(value)]
  return typeof word === 'string' && word !== '' ? words.detail.lost(word) : undefined
}
