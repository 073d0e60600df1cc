import './visit-mode.css'
import { useRoute } from 'preact-iso'
import { useMemo } from 'preact/hooks'
import { type Campaign, runsOn } from '#domain/bins/campaign.ts'
import type { RecordId } from '#domain/ids.ts'
import { campaignDoors, reachedIn } from '#queries/campaigns.ts'
import { elevationOf } from '#queries/doors.ts'
import { doubts } from '#queries/freshness.ts'
import { visitRound } from '#queries/round.ts'
import { Empty } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useWords } from '#ui/words.ts'
import { AtDoor } from './AtDoor.tsx'
import { useReader } from './useReader.ts'
import { useVisitOrder } from './visitOrder.ts'
import type { WalkProps } from './walking.ts'

/**
 * `/doors/visit/:unit`, `?door=` where to stand, `?campaign=` the round it is part of. From door to door: after each answer the
 * next one is chosen, top floor down or by doubt.
 */
export function VisitMode() {
  const { params, query } = useRoute()
  const { doors: words } = useWords()
  const { reader, freshness, today } = useReader()
  const unitId = params['unit'] as RecordId
  const building = reader.tree.path(unitId).find((place) => place.what === 'building')
  const view = building && elevationOf(reader, building.id, today, freshness)
  const unit = view?.elevation.units.find((one) => one.id === unitId)
  // The address may be typed by somebody who goes to no doors.
  if (!view?.visits || !unit) {
    return (
      <Screen title={words.title} back="/doors" close>
        <Empty title={words.home.notHere}>
          <Key look="primary" label={words.round.toBuilding} href="/doors" />
        </Empty>
      </Screen>
    )
  }
  const asked = reader.get<Campaign>((query['campaign'] ?? '') as RecordId)
  const campaign = asked?.kind === 'campaign' && runsOn(asked, today) ? asked : undefined
  return (
    <Walk
      view={view}
      unit={unit}
      campaign={campaign}
      reader={reader}
      freshness={freshness}
      today={today}
      asked={query['door'] as RecordId | undefined}
    />
  )
}

function Walk(props: WalkProps) {
  const { view, unit, campaign, reader, freshness, today } = props
  const order = useVisitOrder()
  const known = useMemo(() => {
    const doors = unit.storeys.flatMap((storey) => storey.doors.flatMap((door) => door ?? []))
    return doubts(reader, view.elevation, doors, today, freshness)
  }, [reader, unit.id, today])
  const round = useMemo(
    () =>
      visitRound(reader, view.elevation, unit.id, today, {
        ...(order === 'doubt' && { doubts: known }),
        ...(campaign && {
          campaign: {
            id: campaign.id,
            doors: new Set(campaignDoors(reader, campaign, freshness).map((one) => one.id)),
            reached: reachedIn(reader, campaign.id),
          },
        }),
      }),
    [reader, unit.id, today, order, known, campaign],
  )
  return <AtDoor {...props} round={round} doubts={known} order={order} />
}
