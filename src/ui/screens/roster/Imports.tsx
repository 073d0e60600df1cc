import type { RosterTakenBack } from '#device/office.ts'
import type { RecordId } from '#domain/ids.ts'
import type { RosterImport } from '#domain/roster/import.ts'
import { nameOf } from '#queries/feedback.ts'
import { Heading, Panel } from '#ui/parts/Card.tsx'
import { Dialog } from '#ui/parts/Dialog.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { useAsking, useEntrance } from '#ui/office.ts'
import { useApp } from '#ui/state/app.ts'
import { useNow } from '#ui/state/clock.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'

/** All imports, the newest first: who, when, how many, what became of it; each can still be taken back. */
export function Imports({ onUndo }: { onUndo: (of: RecordId) => void }) {
  const words = useWords().roster
  const { number, moment } = useFormats()
  const now = useNow()
  const imports = useView((view) => view.all<RosterImport>('import'))
  const sorted = [...imports].sort((a, b) => (a.at < b.at ? 1 : -1))
  const names = useView((view) => sorted.map(({ author }) => nameOf(view, author)))
  return (
    <section class="stack">
      <Heading title={words.earlier} />
      {sorted.length === 0 && <p class="caption">{words.noEarlier}</p>}
      <Rows label={words.earlier}>
        {sorted.map(({ id, file, at, state, made, left }, nth) => (
          <Row
            key={id}
            title={file || words.withSetUp}
            sub={[
              words.byWho(names[nth] ?? '', moment(at, now)),
              state === 'running' ? words.runningText : made !== undefined && words.madeOf(number(made)),
              left ? words.left(number(left)) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
            right={
              <span class="beside">
                <Tag
                  tone={state === 'done' ? 'done' : state === 'running' ? 'chase' : 'plain'}
                  label={words.states[state]}
                />
                {file !== '' && (state !== 'undone' || Boolean(left)) && (
                  <Key look="quiet" label={words.undoGo} onPress={() => onUndo(id)} />
                )}
              </span>
            }
          />
        ))}
      </Rows>
    </section>
  )
}

/** Asks once more, takes back, and says through `onUndone` what was left. */
export function UndoDialog(props: {
  of: RecordId | undefined
  onClose: () => void
  onUndone: (what: RosterTakenBack) => void
}) {
  const all = useWords()
  const words = all.roster
  const { office } = useEntrance()
  const { nudge } = useApp()
  const asking = useAsking()
  const undo = async (of: RecordId) => {
    const undone = await asking.ask(() => office.undoRoster(of))
    if (!undone) return
    nudge()
    props.onUndone(undone)
  }
  return (
    <Dialog
      open={props.of !== undefined}
      onClose={props.onClose}
      title={words.undoTitle}
      text={asking.refusal ?? words.undoText}
    >
      <Key
        look="alert"
        label={words.undoGo}
        busy={asking.busy}
        busyLabel={words.undoGo}
        onPress={() => props.of && void undo(props.of)}
      />
      <Key wide label={all.common.cancel} onPress={props.onClose} />
    </Dialog>
  )
}

/** What taking back did, and what stayed with its why. */
export function UndoneNews({ undone, left }: RosterTakenBack) {
  const words = useWords().roster
  const { number } = useFormats()
  return (
    <Panel
      tone={left.length > 0 ? 'lamp' : 'plain'}
      title={words.undone(number(undone))}
      text={left.length > 0 ? words.left(number(left.length)) : words.undoneAll}
    >
      {left.length > 0 && (
        <Rows>
          {left.map(({ record, what, door, who, why }) => (
            <Row
              key={`${record} ${what}`}
              title={[door, who].filter(Boolean).join(' ')}
              sub={`${words.leftWhat[what]}：${words.leftWhy[why]}`}
            />
          ))}
        </Rows>
      )}
    </Panel>
  )
}
