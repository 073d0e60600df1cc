import { whereOf } from '#domain/places.ts'
import { type Visit, visitDay } from '#domain/doors/visit.ts'
import { nameOf } from '#queries/feedback.ts'
import { newestFirst } from '#queries/visits.ts'
import { column, exportTable, labelOf, timeOf } from './table.ts'

const open = column('open')
const inside = column('inside')

/** 走访记录: every knock of some days, the first one first. */
export const visits = exportTable<Visit>(
  'visits',
  'visits',
  [
    open('day', (one) => visitDay(one)),
    open('time', (one) => (one.on === undefined ? timeOf(one.at) : undefined)),
    open('building', (one, { reader }) => labelOf(one.place, 'building', reader.tree)),
    open('unit', (one, { reader }) => labelOf(one.place, 'unit', reader.tree)),
    inside('door', (one, { reader }) => labelOf(one.place, 'dwelling', reader.tree)),
    inside('where', (one, { reader }) => whereOf(one.place, reader.tree)),
    open('outcome', (one) => ({ of: 'outcome', value: one.outcome })),
    open('rosterConfirmed', (one) => ({ of: 'rosterConfirmed', value: one.rosterConfirmed })),
    open('retryDay', (one) => one.retryAt?.slice(0, 10)),
    inside('text', (one) => one.note),
    inside('by', (one, { view }) => nameOf(view, one.author)),
  ],
  ({ reader, from, to }) =>
    reader
      .all<Visit>('visit')
      .filter((one) => from <= visitDay(one) && visitDay(one) <= to)
      .sort((a, b) => newestFirst(b, a)),
)
