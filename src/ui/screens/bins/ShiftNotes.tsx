import Full from '~icons/lucide/hard-drive'
import Sleep from '~icons/lucide/moon-star'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import type { TallyState } from '#commands/tallying.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { keep, kept } from '#ui/state/kept.ts'
import { useStore } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

const TOLD = 'screenSleepsTold'

/** What may be wrong with this device in a shift: at most one at a time, over the checks, and what is safe. */
export function ShiftNotes({ refused, sleeps }: { refused: TallyState['refused']; sleeps: boolean }) {
  const { shift: words, bins } = useWords()
  const { device } = useApp()
  const { room } = useStore(device)
  const [read, setRead] = useState<readonly ('room' | 'sleeps')[]>(kept(TOLD) ? ['sleeps'] : [])
  const understood = (what: 'room' | 'sleeps') => (
    <Key look="quiet" label={words.understood} onPress={() => setRead([...read, what])} />
  )
  if (refused) {
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
  if (room.is === 'textOnly' && !read.includes('room')) {
    return (
      <div class="shift-trouble" role="status">
        <Panel tone="alert" icon={Full} title={words.photosWait} text={words.photosWaitText}>
          {understood('room')}
        </Panel>
      </div>
    )
  }
  if (sleeps && !read.includes('sleeps')) {
    return (
      <div class="shift-trouble" role="status">
        <Panel icon={Sleep} title={words.sleeps} text={words.sleepsText}>
          <Key
            look="quiet"
            label={words.understood}
            onPress={() => {
              keep(TOLD, 'yes')
              setRead([...read, 'sleeps'])
            }}
          />
        </Panel>
      </div>
    )
  }
  return null
}
