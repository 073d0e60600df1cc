import { useContext, useEffect, useState } from 'preact/hooks'
import Hand from '~icons/lucide/arrow-right-left'
import type { HandedRow } from '#device/office.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { inForce } from '#domain/rights.ts'
import { handedNews, type HandedNews } from '#queries/handedOver.ts'
import { readerOf } from '#queries/reader.ts'
import { EntranceContext } from './office.ts'
import { Panel } from './parts/Card.tsx'
import { Key } from './parts/Key.tsx'
import { useApp } from './state/app.ts'
import { useNow } from './state/clock.ts'
import { keep, kept } from './state/kept.ts'
import { useStore, useView } from './state/view.ts'
import { useFormats, useWords } from './words.ts'

const TOLD = 'handedOver'
/** Older ones are no news any more, so that this many are enough to remember. */
const REMEMBERED = 20

/** A place that came to me or went from me: said until I have read it, once. */
export function HandedOver() {
  const words = useWords()
  const formats = useFormats()
  const { ctx, today } = useApp()
  const now = useNow()
  const [read, setRead] = useState(() => kept(TOLD)?.split(' ') ?? [])
  const told = useView((view) => handedNews(readerOf(view, ctx, today()), today()))
  const gone = useGone()
  const news = [...told, ...gone].filter(({ key }) => !read.includes(key))
  return news.map(({ key, is, where, other, day }) => {
    const place = where || words.people.whole
    const date = formats.day(day, now)
    return (
      <Panel
        key={key}
        icon={Hand}
        title={
          is === 'given'
            ? words.handedOver.given(place, date, other || words.common.somebody)
            : words.handedOver.got(place, date)
        }
        text={
          is === 'given'
            ? words.handedOver.givenText
            : words.handedOver.gotText(other || words.common.somebody)
        }
      >
        <Key
          look="quiet"
          label={words.handedOver.understood}
          onPress={() => {
            const next = [...read, key].slice(-REMEMBERED)
            keep(TOLD, next.join(' '))
            setRead(next)
          }}
        />
      </Panel>
    )
  })
}

/**
 * Whoever has nothing to do here any more reads nobody's appointment, so this device cannot know who has it now. It asks, as soon
 * as there is a network; nothing of the answer is kept.
 */
function useGone(): readonly HandedNews[] {
  const { ctx, today, status } = useApp()
  const entrance = useContext(EntranceContext)
  const { link } = useStore(status)
  const [rows, setRows] = useState<readonly HandedRow[]>([])
  const hasNone = useView(
    (view) => !appointmentsOf(view.get<Member>(memberId(ctx.me))).some((one) => inForce(one, today())),
  )
  const asks = entrance !== undefined && link === 'good' && hasNone
  useEffect(() => {
    if (!asks) return setRows([])
    let over = false
    void entrance.office.me().then((answer) => {
      if (!over && answer.ok) setRows(answer.value.handed.filter((one) => one.person === ctx.me))
    })
    return () => void (over = true)
  }, [asks, ctx.me])
  return rows.map(({ key, where, to, day }) => ({ key, is: 'given', where, other: to, day }))
}
