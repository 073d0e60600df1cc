import { type Bag, bagRateOf } from '#domain/bins/bag.ts'
import { hauledAtOf, type Haul } from '#domain/bins/haul.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Incident } from '#domain/bins/incident.ts'
import { actionNow } from '#domain/bins/incidentSteps.ts'
import { checksAt, MOMENTS } from '#domain/bins/shift.ts'
import { COUNTERS, rateOf } from '#domain/bins/tallies.ts'
import { dayOf } from '#domain/workingDays.ts'
import { eventsIn } from '#queries/binEvents.ts'
import { nameOf } from '#queries/feedback.ts'
import { type BinSheet, type Share, sheetsIn } from '#queries/sheet.ts'
import { type Asking, column, exportTable, timeOf } from './table.ts'

const open = column('open')
const inside = column('inside')

interface ShiftRow extends Share {
  readonly sheet: BinSheet
}

const pointOf = (place: RecordId, { reader }: Asking) => reader.tree.get(place)?.label

const bagsOf = ({ shift }: Share) => bagRateOf(shift.bags ?? [])

/** 桶边督导: one row for each share of a window that somebody stood. */
export const shifts = exportTable<ShiftRow>(
  'shifts',
  'bins',
  [
    open('day', ({ sheet }) => sheet.day),
    open('window', ({ sheet }) => ({ of: 'window', value: sheet.window })),
    open('point', ({ sheet }, asking) => pointOf(sheet.point, asking)),
    inside('by', ({ shift }, { view }) => nameOf(view, shift.author)),
    open('began', ({ shift }) => timeOf(shift.at)),
    open('ended', ({ shift }) => shift.closedAt && timeOf(shift.closedAt)),
    ...COUNTERS.map((counter) => open<ShiftRow>(counter, ({ counts }) => counts[counter])),
    open('drops', ({ counts }) => rateOf(counts).drops),
    open('rate', ({ counts }) => rateOf(counts).percent),
    open('checked', (row) => bagsOf(row).checked),
    open('good', (row) => bagsOf(row).good),
    // Below ten bags there is no rate: a nought would be a lie.
    open('accuracy', (row) => {
      const { perMille } = bagsOf(row)
      return perMille === undefined ? undefined : perMille / 10
    }),
    open(
      'toFix',
      ({ shift }) =>
        MOMENTS.flatMap((when) => Object.values(checksAt(shift, when))).filter((one) => one === 'toFix')
          .length,
    ),
    inside('text', ({ shift }) => shift.note),
  ],
  ({ reader, from, to }) =>
    sheetsIn(reader, { from, to }).flatMap((sheet) => sheet.shares.map((share) => ({ ...share, sheet }))),
)

/** 桶边情况: what happened beside the bins. */
export const incidents = exportTable<Incident>(
  'incidents',
  'bins',
  [
    open('day', (one) => dayOf(one.at)),
    open('time', (one) => timeOf(one.at)),
    open('point', (one, asking) => pointOf(one.place, asking)),
    open('type', (one) => ({ of: 'type', value: one.type })),
    open('stream', (one) => one.stream && { of: 'stream', value: one.stream }),
    open('action', (one) => ({ of: 'action', value: actionNow(one) })),
    inside('text', (one) => one.text),
    inside('by', (one, { view }) => nameOf(view, one.author)),
  ],
  ({ reader, from, to }) => eventsIn(reader, { from, to }).incidents,
)

/** 开袋检查: every bag that was opened. */
export const bags = exportTable<{ readonly bag: Bag; readonly point: RecordId }>(
  'bags',
  'bins',
  [
    open('day', ({ bag }) => dayOf(bag.at)),
    open('time', ({ bag }) => timeOf(bag.at)),
    open('point', ({ point }, asking) => pointOf(point, asking)),
    open('stream', ({ bag }) => ({ of: 'stream', value: bag.stream })),
    open('verdict', ({ bag }) => ({ of: 'verdict', value: bag.verdict })),
    open('faults', ({ bag }) => bag.faults.map((value) => ({ of: 'fault', value }))),
  ],
  ({ reader, from, to }) =>
    sheetsIn(reader, { from, to }).flatMap((sheet) =>
      sheet.shares.flatMap(({ shift }) => (shift.bags ?? []).map((bag) => ({ bag, point: sheet.point }))),
    ),
)

/** 清运记录: what the lorries took. */
export const hauls = exportTable<Haul>(
  'hauls',
  'bins',
  [
    open('day', (one) => dayOf(hauledAtOf(one))),
    open('time', (one) => timeOf(hauledAtOf(one))),
    open('point', (one, asking) => pointOf(one.place, asking)),
    open('stream', (one) => ({ of: 'stream', value: one.stream })),
    open('amount', (one) => one.amount),
    open('measure', (one) => ({ of: 'unit', value: one.unit })),
    open('mixed', (one) => ({ of: 'yesNo', value: one.mixed ? 'yes' : 'no' })),
  ],
  ({ reader, from, to }) => eventsIn(reader, { from, to }).hauls,
)
