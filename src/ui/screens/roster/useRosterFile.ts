import { useEffect, useRef, useState } from 'preact/hooks'
import type { Contact } from '#domain/doors/contact.ts'
import type { Place } from '#domain/places.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { type Mapping, mappingFor } from '#domain/roster/columns.ts'
import { columnsRemembered, type ImportPart, type RosterImport } from '#domain/roster/import.ts'
import type { RosterRecords } from '#domain/roster/known.ts'
import type { RosterRefusal } from '#domain/roster/town.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { useApp } from '#ui/state/app.ts'
import { useView, type View } from '#ui/state/view.ts'
import type { RosterReader } from './rosterReader.ts'
import type { Columns, HeldAgainst } from './talk.ts'

export interface RosterFile {
  readonly name: string
  readonly mapping: Mapping
  readonly held: HeldAgainst
}

const KNOWN = ['places', 'residents', 'contacts', 'imports', 'parts'] as const
/** Pages of a long walk come one after the other. */
const SOON_MS = 300

/** One chosen file: read, held against what is known, and again whenever somebody says something else of a column. */
export function useRosterFile() {
  const { ctx } = useApp()
  const reader = useRef<RosterReader | undefined>(undefined)
  const [file, setFile] = useState<RosterFile>()
  const [busy, setBusy] = useState<'reading' | 'planning'>()
  const [refusal, setRefusal] = useState<SheetRefusal | RosterRefusal>()
  useEffect(() => () => reader.current?.end(), [])
  /** What the file was held against last. */
  const known = useRef<RosterRecords | undefined>(undefined)
  const records = useView(recordsIn)
  const isStale = file !== undefined && KNOWN.some((kind) => records[kind] !== known.current?.[kind])
  useEffect(() => {
    if (!file || !isStale || busy) return
    // Somebody else's news arrive in the middle of the looking: it goes on, held against what is known now.
    const soon = setTimeout(() => void again(file), SOON_MS)
    return () => clearTimeout(soon)
  })

  /** Questions that are not answered yet: what was said of two columns at once is two. */
  const asked = useRef(0)
  const against = async (name: string, mapping: Mapping): Promise<void> => {
    const at = reader.current
    setBusy('planning')
    asked.current += 1
    // The next word of a column is said on top of this one, also while this one is being looked at.
    setFile((now) => now && { ...now, mapping })
    known.current = recordsIn(ctx.view)
    const held = await at?.ask({ ask: 'hold against', mapping, records: known.current })
    // It was laid aside meanwhile.
    if (at !== reader.current) return
    asked.current -= 1
    if (asked.current === 0) setBusy(undefined)
    if (!held) return
    if (!held.ok) return leave(held.refused)
    // Also where nothing is understood yet: the columns may be the reason.
    setRefusal(held.value.diff.ok ? undefined : held.value.diff.refused)
    setFile((now) => ({ name, mapping: now?.mapping ?? mapping, held: held.value }))
  }
  /** Whether somebody said something of this file's columns. */
  const said = useRef(false)
  /** Till somebody did, what was said of such headings before holds; the last import may still be on its way to this device. */
  const again = ({ name, mapping, held }: RosterFile) =>
    against(name, said.current ? mapping : mappingBefore(ctx.view, held.columns))
  const leave = (why?: SheetRefusal) => {
    reader.current?.end()
    reader.current = undefined
    asked.current = 0
    said.current = false
    setBusy(undefined)
    setFile(undefined)
    setRefusal(why)
  }
  return {
    file,
    busy,
    refusal,
    leave: () => leave(),
    async choose(chosen: File): Promise<void> {
      leave()
      setBusy('reading')
      const opened = await opening(chosen)
      setBusy(undefined)
      if (!opened.ok) return setRefusal(opened.refused)
      reader.current = opened.value.reader
      const first = await opened.value.reader.ask({ ask: 'look', mapping: {} })
      if (!first.ok) return leave(first.refused)
      await against(chosen.name, mappingBefore(ctx.view, first.value.columns))
    },
    say(mapping: Mapping): Promise<void> {
      said.current = true
      return file ? against(file.name, mapping) : Promise.resolve()
    },
    look: () => (file ? again(file) : Promise.resolve()),
    async table(): Promise<readonly (readonly string[])[] | undefined> {
      const table = await reader.current?.ask({ ask: 'table', mapping: file?.mapping ?? {} })
      return table?.ok ? table.value : undefined
    },
  }
}

/** What was said of these headings when a roster was taken in before. */
function mappingBefore(view: View, sheets: Columns): Mapping {
  const remembered = columnsRemembered(view.all<RosterImport>('import'))
  return Object.fromEntries(
    sheets.map(({ sheet, columns }) => {
      const headings: string[] = []
      for (const { column, heading } of columns) headings[column] = heading
      return [
        sheet,
        mappingFor(
          Array.from(headings, (one) => one ?? ''),
          remembered,
        ),
      ]
    }),
  )
}

async function opening(chosen: File) {
  try {
    const { openFile } = await import('./rosterReader.ts')
    return await openFile(chosen)
  } catch {
    return { ok: false, refused: 'readerMissing' } as const
  }
}

/** Everything, also what was given up and who moved out: the server holds the roster against the same. */
function recordsIn(view: View): RosterRecords {
  return {
    places: view.all<Place>('place'),
    residents: view.all<Resident>('resident'),
    contacts: view.all<Contact>('contact'),
    imports: view.all<RosterImport>('import'),
    parts: view.all<ImportPart>('importPart'),
  }
}
