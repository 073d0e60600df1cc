import './roster.css'
import Check from '~icons/lucide/check'
import Down from '~icons/lucide/chevron-down'
import Table from '~icons/lucide/file-text'
import { useRef, useState } from 'preact/hooks'
import type { RosterTakenBack } from '#device/office.ts'
import type { RecordId } from '#domain/ids.ts'
import { plainHeading } from '#domain/roster/headings.ts'
import type { SaidOfColumn } from '#domain/roster/import.ts'
import { answerTo } from '#domain/roster/intents.ts'
import type { DiffChoices } from '#domain/roster/diffRow.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Panel } from '#ui/parts/Card.tsx'
import { Empty, ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { Screen } from '#ui/Screen.tsx'
import { ACCEPTED } from '#ui/screens/setup/TableStep.tsx'
import { RosterNotes } from '#ui/screens/setup/RosterPreview.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { useApp } from '#ui/state/app.ts'
import { keep, kept } from '#ui/state/kept.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ColumnChoices } from './ColumnChoices.tsx'
import { DiffRows } from './DiffRows.tsx'
import { Imports, UndoDialog, UndoneNews } from './Imports.tsx'
import { type RosterFile, useRosterFile } from './useRosterFile.ts'

const DRAFT = 'rosterFile'

/** 导入核对: a roster is chosen, its columns looked at, held against what is known; nothing enters before somebody agrees. */
export function Roster() {
  const words = useWords().roster
  const { reader, may } = useReader()
  if (reader.shared || !may('enterRoster'))
    return (
      <Screen title={words.title} back="/doors">
        <Panel title={words.notHere} text={words.notHereText} />
      </Screen>
    )
  return <Import />
}

interface Finished {
  readonly import: RecordId
  readonly made: number
}

function Import() {
  const all = useWords()
  const words = all.roster
  const { number } = useFormats()
  const { ctx, nudge } = useApp()
  const { office } = useEntrance()
  const asking = useAsking()
  const input = useRef<HTMLInputElement>(null)
  const roster = useRosterFile()
  const [choices, setChoices] = useState<DiffChoices>({})
  const [finished, setFinished] = useState<Finished>()
  const [undoing, setUndoing] = useState<RecordId>()
  const [undone, setUndone] = useState<RosterTakenBack>()
  const attempt = useRef<RecordId | undefined>(undefined)
  const { file, busy, refusal } = roster
  const diff = file?.held.diff.ok ? file.held.diff.value : undefined
  const entering =
    diff?.rows.filter((row) => answerTo(row, choices) !== 'leave' && row.answers.length > 0) ?? []
  const refused = refusal && all.setup.sheet.refused[refusal]
  const before = file ? undefined : kept(DRAFT)

  const choose = (chosen: File | undefined) => {
    if (!chosen) return
    setChoices({})
    setFinished(undefined)
    setUndone(undefined)
    asking.forget()
    attempt.current = undefined
    keep(DRAFT, chosen.name)
    void roster.choose(chosen)
  }
  const agree = async () => {
    const rows = await roster.table()
    if (!file || !diff || !rows) return
    // The same id where the answer was lost: it goes on, and nothing enters twice.
    const id = (attempt.current ??= ctx.newId() as RecordId)
    const done = await asking.ask(() =>
      office.importRoster({
        import: id,
        file: file.name.slice(0, 120),
        rows,
        columns: saidOf(file),
        answers: Object.entries(choices).map(([row, is]) => ({ row, is })),
        digest: diff.digest,
      }),
    )
    if (!done) return
    keep(DRAFT, '')
    nudge()
    setFinished({ import: id, made: done.made })
    roster.leave()
  }
  const chooseKey = (
    <Key
      look={file ? 'secondary' : 'primary'}
      icon={Table}
      label={file || finished ? words.other : words.choose}
      busy={busy === 'reading'}
      busyLabel={words.reading}
      onPress={() => input.current?.click()}
    />
  )
  return (
    <Screen
      title={words.title}
      sub={file?.name}
      back="/doors"
      bar={
        <BottomBar>
          {!file && chooseKey}
          {file && (
            <Key
              look="primary"
              icon={Check}
              label={words.agree(number(entering.length))}
              why={entering.length === 0 ? words.agreeNone : undefined}
              busy={asking.busy || busy === 'planning'}
              busyLabel={asking.busy ? words.going : words.planning}
              onPress={() => void agree()}
            />
          )}
        </BottomBar>
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
          choose(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <div class="stack-wide">
        {finished && (
          <Panel tone="lamp" icon={Check} title={words.done(number(finished.made))} text={words.doneText}>
            <Key label={words.undo} onPress={() => setUndoing(finished.import)} />
            <Key look="quiet" label={words.finish} href="/doors" />
          </Panel>
        )}
        {undone && <UndoneNews {...undone} />}
        {refused && <ErrorPanel title={refused.title} text={refused.text} />}
        {asking.refusal && (
          <ErrorPanel title={words.refusedTitle} text={asking.refusal}>
            {asking.refused === 'changedMeanwhile' && (
              <Key
                label={words.again}
                onPress={() => {
                  asking.forget()
                  nudge()
                  void roster.look()
                }}
              />
            )}
          </ErrorPanel>
        )}
        {file && (
          <details class="roster-more" open={!diff}>
            <summary>
              {words.columns.title}
              <Down class="icon" aria-hidden="true" />
            </summary>
            <p class="caption">{words.columns.text}</p>
            <ColumnChoices
              sheets={file.held.columns}
              mapping={file.mapping}
              onChange={(mapping) => void roster.say(mapping)}
            />
          </details>
        )}
        {file && diff && (
          <>
            <Panel
              title={whatEnters(words, number, entering)}
              text={diff.counts.same > 0 ? words.same(number(diff.counts.same)) : undefined}
            />
            <DiffRows
              key={file.name}
              rows={diff.rows}
              counts={diff.counts}
              choices={choices}
              onChoose={(row, answer) => setChoices((now) => ({ ...now, [row]: answer }))}
            />
            <RosterNotes plan={diff} />
          </>
        )}
        {file && chooseKey}
        {!file && !finished && !refused && (
          <Empty title={words.begin} text={before ? words.draft(before) : words.text} />
        )}
        {!file && <Imports onUndo={setUndoing} />}
      </div>
      <UndoDialog
        of={undoing}
        onClose={() => setUndoing(undefined)}
        onUndone={(what) => {
          setUndoing(undefined)
          setFinished(undefined)
          setUndone(what)
        }}
      />
    </Screen>
  )
}

type Row = Parameters<typeof answerTo>[0]

function whatEnters(
  words: ReturnType<typeof useWords>['roster'],
  number: (value: number) => string,
  rows: readonly Row[],
): string {
  const out = (row: Row) => row.is === 'missing'
  const home = (row: Row) => row.what === 'home' && row.is !== 'changed' && !out(row)
  const person = (row: Row) => row.what === 'person' && row.is === 'new'
  const counted = [
    [home, words.will.homes],
    [person, words.will.people],
    [(row: Row) => !out(row) && !home(row) && !person(row), words.will.changes],
    [out, words.will.out],
  ] as const
  const parts = counted.flatMap(([is, word]) => {
    const count = rows.filter(is).length
    return count === 0 ? [] : [word(number(count))]
  })
  return parts.length === 0 ? words.agreeNone : words.will.all(parts)
}

/** What a person said of columns, or had said before, for the next file with these headings. */
function saidOf({ held, mapping }: RosterFile): readonly SaidOfColumn[] {
  const said = new Map<string, SaidOfColumn>()
  for (const { sheet, columns } of held.columns)
    for (const { column, heading } of columns) {
      const is = mapping[sheet]?.[column]
      const plain = plainHeading(heading).slice(0, 40)
      if (is !== undefined && plain !== '') said.set(plain, { heading: plain, is })
    }
  return [...said.values()].slice(0, 60)
}
