import './wall.css'
import { useLocation, useRoute } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { hanging, type Publication } from '#domain/wall/publication.ts'
import { frontOf } from '#queries/publications.ts'
import { Nothing } from '#ui/Nothing.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { Hangs } from './Hangs.tsx'
import { Preview } from './Preview.tsx'

/** `/wall/:id`: a page as residents will see it, before it hangs and while it does. */
export function WallPage() {
  const id = useRoute().params['id'] as RecordId
  const { wall } = useWords()
  const { reader, may } = useReader()
  const page = reader.get<Publication>(id)
  const [anew, setAnew] = useState(false)
  if (page?.kind !== 'publication') {
    return (
      <Screen title={wall.title} back="/wall">
        <Nothing title={wall.gone} />
      </Screen>
    )
  }
  const front = frontOf(reader, page)
  if (page.joined !== undefined && (front || page.versions.length === 0)) return <Joined into={page.joined} />
  const now = hanging(page)
  if (page.versions.length === 0 && page.proposed)
    return <Preview key={id} page={page} content={page.proposed} publishes={may('publish')} />
  if (anew && now)
    return (
      <Preview
        key={`${id} ${now.n}`}
        page={page}
        content={now.content}
        publishes
        onDone={() => setAnew(false)}
      />
    )
  return <Hangs page={page} front={front} publishes={may('publish')} onAnew={() => setAnew(true)} />
}

/** What waited hangs as a version of another page: an old link leads there. */
function Joined({ into }: { into: RecordId }) {
  const { route } = useLocation()
  const { wall } = useWords()
  useEffect(() => route(`/wall/${into}`, true), [into])
  return (
    <Screen title={wall.title} back="/wall">
      {null}
    </Screen>
  )
}
