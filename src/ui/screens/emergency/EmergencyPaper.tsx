import Warning from '~icons/lucide/triangle-alert'
import Two from '~icons/lucide/users-round'
import { noteLook } from '#commands/looks.ts'
import type { LookReason } from '#domain/look.ts'
import { type Place, whereOf } from '#domain/places.ts'
import { type FloorToFind, peopleOn } from '#queries/emergencySheet.ts'
import { mayExport } from '#queries/exports.ts'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { TableKey } from '#ui/paper/TableKey.tsx'
import { TablePages } from '#ui/paper/TablePages.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { SecondYesPanel } from '#ui/screens/exports/SecondYesPanel.tsx'
import { useSecondYes } from '#ui/screens/exports/useSecondYes.ts'
import { useApp } from '#ui/state/app.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { emergencyTable } from './emergencyTable.ts'

interface EmergencyPaperProps {
  place: Place
  floors: readonly FloorToFind[]
  /** Why it was opened; it stands on every page. */
  why: LookReason
  note: string
  /** Writes down that it was printed; `false` where that cannot be kept. */
  onPrint: () => Promise<boolean>
  onBack: () => void
}

/**
 * The emergency list on A4, for the inside only: it is names and doors, there is nothing of it to hang up. Where it cannot be
 * kept that somebody printed it, it is printed all the same and said so, as with the list itself. A file is the roster in another
 * order, with every number in full: it waits until it is, and of many homes for a second yes.
 */
export function EmergencyPaper({ place, floors, why, note, onPrint, onBack }: EmergencyPaperProps) {
  const words = useWords()
  const { emergency } = words.papers
  const formats = useFormats()
  const { ctx, person, now } = useApp()
  const { reader, today } = useReader()
  const toast = useToast()
  const where = whereOf(place.id, reader.tree)
  const whole = mayExport(reader, place.id)
  const list = emergencyTable(floors, whole, words)
  const notAll = useNotAll()
  const taker = emergency.mark(
    person.name,
    `${today} ${formats.time(now())}`,
    [words.discretion.why[why], note].filter(Boolean).join('：'),
  )
  const mark = [notAll, taker].filter(Boolean).join('・')
  const homes = floors.reduce((sum, floor) => sum + floor.homes.length, 0)
  const second = useSecondYes({ place: place.id, homes, care: true })
  const saved = async () => {
    const { request } = second
    const said = [note, emergency.saved].filter(Boolean).join('・')
    const counted = { count: peopleOn(floors), homes, ...(request && { request }) }
    const kept = await noteLook(ctx, { place: place.id, what: 'export', why, note: said, ...counted })
    if (!kept.ok) toast({ text: words.common.refused[kept.refused], icon: Warning })
    return kept.ok
  }
  return (
    <PaperScreen
      title={emergency.title}
      sub={where}
      back={onBack}
      internal
      across
      beforePrint={async () => {
        if (!(await onPrint())) toast({ text: words.discretion.emergency.notNoted, icon: Warning })
        return true
      }}
      keys={
        whole &&
        (second.canAsk ? (
          <Key
            icon={Two}
            label={words.trace.second.ask}
            busy={second.busy}
            onPress={() => void second.ask(why, note || emergency.title)}
          />
        ) : (
          second.may &&
          !notAll && (
            <TableKey
              name={[emergency.title, where, today]}
              before={saved}
              tables={() => [{ name: emergency.title, head: list.head, rows: [...list.rows, [mark]] }]}
            />
          )
        ))
      }
      choices={
        <>
          <NotAll />
          {whole && second.permit.is !== 'free' && <SecondYesPanel permit={second.permit} homes={homes} />}
        </>
      }
    >
      <TablePages
        title={emergency.title}
        sub={where}
        {...list}
        internal
        mark={`${words.paper.internalFoot}・${mark}`}
        signed={emergency.sign}
      />
    </PaperScreen>
  )
}
