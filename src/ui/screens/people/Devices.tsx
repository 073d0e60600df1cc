import Inbox from '~icons/lucide/inbox'
import Pencil from '~icons/lucide/pencil'
import Phone from '~icons/lucide/smartphone'
import Tablet from '~icons/lucide/tablet'
import { useState } from 'preact/hooks'
import type { PersonRow } from '#device/office.ts'
import type { Rescue } from '#domain/rescue.ts'
import { bySilence, silenceOf } from '#queries/devices.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { NameDevice } from './NameDevice.tsx'
import { isCopied, type ShownDevice, shownOf } from './shownDevices.ts'

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
  const [stopping, setStopping] = useState<ShownDevice>()
  const [naming, setNaming] = useState<ShownDevice>()
  const devices = bySilence(shownOf(people), now)
  const files = useView((view) => lastFiles(view.all<Rescue>('rescue')))

  const usual = (one: ShownDevice) => (one.deviceKind === 'own' ? words.ofOwn : words.ofShared)(one.names)
  const said = (one: ShownDevice) => {
    const { days } = silenceOf(one, now)
    const file = files.get(one.device)
    return [
      one.name !== undefined && usual(one),
      one.lastContact === undefined
        ? words.never
        : days >= LONG
          ? words.silentDays(days)
          : words.lastContact(moment(one.lastContact, now)),
      one.copySeen && words.copiedSeenBy(one.copySeen.by, moment(one.copySeen.at, now)),
      one.wipedAt !== undefined && words.wiped(moment(one.wipedAt, now)),
      one.ownKey === false && !one.revoked && words.noKey,
      file && words.rescued(moment(file.receivedAt ?? file.at, now), file.count),
    ]
      .filter(Boolean)
      .join('・')
  }
  const stop = async ({ device }: ShownDevice) => {
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
            title={one.name ?? usual(one)}
            sub={said(one)}
            right={
              <span class="beside">
                {isCopied(one) && <Tag tone="overdue" label={words.copied} />}
                {one.unsent > 0 ? (
                  <Tag tone="chase" label={words.unsent(one.unsent)} />
                ) : (
                  silenceOf(one, now).worrying && <Tag tone="chase" label={words.silent} />
                )}
                {!one.revoked && (
                  <Key
                    bare
                    look="quiet"
                    icon={Pencil}
                    label={words.nameTitle}
                    onPress={() => setNaming(one)}
                  />
                )}
                {one.device === deviceId ? (
                  <Tag tone="now" label={words.thisOne} />
                ) : one.revoked ? (
                  <Tag label={words.stopped} />
                ) : (
                  <Key look="quiet" label={words.stop} onPress={() => setStopping(one)} />
                )}
                {one.device !== deviceId && (
                  <Key look="quiet" label={all.lost.key} href={`/people/devices/${one.device}/lost`} />
                )}
              </span>
            }
          />
        ))}
      </Rows>
      <Key look="quiet" wide icon={Inbox} label={all.rescue.title} href="/people/rescue" />
      {naming && (
        <NameDevice
          device={naming}
          usual={usual(naming)}
          onDone={(changed) => {
            setNaming(undefined)
            if (changed) onChanged()
          }}
        />
      )}
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

/** The last file that was brought of each device. */
function lastFiles(all: readonly Rescue[]): ReadonlyMap<string, Rescue> {
  return new Map([...all].sort((a, b) => (a.at < b.at ? -1 : 1)).map((one) => [one.device, one]))
}
