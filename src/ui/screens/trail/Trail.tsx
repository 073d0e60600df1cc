import './trail.css'
import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useEffect, useState } from 'preact/hooks'
import type { TrailCheck, TrailRow } from '#device/trailRows.ts'
import type { Look } from '#domain/look.ts'
import { whereOf } from '#domain/places.ts'
import { type PersonId, type RecordId, SERVER } from '#domain/ids.ts'
import { dayOf } from '#domain/workingDays.ts'
import { nameOf } from '#queries/feedback.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'

interface Shown {
  readonly rows: readonly TrailRow[]
  readonly more: boolean
}

/** `/people/trail`: who did what, day by day, and whether every line still stands as it was written. */
export function Trail() {
  const words = useWords().trace.trail
  const formats = useFormats()
  const now = useNow()
  const { office } = useEntrance()
  const asking = useAsking()
  const [shown, setShown] = useState<Shown>()
  const [check, setCheck] = useState<TrailCheck>()

  const load = async () => {
    const found = await asking.ask(() => office.trail())
    if (!found) return
    setShown(found)
    setCheck(await asking.ask(() => office.checkTrail()))
  }
  const further = async () => {
    const last = shown?.rows.at(-1)
    const found = last && (await asking.ask(() => office.trail(last.n)))
    if (found && shown) setShown({ rows: [...shown.rows, ...found.rows], more: found.more })
  }
  useEffect(() => void load(), [])

  return (
    <Screen title={words.title} sub={words.sub} back="/people">
      <div class="trail" tabIndex={0}>
        {asking.refused === 'noConnection' && <Panel title={words.offline} />}
        {asking.refusal && asking.refused !== 'noConnection' && (
          <ErrorPanel title={words.title} text={asking.refusal} />
        )}
        {shown && <Checked check={check} busy={asking.busy} />}
        {shown?.rows.length === 0 && <Empty title={words.none} />}
        {byDay(shown?.rows ?? []).map(([day, rows]) => (
          <section key={day} class="stack">
            <h2>{formats.day(day, now)}</h2>
            <Rows label={formats.day(day, now)}>
              {rows.map((row) => (
                <Line key={row.n} row={row} />
              ))}
            </Rows>
          </section>
        ))}
        {shown?.more && (
          <Key look="quiet" label={words.more} busy={asking.busy} onPress={() => void further()} />
        )}
      </div>
    </Screen>
  )
}

/** The one thing to know before reading: whether it can be believed. */
function Checked({ check, busy }: { check: TrailCheck | undefined; busy: boolean }) {
  const words = useWords().trace.trail
  const { number } = useFormats()
  if (!check) return busy ? <p aria-live="polite">{words.checking}</p> : null
  return check.is === 'whole' ? (
    <Panel icon={CheckMark} title={words.whole(number(check.rows))} text={words.wholeText} />
  ) : (
    <Panel
      tone="alert"
      icon={Warning}
      title={words.broken[check.why](number(check.n))}
      text={words.brokenText}
    />
  )
}

function Line({ row }: { row: TrailRow }) {
  const { trace } = useWords()
  const words = trace.trail
  const formats = useFormats()
  const { ctx } = useApp()
  const { reader } = useReader()
  const { actor, object, what, deviceKind } = row
  const ofServer = what.startsWith('server.') || what.startsWith('trail.') || actor === SERVER
  const who = ofServer ? words.server : nameOf(ctx.view, actor || undefined)
  const look = what.startsWith('look.') ? reader.get<Look>(object as RecordId) : undefined
  const whom = what.startsWith('appointment.') ? nameOf(ctx.view, object as PersonId) : ''
  const sub = [
    deviceKind && words.on[deviceKind],
    look && whereOf(look.place, reader.tree),
    what === 'server.restored' && words.lost(formats.number(Number(object?.split(' ')[0]))),
  ]
  return (
    <Row
      lead={<Lead big={formats.time(row.at)} />}
      title={`${who || words.nobody}・${(words.what[what] ?? words.unknown)(whom)}`}
      sub={sub.filter(Boolean).join('・')}
    />
  )
}

/** Newest first, as they came. */
function byDay(rows: readonly TrailRow[]): readonly (readonly [string, readonly TrailRow[]])[] {
  const days = new Map<string, TrailRow[]>()
  for (const row of rows) {
    const day = dayOf(row.at)
    const there = days.get(day)
    if (there) there.push(row)
    else days.set(day, [row])
  }
  return [...days]
}
