import CheckMark from '~icons/lucide/check'
import Megaphone from '~icons/lucide/megaphone'
import Warning from '~icons/lucide/triangle-alert'
import { useState } from 'preact/hooks'
import { keepNotice } from '#commands/notice.ts'
import { type Deadline, DEADLINES, deadlinesOf, RETENTION, SHORTEST } from '#domain/retention.ts'
import { isTelephone } from '#domain/shapes.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Heading } from '#ui/parts/Card.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useReader } from '#ui/screens/doors/useReader.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useWords } from '#ui/words.ts'

type Form = Readonly<Record<'who' | 'number' | 'where' | Deadline, string>>

/** `/people/notice`: whom residents ask about what is kept of them, and how soon it goes; both stand on the public notice. */
export function NoticeKeep() {
  const { notice: words, common } = useWords()
  const { ctx } = useApp()
  const { may } = useReader()
  const toast = useToast()
  const settings = useView((view) => view.get<Settings>(settingsId(ctx.tenant)))
  const { who = '', number = '', where = '' } = settings?.answers ?? {}
  const days = deadlinesOf(settings?.deadlines)
  const said = Object.fromEntries(DEADLINES.map((one) => [one, String(days[one])])) as Record<
    Deadline,
    string
  >
  const draft = useDraft<Form>('notice.keep', ctx.compound, { who, number, where, ...said })
  const [busy, setBusy] = useState(false)
  if (!may('setUp') || !settings)
    return (
      <Screen title={words.title} back="/people">
        <Empty title={words.notYours} />
      </Screen>
    )
  const { value } = draft
  const wrong = (one: Deadline) =>
    !/^\d{1,4}$/.test(value[one]) || Number(value[one]) < SHORTEST[one] || Number(value[one]) > RETENTION[one]
  const told = value.who.trim() !== '' && isTelephone(value.number.trim())
  const why = !told ? words.missing : DEADLINES.some(wrong) ? words.wrongDays : undefined

  const save = async () => {
    setBusy(true)
    const done = await keepNotice(draft.ctx, settings, {
      answers: { who: value.who, number: value.number, where: value.where },
      deadlines: Object.fromEntries(DEADLINES.map((one) => [one, Number(value[one])])),
    })
    setBusy(false)
    if (!done.ok && done.refused !== 'nothingToDo')
      return toast({ text: common.refused[done.refused], icon: Warning })
    toast({ text: done.ok ? words.saved : words.same })
  }
  const set = (field: keyof Form) => (next: string) => draft.set({ ...value, [field]: next })
  return (
    <Screen
      title={words.title}
      sub={words.sub}
      back="/people"
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            icon={CheckMark}
            label={words.save}
            why={why}
            busy={busy}
            busyLabel={common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide">
        <ul class="rows">
          <li>
            <a
              class="row"
              href={`/gongshi/notice?c=${ctx.tenant.slice(0, 8)}`}
              target="_blank"
              rel="noopener"
            >
              <span class="row-main">
                <span class="row-lead">
                  <Megaphone class="icon" aria-hidden="true" />
                </span>
                <span class="row-words">
                  <span class="row-title">{words.page}</span>
                  <span class="row-sub">{words.pageSub}</span>
                </span>
              </span>
            </a>
          </li>
        </ul>
        <section class="stack">
          <Heading title={words.answers} />
          <Field
            label={words.who}
            help={words.whoHelp}
            value={value.who}
            maxLength={40}
            onDraft={set('who')}
          />
          <Field
            label={words.number}
            type="tel"
            value={value.number}
            maxLength={20}
            onDraft={set('number')}
          />
          <Field label={words.where} value={value.where} maxLength={60} onDraft={set('where')} />
        </section>
        <section class="stack">
          <Heading title={words.deadlines} />
          <p>{words.deadlinesText}</p>
          {DEADLINES.map((one) => (
            <Field
              key={one}
              label={words.after[one]}
              help={words.range(SHORTEST[one], RETENTION[one])}
              error={wrong(one) ? words.range(SHORTEST[one], RETENTION[one]) : undefined}
              inputMode="numeric"
              value={value[one]}
              maxLength={4}
              onDraft={set(one)}
            />
          ))}
        </section>
      </div>
    </Screen>
  )
}
