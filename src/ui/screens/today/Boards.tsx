import Book from '~icons/lucide/notebook-pen'
import Council from '~icons/lucide/users-round'
import Calendar from '~icons/lucide/calendar-days'
import Chart from '~icons/lucide/chart-column'
import Hammer from '~icons/lucide/hammer'
import Wallet from '~icons/lucide/wallet'
import Megaphone from '~icons/lucide/megaphone'
import Table from '~icons/lucide/table'
import Message from '~icons/lucide/message-square-text'
import Smile from '~icons/lucide/smile'
import Todo from '~icons/lucide/list-checks'
import { inForce } from '#domain/rights.ts'
import { type Act, ROLES } from '#domain/roles.ts'
import { Heading } from '#ui/parts/Card.tsx'
import type { Icon } from '#ui/parts/icon.ts'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useApp } from '#ui/state/app.ts'
import { useWords, type Words } from '#ui/words.ts'

interface Board {
  readonly href: string
  readonly icon: Icon
  readonly says: (words: Words) => { readonly title: string; readonly sub: string }
  /** For whoever has one of these acts; without it for everybody. */
  readonly acts?: readonly Act[]
}

/** What the compound does together, in the order of its week. */
const BOARDS: readonly Board[] = [
  { href: '/council', icon: Council, says: ({ boards }) => boards.council, acts: ['putTopic'] },
  {
    href: '/accounts',
    icon: Wallet,
    says: ({ boards }) => boards.accounts,
    acts: ['enterMoney', 'checkMoney', 'publish'],
  },
  { href: '/works', icon: Hammer, says: ({ boards }) => boards.works },
  {
    href: '/ledger',
    icon: Todo,
    says: ({ boards }) => boards.ledger,
    acts: ['workOrder', 'assignOrder', 'recordFeedback'],
  },
  {
    href: '/bins/report',
    icon: Chart,
    says: ({ boards }) => boards.bins,
    acts: ['keepBins', 'standShift'],
  },
  {
    href: '/exports',
    icon: Table,
    says: ({ boards }) => boards.exports,
    acts: ['keepForms', 'noteLook', 'holdCouncil', 'enterMoney'],
  },
  { href: '/wall', icon: Megaphone, says: ({ boards }) => boards.wall },
  { href: '/month', icon: Calendar, says: ({ boards }) => boards.month },
  { href: '/survey', icon: Smile, says: ({ boards }) => boards.survey, acts: ['recordSurvey'] },
  { href: '/digest', icon: Message, says: ({ boards }) => boards.digest },
  { href: '/diary', icon: Book, says: ({ boards }) => boards.diary, acts: ['recordFeedback'] },
]

/** 大家的事: the ways to what is not only of today. */
export function Boards() {
  const words = useWords()
  const { person, today } = useApp()
  const acts = person.appointments
    .filter((one) => inForce(one, today()))
    .flatMap((one) => ROLES[one.role].act)
  const mine = BOARDS.filter((board) => board.acts?.some((act) => acts.includes(act)) ?? true)
  if (mine.length === 0) return null
  return (
    <section>
      <Heading title={words.boards.title} />
      <Rows>
        {mine.map(({ href, icon: Icon, says }) => (
          <Row key={href} href={href} lead={<Icon class="icon" aria-hidden="true" />} {...says(words)} />
        ))}
      </Rows>
    </section>
  )
}
