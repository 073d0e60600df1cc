import MapPin from '~icons/lucide/map-pin'
import { useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { type Place, placeTree, whereOf } from '#domain/places.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import type { Capture } from './capture.ts'
import { PlaceSheet } from './PlaceSheet.tsx'
import { StepHead } from './StepHead.tsx'

/** Step 1: prefilled from the last place, the façade or the bin; 换 opens the choice. */
export function PlaceStep(props: {
  form: Capture
  recent: readonly { readonly place: RecordId; readonly where: string }[]
  onChange: (part: Partial<Capture>) => void
}) {
  const { form, recent, onChange } = props
  const words = useWords().feedback.capture
  const [choosing, setChoosing] = useState(false)
  const tree = useView((view) => placeTree(view.all<Place>('place')))
  const place = form.place === undefined ? undefined : tree.get(form.place)
  const where = place ? whereOf(place.id, tree) || place.label : ''
  return (
    <section class="step">
      <StepHead n={1} done={place !== undefined} title={words.where} />
      <div class="place-row">
        <Key
          icon={MapPin}
          label={where || words.choose}
          sub={form.name ? words.said(form.name) : undefined}
          onPress={() => setChoosing(true)}
        />
        {place && <Key look="quiet" label={words.swap} onPress={() => setChoosing(true)} />}
      </div>
      {choosing && (
        <PlaceSheet
          form={form}
          recent={recent}
          tree={tree}
          onChange={onChange}
          onClose={() => setChoosing(false)}
        />
      )}
    </section>
  )
}
