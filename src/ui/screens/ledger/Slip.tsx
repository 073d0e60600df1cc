import './slip.css'
import { useRoute } from 'preact-iso'
import type { RecordId } from '#domain/ids.ts'
import { type Slip as Told, slipOf } from '#queries/slip.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { useTaken } from '#ui/paper/useTaken.ts'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useSeen } from '#ui/screens/feedback/seen.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { ANOTHER_YEAR, type Formats } from '#ui/formats.ts'
import { useRoleNames } from '#ui/state/roleNames.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { handsWord } from './hands.ts'
import { addressOfLink, LinkSquare } from './LinkSquare.tsx'

/** `/ledger/slip/:id`: half a page for whoever has no account here. */
export function Slip() {
  const id = useRoute().params['id'] as RecordId
  const { ledger, common } = useWords()
  const words = ledger.slip
  const now = useNow()
  const taken = useTaken()
  const slip = useSeen((view) => slipOf(view, id, now))
  if (!slip)
    return (
      <Screen title={words.title} back="/feedback">
        <Nothing title={words.none} text={words.noneText} />
      </Screen>
    )
  return (
    <PaperScreen
      title={words.title}
      back={`/feedback/${id}`}
      beforePrint={() => taken({ what: 'slip', note: `${words.title} ${common.numbered(slip.no)}` })}
    >
      <Half slip={slip} now={now} />
    </PaperScreen>
  )
}

function Half({ slip, now }: { slip: Told; now: string }) {
  const { ledger, common, feedback, firmLink, paper } = useWords()
  const roles = useRoleNames()
  const words = ledger.slip
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader } = useReader()
  const { order, due, contact } = slip
  const who = useView((view) => handsWord(view, slip.hands, ledger))
  const title = [reader.tree.get(ctx.compound)?.label, words.title].filter(Boolean).join(' ')
  const lines = [
    [words.to, who],
    [words.where, slip.where],
    [words.what, order.text || feedback.capture.categories[order.category]],
    [words.due, due.at === undefined ? words.noDue : dayOnPaper(due.at, formats)],
    ...(slip.givenAs ? [[words.giver, roles[slip.givenAs]] as const] : []),
    [words.contact, contact ? `${contact.label} ${contact.number}` : words.noContact],
  ] as const
  return (
    <article class="slip">
      <header class="slip-head">
        <h2 class="slip-title">{title}</h2>
        <b>{common.numbered(slip.no)}</b>
      </header>
      <dl class="slip-lines">
        {lines.map(([label, said]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {slip.link && (
        <div class="slip-link">
          <LinkSquare address={addressOfLink(ctx.tenant, slip.link)} />
          <p>
            {firmLink.slipScan}
            <br />
            {firmLink.code} <b>{slip.link.code}</b>
          </p>
        </div>
      )}
      <p class="slip-write">{words.done}</p>
      <p class="slip-sign">
        <span>{words.sign}</span>
        <span>{words.day}</span>
      </p>
      <footer class="slip-foot">
        <span>{words.foot}</span>
        <span>
          {paper.page(1, 1)}・{paper.printed(formats.date(now, ANOTHER_YEAR))}
        </span>
      </footer>
    </article>
  )
}

/** Paper is read on another day: never 今天 or 明天. A term of days ends with the midnight after its last day. */
function dayOnPaper(at: string, formats: Formats): string {
  const time = formats.time(at)
  if (time !== '00:00') return `${formats.date(at)} ${time}`
  return formats.date(new Date(Date.parse(at) - 1).toISOString())
}
