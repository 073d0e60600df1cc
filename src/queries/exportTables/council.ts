import type { Meeting } from '#domain/council/meeting.ts'
import { lastWord, type Resolution } from '#domain/council/resolution.ts'
import { dayOf } from '#domain/workingDays.ts'
import { nameOf } from '#queries/feedback.ts'
import { column, exportTable } from './table.ts'

const open = column('open')
const inside = column('inside')

interface ResolutionRow {
  readonly resolution: Resolution
  /** The day of the sitting that decided it. */
  readonly day: string
}

/** 议定事项: what the sittings of some days decided that somebody does. */
export const resolutions = exportTable<ResolutionRow>(
  'resolutions',
  'council',
  [
    open('day', ({ day }) => day),
    inside('text', ({ resolution }) => resolution.text),
    open('whose', ({ resolution }) => resolution.whose),
    inside('assignee', ({ resolution }, { view }) => nameOf(view, resolution.assignee)),
    open('dueDay', ({ resolution }) => resolution.due),
    open('state', ({ resolution }) => ({ of: 'state', value: resolution.state })),
    open('closedDay', ({ resolution }) => {
      const last = lastWord(resolution)
      return last && resolution.state !== 'open' ? dayOf(last.at) : undefined
    }),
    inside('report', ({ resolution }) => lastWord(resolution)?.text),
  ],
  ({ reader, from, to }) =>
    reader
      .all<Resolution>('resolution')
      .map((one) => ({
        resolution: one,
        day: reader.get<Meeting>(one.meeting)?.day ?? dayOf(one.at),
      }))
      .filter(({ day }) => from <= day && day <= to)
      .sort((a, b) =>
        a.day === b.day ? (a.resolution.id < b.resolution.id ? -1 : 1) : a.day < b.day ? -1 : 1,
      ),
)
