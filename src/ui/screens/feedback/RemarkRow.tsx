import Refresh from '~icons/lucide/refresh-cw'
import Check from '~icons/lucide/check'
import Pause from '~icons/lucide/pause'
import Phone from '~icons/lucide/phone'
import Warning from '~icons/lucide/triangle-alert'
import type { Team } from '#domain/ledger/hands.ts'
import type { FeedbackRow } from '#queries/feedback.ts'
import { DueBlock } from '#ui/parts/DueBlock.tsx'
import { Phrase } from '#ui/parts/Phrase.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { teamWord } from '#ui/screens/ledger/hands.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { dueWords } from './dueWords.ts'
import { headlineOf } from '#ui/headline.ts'
import { useTravelled } from './travelled.ts'
import { useWeight } from './weight.ts'

/** Minutes from the word to its receipt that are worth a place in a list. */
const LONG = 60

/** One remark of the list: how long is left, what, where, how it stands, with whom. */
export function RemarkRow({ row }: { row: FeedbackRow }) {
  const { feedback: words, common, danger, voices } = useWords()
  const weigh = useWeight()
  const travelled = useTravelled()
  return (
    <li>
      <a class="remark" href={`/feedback/${row.id}`}>
        <DueBlock {...dueWords(row.due, words.due)} />
        <span class="remark-words">
          <span class="remark-text">
            <Phrase text={headlineOf(row, { feedback: words, danger, voices })} />
          </span>
          <span class="remark-where">
            {[
              row.where,
              row.reporter,
              row.online && voices.heard.online,
              weigh(row),
              row.travelled !== undefined && row.travelled >= LONG && travelled(row.travelled),
              row.no === undefined && common.noNumber,
            ]
              .filter(Boolean)
              .join('・')}
          </span>
          <span class="remark-state">
            <State row={row} />
            <Who row={row} />
          </span>
        </span>
      </a>
    </li>
  )
}

function Who({ row: { assignee, hands } }: { row: FeedbackRow }) {
  if (hands?.team) return <TeamName team={hands.team} />
  const who = hands?.vendor ?? assignee
  return who ? <span>{who}</span> : null
}

function TeamName({ team }: { team: Team }) {
  const { ledger } = useWords()
  return <span>{useView((view) => teamWord(view, team, ledger))}</span>
}

function State({ row }: { row: FeedbackRow }) {
  const { feedback: words } = useWords()
  if (row.ring) return <Tag tone="overdue" icon={Phone} label={words.ring} />
  if (row.drawer === 'done') {
    const what = row.status
      ? words.status[row.status]
      : row.disposition
        ? words.dispositions[row.disposition]
        : words.drawers.done
    return <Tag tone="done" icon={Check} label={what} />
  }
  if (row.due.standing === 'overdue') return <Tag tone="chase" icon={Warning} label={words.chase} />
  if (row.due.standing === 'outside') return <Tag label={words.due.outThere} />
  if (row.status === 'onHold') return <Tag icon={Pause} label={words.status.onHold} />
  if (row.status)
    return <Tag icon={row.status === 'open' ? undefined : Refresh} label={words.status[openWith(row)]} />
  return <Tag label={row.disposition ? words.dispositions[row.disposition] : words.undecided} />
}

/** Given to somebody who has not said so yet: for the asker it is in hand. */
function openWith(row: FeedbackRow): NonNullable<FeedbackRow['status']> {
  return row.status === 'open' && row.hands ? 'working' : (row.status ?? 'open')
}
