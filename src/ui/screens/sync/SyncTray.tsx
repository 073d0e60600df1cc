import './sync-tray.css'
import Clock from '~icons/lucide/clock'
import Upload from '~icons/lucide/cloud-upload'
import Download from '~icons/lucide/download'
import Done from '~icons/lucide/circle-check'
import { waitingRows } from '#queries/waiting.ts'
import { Heading, Panel } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { openTray, useTrayOpen } from '#ui/state/tray.ts'
import { useStore, useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Decisions } from './Decisions.tsx'
import { Receipts } from './Receipts.tsx'
import { RefusedPhotos } from './RefusedPhotos.tsx'
import { iconOf, titleOf } from './waiting.ts'

/** What is only on this device, what needs a decision, and the two ways out: the network and a file. */
export function SyncTray() {
  const app = useApp()
  const words = useWords()
  const { sync, common } = words
  const formats = useFormats()
  const toast = useToast()
  const now = useNow()
  const open = useTrayOpen()
  const status = useStore(app.status)
  const device = useStore(app.device)
  const rows = useView((view) => waitingRows(view, app.waiting()))
  const nothing = rows.length === 0 && status.unsent === 0

  const toFile = async () => {
    const made = await app.toFile()
    if (made !== 'cancelled') toast({ text: made === 'done' ? sync.filed : sync.notFiled })
  }
  return (
    <Sheet
      open={open}
      onClose={() => openTray(false)}
      title={nothing ? sync.titleDone : sync.title}
      text={sync.byItself}
      close={common.close}
      bar={
        <>
          <Key
            look="primary"
            wide
            icon={Upload}
            label={sync.now}
            busy={status.link === 'trying'}
            busyLabel={sync.trying}
            onPress={() => app.nudge()}
          />
          {!nothing && (
            <Key look="quiet" wide icon={Download} label={sync.toFile} onPress={() => void toFile()} />
          )}
        </>
      }
    >
      <div class="stack">
        {status.stopped && <Panel tone="alert" title={sync.stopped[status.stopped]} />}
        <Decisions />
        <Receipts />
        <RefusedPhotos />
        {nothing ? (
          <Empty lit title={sync.nothing} />
        ) : (
          <>
            <Heading
              title={sync.waiting(rows.length)}
              right={status.unsent > rows.length && sync.changes(status.unsent)}
            />
            <Rows>
              {rows.map((row) => {
                const Drawing = iconOf(row.kind)
                return (
                  <Row
                    key={row.id}
                    lead={
                      <span class="tray-mark">
                        <Drawing class="icon" aria-hidden="true" />
                      </span>
                    }
                    title={titleOf(row, words)}
                    sub={formats.moment(row.at, now)}
                    right={
                      <span class="tray-wait">
                        {status.link === 'trying' ? sync.sendsNow : sync.waits}
                        <Clock class="icon" aria-hidden="true" />
                      </span>
                    }
                  />
                )
              })}
            </Rows>
          </>
        )}
        <p class="tray-last">
          <Done class="icon" aria-hidden="true" />
          {status.lastGood ? sync.last(formats.moment(status.lastGood, now)) : sync.never}
        </p>
        {device.readyOffline && (
          <p class="tray-last">
            <Done class="icon" aria-hidden="true" />
            {sync.ready}
          </p>
        )}
      </div>
    </Sheet>
  )
}
