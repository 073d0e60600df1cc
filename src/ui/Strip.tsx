import { SyncStrip } from '#ui/parts/SyncStrip.tsx'
import { isFetching } from '#sync/status.ts'
import { attentionOf, receiptsFor } from '#queries/attention.ts'
import { useApp } from './state/app.ts'
import { openTray } from './state/tray.ts'
import { useStore, useView } from './state/view.ts'
import { useWords } from './words.ts'

/** Whether it is kept and sent, for every screen; a press opens the tray. */
export function Strip() {
  const app = useApp()
  const { strip } = useWords()
  const status = useStore(app.status)
  const { link, sending, unsent, photos = 0, stopped, notTaken, refusedPhotos = [] } = status
  const { me } = app.ctx
  const decisions = useView((view) => attentionOf(view, me, app.today()).length)
  const receipts = useView((view) => receiptsFor(view, me, notTaken).length)
  // People count what they did, not its steps: forty taps of one shift are one thing that waits.
  const waiting = app.waiting().length || unsent

  const common = { opens: strip.opens, onPress: () => openTray(true) }
  if (decisions > 0)
    return <SyncStrip {...common} form="decide" text={strip.places(decisions)} strong={strip.decide} />
  const told = receipts + (refusedPhotos.length > 0 ? 1 : 0)
  if (told > 0) return <SyncStrip {...common} form="decide" text={strip.places(told)} strong={strip.read} />
  if (stopped && waiting > 0)
    return <SyncStrip {...common} form="decide" text={strip.stuck} strong={strip.read} />
  if (sending && sending.of > 0)
    return (
      <SyncStrip
        {...common}
        form="sending"
        text={strip.sending}
        strong={strip.progress(sending.done, sending.of)}
      />
    )
  // What waits here is told first: it is somebody's work.
  if (isFetching(status) && waiting + photos === 0) {
    if (stopped) return <SyncStrip {...common} form="decide" text={strip.notFetched} strong={strip.read} />
    return link === 'none' ? (
      <SyncStrip {...common} form="noSignal" text={strip.notWhole} strong={strip.fetchedLater} />
    ) : (
      <SyncStrip {...common} form="fetching" text={strip.fetching} strong={strip.fetched(status.come ?? 0)} />
    )
  }
  if (link === 'none' && waiting + photos === 0)
    return <SyncStrip {...common} form="noSignal" text={strip.noSignal} strong={strip.stillWorks} />
  if (waiting > 0)
    return <SyncStrip {...common} form="waiting" text={strip.kept} strong={strip.waiting(waiting)} />
  // The words have arrived; «all sent» would not be true of what was photographed.
  if (photos > 0)
    return <SyncStrip {...common} form="waiting" text={strip.kept} strong={strip.photos(photos)} />
  return <SyncStrip {...common} form="done" text={strip.kept} strong={strip.done} />
}
