import Table from '~icons/lucide/file-text'
import Pencil from '~icons/lucide/pencil'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { TenantId } from '#domain/ids.ts'
import { planSheets } from '#domain/roster.ts'
import type { RosterRefusal } from '#domain/rosterTown.ts'
import type { Sheet } from '#domain/rosterSheets.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { Drawing } from '#ui/parts/facade/Drawing.tsx'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useWords } from '#ui/words.ts'
import { facadeOfPlan } from './drawing.ts'
import { RosterPreview } from './RosterPreview.tsx'
import type { StepProps } from './draft.ts'
import { WizardFrame } from './WizardFrame.tsx'

const ACCEPTED = [
  '.xlsx',
  '.xls',
  '.csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
  'text/csv',
].join(',')

/** Any name does: the preview only counts, the server plans again with its own. */
const PREVIEW = 'preview' as TenantId

interface TableStepProps extends StepProps {
  readonly sheets: readonly Sheet[]
  onSheets(sheets: readonly Sheet[]): void
}

/** A roster from a spreadsheet: chosen, read, looked at, before anything enters. */
export function TableStep({ change, onBack, onNext, sheets, onSheets }: TableStepProps) {
  const all = useWords().setup
  const words = all.sheet
  const input = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState(false)
  const [refusal, setRefusal] = useState<SheetRefusal | RosterRefusal>()
  const plan = useMemo(() => (sheets.length > 0 ? planSheets(sheets, PREVIEW) : undefined), [sheets])
  const value = plan?.ok ? plan.value : undefined

  const choose = async (file: File | undefined) => {
    if (!file) return
    setReading(true)
    setRefusal(undefined)
    const { readRosterFile } = await import('./readRosterFile.ts')
    const read = await readRosterFile(file)
    const planned = read.ok ? planSheets(read.value, PREVIEW) : read
    setReading(false)
    if (read.ok && planned.ok) onSheets(read.value)
    else if (!planned.ok) setRefusal(planned.refused)
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
          ? { label: all.next, onPress: onNext }
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
