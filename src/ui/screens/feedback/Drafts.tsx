import { type Place, placeTree, whereOf } from '#domain/places.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import type { Begun } from './useCapture.ts'

/** What else was begun: where, the first words, since when. */
export function Drafts({ others, onResume }: { others: readonly Begun[]; onResume: (one: Begun) => void }) {
  const { feedback, voices } = useWords()
  const words = feedback.capture
  const formats = useFormats()
  const now = useNow()
  const tree = useView((view) => placeTree(view.all<Place>('place')))
  if (others.length === 0) return null
  const said = ({ form }: Begun) =>
    form.text ||
    (form.sound
      ? voices.note.only(form.sound.seconds)
      : form.key
        ? words.keys[form.key].replace('\n', ' ')
        : '')
  return (
    <Panel title={words.drafts(others.length)}>
      <Rows>
        {others.map((one) => (
          <Row
            key={one.about}
            title={[one.form.place && whereOf(one.form.place, tree), cut(said(one))]
              .filter(Boolean)
              .join('・')}
            sub={words.draftAt(formats.moment(one.at, now))}
            onPress={() => onResume(one)}
          />
        ))}
      </Rows>
    </Panel>
  )
}

/** A line, not the whole: it is opened to be read. */
function cut(words: string): string {
  const signs = [...words]
  return signs.length > 16 ? `${signs.slice(0, 16).join('')}…` : words
}
