import './works.css'
import type { Resolution } from '#domain/council/resolution.ts'
import type { RecordId } from '#domain/ids.ts'
import { ACCEPTED_BY } from '#domain/ledger/works.ts'
import { yuanText } from '#domain/money/yuan.ts'
import { nameOf } from '#queries/feedback.ts'
import type { WorksView } from '#queries/works.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Photo } from '#ui/Photo.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import type { Writing } from './StepSheets.tsx'

interface Parts {
  view: WorksView
  enters: boolean
  accepts: boolean
  onWrite: (writing: Writing) => void
}

/** Offers, decision, steps, acceptance, accounts: what was done so far, and one key under each. */
export function WorksStory(props: Parts) {
  return (
    <div class="works-sides stack-wide">
      <div class="stack-wide">
        <Quotes {...props} />
        <Approvals {...props} />
        <Steps {...props} />
      </div>
      <div class="stack-wide">
        <Accepted {...props} />
        <Lines {...props} />
      </div>
    </div>
  )
}

function Quotes({ view: { works, lowest }, enters, onWrite }: Parts) {
  const { quotes } = useWords().works
  const { date } = useFormats()
  const { now } = useApp()
  return (
    <section class="stack">
      <Heading title={quotes.title} />
      {works.quotes.length === 0 && <p class="caption">{quotes.none}</p>}
      {works.quotes.length > 0 && (
        <Rows>
          {works.quotes.map((one) => (
            <Row
              key={one.id}
              lead={one.photos[0] && <Photo hash={one.photos[0]} alt={quotes.paper} look="small" />}
              title={one.vendor}
              sub={[date(one.day, now()), one.cents === lowest ? quotes.lowest : undefined]
                .filter(Boolean)
                .join('・')}
              right={<b>{yuanText(one.cents)}</b>}
            />
          ))}
        </Rows>
      )}
      {enters && <Key look="quiet" label={quotes.add} onPress={() => onWrite({ what: 'quote' })} />}
    </section>
  )
}

function Approvals({ view: { works }, enters, onWrite }: Parts) {
  const { approvals } = useWords().works
  const { date } = useFormats()
  const { now } = useApp()
  const { reader } = useReader()
  const resolved = (id: RecordId | undefined) => {
    const found = id === undefined ? undefined : reader.get<Resolution>(id)
    return found?.kind === 'resolution' ? found : undefined
  }
  return (
    <section class="stack">
      <Heading title={approvals.title} />
      {works.approvals.length === 0 && <p class="caption">{approvals.none}</p>}
      {works.approvals.length > 0 && (
        <Rows>
          {works.approvals.map((one) => (
            <Row
              key={one.id}
              title={approvals.how[one.approved]}
              sub={[date(one.day, now()), resolved(one.cause)?.text, one.note].filter(Boolean).join('・')}
              href={resolved(one.cause) && `/council/resolutions/${one.cause}`}
            />
          ))}
        </Rows>
      )}
      {enters && <Key look="quiet" label={approvals.add} onPress={() => onWrite({ what: 'approve' })} />}
    </section>
  )
}

function Steps({ view: { works }, enters, onWrite }: Parts) {
  const { steps } = useWords().works
  const { date } = useFormats()
  const { now, today } = useApp()
  const sub = ({ day, done }: { readonly day?: string; readonly done?: string }) => {
    if (done !== undefined) return steps.done(date(done, now()))
    if (day === undefined) return ''
    return day < today() ? steps.late(date(day, now())) : steps.planned(date(day, now()))
  }
  return (
    <section class="stack">
      <Heading title={steps.title} />
      {works.milestones.length === 0 && <p class="caption">{steps.none}</p>}
      {works.milestones.length > 0 && (
        <Rows>
          {works.milestones.map((one) => (
            <Row
              key={one.id}
              lead={one.photos[0] && <Photo hash={one.photos[0]} alt={one.label} look="small" />}
              title={`${one.done === undefined ? '○' : '●'} ${one.label}`}
              sub={sub(one)}
              onPress={
                enters && one.done === undefined
                  ? () => onWrite({ what: 'reach', label: one.label })
                  : undefined
              }
            />
          ))}
        </Rows>
      )}
      {enters && <Key look="quiet" label={steps.add} onPress={() => onWrite({ what: 'step' })} />}
    </section>
  )
}

/** On a tablet that others look at too, who it was is not told. */
function Accepted({ view: { works, accepted }, accepts, onWrite }: Parts) {
  const { accept } = useWords().works
  const { number, date } = useFormats()
  const { ctx, now } = useApp()
  const { reader } = useReader()
  const who = (one: (typeof works.acceptances)[number]) => {
    if (reader.shared) return accept.somebody
    return one.name ?? accept.self(nameOf(ctx.view, one.by) || accept.somebody)
  }
  return (
    <section class="stack">
      <Heading
        title={accept.title}
        right={accepted >= ACCEPTED_BY ? accept.enough : accept.count(number(accepted))}
      />
      <p class="caption">{accept.text}</p>
      {works.acceptances.length > 0 && (
        <Rows>
          {works.acceptances.map((one) => (
            <Row key={one.id} title={one.note} sub={`${who(one)}・${date(one.day, now())}`} />
          ))}
        </Rows>
      )}
      {accepts && <Key look="quiet" label={accept.add} onPress={() => onWrite({ what: 'accept' })} />}
    </section>
  )
}

function Lines({ view: { works, lines }, enters }: Parts) {
  const { works: words, accounts } = useWords()
  const spoken = (month: string) => accounts.month(month.slice(0, 4), String(Number(month.slice(5))))
  return (
    <section class="stack">
      <Heading title={words.money.lines} right={accounts.unit} />
      {lines.length === 0 && <p class="caption">{words.money.noLines}</p>}
      {lines.length > 0 && (
        <Rows>
          {lines.map((one) => (
            <Row
              key={one.id}
              href={`/accounts?month=${one.month}`}
              title={one.label ?? accounts.subject[one.subject]}
              sub={`${spoken(one.month)}・${accounts.fund[one.fund]}`}
              right={
                <b>{yuanText(one.direction === 'in' ? one.cents : -one.cents, one.direction === 'in')}</b>
              }
            />
          ))}
        </Rows>
      )}
      {enters && <Key look="quiet" label={words.money.enter} href={`/accounts/new?works=${works.id}`} />}
    </section>
  )
}
