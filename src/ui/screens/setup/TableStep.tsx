import Down from '~icons/lucide/chevron-down'
import Table from '~icons/lucide/file-text'
import Pencil from '~icons/lucide/pencil'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Mapping } from '#domain/roster/columns.ts'
import type { RosterRefusal } from '#domain/roster/town.ts'
import type { Sheet } from '#domain/roster/sheets.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { Drawing } from '#ui/parts/facade/Drawing.tsx'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { ColumnChoices } from '#ui/screens/roster/ColumnChoices.tsx'
import type * as reading from '#ui/screens/roster/rosterReader.ts'
import type { Looked } from '#ui/screens/roster/talk.ts'
import { useWords } from '#ui/words.ts'
import { facadeOfPlan } from './drawing.ts'
import { RosterPreview } from './RosterPreview.tsx'
import type { StepProps } from './draft.ts'
import { WizardFrame } from './WizardFrame.tsx'

export const ACCEPTED = [
  '.xlsx',
  '.xls',
  '.csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
].join(',')

type Reading = typeof reading

interface TableStepProps extends StepProps {
  readonly sheets: readonly Sheet[]
  onSheets(sheets: readonly Sheet[]): void
}

/** A roster from a spreadsheet: chosen, read, looked at, before anything enters. */
export function TableStep({ draft, change, onBack, onNext, sheets, onSheets }: TableStepProps) {
  const all = useWords()
  const words = all.setup.sheet
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState(false)
  const [refusal, setRefusal] = useState<SheetRefusal | RosterRefusal>()
  const [looked, setLooked] = useState<Looked>()
  const reader = useRef<reading.RosterReader | undefined>(undefined)
  const value = looked?.plan.ok ? looked.plan.value : undefined

  const look = async (mapping: Mapping) => {
    const seen = await reader.current?.ask({ ask: 'look', mapping })
    setReading(false)
    if (!seen) return
    if (!seen.ok) return setRefusal(seen.refused)
    setLooked(seen.value)
    setRefusal(seen.value.plan.ok ? undefined : seen.value.plan.refused)
  }
  const open = async (how: (reading: Reading) => Promise<boolean>) => {
    setReading(true)
    try {
      if (await how(await import('#ui/screens/roster/rosterReader.ts'))) return
    } catch {
      setRefusal('readerMissing')
    }
    setReading(false)
  }
  useEffect(() => {
    if (sheets.length > 0)
      void open(async ({ openSheets }) => {
        reader.current = await openSheets(sheets)
        await look(draft.mapping)
        return true
      })
    return () => reader.current?.end()
  }, [])
  const choose = async (file: File | undefined) => {
    if (!file) return
    setRefusal(undefined)
    await open(async ({ openFile }) => {
      const opened = await openFile(file)
      if (!opened.ok) {
        setRefusal(opened.refused)
        return false
      }
      reader.current?.end()
      reader.current = opened.value.reader
      onSheets(opened.value.sheets)
      change({ mapping: {} })
      await look({})
      return true
    })
  }
  const said = refusal && words.refused[refusal]
  return (
    <WizardFrame
      step={3}
      title={words.title}
      onBack={onBack}
      aside={<Key size="tall" icon={Pencil} label={words.draw} onPress={() => change({ way: 'drawn' })} />}
      next={
        value
          ? { label: all.setup.next, onPress: onNext }
          : {
              label: words.choose,
              icon: Table,
              busy: reading,
              busyLabel: words.reading,
              onPress: () => input.current?.click(),
            }
      }
      picture={
        value && (
          <div class="setup-building">
            <Drawing units={facadeOfPlan(value.places)} width={360} height={500} />
          </div>
        )
      }
    >
      <input
        autocomplete="off"
        ref={input}
        class="spoken"
        type="file"
        tabIndex={-1}
        aria-label={words.choose}
        accept={ACCEPTED}
        onChange={(event) => {
          void choose(event.currentTarget.files?.[0])
          // The same file, mended, can be chosen again.
          event.currentTarget.value = ''
        }}
      />
      {said && <ErrorPanel title={said.title} text={said.text} />}
      {looked && (
        <details class="roster-more" open={!value}>
          <summary>
            {all.roster.columns.title}
            <Down class="icon" aria-hidden="true" />
          </summary>
          <ColumnChoices
            sheets={looked.columns}
            mapping={draft.mapping}
            onChange={(mapping) => {
              change({ mapping })
              void look(mapping)
            }}
          />
        </details>
      )}
      {value ? (
        <>
          <RosterPreview plan={value} />
          <Key
            look="quiet"
            icon={Table}
            label={words.other}
            busy={reading}
            busyLabel={words.reading}
            onPress={() => input.current?.click()}
          />
        </>
      ) : (
        !said && <Empty title={words.begin} text={words.text} />
      )}
    </WizardFrame>
  )
}
