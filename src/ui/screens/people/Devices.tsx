import Phone from '~icons/lucide/smartphone'
import Tablet from '~icons/lucide/tablet'
import { useState } from 'preact/hooks'
import type { DeviceRow, PersonRow } from '#device/office.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'

interface Shown extends DeviceRow {
  readonly names: string
}

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
  const devices = bySilence(people)

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
            title={one.names}
            sub={[
              one.deviceKind === 'own' ? words.own : words.shared,
              one.lastContact === undefined ? words.never : words.lastContact(moment(one.lastContact, now)),
            ].join(' · ')}
            right={
              <span class="beside">
                {one.unsent > 0 && <Tag tone="chase" label={words.unsent(one.unsent)} />}
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

function bySilence(people: readonly PersonRow[]): readonly Shown[] {
  const devices = new Map<string, { row: DeviceRow; names: string[] }>()
  for (const { name, devices: rows } of people) {
    for (const row of rows) {
      const found = devices.get(row.device)
      if (found) found.names.push(name)
      else devices.set(row.device, { row, names: [name] })
    }
  }
  return [...devices.values()]
    .map(({ row, names }) => ({ ...row, names: names.join('、') }))
    .sort((a, b) => Number(a.revoked) - Number(b.revoked) || heard(a) - heard(b))
}

function heard({ lastContact, enrolledAt }: DeviceRow): number {
  return Date.parse(lastContact ?? enrolledAt)
}
