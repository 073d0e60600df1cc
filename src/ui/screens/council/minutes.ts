import type { Votes } from '#domain/council/agendaItem.ts'
import { type LegalDuty, lawOf, rulingOf, type SharedMatter } from '#domain/council/councilLaw.ts'
import type { Ruling } from '#domain/council/agendaItem.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import type { Member } from '#domain/member.ts'
import { tellingIn } from '#domain/wall/publicText.ts'
import type { Content } from '#domain/wall/publication.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { type Resolution, resolutionId } from '#domain/council/resolution.ts'
import { agendaOf, votesOver } from '#queries/council.ts'
import { nameOf } from '#queries/feedback.ts'
import type { Reader } from '#queries/reader.ts'
import { wholeSentences } from '#ui/screens/binReport/groupText.ts'
import type { View } from '#ui/state/view.ts'
import { meetingTitle, roleOf, type Spoken, whoseTask } from './names.ts'

/** Without a name for the wall, with names for those who sit there. */
export type Form = 'public' | 'internal'

interface MinutesItem {
  readonly id: string
  readonly no: number
  readonly title: string
  readonly decision: string
  readonly discussion: string
  readonly question: string
  readonly duty?: LegalDuty | undefined
  readonly owners?: SharedMatter | undefined
  readonly votes?: Votes | undefined
  /** Votes above those who came with one. */
  readonly over: number
  readonly disputed: boolean
  readonly ruling?: Ruling | undefined
  readonly who: string
  readonly due?: string | undefined
}

export interface Minutes {
  readonly title: string
  readonly chair: string
  readonly secretary: string
  readonly ruled: readonly MinutesItem[]
  readonly deferred: readonly MinutesItem[]
}

interface Asking {
  readonly view: View
  readonly reader: Reader
  readonly spoken: Spoken
}

/** What was ruled and what was put off, as the records have it now; in the public form without a name, a phone or a door. */
export function minutesOf({ view, reader, spoken }: Asking, meeting: Meeting, form: Form): Minutes {
  const { words } = spoken
  const told = form === 'public' ? reduced(view, words.council.paper.resident) : (text: string) => text
  const items = agendaOf(reader, meeting.id).map((item, index): MinutesItem => {
    const law = lawOf(item)
    const task = view.get<Resolution>(resolutionId(meeting.id, item.id))
    const votes = item.counted?.votes
    return {
      id: item.id,
      no: index + 1,
      title: told(item.title),
      decision: told(item.decision ?? ''),
      discussion: form === 'internal' ? (item.discussion ?? '') : '',
      question: told(item.question ?? ''),
      duty: law.duty,
      owners: law.owners,
      votes: law.votes && votes && votes.for + votes.against + votes.abstain > 0 ? votes : undefined,
      over: law.votes ? votesOver(item, meeting) : 0,
      disputed: item.otherCount !== undefined,
      ruling: rulingOf(item),
      who:
        task && task.state !== 'dropped'
          ? told(whoseTask(view, task, words, { public: form === 'public', day: meeting.day }))
          : '',
      due: task?.due,
    }
  })
  const person = (who: Meeting['chair']) =>
    form === 'public' ? roleOf(view, who, meeting.day, words) : nameOf(view, who)
  return {
    title: meetingTitle(meeting, spoken),
    chair: person(meeting.chair),
    secretary: person(meeting.secretary),
    ruled: items.filter((one) => one.ruling !== undefined && one.ruling !== 'deferred'),
    deferred: items.filter((one) => one.ruling === undefined || one.ruling === 'deferred'),
  }
}

/** Names of the team and of residents, doors and numbers give way to a word for somebody who lives here. */
export function reduced(view: View, word: string): (text: string) => string {
  const names = [...view.all<Member>('member'), ...view.all<Resident>('resident')]
    .map((one) => one.name)
    .filter((one) => one !== undefined && one.length > 1)
  return (text) => {
    let told = text
    for (const { from, to } of [...tellingIn(text, names)].reverse())
      told = told.slice(0, from) + word + told.slice(to)
    return told
  }
}

/** 10 / 0 / 0 */
export function votesText({ for: yes, against, abstain }: Votes, { formats: { number } }: Spoken): string {
  return `${number(yes)} / ${number(against)} / ${number(abstain)}`
}

/** The lines beside an item: how it stands to the law, the vote, who, until when. Pairs of a word and what is bold. */
export function besides(item: MinutesItem, spoken: Spoken, today: string) {
  const { council } = spoken.words
  const { paper } = council
  const lines: (readonly [label: string, value: string])[] = []
  if (item.duty) lines.push([council.dutyShort[item.duty], council.noVote])
  if (item.votes) lines.push([item.question || paper.votes, votesText(item.votes, spoken)])
  if (item.over > 0) lines.push(['△', paper.tooMany(spoken.formats.number(item.over))])
  if (item.disputed) lines.push(['△', paper.disputed])
  if (item.owners) lines.push([paper.ruling, paper.proposal])
  else if (item.ruling && item.ruling !== 'agreed') lines.push([paper.ruling, council.ruling[item.ruling]])
  if (item.who) lines.push([paper.who, item.who])
  if (item.due) lines.push([paper.due, spoken.formats.date(item.due, today)])
  return lines
}

/** One message for the group, cut at a whole item; made of the public form. */
export function groupTextOf(asking: Asking, meeting: Meeting, compound: string): string {
  const { spoken } = asking
  const { council } = spoken.words
  const { group } = council
  const { number, date } = spoken.formats
  const minutes = minutesOf(asking, meeting, 'public')
  const sentences = [
    group.head(compound, meetingTitle(meeting, spoken, meeting.day)),
    meeting.present === undefined ? '' : group.came(number(meeting.present), number(meeting.guests ?? 0)),
    ...minutes.ruled.map((one) => {
      const said = one.decision || (one.ruling ? council.ruling[one.ruling] : '')
      const votes = one.votes
        ? group.vote(number(one.votes.for), number(one.votes.against), number(one.votes.abstain))
        : ''
      const stop = /[。.!！？?]$/.test(said) ? '' : group.stop
      const who =
        one.who === ''
          ? ''
          : one.due
            ? group.who(one.who, date(one.due, meeting.day))
            : group.whoOnly(one.who)
      return `${group.item(number(one.no), one.title, said)}${stop}${votes}${who}${one.owners ? group.proposal : ''}`
    }),
    group.end,
  ]
  return wholeSentences(sentences, 500).trim()
}

/** What hangs on the wall: decisions with votes, roles and days, as a table. */
export function minutesContent(asking: Asking, meeting: Meeting, today: string): Content {
  const { spoken } = asking
  const { council } = spoken.words
  const { paper } = council
  const minutes = minutesOf(asking, meeting, 'public')
  const { number, date } = spoken.formats
  const cut = (text: string, most: number) => [...text].slice(0, most).join('')
  return {
    title: cut(minutes.title, 60),
    lines: [
      meeting.present === undefined
        ? ''
        : `${paper.members(number(meeting.present))}・${paper.guests(number(meeting.guests ?? 0))}`,
      ...minutes.ruled.filter((one) => one.owners).map((one) => council.pair(one.title, paper.proposal)),
      minutes.deferred.length > 0
        ? council.pair(paper.deferred, council.list(minutes.deferred.map((one) => one.title)))
        : '',
    ]
      .filter((one) => one !== '')
      .map((one) => cut(one, 300)),
    figures: [],
    table: {
      head: [council.addTitle, council.decision, paper.votes, paper.who, paper.due],
      rows: minutes.ruled.map((one) =>
        [
          `${number(one.no)}. ${one.title}`,
          one.decision || (one.ruling ? council.ruling[one.ruling] : ''),
          one.votes ? votesText(one.votes, spoken) : one.duty ? council.noVote : '',
          one.who,
          one.due ? date(one.due, today) : '',
        ].map((cell) => cut(cell, 80)),
      ),
    },
    pictures: [],
  }
}

/** Room on an A4 in lines: what stands at its head and foot is taken off. */
const LINES = 34
const ACROSS = 29

/** The items page by page: as many as have room, none of them cut. An item longer than a page has one of its own. */
export function pagesOf(minutes: Minutes, linesBeside: (item: MinutesItem) => number) {
  const pages: MinutesItem[][] = [[]]
  let left = LINES
  for (const item of minutes.ruled) {
    const text = [item.decision, item.discussion, item.question].reduce((sum, one) => sum + linesOf(one), 0)
    const needs = Math.max(linesOf(item.title) + text, linesBeside(item)) + 1.4
    if (needs > left && pages.at(-1)!.length > 0) {
      pages.push([])
      left = LINES
    }
    pages.at(-1)!.push(item)
    left -= needs
  }
  return pages
}

function linesOf(text: string): number {
  const wide = [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0)
  return text === '' ? 0 : Math.ceil(wide / ACROSS)
}
