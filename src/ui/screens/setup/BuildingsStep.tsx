import Table from '~icons/lucide/file-text'
import Plus from '~icons/lucide/plus'
import Remove from '~icons/lucide/trash-2'
import { useState } from 'preact/hooks'
import { buildingKey, type DrawnBuilding, homesOf, MOST, NUMBERINGS } from '#domain/doors/drawnBuilding.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useFormats, useWords } from '#ui/words.ts'
import { BuildingPicture } from './BuildingPicture.tsx'
import { Otherwise } from './Otherwise.tsx'
import type { StepProps } from './draft.ts'
import { WizardFrame } from './WizardFrame.tsx'

/** The building is drawn by its numbers and stands there at once. */
export function BuildingsStep({ draft, change, onBack, onNext }: StepProps) {
  const all = useWords().setup
  const words = all.buildings
  const formats = useFormats()
  const [chosen, setChosen] = useState(0)
  const index = Math.min(chosen, draft.buildings.length - 1)
  const drawn = draft.buildings[index]!
  const keys = draft.buildings.map((one) => buildingKey(one.name))
  const wrong =
    keys[index] === undefined
      ? words.nameWrong
      : keys.indexOf(keys[index]) !== keys.lastIndexOf(keys[index])
        ? words.nameTwice
        : undefined
  const why =
    wrong ??
    (keys.includes(undefined)
      ? words.nameWrong
      : new Set(keys).size < keys.length
        ? words.nameTwice
        : undefined)

  const redraw = (next: Partial<DrawnBuilding>) =>
    change({ buildings: draft.buildings.map((one, at) => (at === index ? { ...one, ...next } : one)) })
  const another = () => {
    change({
      buildings: [...draft.buildings, { ...drawn, name: `${draft.buildings.length + 1}栋`, notHomes: [] }],
    })
    setChosen(draft.buildings.length)
  }
  const count = (what: 'floors' | 'units' | 'doors', label: string, unit: string) => (
    <Stepper
      label={label}
      unit={unit}
      min={1}
      max={MOST[what]}
      value={drawn[what]}
      less={words.less(label)}
      more={words.more(label)}
      onChange={(value) => redraw({ [what]: value })}
    />
  )
  const total = draft.buildings.reduce((sum, one) => sum + homesOf(one), 0)
  return (
    <WizardFrame
      step={3}
      title={words.title}
      onBack={onBack}
      aside={<Key size="tall" icon={Table} label={words.import} onPress={() => change({ way: 'table' })} />}
      next={{ label: all.next, why, onPress: onNext }}
      picture={<BuildingPicture drawn={drawn} onNotHomes={(notHomes) => redraw({ notHomes })} />}
    >
      {draft.buildings.length > 1 && (
        <Segmented
          label={words.title}
          look="chips"
          value={String(index)}
          options={draft.buildings.map((one, at) => ({
            value: String(at),
            label: one.name,
            count: String(homesOf(one)),
          }))}
          onChange={(value) => setChosen(Number(value))}
        />
      )}
      <Field
        label={words.name}
        value={drawn.name}
        error={wrong}
        maxLength={10}
        onDraft={(name) => redraw({ name })}
      />
      <div class="setup-steppers">
        {count('floors', words.floors, words.floorUnit)}
        {count('units', words.units, words.unitUnit)}
        {count('doors', words.doors, words.doorUnit)}
        <div class="setup-numbering">
          <Segmented
            shown
            look="answer"
            label={words.numbering}
            value={drawn.numbering}
            options={NUMBERINGS.map((value) => ({ value, label: value }))}
            onChange={(numbering) => redraw({ numbering })}
          />
        </div>
      </div>
      <Otherwise key={index} drawn={drawn} onDraw={redraw} />
      <div class="beside">
        {draft.buildings.length < MOST.buildings && (
          <Key look="quiet" icon={Plus} label={words.another} onPress={another} />
        )}
        {draft.buildings.length > 1 && (
          <Key
            look="quiet"
            icon={Remove}
            label={words.remove}
            onPress={() => change({ buildings: draft.buildings.filter((_, at) => at !== index) })}
          />
        )}
      </div>
      <p class="setup-total" role="status">
        <b>{formats.number(homesOf(drawn))}</b> {words.homes}
      </p>
      {draft.buildings.length > 1 && (
        <p class="caption">{words.ofAll(draft.buildings.length, formats.number(total))}</p>
      )}
    </WizardFrame>
  )
}
