import './chart.css'
import './report.css'
import Message from '~icons/lucide/message-square-text'
import Printer from '~icons/lucide/printer'
import { useState } from 'preact/hooks'
import { pointsOfMine } from '#queries/bins.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { addressOf } from './address.ts'
import { type Asked, useReport } from './asked.ts'
import { Choice } from './Choice.tsx'
import { DayShifts } from './DayShifts.tsx'
import { Accuracy, RushHours } from './Drawn.tsx'
import { BagFigures, DropFigures } from './Figures.tsx'
import { FullAndHauled, Kinds } from './Found.tsx'
import { groupText } from './groupText.ts'
import { GroupText } from './GroupText.tsx'
import { Points } from './Points.tsx'
import { Sessions } from './Sessions.tsx'

/** `/bins/report`: a day, a week or a month at the bins; everything in it is worked out from the records. */
export function BinReport() {
  const { sheets } = useWords()
  const { person, today } = useApp()
  const found = useReport()
  const stands = useView((view) => pointsOfMine(view, person.appointments, today()).length > 0)
  const back = stands ? '/bins' : '/'
  if (!found) {
    return (
      <Screen title={sheets.title} back={back}>
        <Empty title={sheets.notYours} text={sheets.notYoursText} />
      </Screen>
    )
  }
  return <Report found={found} back={back} />
}

function Report({ found, back }: { found: Asked; back: string }) {
  const words = useWords()
  const formats = useFormats()
  const { sheets } = words
  const [telling, setTelling] = useState(false)
  const { asked, report, reader, points, compound } = found
  const nothing = report.sheets.length === 0 && report.events.incidents.length === 0
  const [only] = asked.point === undefined ? [] : report.points
  return (
    <Screen
      title={sheets.title}
      sub={only ? `${compound}・${only.point.label}` : compound}
      back={back}
      bar={
        <BottomBar>
          <Key icon={Message} label={sheets.group.copy} onPress={() => setTelling(true)} />
          <Key
            look="primary"
            icon={Printer}
            label={sheets.paper.open}
            href={addressOf('/bins/report/paper', asked)}
          />
        </BottomBar>
      }
    >
      <div class="report">
        <Choice asked={asked} points={points} />
        {nothing ? (
          <>
            <Empty title={sheets.nothing} text={sheets.nothingText} />
            <Sessions report={report} />
          </>
        ) : (
          <>
            <div class="report-cards">
              <DropFigures sum={report} />
              <Sessions report={report} />
              {asked.kind !== 'day' && <Accuracy report={report} />}
              <RushHours report={report} />
              <Kinds report={report} />
              <BagFigures report={report} />
              <FullAndHauled report={report} />
            </div>
            {asked.kind === 'day' && <DayShifts report={report} reader={reader} />}
            <Points report={report} />
          </>
        )}
      </div>
      <GroupText
        text={telling ? groupText(report, compound, { words, formats }) : ''}
        open={telling}
        onClose={() => setTelling(false)}
      />
    </Screen>
  )
}
