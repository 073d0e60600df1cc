import Full from '~icons/lucide/hard-drive'
import Sleep from '~icons/lucide/moon-star'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import type { TallyState } from '#commands/tallying.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import type { Icon } from '#ui/parts/icon.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { keep, kept } from '#ui/state/kept.ts'
import { useWords } from '#ui/words.ts'

const TOLD = 'screenSleepsTold'

/** A touch that was not kept: over the checks, above the keys, until the next one is. */
export function NotKept({ refused }: { refused: TallyState['refused'] }) {
  const { shift: words, bins } = useWords()
  if (!refused) return null
  return (
    <div class="shift-trouble" role="alert">
      <Panel
        tone="alert"
        icon={Warning}
        title={bins.notKept}
        text={refused === 'disk.full' ? words.notKeptFull : words.notKeptText}
      />
    </div>
  )
}

/** What this device cannot do in this shift, one thing at a time: a row that opens what to do about it, until it is read. */
export function ShiftNotes({ sleeps }: { sleeps: boolean }) {
  const words = useWords().shift
  const { device } = useApp()
  // As it was when the keys came: no row may push them away under a finger that is counting.
  const [full, setFull] = useState(() => device.getState().room.is === 'textOnly')
  const [sleepsRead, setSleepsRead] = useState(() => kept(TOLD) !== undefined)
  if (full) {
    return (
      <Note
        key="room"
        icon={Full}
        title={words.photosWait}
        text={words.photosWaitText}
        onRead={() => setFull(false)}
      />
    )
  }
  if (!sleeps || sleepsRead) return null
  return (
    <Note
      key="sleeps"
      icon={Sleep}
      title={words.sleeps}
      text={words.sleepsText}
      onRead={() => {
        keep(TOLD, 'yes')
        setSleepsRead(true)
      }}
    />
  )
}

function Note(props: { icon: Icon; title: string; text: string; onRead: () => void }) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div class="shift-note">
      <Key look="quiet" wide icon={props.icon} label={props.title} onPress={() => setOpen(true)} />
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={props.title}
        close={words.common.close}
        bar={<Key look="primary" label={words.shift.understood} onPress={props.onRead} />}
      >
        <p>{props.text}</p>
      </Sheet>
    </div>
  )
}
