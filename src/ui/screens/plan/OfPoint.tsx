import { useRoute } from 'preact-iso'
import type { ComponentChildren } from 'preact'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { Panel } from '#ui/parts/Card.tsx'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { KeptScreen } from './KeptScreen.tsx'

/** The point that the address names, for the screens about one; `alsoPast`: a point that was given up is shown too. */
export function OfPoint({
  by,
  title,
  back,
  alsoPast = false,
  children,
}: {
  by: 'bins' | 'setUp'
  title: string
  back: string
  alsoPast?: boolean
  children: (place: Place) => ComponentChildren
}) {
  const { point } = useRoute().params
  const { plan } = useWords()
  const place = useView((view) => view.get<Place>(point as RecordId))
  if (place?.what === 'binPoint' && (alsoPast || !place.voided)) return <>{children(place)}</>
  return (
    <KeptScreen by={by} title={title} back={back}>
      <Panel title={plan.noPoints} />
    </KeptScreen>
  )
}
