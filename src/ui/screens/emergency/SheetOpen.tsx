import Printer from '~icons/lucide/printer'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { type Place, whereOf } from '#domain/places.ts'
import { type FloorToFind, peopleOn } from '#queries/emergencySheet.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { Watermark } from '#ui/Watermark.tsx'
import { useWords } from '#ui/words.ts'
import { useFound } from './found.ts'
import { PersonToFind } from './PersonToFind.tsx'

export interface SheetOpenProps {
  readonly place: Place
  readonly floors: readonly FloorToFind[]
  /** Whether it is kept that somebody opened it. */
  readonly noted: boolean
  readonly onNote: () => Promise<void>
  readonly onPaper: () => void
  readonly onEnd: () => void
}

/** The list itself, in large print, with a tick for everybody who is safe. */
export function SheetOpen({ place, floors, noted, onNote, onPaper, onEnd }: SheetOpenProps) {
  const { discretion, papers } = useWords()
  const words = discretion.emergency
  const { ctx, now } = useApp()
  const { reader } = useReader()
  const found = useFound(ctx.me, place.id, now())
  const [ending, setEnding] = useState(false)
  const of = peopleOn(floors)
  const people = floors.flatMap(({ homes }) => homes.flatMap((home) => home.people))
  const left = people.filter(({ resident }) => !found.has(resident.id)).length
  return (
    <Screen title={whereOf(place.id, reader.tree)} sub={words.title} back={onEnd}>
      <Watermark />
      <div class="emergency">
        {!noted && of > 0 && (
          <Panel tone="alert" icon={Warning} title={words.notNoted} text={words.notNotedText}>
            <Key look="quiet" label={words.noteAgain} onPress={() => void onNote()} />
          </Panel>
        )}
        {of === 0 ? (
          <Nothing title={words.nobody} text={words.nobodyText} />
        ) : (
          <>
            <NotAll />
            <p class="emergency-left" role="status">
              {left === 0 ? words.allFound(of) : words.left(left, of)}
            </p>
          </>
        )}
        {floors.map((floor) => (
          <section key={floor.id} class="emergency-floor">
            <h2>{[floor.unit, floor.label].filter(Boolean).join(' ')}</h2>
            {floor.homes.map(({ door, people: here }) => (
              <article key={door.id} class="emergency-home">
                <h3 class="emergency-door">{door.label}</h3>
                <div class="emergency-people">
                  {here.map((one) => (
                    <PersonToFind
                      key={one.resident.id}
                      one={one}
                      found={found.has(one.resident.id)}
                      onFound={() => found.toggle(one.resident.id)}
                    />
                  ))}
                </div>
              </article>
            ))}
          </section>
        ))}
        {of > 0 && (
          <>
            <p>{words.agreed}</p>
            <Key look="quiet" icon={Printer} label={papers.emergency.key} onPress={onPaper} />
            <Key look="quiet" label={words.end} onPress={() => setEnding(true)} />
          </>
        )}
      </div>
      <Dialog open={ending} onClose={() => setEnding(false)} title={words.endTitle}>
        <Key
          label={words.end}
          onPress={() => {
            found.clear()
            onEnd()
          }}
        />
        <Key wide focusFirst label={words.endKeep} onPress={() => setEnding(false)} />
      </Dialog>
    </Screen>
  )
}
