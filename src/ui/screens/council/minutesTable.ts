import type { Meeting } from '#domain/council/meeting.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import { minutesOf } from './minutes.ts'

/** The minutes as a table: one line for each item, votes as numbers; openly with roles instead of names, as on the wall. */
export function minutesTable(
  asking: Parameters<typeof minutesOf>[0],
  meeting: Meeting,
  internal: boolean,
): Table {
  const { council, papers } = asking.spoken.words
  const { paper } = council
  const { ruled, deferred } = minutesOf(asking, meeting, internal ? 'internal' : 'public')
  return {
    name: papers.minutes.file,
    head: [
      papers.agenda.head.no,
      council.addTitle,
      ...(internal ? [paper.said] : []),
      council.decision,
      paper.ruling,
      council.for,
      council.against,
      council.abstain,
      paper.who,
      paper.due,
    ],
    rows: [...ruled, ...deferred].map((one) => [
      String(one.no),
      one.title,
      ...(internal ? [one.discussion] : []),
      one.decision,
      one.owners ? paper.proposal : council.ruling[one.ruling ?? 'deferred'],
      one.votes?.for,
      one.votes?.against,
      one.votes?.abstain,
      one.who,
      one.due ?? '',
    ]),
  }
}
