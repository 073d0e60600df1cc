import './council.css'
import CheckMark from '~icons/lucide/check'
import Undo from '~icons/lucide/rotate-ccw'
import { useRoute } from 'preact-iso'
import { useState } from 'preact/hooks'
import { dropResolution, reopenResolution, reportOn } from '#commands/council.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import { isLate, type Resolution } from '#domain/council/resolution.ts'
import { worksOf } from '#queries/atCouncil.ts'
import { nameOf } from '#queries/feedback.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Sheet } from '#ui/parts/Dialog.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Row, Rows } from '#ui/parts/Rows.tsx'
import { Tag } from '#ui/parts/Tag.tsx'
import { Photo } from '#ui/Photo.tsx'
import { PhotoKey } from '#ui/PhotoKey.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { ApartPanel } from './ApartPanel.tsx'
import { Lost } from './Attendance.tsx'
import { whoseTask } from './names.ts'
import { useKeep } from './useKeep.ts'

type Saying = 'report' | 'finish' | 'drop' | 'reopen'

/** `/council/resolutions/:id`: what was resolved, who has it, what came of it. */
export function ResolutionPage() {
  const words = useWords()
  const { council, common, atCouncil } = words
  const { task } = council
  const formats = useFormats()
  const id = useRoute().params['id'] as RecordId
  const { ctx } = useApp()
  const { reader, today, may } = useReader()
  const [saying, setSaying] = useState<Saying>()
  const found = reader.get<Resolution>(id)
  if (found?.kind !== 'resolution') {
    return (
      <Screen title={task.title} back="/council">
        <Nothing title={council.gone} />
      </Screen>
    )
  }
  const meeting = reader.get<Meeting>(found.meeting)
  const who = whoseTask(ctx.view, found, words, { public: false, day: today })
  const late = isLate(found, today)
  const open = found.state === 'open'
  const follow = worksOf(reader, id)
  return (
    <Screen
      title={task.title}
      sub={meeting && task.from(formats.day(meeting.day, today))}
      back="/council"
      bar={
        may('putTopic') && (
          <BottomBar>
            {open ? (
              <>
                <Key label={task.report} onPress={() => setSaying('report')} />
                <Key
                  look="primary"
                  icon={CheckMark}
                  label={task.finish}
                  onPress={() => setSaying('finish')}
                />
              </>
            ) : (
              <Key look="primary" icon={Undo} label={task.reopen} onPress={() => setSaying('reopen')} />
            )}
          </BottomBar>
        )
      }
    >
      <div class="stack-wide council-home">
        <section class="stack">
          <h2>{found.text}</h2>
          <p>
            {[
              who && task.whose(who),
              found.due === undefined ? task.byNone : task.by(formats.day(found.due, today)),
            ]
              .filter(Boolean)
              .join('・')}
          </p>
          <p>
            <Tag
              tone={late ? 'overdue' : open ? 'plain' : 'done'}
              label={late ? task.late : task.state[found.state]}
            />
          </p>
          <Lost record={found} />
          <ApartPanel resolution={found} />
        </section>
        <section class="stack">
          <Heading title={task.story} />
          {found.steps.length === 0 ? (
            <p>{task.noStory}</p>
          ) : (
            <Rows>
              {[...found.steps].reverse().map((step) => (
                <Row
                  key={step.id}
                  title={step.text ?? task.step[step.is]}
                  sub={`${step.cause === undefined ? task.step[step.is] : atCouncil.step}・${nameOf(ctx.view, step.by) || common.somebody}・${formats.moment(step.at, today)}`}
                  right={
                    step.photos[0] && (
                      <Photo hash={step.photos[0]} alt={council.photoOf(found.text)} look="small" />
                    )
                  }
                />
              ))}
            </Rows>
          )}
        </section>
        {follow.length > 0 && (
          <section class="stack">
            <Heading title={atCouncil.works} />
            <Rows>
              {follow.map((one) => (
                <Row key={one.id} href={`/works/${one.id}`} title={one.label} />
              ))}
            </Rows>
          </section>
        )}
        {open && may('holdCouncil') && (
          <Key look="quiet" label={task.drop} onPress={() => setSaying('drop')} />
        )}
      </div>
      {saying && <SaySheet resolution={found} saying={saying} onClose={() => setSaying(undefined)} />}
    </Screen>
  )
}

function SaySheet(props: { resolution: Resolution; saying: Saying; onClose: () => void }) {
  const { resolution, saying, onClose } = props
  const { council, common } = useWords()
  const { task } = council
  const keep = useKeep()
  const draft = useDraft(`council.${saying}`, resolution.id, { text: '', photos: [] as readonly string[] })
  const { value, ctx } = draft
  const [busy, setBusy] = useState(false)
  const text = value.text.trim()
  const why = saying === 'drop' || saying === 'reopen'
  const said = { report: task.reported, finish: task.finished, drop: task.dropped, reopen: task.reopened }
  const missing = saying !== 'finish' && text === '' && value.photos.length === 0
  const save = async () => {
    setBusy(true)
    const report = { text: text === '' ? undefined : text, photos: value.photos }
    const doing =
      saying === 'drop'
        ? dropResolution(ctx, resolution.id, text)
        : saying === 'reopen'
          ? reopenResolution(ctx, resolution.id, text)
          : reportOn(ctx, resolution.id, saying, report)
    const done = await keep(doing, said[saying])
    setBusy(false)
    if (!done) return
    await draft.drop()
    onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={task[saying]}
      close={common.close}
      bar={
        <Key
          look="primary"
          wide
          label={common.save}
          why={missing ? council.fillFirst(why ? task.why : task.what) : undefined}
          busy={busy}
          busyLabel={common.saving}
          onPress={() => void save()}
        />
      }
    >
      <div class="stack">
        <TextArea
          label={why ? task.why : task.what}
          value={value.text}
          maxLength={500}
          onDraft={(next) => draft.set({ ...value, text: next })}
        />
        {!why && (
          <>
            {value.photos.map((hash) => (
              <Photo key={hash} hash={hash} alt={council.photoOf(resolution.text)} look="small" />
            ))}
            {value.photos.length < 6 && (
              <PhotoKey
                look="row"
                label={task.photo}
                onTaken={(hash) => draft.set({ ...value, photos: [...value.photos, hash] })}
              />
            )}
          </>
        )}
      </div>
    </Sheet>
  )
}
