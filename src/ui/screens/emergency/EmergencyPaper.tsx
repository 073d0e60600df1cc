import Warning from '~icons/lucide/triangle-alert'
import { type Place, whereOf } from '#domain/places.ts'
import type { FloorToFind } from '#queries/emergencySheet.ts'
import { mayExport } from '#queries/exports.ts'
import { useToast } from '#ui/parts/Toast.tsx'
import { PaperScreen } from '#ui/paper/PaperScreen.tsx'
import { TableKey } from '#ui/paper/TableKey.tsx'
import { TablePages } from '#ui/paper/TablePages.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { emergencyTable } from './emergencyTable.ts'

interface EmergencyPaperProps {
  place: Place
  floors: readonly FloorToFind[]
  /** Why it was opened, in words; it stands on every page. */
  why: string
  /** Writes down that it was taken away, and how; `false` where that cannot be kept. */
  onNote: (how: string) => Promise<boolean>
  onBack: () => void
}

/**
 * The emergency list on A4, for the inside only: it is names and doors, there is nothing of it to hang up. Where it cannot be
 * kept that somebody printed it, it is printed all the same and said so, as with the list itself; a file waits until it is.
 */
export function EmergencyPaper({ place, floors, why, onNote, onBack }: EmergencyPaperProps) {
  const words = useWords()
  const { emergency } = words.papers
  const formats = useFormats()
  const { person, now } = useApp()
  const { reader, today } = useReader()
  const toast = useToast()
  const where = whereOf(place.id, reader.tree)
  const whole = mayExport(reader, place.id)
  const list = emergencyTable(floors, whole, words)
  const mark = emergency.mark(person.name, `${today} ${formats.time(now())}`, why)
  const noted = async (how: string) => {
    const kept = await onNote(how)
    if (!kept) toast({ text: words.discretion.emergency.notNoted, icon: Warning })
    return kept
  }
  return (
    <PaperScreen
      title={emergency.title}
      sub={where}
      back={onBack}
      internal
      across
      beforePrint={async () => {
        await noted(emergency.printed)
        return true
      }}
      keys={
        whole && (
          <TableKey
            name={[emergency.title, where, today]}
            before={() => noted(emergency.saved)}
            tables={() => [{ name: emergency.title, head: list.head, rows: [...list.rows, [mark]] }]}
          />
        )
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
