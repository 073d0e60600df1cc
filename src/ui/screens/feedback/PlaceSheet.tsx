import Up from '~icons/lucide/corner-left-up'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { insideOf, outsideOf, type Place, type PlaceTree, whereOf } from '#domain/places.ts'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords } from '#ui/words.ts'
import type { Capture } from './capture.ts'

/** Where it is and who said it: places gone to lately, or down the house floor by floor. */
export function PlaceSheet(props: {
  form: Capture
  recent: readonly { readonly place: RecordId; readonly where: string }[]
  tree: PlaceTree
  onChange: (part: Partial<Capture>) => void
  onClose: () => void
}) {
  const { form, recent, tree, onChange, onClose } = props
  const { feedback, common } = useWords()
  const words = feedback.capture
  const { compound } = useApp().ctx
  const [at, setAt] = useState<RecordId>(() => below(tree, form.place, compound))
  const choose = (place: RecordId) => {
    // What is said at a door about its corridor or its house is still said by whoever opened it.
    const about = form.place !== undefined && tree.below(form.place, place)
    onChange({ place, ...(about && { name: form.name }) })
    onClose()
  }
  const here = tree.get(at)
  const above = outsideOf(at, tree)
  const children = insideOf(at, tree).filter((one) => !one.voided)
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.where}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={words.here}
          sub={whereOf(at, tree) || here?.label}
          onPress={() => choose(at)}
        />
      }
    >
      <div class="stack">
        {recent.length > 0 && (
          <>
            <Heading title={words.recent} />
            <div class="place-keys place-keys-wide">
              {recent.map((one) => (
                <Key
                  key={one.place}
                  label={one.where || tree.get(one.place)?.label || words.choose}
                  onPress={() => choose(one.place)}
                />
              ))}
            </div>
          </>
        )}
        <Heading title={words.all} />
        {above !== undefined && (
          <Key look="quiet" icon={Up} label={words.upOne} onPress={() => setAt(above)} />
        )}
        <div class="place-keys">
          {ordered(children).map((one) => (
            <Key
              key={one.id}
              label={one.label}
              pressed={one.id === form.place}
              onPress={() => (tree.children(one.id).length > 0 ? setAt(one.id) : choose(one.id))}
            />
          ))}
        </div>
        <Field
          label={words.who}
          help={words.whoHelp}
          value={form.name}
          maxLength={12}
          onDraft={(name) => onChange({ name })}
        />
        <Field
          label={words.phone}
          type="tel"
          inputMode="tel"
          maxLength={20}
          value={form.phone}
          onDraft={(phone) => onChange({ phone })}
        />
      </div>
    </Sheet>
  )
}

/** Floors from the top down, as one reads a house; everything else in its own order. */
function ordered(places: readonly Place[]): readonly Place[] {
  return places.every((one) => one.what === 'floor') ? [...places].reverse() : places
}

/** Opens at the level of the place that is chosen. */
function below(tree: PlaceTree, place: RecordId | undefined, compound: RecordId): RecordId {
  const chosen = place === undefined ? undefined : tree.get(place)
  if (!chosen) return compound
  return tree.children(chosen.id).length > 0 ? chosen.id : (outsideOf(chosen.id, tree) ?? compound)
}
