import { type Place, placeTree, whereOf } from '#domain/places.ts'
import type { RecordId } from '#domain/ids.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** What was begun at other places, by place. */
export function Drafts(props: {
  others: readonly { readonly about: string; readonly at: string }[]
  onResume: (about: string) => void
}) {
  const words = useWords().feedback.capture
  const formats = useFormats()
  const now = useNow()
  const tree = useView((view) => placeTree(view.all<Place>('place')))
  if (props.others.length === 0) return null
  return (
    <Panel title={words.drafts(props.others.length)}>
      <Rows>
        {props.others.map(({ about, at }) => (
          <Row
            key={about}
            title={whereOf(about as RecordId, tree) || words.choose}
            sub={words.draftAt(formats.moment(at, now))}
            onPress={() => props.onResume(about)}
          />
        ))}
      </Rows>
    </Panel>
  )
}
