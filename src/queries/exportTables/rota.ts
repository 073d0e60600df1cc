import { dayOf } from '#domain/workingDays.ts'
import { nameOf } from '#queries/feedback.ts'
import { rotaOf, type Slot } from '#queries/rota.ts'
import { column, exportTable } from './table.ts'

const open = column('open')
const inside = column('inside')

/** 排班: who stands where, one row for each window of each point. */
export const rota = exportTable<Slot>(
  'rota',
  'bins',
  [
    open('day', (one) => one.day),
    open('window', (one) => ({ of: 'window', value: one.window })),
    open('startsAt', (one) => one.from),
    open('endsAt', (one) => one.to),
    open('point', (one) => one.label),
    inside('standing', (one, { view }) => nameOf(view, one.person)),
  ],
  ({ view, reader, tenant, from, to, now }) =>
    rotaOf(view, tenant, dayOf(now))
      .slots({ from, to })
      .filter((one) => reader.tree.get(one.point)),
)
