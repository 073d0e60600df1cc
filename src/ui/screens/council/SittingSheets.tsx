import { type AgendaItem, RULINGS } from '#domain/council/agendaItem.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { keptHome } from '#queries/council.ts'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useWords } from '#ui/words.ts'
import { AddSheet } from './AddSheet.tsx'
import { Attendance } from './Attendance.tsx'
import { HomesSheet } from './HomesSheet.tsx'
import { ItemMore } from './ItemMore.tsx'
import type { Rules } from './useRuling.ts'

/** What lies over a sitting; `item` and `ruling` are about the item that is open. */
export type SheetOver = 'attendance' | 'homes' | 'adding' | 'item' | 'ruling'

interface SheetsProps {
  over: SheetOver
  meeting: Meeting
  items: readonly AgendaItem[]
  item: AgendaItem | undefined
  ruling: Rules
  onClose: () => void
}

/** The sheets of a sitting lie beside its panes: a tablet that is turned lays the panes out anew, and what is open stays. */
export function SittingSheets({ over, meeting, items, item, ruling, onClose }: SheetsProps) {
  const { council, common } = useWords()
  switch (over) {
    case 'attendance':
      return <Attendance meeting={meeting} onClose={onClose} />
    case 'homes':
      return <Homes onClose={onClose} />
    case 'adding':
      return <AddSheet meeting={meeting} items={items} onClose={onClose} />
    case 'item':
      return item ? <ItemMore key={item.id} items={items} item={item} onClose={onClose} /> : null
    case 'ruling':
      return item ? (
        <Sheet open onClose={onClose} title={council.otherRuling} close={common.close}>
          <div class="stack">
            {RULINGS.filter((one) => one !== 'agreed' && one !== 'deferred').map((one) => (
              <Key
                key={one}
                wide
                label={council.ruling[one]}
                onPress={() => {
                  onClose()
                  void ruling.rules(item, one)
                }}
              />
            ))}
          </div>
        </Sheet>
      ) : null
  }
}

function Homes({ onClose }: { onClose: () => void }) {
  const { ctx } = useApp()
  const { reader } = useReader()
  return <HomesSheet rows={keptHome(ctx.view, reader, useNow())} onClose={onClose} />
}
