import { useState } from 'preact/hooks'
import { buzz } from '#device/vibration.ts'
import { COUNTERS, type Counter } from '#domain/bins/tallies.ts'
import type { RecordId } from '#domain/ids.ts'
import { Header } from '#ui/parts/Header.tsx'
import { useTallying } from '#ui/screens/bins/keys.ts'
import { NotKept } from '#ui/screens/bins/ShiftNotes.tsx'
import { TallyKey } from '#ui/screens/bins/TallyKey.tsx'
import { useWords } from '#ui/words.ts'

/** The keys of a running shift while nobody is in: they count, and show only what was counted since. */
export function LockedTally({ shift, onLeave }: { shift: RecordId; onLeave: () => void }) {
  const words = useWords()
  const keys = useTallying(shift)
  const [since, setSince] = useState<Partial<Record<Counter, number>>>({})
  const { waiting, refused } = keys.state()
  const touch = (counter: Counter, moment: number) => {
    if (!keys.touch(counter, moment)) return false
    buzz('tap')
    setSince((now) => ({ ...now, [counter]: (now[counter] ?? 0) + 1 }))
    return true
  }
  const tally = (counter: Counter) => (
    <TallyKey
      key={counter}
      counter={counter}
      count={since[counter] ?? 0}
      waiting={waiting.filter((step) => step.counter === counter && step.by === 1).length}
      main={counter === 'right'}
      onTouch={(moment) => touch(counter, moment)}
    />
  )
  return (
    <div class="frame">
      <div class="frame-head">
        <Header
          title={words.lock.counting}
          sub={words.lock.countingText}
          back={onLeave}
          leave={words.lock.toLock}
        />
      </div>
      <main class="frame-main frame-pad">
        <div class="shift">
          <NotKept refused={refused} />
          <div class="shift-main">{tally('right')}</div>
          <div class="shift-four">{COUNTERS.filter((counter) => counter !== 'right').map(tally)}</div>
        </div>
      </main>
    </div>
  )
}
