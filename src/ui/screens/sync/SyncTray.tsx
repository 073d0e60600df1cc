import './sync-tray.css'
import Upload from '~icons/lucide/cloud-upload'
import Download from '~icons/lucide/download'
import Done from '~icons/lucide/circle-check'
import { useEffect, useRef } from 'preact/hooks'
import type { UnsentTodo } from '#queries/unsent.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { HandedOver } from '#ui/HandedOver.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { openTray, useTrayOpen } from '#ui/state/tray.ts'
import { useStore } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { isFetching } from '#sync/status.ts'
import { Decisions } from './Decisions.tsx'
import { Receipts } from './Receipts.tsx'
import { RefusedPhotos } from './RefusedPhotos.tsx'
import { UnsentList, useUnsent } from './UnsentList.tsx'

/** What is only on this device, what needs a decision, and the two ways out: the network and a file. */
export function SyncTray() {
  const app = useApp()
  const { sync, tray, common } = useWords()
  const formats = useFormats()
  const toast = useToast()
  const now = useNow()
  const open = useTrayOpen()
  const status = useStore(app.status)
  const device = useStore(app.device)
  const unsent = useUnsent()
  const send = useSend()
  const known = typeof unsent === 'object' ? unsent : undefined
  const fetching = isFetching(status)
  const nothing = known ? known.rows.length + known.photos.length === 0 : status.unsent === 0

  const toFile = async () => {
    const made = await app.toFile()
    if (made === 'done')
      toast({ text: known?.photos.length ? `${tray.filed}。${tray.filedText}` : tray.filed })
    if (made === 'nothing') toast({ text: tray.nothingToFile })
  }
  const todo = (what: Exclude<UnsentTodo, 'open'>) => {
    if (what === 'send') send()
    if (what === 'file') void toFile()
    if (what === 'update') app.takeUpdate()
  }
  return (
    <Sheet
      open={open}
      onClose={() => openTray(false)}
      title={!nothing ? sync.title : fetching ? sync.titleFetching : sync.titleDone}
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
            onPress={send}
          />
          {!nothing && (
            <Key look="quiet" wide icon={Download} label={sync.toFile} onPress={() => void toFile()} />
          )}
        </>
      }
    >
      <div class="stack">
        {status.stopped && <Panel tone="alert" title={sync.stopped[status.stopped]} />}
        {fetching && <Panel title={sync.fetching(status.come ?? 0)} />}
        <HandedOver />
        <Decisions />
        <Receipts />
        <RefusedPhotos />
        {nothing && <Empty lit={!fetching} title={sync.nothing} />}
        {!nothing && known && <UnsentList unsent={known} todo={todo} />}
        {unsent === undefined && <Panel title={tray.unread} />}
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

/** Every press has its answer in words: it went through, or it did not and nothing is lost. */
function useSend(): () => void {
  const app = useApp()
  const { tray } = useWords()
  const toast = useToast()
  const { link, unsent, stopped } = useStore(app.status)
  const pressed = useRef<'no' | 'yes' | 'trying'>('no')
  useEffect(() => {
    if (pressed.current === 'no') return
    if (link === 'trying') {
      pressed.current = 'trying'
      return
    }
    if (pressed.current !== 'trying') return
    pressed.current = 'no'
    if (link === 'none' || stopped) toast({ text: tray.answer.noWay })
    else if (unsent === 0) toast({ text: tray.answer.done })
  }, [link, unsent, stopped])
  return () => {
    pressed.current = 'yes'
    app.nudge()
  }
}
