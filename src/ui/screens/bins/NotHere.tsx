import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'

/** A link led to a shift that is not on this device. */
export function NotHere() {
  const words = useWords()
  return (
    <Screen title={words.bins.title} back="/bins">
      <Empty title={words.bins.start.notHere} text={words.bins.start.notHereText}>
        <Key look="primary" label={words.bins.title} href="/bins" />
      </Empty>
    </Screen>
  )
}
