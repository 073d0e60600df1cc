import './bins-home.css'
import Search from '~icons/lucide/search'
import Warning from '~icons/lucide/triangle-alert'
import { useLocation } from 'preact-iso'
import { useState } from 'preact/hooks'
import { openShift } from '#commands/bins.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Shift } from '#domain/shift.ts'
import { WINDOWS, type Window } from '#domain/window.ts'
import { closedShiftsOf, openShiftOf, pointsOfMine, shiftSheet } from '#queries/bins.ts'
import { windowNow, windowsOn } from '#queries/windows.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { KeepRow } from '#ui/screens/plan/KeepRow.tsx'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ThemeOnPhone } from './ThemeOnPhone.tsx'

/** `/bins`: the shift somebody is in, or one to begin; point and window are proposed. */
export function BinsHome() {
  const words = useWords().bins
  const { ctx } = useApp()
  const open = useView((view) => openShiftOf(view, ctx.me))
  return open ? <GoOn shift={open} /> : <Begin title={words.title} />
}

function GoOn({ shift }: { shift: Shift }) {
  const words = useWords().bins
  const formats = useFormats()
  const now = useNow()
  const { ctx } = useApp()
  const sheet = useView((view) => shiftSheet(view, ctx.tenant, shift.id))
  return (
    <Screen
      title={words.title}
      tab="bins"
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          <Key icon={Search} label={words.whichBin} href="/which-bin" />
          <Key look="primary" label={words.start.goOn} href={`/bins/${shift.id}`} />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        {sheet && (
          <Rows>
            <Row
              current
              href={`/bins/${shift.id}`}
              title={words.shiftAt(sheet.point, words.window[shift.window])}
              sub={words.start.openSince(formats.moment(shift.at, now))}
              right={<b>{words.drops(sheet.rate.drops)}</b>}
            />
          </Rows>
        )}
        <HandedOver />
        <KeepRow />
      </div>
    </Screen>
  )
}

function Begin({ title }: { title: string }) {
  const words = useWords()
  const { ctx, person, today } = useApp()
  const { route } = useLocation()
  const toast = useToast()
  const now = useNow()
  const points = useView((view) => pointsOfMine(view, person.appointments, today()))
  const [chosenPoint, choosePoint] = useState<RecordId>()
  const [chosenWindow, chooseWindow] = useState<Window>()
  const [busy, setBusy] = useState(false)

  const point = points.find((one) => one.id === chosenPoint) ?? (points.length === 1 ? points[0] : undefined)
  const times = useView((view) => (point ? windowsOn(view, ctx.tenant, point.id, today()) : undefined))
  const proposed = windowNow(now, times)
  const window = chosenWindow ?? proposed.window
  const begin = async () => {
    if (!point) return
    setBusy(true)
    const done = await openShift(ctx, { place: point.id, day: proposed.day, window })
    setBusy(false)
    const [opened] = done.ok ? done.value : []
    if (opened) route(`/bins/${opened.record}`)
    else if (!done.ok) toast({ text: words.common.refused[done.refused], icon: Warning })
  }

  const which = <Key icon={Search} label={words.bins.whichBin} href="/which-bin" />
  if (points.length === 0) {
    return (
      <Screen title={title} tab="bins" right={<ThemeOnPhone />} bar={<BottomBar>{which}</BottomBar>}>
        <Empty title={words.bins.start.noPoints} text={words.bins.start.noPointsText} />
        <HandedOver />
        <KeepRow />
      </Screen>
    )
  }
  return (
    <Screen
      title={title}
      tab="bins"
      right={<ThemeOnPhone />}
      bar={
        <BottomBar>
          {which}
          <Key
            look="primary"
            label={words.bins.start.go}
            why={point ? undefined : words.bins.start.choosePoint}
            busy={busy}
            busyLabel={words.common.saving}
            onPress={() => void begin()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <fieldset class="points">
          <legend class="segmented-label">{words.bins.start.point}</legend>
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
          <Segmented
            label={words.bins.start.window}
            shown
            look="answer"
            value={window}
            onChange={chooseWindow}
            options={WINDOWS.map((value) => {
              const at = times?.find((one) => one.window === value)
              return {
                value,
                label: words.bins.window[value],
                ...(at && { sub: words.bins.times(at.from, at.to) }),
              }
            })}
          />
          <p class="caption">{words.bins.start.proposed}</p>
        </div>
        <HandedOver />
        <KeepRow />
      </div>
    </Screen>
  )
}

/** One's own last shifts, to look at again. */
function HandedOver() {
  const words = useWords().bins
  const formats = useFormats()
  const now = useNow()
  const { ctx } = useApp()
  const sheets = useView((view) =>
    closedShiftsOf(view, ctx.me, 5).flatMap((one) => shiftSheet(view, ctx.tenant, one.id) ?? []),
  )
  if (sheets.length === 0) return null
  return (
    <section class="stack">
      <Heading title={words.start.handedOver} />
      <Card pad={false}>
        <Rows>
          {sheets.map(({ shift, point, rate }) => (
            <Row
              key={shift.id}
              href={`/bins/${shift.id}`}
              title={words.shiftAt(point, words.window[shift.window])}
              sub={`${formats.day(shift.day, now)}・${
                rate.percent === undefined ? words.drops(rate.drops) : words.rate(rate.percent, rate.drops)
              }`}
            />
          ))}
        </Rows>
      </Card>
    </section>
  )
}
