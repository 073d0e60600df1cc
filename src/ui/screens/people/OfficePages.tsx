import Houses from '~icons/lucide/building-2'
import Copy from '~icons/lucide/database-backup'
import Bell from '~icons/lucide/bell-ring'
import Phone from '~icons/lucide/smartphone'
import Eye from '~icons/lucide/eye'
import Told from '~icons/lucide/megaphone'
import Trail from '~icons/lucide/scroll-text'
import Table from '~icons/lucide/list-checks'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useWords } from '#ui/words.ts'

/** Further pages of the office, one question each. */
export function OfficePages() {
  const { people, backups, compounds, discretion, notice, rights, trace } = useWords()
  return (
    <Rows label={people.pages}>
      <Row lead={<Table class="icon" aria-hidden="true" />} title={rights.title} href="/people/rights" />
      <Row
        lead={<Eye class="icon" aria-hidden="true" />}
        title={discretion.looks.title}
        href="/doors/looks"
      />
      <Row lead={<Bell class="icon" aria-hidden="true" />} title={trace.watch.title} href="/doors/watch" />
      <Row lead={<Trail class="icon" aria-hidden="true" />} title={trace.trail.title} href="/people/trail" />
      <Row lead={<Told class="icon" aria-hidden="true" />} title={notice.title} href="/people/notice" />
      <Row
        lead={<Houses class="icon" aria-hidden="true" />}
        title={compounds.title}
        href="/people/compounds"
      />
      <Row
        lead={<Phone class="icon" aria-hidden="true" />}
        title={people.phones.title}
        href="/people/phones"
      />
      <Row lead={<Copy class="icon" aria-hidden="true" />} title={backups.title} href="/people/backups" />
    </Rows>
  )
}
