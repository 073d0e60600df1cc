import { derivedId, type RecordId, type TenantId } from '#domain/ids.ts'
import { orderId } from '#domain/ledger/order.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import { personOf, placeOf } from './cast.ts'
import type { At } from './clock.ts'
import type { Remark, Step } from './remark.ts'
import { SAID_MIDWEEK } from './saidMidweek.ts'
import { SAID_ON_MONDAY } from './saidMonday.ts'
import { SAID_AT_THE_END } from './saidWeekend.ts'
import type { Line } from './line.ts'
import { visitId } from './visits.ts'
import { dayOf } from '#domain/workingDays.ts'

/**
 * 35 remarks: 15 orders, 9 answered on the spot, 4 that say the same, 4 for the council, one request for help, two thanks.
 * Words of residents who never were.
 */
const REMARKS = [...SAID_ON_MONDAY, ...SAID_MIDWEEK, ...SAID_AT_THE_END]

/** Every remark with what came of it, as changes of the people who did it. */
export function remarks(tenant: TenantId, at: At, pictures: (name: string) => string): readonly Line[] {
  return REMARKS.flatMap((one) => linesOf(one, { tenant, at, pictures }))
}

interface Made {
  readonly tenant: TenantId
  readonly at: At
  readonly pictures: (name: string) => string
}

function linesOf(one: Remark, made: Made): readonly Line[] {
  const { tenant, at, pictures } = made
  const record = remarkId(tenant, one.key)
  const place = placeOf(tenant, one.place)
  const written = { by: one.by, day: one.day, time: one.time, ...(one.reached && { reached: one.reached }) }
  const photos = one.photo === undefined ? [] : [pictures(one.photo)]
  const write = {
    place,
    text: one.text,
    category: one.category,
    urgency: one.urgency,
    channel: one.channel,
    affected: one.affected ?? 1,
    heardAt: at(...(one.heard ?? [one.day, one.time])),
    photos,
    name: one.who === undefined ? 'none' : one.who[1] ? 'mayTell' : 'kept',
    ...dispositionOf(one),
    ...(one.answer !== undefined && { answer: one.answer }),
    ...(one.atDoor && { visit: visitId(tenant, ...one.atDoor) }),
  }
  const opened = one.order?.opened
  const opening = opened ? { by: opened[1], day: one.day, time: opened[0] } : written
  const linked = one.linked ? { by: one.linked[1], day: one.day, time: one.linked[0] } : written
  return [
    { ...written, record, name: 'feedback.write', args: write },
    ...(one.who
      ? [
          {
            ...written,
            record: reporterId(record),
            name: 'reporter.write',
            args: { feedback: record, place, displayName: one.who[0], agreed: one.who[1] },
          },
        ]
      : []),
    ...(one.sameAs !== undefined
      ? [{ ...linked, record, name: 'feedback.link', args: { to: remarkId(tenant, one.sameAs) } }]
      : []),
    ...(one.order && opened ? [{ ...opening, record, name: 'feedback.toOrder', args: {} }] : []),
    ...(one.order
      ? [
          {
            ...opening,
            record: orderId(record),
            name: 'order.open',
            args: {
              from: [record],
              place,
              text: one.text,
              category: one.category,
              urgency: one.urgency,
              track: one.order.track,
              firstReceiver: personOf(tenant, opening.by),
              before: photos,
              ...(opened && { heardReceivedAt: at(one.day, one.reached ?? one.time) }),
              ...(one.order.fixed && { fixed: { text: one.order.fixed.text, photos: [] } }),
            },
          },
        ]
      : []),
    ...(one.told ? [toldLine(record, one.told)] : []),
    ...(one.order?.steps ?? []).flatMap((step) => stepLines(one, step, made)),
  ]
}

function stepLines(
  one: Remark,
  [day, time, by, what]: Step,
  { tenant, at, pictures }: Made,
): readonly Line[] {
  const remark = remarkId(tenant, one.key)
  const order = orderId(remark)
  const line = (record: RecordId, name: string, args: object): Line => ({ by, day, time, record, name, args })
  switch (what.is) {
    case 'told':
      return [toldLine(remark, [day, time, by])]
    case 'promise': {
      const until = dayOf(at(what.until, '12:00'))
      return [line(order, 'order.promise', { until, text: what.text })]
    }
    case 'transfer': {
      const { to: body, reference, workingDays, text } = what
      return [line(order, 'order.transfer', { body, reference, workingDays, text })]
    }
    case 'callback':
      return [line(order, 'order.callback', { result: what.result, ...(what.text && { text: what.text }) })]
    case 'assign': {
      const person = personOf(tenant, what.to)
      return [line(order, 'order.assign', { assignee: person }), ...inHands(one, line, remark, person)]
    }
    default: {
      const said = {
        ...(what.text !== undefined && { text: what.text }),
        photos: what.photo === undefined ? [] : [pictures(what.photo)],
      }
      if (what.is === 'note') return [line(order, 'order.note', said)]
      if (what.is !== 'close') return [line(order, 'order.progress', { to: what.is, ...said })]
      return [line(order, 'order.close', said), ...inHands(one, line, remark, undefined)]
    }
  }
}

function toldLine(record: RecordId, [day, time, by]: NonNullable<Remark['told']>): Line {
  return { by, day, time, record, name: 'feedback.tell', args: {} }
}

/** Whose hands it is in reads the remark, and who said it where that person agreed. */
function inHands(
  one: Remark,
  line: (record: RecordId, name: string, args: object) => Line,
  remark: RecordId,
  person: string | undefined,
): readonly Line[] {
  return [
    line(remark, 'feedback.assign', person === undefined ? {} : { assignee: person }),
    ...(one.who?.[1]
      ? [line(reporterId(remark), 'reporter.share', person === undefined ? {} : { with: person })]
      : []),
  ]
}

function dispositionOf(one: Remark): { disposition?: string } {
  if (one.sent !== undefined) return { disposition: one.sent }
  if (one.answer !== undefined) return { disposition: 'answered_on_spot' }
  return one.order && !one.order.opened ? { disposition: 'work_order' } : {}
}

export function remarkId(tenant: TenantId, key: string): RecordId {
  return derivedId('demo-remark', tenant, key)
}
