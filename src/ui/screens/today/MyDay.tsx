import './today.css'
import Message from '~icons/lucide/message-square-text'
import Search from '~icons/lucide/search'
import Wrench from '~icons/lucide/wrench'
import { memberId } from '#domain/member.ts'
import type { TodayView } from '#queries/today.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Title } from '#ui/parts/Header.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { BinMark, StairsMark } from '#ui/parts/marks.tsx'
import { later } from '#ui/later.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useHidden } from '#ui/state/hidden.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords, type Words } from '#ui/words.ts'
import { Notices } from './Notices.tsx'
import { ThisDevice } from './ThisDevice.tsx'
import { Homes } from './Homes.tsx'
import { DutyNews } from './DutyNews.tsx'
import { EmergencyRow } from './EmergencyRow.tsx'
import { startOf } from './hours.ts'
import { TodayList } from './TodayList.tsx'

const MyRounds = later(async () => (await import('#ui/screens/rounds/MyRounds.tsx')).MyRounds)

const MyResolutions = later(async () => (await import('#ui/screens/council/MyResolutions.tsx')).MyResolutions)

/** What is not of this day only; nobody waits for it. */
const Boards = later(async () => (await import('./Boards.tsx')).Boards)

export function MyDay({ mine, now }: { mine: TodayView; now: string }) {
  const { compoundName, ctx, person } = useApp()
  // Whoever is not here themselves has nothing else here either: nothing is done yet, it is not known yet.
  const known = useView((view) => view.get(memberId(ctx.me)) !== undefined)
  // Who was not visited is known only where visits are.
  const homes = useHidden() ? undefined : mine.homes
  const { today } = useWords()
  const formats = useFormats()
  const date = (
    <p class="today-date">
      {compoundName !== undefined && <span class="today-whole">{`${compoundName}・`}</span>}
      {formats.date(now)}
    </p>
  )
  const greeting = <Title big text={today.greet(person.name, greetingAt(formats.time(now), today))} />
  return (
    <Screen
      tab="today"
      title={today.title}
      header={
        <header class={homes ? 'today-head today-ground' : 'today-head'}>
          <div>
            {date}
            {greeting}
            {homes && <Homes.Count homes={homes} />}
          </div>
          {homes && <Homes.Drawing homes={homes} />}
        </header>
      }
    >
      <div class={homes ? 'today today-with-homes' : 'today'}>
        <Keys mine={mine} now={now} />
        <section class="today-list stack">
          <Notices />
          <DutyNews mine={mine} now={now} />
          {mine.items.length > 0 ? (
            <>
              <Heading title={today.still(mine.items.length)} right={today.byTime} />
              <div>
                <TodayList items={mine.items} now={now} />
              </div>
            </>
          ) : known ? (
            <Nothing lit title={today.allDone} text={today.allDoneText} />
          ) : (
            <Empty title={today.coming} text={today.comingText} />
          )}
          <EmergencyRow />
          <MyResolutions />
          {mine.may.recordVisit && <MyRounds />}
          <Boards />
          <ThisDevice />
        </section>
        {homes && (
          <aside class="today-homes">
            <Homes.Count homes={homes} />
            <Homes.Drawing homes={homes} large />
          </aside>
        )}
      </div>
    </Screen>
  )
}

/** The quick actions a person may do; the first one that is due now is the lamp. */
function Keys({ mine, now }: { mine: TodayView; now: string }) {
  const { today } = useWords()
  const formats = useFormats()
  const { may, shift, next } = mine
  const hidden = useHidden()
  const lamp =
    shift || next?.isToday
      ? 'bins'
      : may.workOrder
        ? 'orders'
        : may.recordVisit
          ? 'visit'
          : may.standShift
            ? 'bins'
            : 'feedback'
  const look = (key: string) => (key === lamp ? 'primary' : 'secondary')
  return (
    <div class="today-keys">
      {may.standShift && (
        <Key
          size="tile"
          look={look('bins')}
          icon={BinMark}
          href="/bins"
          label={shift ? today.binsOn : today.bins}
          sub={
            shift ? (
              today.since(formats.time(shift.since), shift.point)
            ) : next ? (
              <NextWindow next={next} now={now} />
            ) : (
              today.noShift
            )
          }
        />
      )}
      {may.workOrder && (
        <Key
          size="tile"
          look={look('orders')}
          icon={Wrench}
          href="/feedback"
          label={today.orders}
          sub={hidden ? undefined : today.ordersSub(mine.ordersOpen)}
        />
      )}
      {may.recordFeedback && (
        <Key
          size="tile"
          look={look('feedback')}
          icon={Message}
          href="/feedback/new"
          label={today.feedback}
          sub={hidden ? undefined : today.heard(mine.heardToday)}
        />
      )}
      {may.recordVisit && (
        <Key
          size="tile"
          look={look('visit')}
          icon={StairsMark}
          href="/doors"
          label={today.visit}
          sub={mine.homes && !hidden ? today.left(mine.homes.progress.toGo) : today.doorsSub}
        />
      )}
      <Key size="tile" icon={Search} href="/which-bin" label={today.whichBin} sub={today.whichBinSub} />
    </div>
  )
}

/** 18:00 东门投放点; where there is room also until when, and how long it is till then. */
function NextWindow({ next, now }: { next: NonNullable<TodayView['next']>; now: string }) {
  const formats = useFormats()
  const begins = startOf(next.from, now)
  return (
    <>
      {!next.isToday && `${formats.day(next.day, now)} `}
      {next.from}
      <span class="today-room">–{next.to}</span> <span class="today-whole">{next.point}</span>
      {next.isToday && begins > now && <b class="today-room today-room-row">{formats.until(begins, now)}</b>}
    </>
  )
}

function greetingAt(clock: string, { greeting }: Words['today']): string {
  if (clock < '11:00') return greeting.morning
  if (clock < '13:00') return greeting.noon
  return clock < '18:00' ? greeting.afternoon : greeting.evening
}
