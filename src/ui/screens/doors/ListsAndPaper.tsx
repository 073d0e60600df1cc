import Bell from '~icons/lucide/bell-ring'
import Download from '~icons/lucide/download'
import Eye from '~icons/lucide/eye'
import Keyboard from '~icons/lucide/keyboard'
import Printer from '~icons/lucide/printer'
import Table from '~icons/lucide/file-text'
import Tidy from '~icons/lucide/list-checks'
import Siren from '~icons/lucide/siren'
import type { Icon } from '#ui/parts/icon.ts'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { useWords } from '#ui/words.ts'
import type { Reading } from './useReader.ts'

/** Below the building: what names people and leaves the screen, each for whom it is for; nothing on a shared tablet. */
export function ListsAndPaper({ reading: { reader, may } }: { reading: Pick<Reading, 'reader' | 'may'> }) {
  const { discretion, household, roster, today, trace } = useWords()
  const words = discretion.ways
  if (reader.shared) return null
  const office = may('setUp')
  const ways: readonly (readonly [boolean, string, Icon, string, string])[] = [
    [may('editRoster'), '/doors/tidy', Tidy, household.tidy.link, household.tidy.sub],
    [may('noteLook'), '/doors/emergency', Siren, today.emergency, today.emergencySub],
    [may('recordVisit'), '/doors/sheet', Printer, words.doorList, words.doorListSub],
    [may('recordVisit'), '/doors/sheet/back', Keyboard, words.typeBack, words.typeBackSub],
    [may('enterRoster'), '/roster', Table, roster.way, roster.waySub],
    [office, '/doors/export', Download, words.export, words.exportSub],
    [office, '/doors/watch', Bell, trace.watch.title, trace.watch.sub],
    [may('takePaper'), '/doors/looks', Eye, office ? words.looks : discretion.looks.mine, words.looksSub],
  ]
  const mine = ways.filter(([open]) => open)
  if (mine.length === 0) return null
  return (
    <section class="doors-ways">
      <h2>{words.title}</h2>
      <Rows label={words.title}>
        {mine.map(([, href, Drawing, title, sub]) => (
          <Row
            key={href}
            href={href}
            lead={<Drawing class="icon" aria-hidden="true" />}
            title={title}
            sub={sub}
          />
        ))}
      </Rows>
    </section>
  )
}
