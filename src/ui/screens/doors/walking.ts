import type { Campaign } from '#domain/bins/campaign.ts'
import type { Staircase } from '#domain/doors/elevation.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Freshness } from '#domain/settings.ts'
import type { BuildingView } from '#queries/doors.ts'
import type { Reader } from '#queries/reader.ts'

/** What a walk through one unit stands on. */
export interface WalkProps {
  readonly view: BuildingView
  readonly unit: Staircase
  readonly campaign: Campaign | undefined
  readonly reader: Reader
  readonly freshness: Freshness
  readonly today: string
  /** The door in the address. */
  readonly asked: RecordId | undefined
}
