import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { noteLook } from '#commands/looks.ts'
import type { LookReason } from '#domain/look.ts'
import { type PaperUnit, paperUnits, pagesOf, withNames } from '#queries/doorSheet.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Select } from '#ui/parts/Field.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { useTaken } from '#ui/paper/useTaken.ts'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useSecondYes } from '#ui/screens/exports/useSecondYes.ts'
import { useApp } from '#ui/state/app.ts'
import { useHidden } from '#ui/state/hidden.ts'
import { useWords } from '#ui/words.ts'
import { DoorPage } from './DoorPage.tsx'
import { WhyNames } from './WhyNames.tsx'

/** Rows that fit on an A4 page under its head, the name of a floor taking one too. */
const ROWS = 22

/** 上门名单: a unit on paper for somebody without a phone, to be ticked with a pen and typed back afterwards. */
export function DoorSheet() {
  const { discretion, common } = useWords()
  const words = discretion.paper
  const { ctx } = useApp()
  const { reader, may } = useReader()
  const toast = useToast()
  const taken = useTaken()
  const hidden = useHidden()
  const [asked, setAsked] = useState<string>()
  const [asking, setAsking] = useState(false)
  /** The unit whose names somebody said what for. */
  const [named, setNamed] = useState<string>()

  const units = may('recordVisit') && !reader.shared ? paperUnits(reader) : []
  const unit = units.find((one) => one.id === asked) ?? units[0]
  const full = unit && withNames(reader, unit)
  const homes = full ? homesOn(full) : 0
  const second = useSecondYes({ place: unit?.id ?? ctx.compound, homes })
  if (!unit) {
    return (
      <Screen title={words.title} back="/doors">
        <Empty title={words.notHere} />
      </Screen>
    )
  }
  const shown = named === unit.id && full ? full : unit
  const pages = pagesOf(shown, ROWS)
  // Names come onto the page only when it is kept that somebody wanted them there, and what for.
  const name = async (why: LookReason, note: string) => {
    setAsking(false)
    const count = full ? namesOn(full) : 0
    const done = await noteLook(ctx, {
      place: unit.id,
      what: 'doorList',
      why,
      note,
      count,
      ...(second.request && { request: second.request }),
    })
    if (done.ok) setNamed(unit.id)
    else toast({ text: common.refused[done.refused], icon: Warning })
  }
  return (
    <>
      <PaperScreen
        title={words.title}
        sub={unit.where}
        back="/doors"
        internal
        printSub={words.printHint(pages.length)}
        printKey={shown === full && hidden ? 'none' : 'primary'}
        // Also without names it is kept who printed it.
        beforePrint={() => taken({ what: 'paper', note: `${words.title} ${unit.where}` })}
        choices={
          <>
            {shown === full && <NotAll />}
            {units.length > 1 && (
              <Select
                label={words.unit}
                value={unit.id}
                options={units.map((one) => ({ value: one.id, label: one.where }))}
                onChange={setAsked}
              />
            )}
            {full && (
              <Segmented
                label={words.names}
                look="answer"
                value={shown === full ? 'names' : 'doors'}
                onChange={(value) => (value === 'names' ? setAsking(true) : setNamed(undefined))}
                options={[
                  { value: 'doors', label: words.noNames, sub: words.noNamesSub },
                  { value: 'names', label: words.withNames, sub: words.withNamesSub },
                ]}
              />
            )}
          </>
        }
      >
        {pages.map((floors, index) => (
          <DoorPage
            key={index}
            where={shown.where}
            floors={floors}
            page={index + 1}
            of={pages.length}
            names={shown === full}
          />
        ))}
      </PaperScreen>
      <WhyNames
        open={asking}
        second={second}
        homes={homes}
        onClose={() => setAsking(false)}
        onChoose={(why, note) => void name(why, note)}
      />
    </>
  )
}

/** Of which somebody is named. */
function homesOn({ floors }: PaperUnit): number {
  return floors.reduce((sum, { doors }) => sum + doors.filter(({ names }) => names.length > 0).length, 0)
}

function namesOn({ floors }: PaperUnit): number {
  return floors.reduce((sum, { doors }) => sum + doors.reduce((all, { names }) => all + names.length, 0), 0)
}
