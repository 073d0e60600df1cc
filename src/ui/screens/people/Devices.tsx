import Inbox from '~icons/lucide/inbox'
import Phone from '~icons/lucide/smartphone'
import Tablet from '~icons/lucide/tablet'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import type { DeviceRow, PersonRow } from '#device/office.ts'
import type { Rescue } from '#domain/rescue.ts'
import { bySilence, silenceOf } from '#queries/devices.ts'
import { Heading, Panel } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

interface Shown extends DeviceRow {
  readonly names: string
}

/** From here on days are counted instead of naming the hour. */
const LONG = 2

/** Silent first: whoever has not been heard of longest may hold what nobody else has. */
export function Devices({ people, onChanged }: { people: readonly PersonRow[]; onChanged: () => void }) {
  const all = useWords()
  const words = all.people
  const { moment } = useFormats()
  const now = useNow()
  const { deviceId } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const [stopping, setStopping] = useState<Shown>()
  const devices = bySilence(shownOf(people), now)
  const files = useView((view) => lastFiles(view.all<Rescue>('rescue')))

  const said = (one: Shown) => {
    const { days } = silenceOf(one, now)
    const file = files.get(one.device)
    return [
      one.lastContact === undefined
        ? words.never
        : days >= LONG
          ? words.silentDays(days)
          : words.lastContact(moment(one.lastContact, now)),
      file && words.rescued(moment(file.receivedAt ?? file.at, now), file.count),
    ]
      .filter(Boolean)
      .join('・')
  }
  const stop = async ({ device }: Shown) => {
    if (!(await asking.ask(() => office.revoke(device)))) return
    setStopping(undefined)
    onChanged()
  }
  return (
    <section class="stack">
      <Heading title={words.devices} />
      {devices.length === 0 && <p class="caption">{words.noDevices}</p>}
      <Rows>
        {devices.map((one) => (
          <Row
            key={one.device}
            lead={
              one.deviceKind === 'own' ? (
                <Phone class="icon" aria-hidden="true" />
              ) : (
                <Tablet class="icon" aria-hidden="true" />
              )
            }
            title={(one.deviceKind === 'own' ? words.ofOwn : words.ofShared)(one.names)}
            sub={said(one)}
            right={
              <span class="beside">
                {one.unsent > 0 ? (
                  <Tag tone="chase" label={words.unsent(one.unsent)} />
                ) : (
                  silenceOf(one, now).worrying && <Tag tone="chase" label={words.silent} />
                )}
                {one.device === deviceId ? (
                  <Tag tone="now" label={words.thisOne} />
                ) : one.revoked ? (
                  <Tag label={words.stopped} />
                ) : (
                  <Key look="quiet" label={words.stop} onPress={() => setStopping(one)} />
                )}
              </span>
            }
          />
        ))}
      </Rows>
      <Key look="quiet" wide icon={Inbox} label={all.rescue.title} href="/people/rescue" />
      <Dialog
        open={stopping !== undefined}
        onClose={() => setStopping(undefined)}
        title={words.stopTitle}
        text={asking.refusal ?? `${stopping?.names ?? ''}: ${words.stopText}`}
      >
        <Key
          look="alert"
          label={words.stopGo}
          busy={asking.busy}
          onPress={() => stopping && void stop(stopping)}
        />
        <Key wide label={all.common.cancel} onPress={() => setStopping(undefined)} />
      </Dialog>
    </section>
  )
}

/** Above everything else: tablets that may hold what nobody else has. */
export function LongSilent({ people }: { people: readonly PersonRow[] }) {
  const words = useWords().people
  const now = useNow()
  const worrying = shownOf(people).filter((one) => silenceOf(one, now).worrying)
  if (worrying.length === 0) return null
  const pending = worrying.reduce((sum, { unsent }) => sum + unsent, 0)
  return (
    <Panel tone="alert" icon={Warning} title={words.silentTitle(worrying.length)}>
      <p>
        {pending > 0 && words.silentPending(pending)}
        {words.silentText}
      </p>
    </Panel>
  )
}

/** Each device once, with the names of all who use it. */
function shownOf(people: readonly PersonRow[]): readonly Shown[] {
  const devices = new Map<string, { row: DeviceRow; names: string[] }>()
  for (const { name, devices: rows } of people) {
    for (const row of rows) {
      const found = devices.get(row.device)
      if (found) found.names.push(name)
      else devices.set(row.device, { row, names: [name] })
    }
  }
  return [...devices.values()].map(({ row, names }) => ({ ...row, names: names.join('、') }))
}

/** The last file that was brought of each device. */
function lastFiles(all: readonly Rescue[]): ReadonlyMap<string, Rescue> {
  return new Map([...all].sort((a, b) => (a.at < b.at ? -1 : 1)).map((one) => [one.device, one]))
}
