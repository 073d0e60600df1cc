import { type ExportRequest, HOMES_ALONE, isOver } from '#domain/exportRequest.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Look, LookedAt } from '#domain/look.ts'
import { whereOf } from '#domain/places.ts'
import { addDays, dayOf } from '#domain/workingDays.ts'
import type { View } from '#store/view.ts'
import { type BulkReading, bulkReadings } from './bulkReading.ts'
import { nameOf } from './feedback.ts'
import type { Reader } from './reader.ts'

/** A request of somebody else, as whoever may answer it reads it. */
export interface RequestTold {
  readonly request: ExportRequest
  readonly who: string
  readonly where: string
}

/** A table that somebody else took away, or printed with names, or the emergency list. */
export interface TakenTold {
  readonly look: Look
  readonly who: string
  readonly where: string
  /** Who agreed; absent where nobody was asked. */
  readonly agreed?: string
  /** So many that somebody had to agree, and nobody did: it was made by an older app, or the device did not know. */
  readonly unasked: boolean
}

export interface RosterWatch {
  readonly asked: readonly RequestTold[]
  readonly taken: readonly TakenTold[]
  readonly bulk: readonly (BulkReading & { readonly who: string })[]
}

/** What leaves with names, and the list that may be printed at once because somebody has to be found. */
const TOLD: readonly LookedAt[] = ['export', 'doorList', 'emergencySheet']

const NOTHING: RosterWatch = { asked: [], taken: [], bulk: [] }

/**
 * What the others of the office should know of the roster, of these days up to today, newest first: who asks, who took
 * something away, who saw many. For whoever reads what everybody looked at; of oneself nothing.
 */
export function rosterWatch(
  view: View,
  reader: Reader,
  compound: RecordId,
  now: string,
  days: number,
): RosterWatch {
  if (!reader.reads('looks', compound)) return NOTHING
  const today = dayOf(now)
  const first = addDays(today, 1 - days)
  const looks = reader.all<Look>('look')
  const requests = reader.all<ExportRequest>('exportRequest')
  const named = <R extends Look | ExportRequest>(record: R) => ({
    who: nameOf(view, record.author),
    where: whereOf(record.place, reader.tree),
  })
  const ofOthers = ({ author }: { author: string }) => author !== reader.me
  return {
    asked: requests
      .filter((one) => ofOthers(one) && !one.decided && !isOver(one, now))
      .sort(newest)
      .map((request) => ({ request, ...named(request) })),
    taken: looks
      .filter((one) => TOLD.includes(one.what) && ofOthers(one) && dayOf(one.at) >= first)
      .sort(newest)
      .map((look) => {
        const request = requests.find((one) => one.id === look.request)
        const by = request?.decided?.is === 'allowed' ? request.decided.by : undefined
        return {
          look,
          ...named(look),
          ...(by !== undefined && { agreed: nameOf(view, by) }),
          // A list of doors is of one unit and says how many people: that is no number of homes.
          unasked:
            look.what === 'export' && (look.homes ?? look.count ?? 0) > HOMES_ALONE && by === undefined,
        }
      }),
    bulk: Array.from({ length: days }, (_, ago) => addDays(today, -ago)).flatMap((day) =>
      bulkReadings(looks, day)
        .filter(({ person }) => person !== reader.me)
        .map((one) => ({ ...one, who: nameOf(view, one.person) })),
    ),
  }
}

function newest(a: Look | ExportRequest, b: Look | ExportRequest): number {
  return a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? -1 : 1
}
