import { useState } from 'preact/hooks'
import CheckMark from '~icons/lucide/check'
import { closedForMe } from '#queries/closedForMe.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { keep, kept } from '#ui/state/kept.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

const TOLD = 'closedForMe'
/** Older ones are no news any more, so that this many are enough to remember. */
const REMEMBERED = 20

/** Somebody closed a shift of mine that I had forgotten: said until I have read it, once. */
export function ClosedForMe() {
  const { today: words } = useWords()
  const formats = useFormats()
  const { ctx } = useApp()
  const now = useNow()
  const [read, setRead] = useState(() => kept(TOLD)?.split(' ') ?? [])
  const news = useView((view) => closedForMe(view, ctx.me, now)).filter(
    ({ shift }) => !read.includes(shift.id),
  )
  return news.map(({ shift, by }) => (
    <Panel
      key={shift.id}
      icon={CheckMark}
      title={words.closedForYou(by, formats.day(shift.day, now), shift.window)}
      text={words.closedForYouText}
    >
      <Key
        look="quiet"
        label={words.understood}
        onPress={() => {
          const next = [...read, shift.id].slice(-REMEMBERED)
          keep(TOLD, next.join(' '))
          setRead(next)
        }}
      />
    </Panel>
  ))
}
