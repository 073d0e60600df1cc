import Ring from '~icons/lucide/phone-call'
import { useState } from 'preact/hooks'
import type { Answer } from '#device/asking.ts'
import type { Waiting as Waits } from '#device/invitations.ts'
import type { Enrolment } from '#device/office.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { usePolling } from '#ui/usePolling.ts'
import { useWords } from '#ui/words.ts'
import { Entry } from './Entry.tsx'
import { isPassing } from './passing.ts'
import { Digits } from './Digits.tsx'

const AGAIN_MS = 2500

/** The number that the inviter has too. It asks by itself until they have answered, also over a lost network. */
export function Waiting(props: {
  who: string
  first: Waits
  join: () => Promise<Answer<Enrolment | Waits>>
  /** They have said yes, or no, or it is over. */
  onAnswered: (told: Answer<Enrolment>) => void
  onStop: () => void
}) {
  const { who, first, join } = props
  const words = useWords().join.wait
  const [now, setNow] = useState(first.waiting)
  const [offline, setOffline] = useState(false)

  usePolling(AGAIN_MS, async () => {
    const told = await join()
    if (told.ok && 'waiting' in told.value) {
      setNow(told.value.waiting)
      setOffline(false)
      return 'more'
    }
    if (!told.ok && isPassing(told.refused)) {
      setOffline(told.refused === 'noConnection')
      return 'more'
    }
    props.onAnswered(told as Answer<Enrolment>)
    return 'enough'
  })
  return (
    <Entry title={words.title} bar={<Key size="tall" label={words.stop} onPress={props.onStop} />}>
      <p class="entry-lead">{words.read(who)}</p>
      <Digits number={now} label={words.number} />
      <p role="status" class="entry-said">
        {offline ? words.offline : now === first.waiting ? '' : words.fresh}
      </p>
      <p>{words.same(who)}</p>
      <Panel icon={Ring} title={words.away(who)} text={words.awayText} />
    </Entry>
  )
}
