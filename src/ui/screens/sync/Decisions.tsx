import Warning from '~icons/lucide/triangle-alert'
import { decide } from '#commands/deciding.ts'
import type { PersonId } from '#domain/ids.ts'
import { masked } from '#domain/doors/contact.ts'
import {
  type Asked,
  type Attention,
  attentionOf,
  type Disagreement,
  doorLabel,
  type NotTaken,
  textIn,
} from '#queries/attention.ts'
import { nameOf } from '#queries/feedback.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { openTray } from '#ui/state/tray.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** What only a person can settle; both values stay until one is chosen. */
export function Decisions() {
  const { ctx, today } = useApp()
  const { sync } = useWords()
  const open = useView((view) => attentionOf(view, ctx.me, today()))
  if (open.length === 0) return null
  return (
    <Panel tone="alert" icon={Warning} title={sync.decide(open.length)}>
      {open.map((one) => (
        <Decision key={keyOf(one)} one={one} />
      ))}
    </Panel>
  )
}

function Decision({ one }: { one: Attention }) {
  return one.is === 'disagreement' ? <Choose one={one} /> : <ToRead one={one} />
}

/** What was not taken, in one line and why; it is read, and decided on, on a screen of its own. */
function ToRead({ one }: { one: Asked | NotTaken }) {
  const { now } = useApp()
  const { sync, held } = useWords()
  const formats = useFormats()
  const view = useView((all) => all)
  const { record, act } = one
  const kind = record.change.name.split('.')[0] ?? ''
  const what = sync.kinds[kind] ?? sync.kinds['other'] ?? ''
  const when = formats.moment(record.receivedAt ?? record.at, now())
  const text = one.is === 'asked' ? one.text : act.map(textIn).find(Boolean)
  return (
    <div class="stack">
      <p>
        <b>
          {one.is === 'asked'
            ? sync.asked.title(nameOf(view, record.author), when, what)
            : sync.held.title(what)}
        </b>
        {text !== undefined && (
          <>
            <br />
            {text.slice(0, 40)}
          </>
        )}
        <br />
        {one.is === 'asked' ? sync.asked[record.why] : sync.held[record.why]}
      </p>
      <Key wide label={held.look} href={`/held/${record.id}`} onPress={() => openTray(false)} />
    </div>
  )
}

function Choose({ one }: { one: Disagreement }) {
  const { ctx, now } = useApp()
  const { sync, common } = useWords()
  const formats = useFormats()
  const toast = useToast()
  const view = useView((all) => all)
  const field = sync.field[one.proposal.field as keyof typeof sync.field] ?? sync.field.other
  const choose = async (take: boolean) => {
    const done = await decide(ctx, one.record, one.proposal, take)
    toast({ text: done.ok ? sync.decided : common.refused[done.refused] })
  }
  const when = formats.moment(one.proposal.at, now())
  const by =
    one.proposal.by === ctx.me
      ? sync.mine(when)
      : sync.theirs(nameOf(view, one.proposal.by as PersonId), when)
  return (
    <div class="stack">
      <p>{sync.which(doorLabel(view, one.record.place), field)}</p>
      <Key wide label={said(one.stands, sync.empty)} sub={sync.stands} onPress={() => void choose(false)}>
        <span class="tray-use">{sync.usesThis}</span>
      </Key>
      <Key wide label={said(one.proposal.value, sync.empty)} sub={by} onPress={() => void choose(true)}>
        <span class="tray-use">{sync.usesThis}</span>
      </Key>
    </div>
  )
}

function keyOf(one: Attention): string {
  return one.is !== 'disagreement'
    ? one.record.id
    : `${one.record.id} ${one.proposal.field} ${one.proposal.by}`
}

/** A value in few words; a number stays masked here too. */
function said(value: unknown, empty: string): string {
  if (value === undefined || value === null || value === '') return empty
  if (typeof value === 'string') return /^[+\d][\d\- ]{5,}$/.test(value) ? masked(value) : value
  if (Array.isArray(value)) return value.map((each) => said(each, empty)).join('、')
  if (typeof value === 'object')
    return Object.values(value)
      .map((each) => said(each, empty))
      .join(' ')
  return JSON.stringify(value)
}
