import './type-back.css'
import { useState } from 'preact/hooks'
import { addDays } from '#domain/workingDays.ts'
import { paperUnits } from '#queries/doorSheet.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useWords } from '#ui/words.ts'
import { TypeFloor } from './TypeFloor.tsx'

/** 把纸上的录进来: a unit, a day, and then floor by floor what was ticked with a pen. */
export function TypeBack() {
  const { discretion } = useWords()
  const words = discretion.typing
  const { reader, today, may } = useReader()
  const [asked, setAsked] = useState<string>()
  const [day, setDay] = useState(today)
  const [earlier, setEarlier] = useState(false)
  const [onFloor, setOnFloor] = useState<string>()

  const units = may('recordVisit') && !reader.shared ? paperUnits(reader) : []
  const unit = units.find((one) => one.id === asked) ?? units[0]
  const floor = unit?.floors.find((one) => one.id === onFloor) ?? unit?.floors[0]
  if (!unit || !floor) {
    return (
      <Screen title={words.title} back="/doors">
        <Empty title={discretion.paper.notHere} />
      </Screen>
    )
  }
  const next = unit.floors[unit.floors.indexOf(floor) + 1]
  const yesterday = addDays(today, -1)
  return (
    <TypeFloor
      key={`${floor.id} ${day}`}
      unit={unit.id}
      floor={floor}
      day={day}
      onNext={next && (() => setOnFloor(next.id))}
      above={
        <>
          {units.length > 1 && (
            <Select
              label={discretion.paper.unit}
              value={unit.id}
              options={units.map((one) => ({ value: one.id, label: one.where }))}
              onChange={setAsked}
            />
          )}
          <Segmented
            label={words.day}
            look="chips"
            value={earlier ? 'earlier' : day === today ? 'today' : 'yesterday'}
            onChange={(value) => {
              setEarlier(value === 'earlier')
              setDay(value === 'today' ? today : value === 'yesterday' ? yesterday : addDays(today, -2))
            }}
            options={[
              { value: 'today', label: words.today },
              { value: 'yesterday', label: words.yesterday },
              { value: 'earlier', label: words.earlier },
            ]}
          />
          {earlier && (
            <Field
              label={words.which}
              type="date"
              value={day}
              max={today}
              onDraft={(value) => {
                if (/^\d{4}-\d\d-\d\d$/.test(value) && value <= today) setDay(value)
              }}
            />
          )}
          <Select
            label={words.floors}
            value={floor.id}
            options={unit.floors.map((one) => ({ value: one.id, label: one.label || unit.where }))}
            onChange={setOnFloor}
          />
        </>
      }
    />
  )
}
