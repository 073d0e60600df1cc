import './emergency.css'
import { useState } from 'preact/hooks'
import { noteLook } from '#commands/looks.ts'
import { callsInOrder } from '#domain/ledger/danger.ts'
import type { LookReason } from '#domain/look.ts'
import { type Place, whereOf } from '#domain/places.ts'
import { emergencySheet, peopleOn } from '#queries/emergencySheet.ts'
import { emergencyIn } from '#queries/settings.ts'
import { whereReads } from '#queries/whereNamed.ts'
import { CallFirst } from '#ui/CallFirst.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { AskWhy } from './AskWhy.tsx'
import { EmergencyPaper } from './EmergencyPaper.tsx'
import { SheetOpen } from './SheetOpen.tsx'

/** Longer nobody waits for a disk that does not answer. */
const PATIENCE_MS = 2_000

/**
 * 应急名单: who needs help here, floor by floor, without a network. Whoever opens it says why, and that is kept before it
 * opens. Where this device cannot keep it, the list opens all the same and says so: somebody who has to be carried down the
 * stairs does not wait for room on a disk.
 */
export function EmergencySheet() {
  const { discretion, papers } = useWords()
  const words = discretion.emergency
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const numbers = useView(emergencyIn)
  const [asked, setAsked] = useState<Place['id']>()
  const [opened, setOpened] = useState<{ place: Place; why: LookReason; note: string; noted: boolean }>()
  const [onPaper, setOnPaper] = useState(false)

  const places = reader.shared || !may('noteLook') ? [] : whereReads(reader, 'names')
  const place = places.find((one) => one.id === asked) ?? places[0]
  const call = (
    <CallFirst
      title={words.callFirst}
      calls={callsInOrder(['fire', 'ambulance', 'police'], numbers)}
      hint={words.callHint}
    >
      {null}
    </CallFirst>
  )
  if (!place) {
    return (
      <Screen title={words.title} back="/doors">
        <div class="stack">
          {call}
          <Empty title={words.notHere} text={reader.shared ? words.shared : words.notHereText} />
        </div>
      </Screen>
    )
  }
  // The right went while it was open: so does the list.
  if (opened && places.some((one) => one.id === opened.place.id)) {
    const { noted, ...what } = opened
    const floors = emergencySheet(reader, opened.place.id)
    if (onPaper) {
      return (
        <EmergencyPaper
          place={opened.place}
          floors={floors}
          why={opened.why}
          note={opened.note}
          onPrint={() =>
            note({ ...what, note: [opened.note, papers.emergency.printed].filter(Boolean).join('・') })
          }
          onBack={() => setOnPaper(false)}
        />
      )
    }
    return (
      <SheetOpen
        place={opened.place}
        floors={floors}
        onPaper={() => setOnPaper(true)}
        noted={noted}
        onNote={async () => setOpened({ ...opened, noted: await note(what) })}
        onEnd={() => setOpened(undefined)}
      />
    )
  }

  function note(what: { place: Place; why: LookReason; note: string }): Promise<boolean> {
    const count = peopleOn(emergencySheet(reader, what.place.id))
    const { why, note: said } = what
    const kept = noteLook(ctx, { place: what.place.id, what: 'emergencySheet', why, note: said, count })
    // Whatever is wrong with this device, also what nobody foresaw, is told beside the list and not instead of it.
    return Promise.race([
      kept.then(
        ({ ok }) => ok,
        () => false,
      ),
      new Promise<boolean>((settle) => setTimeout(() => settle(false), PATIENCE_MS)),
    ])
  }
  const open = async (why: LookReason, said: string) => {
    const what = { place, why, note: said }
    setOpened({ ...what, noted: await note(what) })
  }
  return (
    <Screen title={words.title} back="/doors">
      <div class="stack">
        {call}
        {places.length > 1 && (
          <Select
            label={words.where}
            value={place.id}
            options={places.map((one) => ({ value: one.id, label: whereOf(one.id, reader.tree) }))}
            onChange={(id) => setAsked(id as Place['id'])}
          />
        )}
        <AskWhy onChoose={open} />
      </div>
    </Screen>
  )
}
