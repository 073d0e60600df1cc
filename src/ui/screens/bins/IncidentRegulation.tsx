import CheckMark from '~icons/lucide/check'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { keepRegulation } from '#commands/incidents.ts'
import { type Regulation, type Settings, settingsId } from '#domain/settings.ts'
import { regulationIn } from '#queries/incidents.ts'
import { mayDo } from '#queries/mayDo.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Field, TextArea } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'
import './incident.css'
import { IncidentLadder } from './IncidentLadder.tsx'

/** `/bins/keep/regulation`: the office keeps where the words of the ladder come from; everybody else reads them. */
export function IncidentRegulation() {
  const { incident, common } = useWords()
  const words = incident.regulation
  const { ctx, person, today } = useApp()
  const toast = useToast()
  const stands = useView((view) => regulationIn(view, ctx.tenant))
  const settings = useView((view) => view.get<Settings>(settingsId(ctx.tenant)))
  const who = { me: ctx.me, appointments: person.appointments }
  const mayKeep = useView((view) => mayDo(view, who, 'setUp', ctx.compound, today()))
  const draft = useDraft<Regulation>('bins.regulation', ctx.compound, stands)
  const [busy, setBusy] = useState(false)
  const { title, source, asOf } = draft.value
  const whole = [title, source].every((one) => one.trim() !== '') && /^\d{4}-\d\d-\d\d$/.test(asOf)
  const open = mayKeep && settings !== undefined

  const save = async () => {
    if (!settings) return
    setBusy(true)
    const done = await keepRegulation(draft.ctx, settings, draft.value)
    setBusy(false)
    if (!done.ok && done.refused !== 'nothingToDo')
      return toast({ text: common.refused[done.refused], icon: Warning })
    toast({ text: done.ok ? words.saved : words.same })
  }
  return (
    <Screen
      title={words.title}
      sub={open ? words.text : words.notYours}
      back="/bins/keep"
      bar={
        open && (
          <BottomBar>
            <Key
              look="primary"
              wide
              icon={CheckMark}
              label={words.save}
              why={whole ? undefined : words.missing}
              busy={busy}
              busyLabel={common.saving}
              onPress={() => void save()}
            />
          </BottomBar>
        )
      }
    >
      <div class="stack-wide" tabIndex={open ? undefined : 0}>
        {open && (
          <div class="stack">
            <Field
              label={words.name}
              value={title}
              maxLength={40}
              onDraft={(next) => draft.set({ ...draft.value, title: next })}
            />
            <TextArea
              label={words.source}
              help={words.sourceHint}
              rows={2}
              value={source}
              maxLength={200}
              onDraft={(next) => draft.set({ ...draft.value, source: next })}
            />
            <Field
              label={words.asOf}
              type="date"
              value={asOf}
              onDraft={(next) => draft.set({ ...draft.value, asOf: next })}
            />
          </div>
        )}
        <section class="stack">
          {open && <Heading title={words.preview} />}
          <IncidentLadder regulation={open && whole ? draft.value : stands} />
        </section>
      </div>
    </Screen>
  )
}
