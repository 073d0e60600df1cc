import './file.css'
import { useMemo, useState } from 'preact/hooks'
import { moveBack, moveOut } from '#commands/moves.ts'
import { whereOf } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { type Consenting, consentsToSee } from '#queries/careParts.ts'
import { alikeKey, alikeResidents } from '#queries/sameResident.ts'
import { Card } from '#ui/parts/Card.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { notSame } from './notSame.ts'
import { SamePanel } from './SamePerson.tsx'
import { useDoing } from './useDoing.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

/** What somebody has to look at in the roster: consents to ask for again, what was left behind, people written down twice. */
export function Tidy() {
  const { household } = useWords()
  const words = household.tidy
  const { reader, today, may } = useReader()
  const { date } = useFormats()
  const [settled, setSettled] = useState(0)
  const { toAsk, away } = useMemo(
    () => (may('editCare') ? consentsToSee(reader, today) : { toAsk: [], away: [] }),
    [reader, today],
  )
  const alike = useMemo(() => {
    if (!may('editRoster')) return []
    const said = notSame(reader.me)
    return alikeResidents(reader).filter(({ first, second }) => !said.has(alikeKey(first, second)))
  }, [reader, settled])
  const door = (one: Resident) => whereOf(one.place, reader.tree)
  return (
    <Screen title={words.title} back="/doors">
      <div class="home-file">
        {toAsk.length + away.length + alike.length === 0 && <Nothing title={words.nothing} />}
        {toAsk.length > 0 && (
          <section class="stack">
            <h2>{words.toAsk}</h2>
            <Rows label={words.toAsk}>
              {toAsk.map(({ resident, reviewBy }) => (
                <Row
                  key={resident.id}
                  title={resident.name}
                  sub={[
                    door(resident),
                    reviewBy === undefined ? household.care.noDay : words.reviewBy(date(reviewBy, today)),
                  ].join('・')}
                  href={`/doors/home/${resident.place}`}
                />
              ))}
            </Rows>
          </section>
        )}
        {away.length > 0 && (
          <section class="stack">
            <h2>{words.away}</h2>
            <p>{words.awayText}</p>
            {away.map((one) => (
              <LeftBehind key={one.resident.id} one={one} door={door(one.resident)} />
            ))}
          </section>
        )}
        {alike.length > 0 && (
          <section class="stack">
            <h2>{words.twice}</h2>
            {alike.map((one) => (
              <SamePanel
                key={alikeKey(one.first, one.second)}
                alike={one}
                reader={reader}
                onSettled={() => setSettled((times) => times + 1)}
              />
            ))}
          </section>
        )}
      </div>
    </Screen>
  )
}

/** Care that stands behind no door any more: it goes, or the person comes back to theirs. */
function LeftBehind({ one, door }: { one: Consenting; door: string }) {
  const { household } = useWords()
  const { ctx, today } = useApp()
  const { date } = useFormats()
  const doing = useDoing()
  const [taking, setTaking] = useState(false)
  const { id, name, movedOut } = one.resident
  return (
    <Card>
      <div class="care-said">
        <h3>{name}</h3>
        <p>{[door, movedOut && household.goneOn(date(movedOut, today()))].filter(Boolean).join('・')}</p>
        <div class="home-keys">
          <Key look="quiet" label={household.care.withdraw} onPress={() => setTaking(true)} />
          {movedOut !== undefined && (
            <Key
              look="quiet"
              label={household.move.back}
              onPress={() =>
                void doing(moveBack(ctx, [id]), household.move.backDone(name), () =>
                  moveOut(ctx, [id], movedOut),
                )
              }
            />
          )}
        </div>
      </div>
      <WithdrawDialog open={taking} name={name} parts={[one]} onClose={() => setTaking(false)} />
    </Card>
  )
}
