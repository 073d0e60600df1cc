import Disk from '~icons/lucide/hard-drive'
import Copy from '~icons/lucide/database-backup'
import Lock from '~icons/lucide/lock'
import { useEffect, useState } from 'preact/hooks'
import type { BackupRow, Backups as Stand } from '#device/office.ts'
import { daysWithout, gigabytes, isLow } from '#queries/backups.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading, Panel } from '#ui/parts/Card.tsx'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useFormats, useWords } from '#ui/words.ts'
import './backups.css'

/** Whether what is on the server would come back: when it was copied last, whether that was tried, and how much room is left. */
export function Backups() {
  const words = useWords().backups
  const now = useNow()
  const { office } = useEntrance()
  const asking = useAsking()
  const toast = useToast()
  const [stand, setStand] = useState<Stand>()
  const [doing, setDoing] = useState<'make' | 'try'>()

  const load = async () => {
    const found = await asking.ask(() => office.backups())
    if (found) setStand(found)
  }
  useEffect(() => void load(), [])
  const run = async (what: 'make' | 'try', act: () => Promise<boolean>) => {
    setDoing(what)
    const done = await act()
    setDoing(undefined)
    if (done) await load()
  }
  const make = () =>
    run('make', async () => {
      const made = await asking.ask(() => office.backUp())
      if (made) toast({ text: words.made })
      return made !== undefined
    })
  const tryOut = ({ name }: BackupRow) =>
    run('try', async () => (await asking.ask(() => office.tryBackup(name))) !== undefined)

  return (
    <Screen
      title={words.title}
      back="/people"
      bar={
        stand &&
        !stand.off && (
          <BottomBar>
            <Key
              look="primary"
              icon={Copy}
              label={words.make}
              busy={doing === 'make'}
              busyLabel={words.making}
              onPress={() => void make()}
            />
          </BottomBar>
        )
      }
    >
      <div class="backups stack-wide" tabIndex={0}>
        <p>{stand?.off ? words.off : words.lead}</p>
        {asking.refused === 'noConnection' && <Panel title={words.offline} />}
        {asking.refusal && asking.refused !== 'noConnection' && (
          <ErrorPanel title={words.title} text={asking.refusal} />
        )}
        {stand && !stand.off && (
          <>
            <Latest stand={stand} now={now} trying={doing === 'try'} onTry={(row) => void tryOut(row)} />
            <Room stand={stand} />
            <Others rows={stand.backups.slice(1)} now={now} />
          </>
        )}
      </div>
    </Screen>
  )
}

interface LatestProps {
  stand: Stand
  now: string
  trying: boolean
  onTry: (row: BackupRow) => void
}

function Latest({ stand, now, trying, onTry }: LatestProps) {
  const words = useWords().backups
  const { moment, number } = useFormats()
  const [latest] = stand.backups
  if (!latest) return <Panel tone="alert" title={words.none} text={words.noneText} />
  const days = daysWithout(stand, now)
  return (
    <section class="stack">
      {days !== undefined && <Panel tone="alert" title={words.old(number(days))} text={words.oldText} />}
      <Heading title={words.last(moment(latest.madeAt, now))} />
      <p>{words.holds(number(latest.changes), number(latest.photos))}</p>
      <p>{latest.triedAt === undefined ? words.untried : words.tried(moment(latest.triedAt, now))}</p>
      {latest.sealed ? (
        <p>{words.sealedText}</p>
      ) : (
        <>
          <Key label={words.tryOut} busy={trying} busyLabel={words.trying} onPress={() => onTry(latest)} />
          <p class="caption">{words.tryText}</p>
        </>
      )}
    </section>
  )
}

function Room({ stand }: { stand: Stand }) {
  const words = useWords().backups
  const { number } = useFormats()
  const size = (bytes: number) => `${number(gigabytes(bytes))} GB`
  const low = <Tag tone="chase" label={words.low} />
  const { data, backups } = stand.left
  const lead = <Disk class="icon" aria-hidden="true" />
  return (
    <section class="stack">
      <Heading title={words.room} />
      {(isLow(data) || isLow(backups)) && <Panel tone="alert" title={words.low} text={words.lowText} />}
      <Rows label={words.room}>
        <Row lead={lead} title={words.leftData(size(data))} right={isLow(data) && low} />
        {stand.apart && (
          <Row lead={lead} title={words.leftBackups(size(backups))} right={isLow(backups) && low} />
        )}
        <Row
          lead={<Copy class="icon" aria-hidden="true" />}
          title={stand.apart ? words.apart : words.sameDisk}
          sub={stand.apart ? undefined : words.sameDiskText}
        />
      </Rows>
    </section>
  )
}

function Others({ rows, now }: { rows: readonly BackupRow[]; now: string }) {
  const words = useWords().backups
  const { moment, number } = useFormats()
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <Heading title={words.list} />
      <Rows label={words.list}>
        {rows.map((one) => (
          <Row
            key={one.name}
            lead={one.sealed && <Lock class="icon" role="img" aria-label={words.sealed} />}
            title={moment(one.madeAt, now)}
            sub={[
              words.holds(number(one.changes), number(one.photos)),
              one.triedAt !== undefined && words.tried(moment(one.triedAt, now)),
            ]
              .filter(Boolean)
              .join('・')}
          />
        ))}
      </Rows>
    </section>
  )
}
