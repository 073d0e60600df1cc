import { useState } from 'preact/hooks'
import { setTimes } from '#commands/times.ts'
import {
  DUTY,
  type Duty,
  type OwnTerm,
  type OwnTimes,
  ownTermOf,
  TERM_FIELDS,
  TERM_UNITS,
  type TermField,
  type TermUnit,
  USUAL_TERMS,
} from '#domain/ledger/dueTable.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { yearWithoutHolidays } from '#queries/windows.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field, Select } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useAct } from '#ui/screens/feedback/act.ts'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import { termWord } from './terms.ts'

const SECTIONS: readonly (readonly [
  title: 'tracks' | 'urgencies' | 'reopenedTitle',
  readonly TermField[],
])[] = [
  ['tracks', ['dueFixNow', 'dueActSoon', 'dueVisiblePlan']],
  ['urgencies', ['dueU1', 'dueU2', 'dueU3', 'dueU4']],
  ['reopenedTitle', ['dueReopened']],
]

/** `/ledger/times`: the compound's own times to keep, line by line, and when somebody is on duty. */
export function Times() {
  const { ledger, plan } = useWords()
  const words = ledger.times
  const { ctx, today } = useApp()
  const { may } = useReader()
  const settings = useView((view) => view.get<Settings>(settingsId(ctx.tenant)))
  const missing = yearWithoutHolidays(today())
  const [open, setOpen] = useState<TermField | 'duty'>()
  if (!may('setUp') || !settings)
    return (
      <Screen title={words.title} back="/ledger">
        <Empty title={words.notYours} text={words.notYoursText} />
      </Screen>
    )
  const own: OwnTimes = ownOf(settings)
  const says = (field: TermField) => {
    const said = own[field]
    const usual = USUAL_TERMS[field]
    if (said) return words.own(words.term(said.count, words.unit[said.unit]))
    return usual ? words.usual(termWord(usual, ledger)) : words.none
  }
  const duty = own.duty ?? DUTY
  return (
    <Screen title={words.title} sub={words.sub} back="/ledger">
      <div class="stack-wide">
        {SECTIONS.map(([title, fields]) => (
          <section key={title} class="stack">
            <Heading title={words[title]} />
            <Rows>
              {fields.map((field) => (
                <Row key={field} title={words.line[field]} sub={says(field)} onPress={() => setOpen(field)} />
              ))}
            </Rows>
          </section>
        ))}
        <section class="stack">
          <Heading title={words.duty} />
          <p>{words.dutyText}</p>
          <Rows>
            <Row title={`${duty.from}–${duty.to}`} onPress={() => setOpen('duty')} />
            <Row
              href="/bins/keep/days"
              title={words.holidays}
              sub={missing === undefined ? words.holidaysSub : plan.days.missing(missing)}
            />
          </Rows>
        </section>
      </div>
      {open === 'duty' && <DutySheet own={own} onClose={() => setOpen(undefined)} />}
      {open && open !== 'duty' && <TermSheet field={open} own={own} onClose={() => setOpen(undefined)} />}
    </Screen>
  )
}

function ownOf(settings: Settings): OwnTimes {
  const said = TERM_FIELDS.flatMap((field) => (settings[field] ? [[field, settings[field]] as const] : []))
  return { ...Object.fromEntries(said), ...(settings.duty && { duty: settings.duty }) }
}

function TermSheet({ field, own, onClose }: { field: TermField; own: OwnTimes; onClose: () => void }) {
  const { ledger, common } = useWords()
  const words = ledger.times
  const { ctx } = useApp()
  const act = useAct()
  const usual = USUAL_TERMS[field]
  const shown = own[field] ?? (usual ? ownTermOf(usual) : undefined)
  const [count, setCount] = useState(shown ? String(shown.count) : '')
  const [unit, setUnit] = useState<TermUnit>(shown?.unit ?? 'workingDays')
  const number = Number(count)
  const wrong = !Number.isInteger(number) || number < 1 || number > 365
  const keep = async (said: OwnTerm | undefined) => {
    const { [field]: _, ...rest } = own
    if (await act(setTimes(ctx, said ? { ...rest, [field]: said } : rest), words.saved)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.line[field]}
      close={common.close}
      bar={
        <BottomBar>
          {own[field] && <Key label={words.back} onPress={() => void keep(undefined)} />}
          <Key
            look="primary"
            label={common.save}
            why={wrong ? words.countWrong : undefined}
            onPress={() => void keep({ unit, count: number })}
          />
        </BottomBar>
      }
    >
      <div class="stack">
        <Field label={words.count} inputMode="numeric" value={count} onDraft={setCount} />
        <Select
          label={words.unitName}
          value={unit}
          onChange={(value) => setUnit(value as TermUnit)}
          options={TERM_UNITS.map((one) => ({ value: one, label: words.unit[one] }))}
        />
      </div>
    </Sheet>
  )
}

function DutySheet({ own, onClose }: { own: OwnTimes; onClose: () => void }) {
  const { ledger, common } = useWords()
  const words = ledger.times
  const { ctx } = useApp()
  const act = useAct()
  const [duty, setDuty] = useState<Duty>(own.duty ?? DUTY)
  const keep = async () => {
    if (await act(setTimes(ctx, { ...own, duty }), words.saved)) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={words.duty}
      text={words.dutyText}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          why={duty.from < duty.to ? undefined : words.dutyWrong}
          onPress={() => void keep()}
        />
      }
    >
      <div class="stack">
        <Field
          type="time"
          label={words.from}
          value={duty.from}
          onDraft={(from) => setDuty({ ...duty, from })}
        />
        <Field type="time" label={words.to} value={duty.to} onDraft={(to) => setDuty({ ...duty, to })} />
      </div>
    </Sheet>
  )
}
