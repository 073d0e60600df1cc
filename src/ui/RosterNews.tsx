import { useState } from 'preact/hooks'
import Eye from '~icons/lucide/eye'
import Door from '~icons/lucide/key-round'
import { exportRequest } from '#domain/exportRequest.ts'
import { outline } from '#domain/kinds.ts'
import { look } from '#domain/look.ts'
import { openRequests } from '#queries/exportPermit.ts'
import { nameOf } from '#queries/feedback.ts'
import { rosterWatch } from '#queries/rosterWatch.ts'
import { readerOf } from '#queries/reader.ts'
import { Panel } from './parts/Card.tsx'
import { Key } from './parts/Key.tsx'
import { useApp } from './state/app.ts'
import { useNow } from './state/clock.ts'
import { forgetEntered, lastEntered } from './state/entered.ts'
import { useView } from './state/view.ts'
import { useFormats, useWords } from './words.ts'

// A start knows nothing of these two yet.
outline([look, exportRequest])

/** Today's and yesterday's are news; the page itself tells of a week. */
const DAYS = 2

/** What the office should know of the roster at once, what became of my own request, and when I came in before. */
export function RosterNews() {
  return (
    <>
      <LastEntry />
      <ForTheOffice />
      <Answered />
    </>
  )
}

function ForTheOffice() {
  const { trace, common } = useWords()
  const words = trace.news
  const { number } = useFormats()
  const { ctx, today } = useApp()
  const now = useNow()
  const watch = useView((view) => rosterWatch(view, readerOf(view, ctx, today()), ctx.compound, now, DAYS))
  const said = [
    ...watch.asked.map(({ request, who }) => ({
      href: `/doors/watch/${request.id}`,
      title: words.asked(who || common.somebody, number(request.homes)),
    })),
    ...watch.taken.map(({ who, look }) => ({
      href: '/doors/watch',
      title: words[look.what === 'emergencySheet' ? 'emergency' : 'taken'](who || common.somebody),
    })),
    ...watch.bulk.map(({ who, people }) => ({
      href: '/doors/watch',
      title: words.bulk(who || common.somebody, number(people)),
    })),
  ]
  const [first] = said
  if (!first) return null
  const one = said.length === 1
  return (
    <Panel
      icon={Eye}
      tone={watch.asked.length > 0 ? 'lamp' : 'plain'}
      title={one ? first.title : words.many(number(said.length))}
      text={one ? undefined : first.title}
    >
      <Key label={words.look} href={one ? first.href : '/doors/watch'} />
    </Panel>
  )
}

/** Mine was answered, and I have not made use of it. */
function Answered() {
  const { trace, common } = useWords()
  const words = trace.news
  const { ctx, today } = useApp()
  const now = useNow()
  const request = useView((view) => openRequests(readerOf(view, ctx, today()), now)[0])
  const by = useView((view) => nameOf(view, request?.decided?.by))
  if (!request?.decided) return null
  return (
    <Panel
      icon={Eye}
      title={words[request.decided.is](by || common.somebody)}
      text={request.decided.reason && trace.second.said(request.decided.reason)}
    >
      {request.decided.is === 'allowed' && (
        <Key label={words.go} href={request.list ? `/exports/lists/${request.list}` : '/doors/export'} />
      )}
    </Panel>
  )
}

/** Whoever comes in by name and passphrase sees whether it was them the last time too. */
function LastEntry() {
  const { trace } = useWords()
  const words = trace.news
  const { moment } = useFormats()
  const now = useNow()
  const [last, setLast] = useState(lastEntered)
  if (!last) return null
  return (
    <Panel
      icon={Door}
      title={words.entered(moment(last.at, now))}
      text={words.enteredText(last.deviceKind ? trace.trail.on[last.deviceKind] : words.unknownDevice)}
    >
      <Key
        look="quiet"
        label={words.understood}
        onPress={() => {
          forgetEntered()
          setLast(undefined)
        }}
      />
    </Panel>
  )
}
