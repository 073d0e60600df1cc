import { type IncidentWords, recordIncident, withdrawIncident } from '#commands/incidents.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { INCIDENT_ACTIONS, INCIDENTS, type Incident } from '#domain/bins/incident.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { STREAMS } from '#domain/bins/streams.ts'
import { type Act, bytes, type Ground, newRecord, some, somePlace, words } from './ground.ts'

/** What happened at a place, with or without words, photos and a shift. */
function said(ground: Ground, id: RecordId): IncidentWords | undefined {
  const { chance, ctx } = ground
  const place = somePlace(ground, 'binPoint', 'building')?.id
  if (place === undefined) return undefined
  const shift = some<Shift>(ground, 'shift', (one) => one.author === ctx.me && one.closedAt === undefined)
  const photos = Array.from({ length: chance.pick([0, 0, 1, 3]) }, () => bytes(ground, place, id))
  return {
    id,
    place,
    shift: shift?.id,
    type: chance.pick(INCIDENTS),
    action: chance.pick(INCIDENT_ACTIONS),
    photos,
    ...(chance.once(3) && { stream: chance.pick(STREAMS) }),
    ...(!chance.once(4) && { text: words(ground, place, id) }),
  }
}

const record: Act = (ground) => {
  const one = said(ground, newRecord(ground))
  return one && recordIncident(ground.ctx, one)
}

/** With the same press a neighbour who needs a hand: what is said of them is a remark, which lies elsewhere. */
const callForHelp: Act = (ground) => {
  const { ctx } = ground
  const one = said(ground, newRecord(ground))
  if (!one) return undefined
  // The command makes the id of the remark; its canary must know it before.
  const remark = newRecord(ground)
  let first = true
  const newId = () => {
    if (!first) return ctx.newId()
    first = false
    return remark
  }
  return recordIncident({ ...ctx, newId }, { ...one, help: words(ground, one.place, remark) })
}

/** What happens at the bins with more than a word: photos, a hand for somebody, a key that is pressed twice. */
export const ofIncidents: readonly Act[] = [
  record,
  record,
  callForHelp,
  // A second press of the key: the form has its id from its beginning, so it is the same one.
  (ground) => {
    const mine = some<Incident>(ground, 'incident', ({ author }) => author === ground.ctx.me)
    const one = mine && said(ground, mine.id)
    return one && recordIncident(ground.ctx, one)
  },
  // It was a mistake: with it goes the remark that came of it, or one of which only its author knows.
  (ground) => {
    const { me } = ground.ctx
    const one = some<Incident>(ground, 'incident', ({ author }) => author === me)
    const help = some<Feedback>(
      ground,
      'feedback',
      ({ author, category, channel }) => author === me && category === 'care_help' && channel === 'bin_side',
    )
    return one && withdrawIncident(ground.ctx, one.id, '记错了', help?.id)
  },
]
