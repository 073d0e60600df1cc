import Down from '~icons/lucide/chevron-down'
import { useState } from 'preact/hooks'
import type { TodayItem } from '#queries/today.ts'
import { Key } from '#ui/parts/Key.tsx'
import { MoreBelow } from '#ui/parts/MoreBelow.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { Lead, Row, Rows } from '#ui/parts/Rows.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { startOf } from './hours.ts'

/** More than anybody does in a day; the rest is asked for. */
const PAGE = 40

/** What is mine to do today, by the hour. */
export function TodayList({ items, now }: { items: readonly TodayItem[]; now: string }) {
  const { common } = useWords()
  const [shown, setShown] = useState(PAGE)
  return (
    <>
      <Rows>
        {items.slice(0, shown).map((item) => (
          <Item key={keyOf(item)} item={item} now={now} />
        ))}
      </Rows>
      <MoreBelow of={Math.min(items.length, shown)} say={common.more} />
      {items.length > shown && (
        <Key
          look="quiet"
          wide
          icon={Down}
          label={common.more(items.length - shown)}
          onPress={() => setShown(shown + PAGE)}
        />
      )}
    </>
  )
}

function Item({ item, now }: { item: TodayItem; now: string }) {
  const { today } = useWords()
  const formats = useFormats()
  if (item.is === 'shift') {
    const begins = startOf(item.from, now)
    return (
      <Row
        href="/bins"
        lead={<Lead big={item.from} small={begins > now ? formats.until(begins, now) : today.nowOn} />}
        title={today.shiftAt(item.point, today.shift[item.window])}
        sub={item.beside.length > 0 && today.beside(formats.list(item.beside))}
      />
    )
  }
  if (item.is === 'comeBack') {
    return (
      <Row
        href={`/doors/home/${item.place}`}
        lead={<Lead big={item.at} />}
        title={today.comeBack(item.door)}
      />
    )
  }
  if (item.is === 'tell') {
    return (
      <Row
        href={item.id === undefined ? '/ledger' : `/feedback/${item.id}`}
        lead={<Lead big={today.fixed} small={today.homesShort(item.count)} />}
        title={today.tell(item.names[0] ?? '', item.count)}
        sub={formats.list(item.names.slice(1, 4)) + (item.names.length > 4 ? today.and : '')}
      />
    )
  }
  if (item.is === 'care') {
    return (
      <Row
        href="/doors"
        lead={<Lead big={today.spare} small={today.homesShort(item.count)} />}
        title={today.careFor}
        sub={formats.list(item.doors.slice(0, 3)) + (item.doors.length > 3 ? today.and : '')}
      />
    )
  }
  // Of the words only the first screen's are here: where nothing was written or said, the place stands alone.
  const said = item.text || (item.voice === undefined ? '' : today.spoken(item.voice))
  return (
    <Row
      href={`/feedback/${item.id}`}
      lead={<DueLead item={item} now={now} />}
      title={<Phrase text={`${item.where} ${said}`.trim()} />}
      sub={item.assignee}
    />
  )
}

function DueLead({ item, now }: { item: Extract<TodayItem, { is: 'matter' }>; now: string }) {
  const { today } = useWords()
  const formats = useFormats()
  const { due } = item
  if (due.standing === 'overdue')
    return <Lead big={today.over} small={today.amount(due.amount ?? 1, due.unit ?? 'hours')} />
  if (due.today && due.at !== undefined) return <Lead big={formats.time(due.at)} small={today.dueToday} />
  if (due.at === undefined) return <Lead big={today.noClock} />
  return <Lead big={formats.day(due.at, now)} small={formats.time(due.at)} />
}

function keyOf(item: TodayItem): string {
  if (item.is === 'matter') return item.id
  if (item.is === 'care' || item.is === 'tell') return item.is
  return `${item.place} ${item.is === 'shift' ? item.from : item.at}`
}
