import './dispatch.css'
import Printer from '~icons/lucide/printer'
import { useLocation } from 'preact-iso'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Desk, type DeskRow, deskRows, DESKS } from '#queries/ledger.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Portions } from '#ui/parts/Portions.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useWidth } from '#ui/screens/doors/useWidth.ts'
import { useNow } from '#ui/state/clock.ts'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import { DispatchPanel } from './DispatchPanel.tsx'
import { DispatchRow } from './DispatchRow.tsx'

const ROW = 88

/** `/ledger/dispatch`: what is new, who does it, until when. On a wide screen by keyboard, on a narrow one each leads to itself. */
export function Dispatch() {
  const { ledger } = useWords()
  const words = ledger.desk
  const { may } = useReader()
  if (!may('assignOrder'))
    return (
      <Screen title={words.title} back="/ledger">
        <Empty title={words.notYours} text={words.notYoursText} />
      </Screen>
    )
  return <Table />
}

function Table() {
  const { ledger, papers } = useWords()
  const words = ledger.desk
  const rows = useDesk()
  const wide = useWidth() === 'landscape'
  const { route } = useLocation()
  const [desk, setDesk] = useState<Desk>('new')
  const [chosen, setChosen] = useState<string>()
  const list = useRef<HTMLDivElement>(null)
  const who = useRef<HTMLDivElement>(null)
  const shown = rows.filter((one) => one.desk === desk)
  const at = shown.findIndex((one) => one.id === chosen)
  // What was given out leaves the list: whoever goes on by keys stands on the next one.
  const place = useRef(0)
  if (at >= 0) place.current = at
  const current = shown[at] ?? (wide ? shown[Math.min(place.current, shown.length - 1)] : undefined)

  const focusRow = (id: string | undefined) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${id}"]`)?.focus()
  const [given, setGiven] = useState(0)
  useEffect(() => {
    if (given > 0) focusRow(current?.id)
  }, [given])
  const onKey = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || !current) return
    event.preventDefault()
    const next = shown[shown.indexOf(current) + step]
    if (!next) return
    setChosen(next.id)
    focusRow(next.id)
  }
  const choose = (row: DeskRow) => {
    if (!wide) return route(`/feedback/${row.id}`)
    setChosen(row.id)
    who.current?.querySelector<HTMLElement>('select')?.focus()
  }
  return (
    <Screen
      title={words.title}
      sub={words.sub(rows.filter((one) => one.desk === 'new').length)}
      back="/ledger"
    >
      <div class="dispatch">
        <div class="dispatch-list stack" ref={list} onKeyDown={onKey}>
          <Segmented
            label={words.which}
            value={desk}
            onChange={setDesk}
            options={DESKS.map((one) => ({
              value: one,
              label: words.desk[one],
              count: String(rows.filter((row) => row.desk === one).length),
            }))}
          />
          {rows.length > 0 && (
            <Key look="quiet" icon={Printer} label={papers.dispatch.key} href="/ledger/dispatch/paper" />
          )}
          {wide && <p class="caption">{words.keys}</p>}
          {shown.length === 0 ? (
            <p>{words.empty}</p>
          ) : (
            <Portions
              key={desk}
              rows={shown}
              height={ROW}
              label={words.list}
              draw={(row) => (
                <DispatchRow
                  key={row.id}
                  row={row}
                  current={wide && row.id === current?.id}
                  onChoose={() => choose(row)}
                />
              )}
            />
          )}
        </div>
        {wide && (
          <div class="dispatch-panel" ref={who}>
            {current ? (
              <DispatchPanel key={current.id} row={current} onGiven={() => setGiven(given + 1)} />
            ) : (
              <p>{words.choose}</p>
            )}
          </div>
        )}
      </div>
    </Screen>
  )
}

/** Worked out once for what is shown, not for every key: there may be ten thousand. */
function useDesk(): readonly DeskRow[] {
  const { ctx } = useApp()
  const { reader } = useReader()
  const now = useNow()
  return useMemo(
    () => deskRows({ get: reader.get, all: reader.all, standing: (id) => ctx.view.standing(id) }, now),
    [reader, now],
  )
}
