import './looks.css'
import CheckMark from '~icons/lucide/check'
import Download from '~icons/lucide/download'
import Two from '~icons/lucide/users-round'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { noteLook } from '#commands/looks.ts'
import type { LookReason } from '#domain/look.ts'
import { insideOf, type Place, whereOf } from '#domain/places.ts'
import { mayExport, type RosterLine, rosterLines } from '#queries/exports.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { SecondYesPanel } from '#ui/screens/exports/SecondYesPanel.tsx'
import { useSecondYes } from '#ui/screens/exports/useSecondYes.ts'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { useNotAll } from '#ui/useNotAll.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { handOverTables } from '#ui/tableFile.ts'
import { rosterTable } from './rosterTable.ts'

const REASONS = ['office', 'round', 'other'] as const satisfies readonly LookReason[]

/** The roster as a table the office takes away: what for comes first, and is kept before the table is made. */
export function ExportRoster() {
  const asks = useWords().discretion.export
  const { ctx } = useApp()
  const { reader } = useReader()
  const [asked, setAsked] = useState<string>()
  const [withCare, setWithCare] = useState(false)

  const compound = reader.get<Place>(ctx.compound)
  if (!compound || !mayExport(reader, compound.id)) {
    return (
      <Screen title={asks.title} back="/doors">
        <Empty title={asks.notHere} text={asks.notHereText} />
      </Screen>
    )
  }
  const buildings = insideOf(compound.id, reader.tree).filter((one) => one.what === 'building' && !one.voided)
  const place = buildings.find((one) => one.id === asked) ?? compound
  const lines = rosterLines(reader, place.id, withCare) ?? []
  return <Take {...{ place, compound, buildings, lines, withCare, setWithCare, onPlace: setAsked }} />
}

interface TakeProps {
  place: Place
  compound: Place
  buildings: readonly Place[]
  lines: readonly RosterLine[]
  withCare: boolean
  setWithCare: (with_: boolean) => void
  onPlace: (id: string) => void
}

function Take({ place, compound, buildings, lines, withCare, setWithCare, onPlace }: TakeProps) {
  const words = useWords()
  const formats = useFormats()
  const { ctx, person, now } = useApp()
  const { reader, today } = useReader()
  const toast = useToast()
  const asks = words.discretion.export
  const [why, setWhy] = useState<(typeof REASONS)[number]>('office')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const homes = new Set(lines.map((one) => one.resident.place)).size
  const second = useSecondYes({ place: place.id, homes, care: withCare })

  const needNote = note.trim() === '' ? asks.needNote : undefined
  const notAll = useNotAll()
  const allowed = second.may
    ? undefined
    : second.permit.is === 'waits'
      ? words.trace.second.waits
      : words.trace.second.alone
  const cannot = notAll ?? allowed
  const take = async () => {
    setBusy(true)
    const kept = await noteLook(ctx, {
      place: place.id,
      what: 'export',
      why,
      note,
      count: lines.length,
      homes,
      ...(second.request && { request: second.request }),
    })
    if (!kept.ok) {
      setBusy(false)
      toast({ text: words.common.refused[kept.refused], icon: Warning })
      return
    }
    try {
      const reason = [words.discretion.why[why], note.trim()].filter(Boolean).join('：')
      const mark = asks.mark(person.name, `${today} ${formats.time(now())}`, reason)
      const name = asks.file([compound.label, place === compound ? '' : place.label].join(''), today)
      const done = await handOverTables(name, [rosterTable(lines, withCare, mark, words)])
      if (done !== 'cancelled') toast({ text: asks.done, icon: CheckMark })
    } catch {
      toast({ text: asks.notDone, icon: Warning })
    }
    setBusy(false)
  }
  return (
    <Screen
      title={asks.title}
      back="/doors"
      bar={
        <BottomBar>
          {second.canAsk ? (
            <Key
              look="primary"
              wide
              icon={Two}
              label={words.trace.second.ask}
              why={needNote}
              busy={second.busy}
              onPress={() => void second.ask(why, note)}
            />
          ) : (
            <Key
              look="primary"
              wide
              icon={Download}
              label={asks.go}
              why={cannot ?? needNote}
              busy={busy}
              busyLabel={asks.making}
              onPress={() => void take()}
            />
          )}
        </BottomBar>
      }
    >
      <div class="looks">
        <Select
          label={asks.where}
          value={place.id}
          options={[
            { value: compound.id, label: asks.whole },
            ...buildings.map((one) => ({ value: one.id, label: whereOf(one.id, reader.tree) })),
          ]}
          onChange={onPlace}
        />
        <SecondYesPanel permit={second.permit} homes={homes} />
        <p>{asks.count(formats.number(lines.length))}</p>
        <Segmented
          label={asks.why}
          shown
          look="answer"
          value={why}
          onChange={setWhy}
          options={REASONS.map((one) => ({ value: one, label: words.discretion.why[one] }))}
        />
        <Field label={asks.note} help={asks.noteHelp} value={note} onDraft={setNote} maxLength={200} />
        <Segmented
          label={asks.careLabel}
          shown
          look="answer"
          value={withCare ? 'care' : 'none'}
          onChange={(value) => setWithCare(value === 'care')}
          options={[
            { value: 'none', label: asks.noCare, sub: asks.noCareSub },
            { value: 'care', label: asks.care, sub: asks.careSub },
          ]}
        />
      </div>
    </Screen>
  )
}
