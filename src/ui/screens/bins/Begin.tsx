import Calendar from '~icons/lucide/calendar-clock'
import People from '~icons/lucide/users'
import Plus from '~icons/lucide/plus'
import Search from '~icons/lucide/search'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { openShift } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Window } from '#domain/window.ts'
import { lastPointOf, pointsOfMine } from '#queries/bins.ts'
import { forgottenFor, openBeside } from '#queries/handOver.ts'
import { slotsOfMine } from '#queries/plan.ts'
import { pointsNow } from '#queries/rota.ts'
import { windowNow, windowsOn } from '#queries/windows.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { ReportRow } from '#ui/screens/binReport/ReportRow.tsx'
import { KeepRow } from '#ui/screens/plan/KeepRow.tsx'
import { MyPlan } from '#ui/screens/plan/MyPlan.tsx'
import { useKeeps } from '#ui/screens/plan/useKeeps.ts'
import { ClosedForMe } from '#ui/screens/today/ClosedForMe.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { HandedOver } from './HandedOver.tsx'
import { LeftOpen } from './LeftOpen.tsx'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'
import { ChooseDay, ChooseWindow } from './WhichShift.tsx'

/** Nowhere to stand: who sets the compound up is given the key for it, everybody else reads whom to ask. */
function NoPoints() {
  const { bins, plan } = useWords()
  const { setUp } = useKeeps()
  const some = useView((view) => pointsNow(view).length > 0)
  const { start } = bins
  if (!setUp) return <Empty title={start.noPoints} text={start.noPointsText} />
  if (some) return <Empty title={start.notYours} text={start.notYoursText} />
  return (
    <Empty title={start.toAdd} text={start.toAddText}>
      <Key look="primary" icon={Plus} label={plan.points.add} href="/bins/keep/points/new" />
    </Empty>
  )
}

/** A shift to begin: point, day and window are proposed, and what the last one forgot is closed with the same press. */
export function Begin() {
  const words = useWords()
  const formats = useFormats()
  const { ctx, person, today } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  const now = useNow()
  const points = useView((view) => pointsOfMine(view, person.appointments, today()))
  const [chosenPoint, choosePoint] = useState<RecordId>()
  const [chosenDay, chooseDay] = useState<string>()
  const [chosenWindow, chooseWindow] = useState<Window>()
  /** What somebody said about a shift that was left open; else only what is sure is closed. */
  const [said, say] = useState<ReadonlyMap<RecordId, boolean>>(new Map())
  const [busy, setBusy] = useState(false)

  // Of several points the one where the rota has me next today.
  const due = useView((view) =>
    slotsOfMine({ view, tenant: ctx.tenant, me: ctx.me, appointments: person.appointments, now }, 1).find(
      (one) => one.person === ctx.me,
    ),
  )
  // Where no rota names me, the one where I stood last.
  const last = useView((view) => lastPointOf(view, ctx.me))
  const proposed = [chosenPoint, due?.point, last].flatMap((id) => points.find((one) => one.id === id) ?? [])
  const point = proposed[0] ?? (points.length === 1 ? points[0] : undefined)
  const day = chosenDay ?? today()
  const times = useView((view) => (point ? windowsOn(view, ctx.tenant, point.id, day) : undefined))
  const window = chosenWindow ?? windowNow(now, times).window
  const forgotten = useView((view) => forgottenFor(view, ctx.tenant, ctx.me, point?.id, now))
  const closing = forgotten.filter(({ shift, surely }) => said.get(shift.id) ?? surely)
  const there = useView((view) => point && openBeside(view, { place: point.id, day, window, me: ctx.me }))
  const begin = async () => {
    if (!point) return
    setBusy(true)
    const at = { place: point.id, day, window }
    const done = await openShift(
      ctx,
      at,
      closing.map(({ shift }) => shift.id),
    )
    setBusy(false)
    const [opened] = done.ok ? done.value : []
    if (!done.ok) return toast({ text: words.common.refused[done.refused], icon: Warning })
    const [first] = closing
    if (first) {
      const which = words.shift.which(formats.day(first.shift.day, now), first.shift.window)
      toast({ text: words.shift.closedToo(first.who, which) })
    }
    if (opened) route(`/bins/${opened.record}`)
  }

  const which = <Key icon={Search} label={words.bins.whichBin} href="/which-bin" />
  const start = words.bins.start
  if (points.length === 0) {
    return (
      <Screen
        title={words.bins.title}
        tab="bins"
        right={<ThemeOnPhone />}
        bar={<BottomBar>{which}</BottomBar>}
      >
        <NoPoints />
        <HandedOver />
        <ReportRow day={today()} />
        <KeepRow />
      </Screen>
    )
  }
  return (
    <Screen
      title={words.bins.title}
      tab="bins"
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          {which}
          <Key
            look="primary"
            label={start.go}
            why={point ? undefined : start.choosePoint}
            busy={busy}
            busyLabel={words.common.saving}
            onPress={() => void begin()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <ClosedForMe />
        <LeftOpen
          forgotten={forgotten}
          closing={new Set(closing.map(({ shift }) => shift.id))}
          onChange={(shift, close) => say(new Map(said).set(shift, close))}
        />
        <fieldset class="points">
          <legend class="segmented-label">{start.point}</legend>
          <div class="points-keys">
            {points.map((one) => (
              <label key={one.id} class="point">
                <input
                  class="spoken"
                  type="radio"
                  name="point"
                  checked={one === point}
                  onChange={() => choosePoint(one.id)}
                />
                <span class="key key-secondary">{one.label}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <div class="stack">
          <ChooseWindow
            label={start.window}
            look="answer"
            value={window}
            times={times}
            onChange={chooseWindow}
          />
          {chosenDay === undefined ? (
            <div class="between">
              <p class="caption">{start.proposed}</p>
              <Key
                look="quiet"
                icon={Calendar}
                label={words.shift.otherDay}
                onPress={() => chooseDay(today())}
              />
            </div>
          ) : (
            <ChooseDay look="answer" value={day} onChange={chooseDay} />
          )}
        </div>
        {there && there.length > 0 && (
          <Panel icon={People} title={words.shift.alsoThere(there)} text={words.shift.alsoThereText} />
        )}
        <MyPlan />
        <HandedOver />
        <ReportRow day={today()} />
        <KeepRow />
      </div>
    </Screen>
  )
}
