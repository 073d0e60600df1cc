import More from '~icons/lucide/chevron-down'
import { useState } from 'preact/hooks'
import { type DrawnBuilding, GROUNDS, OFTEN_MISSING, readMissing } from '#domain/doors/drawnBuilding.ts'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useWords } from '#ui/words.ts'

/** What some buildings have otherwise: floors that are missing, no homes on the ground, double homes at the top. */
export function Otherwise(props: { drawn: DrawnBuilding; onDraw: (next: Partial<DrawnBuilding>) => void }) {
  const { drawn, onDraw } = props
  const words = useWords().setup.buildings
  const [open, setOpen] = useState(drawn.missing.length > 0 || drawn.ground !== 'homes' || drawn.topDouble)
  const [written, setWritten] = useState(drawn.missing.join('、'))
  if (!open) return <Key look="quiet" icon={More} label={words.otherwise} onPress={() => setOpen(true)} />

  const usual = OFTEN_MISSING.filter((floor) => floor < drawn.floors)
  const without = usual.length > 0 && usual.every((floor) => drawn.missing.includes(floor))
  const write = (text: string) => {
    setWritten(text)
    onDraw({ missing: readMissing(text, drawn.floors) })
  }
  return (
    <div class="stack setup-otherwise">
      <Segmented
        shown
        look="answer"
        label={words.ground}
        value={drawn.ground}
        options={GROUNDS.map((value) => ({ value, label: words.grounds[value] }))}
        onChange={(ground) => onDraw({ ground })}
      />
      <Field
        label={words.missing}
        help={words.missingHelp}
        value={written}
        inputMode="text"
        maxLength={60}
        onDraft={write}
      />
      {usual.length > 0 && (
        <Key
          look="quiet"
          label={words.usual(usual.join('、'))}
          pressed={without}
          onPress={() => {
            const others = drawn.missing.filter((floor) => !usual.includes(floor))
            write((without ? others : [...others, ...usual].sort((a, b) => a - b)).join('、'))
          }}
        />
      )}
      <Segmented
        shown
        look="answer"
        label={words.top}
        value={drawn.topDouble ? 'double' : 'single'}
        options={[
          { value: 'single', label: words.topSingle },
          { value: 'double', label: words.topDouble },
        ]}
        onChange={(value) => onDraw({ topDouble: value === 'double' })}
      />
    </div>
  )
}
