import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import { compoundPlace, placeId } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import { NOW, PEOPLE, TENANT } from './invented.ts'

const XIE = 'xie' as PersonId
const EAST = placeId(TENANT, 'bin-east')

/**
 * `?left`: 谢敏 did not hand over last evening's shift. `?beside`: she stands at the same point this evening, on another
 * device; `&noted`: and noted there that nobody listens. `?closedForMe`: she closed mine. `?odd`: an old shift without its checks, as no version of ours makes one. All of it is
 * invented.
 */
export function othersFromAddress(asked: URLSearchParams): readonly Recorded[] {
  const wanted = ['left', 'beside', 'closedForMe'].filter((what) => asked.has(what))
  const odd = asked.has('odd') ? [oddShift()] : []
  if (wanted.length === 0) return odd
  const appointments = [{ role: 'supervisor', place: EAST, from: '2026-01-01' }]
  const member = made(
    XIE,
    [['member.join', { place: compoundPlace(TENANT), name: '谢敏', appointments }]],
    'xie',
  )
  const noted = asked.has('noted') ? [incident()] : []
  return [member, ...odd, ...noted, ...wanted.map((what) => shiftOf(what))]
}

function incident(): Recorded {
  const args = { place: EAST, shift: 'beside', type: 'refuse', action: 'persuaded', photos: [] }
  return made(XIE, [['incident.record', args]], 'noted', '2026-11-24T10:03:00.000Z')
}

function oddShift(): Recorded {
  const { checks: _, ...rest } = shiftOf('left') as Recorded & { checks?: unknown }
  return { ...rest, id: 'odd' as RecordId }
}

function shiftOf(what: string): Recorded {
  const me = PEOPLE.supervisor.id
  const by = what === 'closedForMe' ? me : XIE
  const day = what === 'beside' ? '2026-11-24' : '2026-11-23'
  const taps = Array.from({ length: 61 }, (_, index): readonly [string, unknown] => [
    'shift.tally',
    { counter: index % 5 === 0 ? 'corrected' : 'right' },
  ])
  const open: readonly [string, unknown] = ['shift.open', { place: EAST, day, window: 'evening' }]
  const shift = made(by, [open, ...taps], what, new Date(`${day}T18:02:00+08:00`).toISOString())
  return what === 'closedForMe' ? made(XIE, [['shift.closeFor', {}]], what, NOW, shift) : shift
}

function made(
  actor: PersonId,
  steps: readonly (readonly [name: string, args: unknown])[],
  id: string,
  at = '2026-01-01T02:00:00.000Z',
  before?: Recorded,
): Recorded {
  let record = before
  for (const [index, [name, args]] of steps.entries()) {
    const change: Change = {
      id: `${id}-${name}-${index}` as ChangeId,
      record: id as RecordId,
      name,
      v: 1,
      actor,
      at,
      args,
    }
    const folded = fold(record, change)
    if (!folded.record || folded.outcome.is === 'held')
      throw new Error(`${name}: ${JSON.stringify(folded.outcome)}`)
    record = folded.record
  }
  if (!record) throw new Error(`nothing became of ${id}`)
  return record
}
