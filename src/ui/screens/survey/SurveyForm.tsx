import './survey.css'
import CheckMark from '~icons/lucide/check'
import { useLocation } from 'preact-iso'
import { planSurvey } from '#commands/survey.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Ask, ASKS, PICKED, type Picked } from '#domain/survey/survey.ts'
import { addDays } from '#domain/workingDays.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { isHere, useDraft } from '#ui/state/draft.ts'
import { useWords } from '#ui/words.ts'
import { useMay } from './may.ts'

interface Filled {
  readonly id?: RecordId
  readonly title: string
  readonly picked: Picked
  readonly from: string
  readonly until: string
  readonly asks: readonly Ask[]
}

const WEEK = 6

/** `/survey/new`: what is asked, of whom, until when. */
export function SurveyForm() {
  const { survey: words } = useWords()
  const may = useMay()
  if (may.plan) return <Form />
  return (
    <Screen title={words.plan.title} back="/survey">
      <Empty title={words.notYours} text={words.noneText} />
    </Screen>
  )
}

function Form() {
  const words = useWords()
  const { plan, ask, picked } = words.survey
  const { ctx, today } = useApp()
  const { route } = useLocation()
  const doing = useDoing()
  const draft = useDraft<Filled>(
    'survey.plan',
    ctx.compound,
    {
      title: '',
      picked: 'everyHome',
      from: today(),
      until: addDays(today(), WEEK),
      asks: ASKS.slice(0, 5),
    },
    ({ id }) => id !== undefined && isHere(ctx.view, id),
  )
  const { value } = draft
  const change = (part: Partial<Filled>) =>
    draft.set({ ...value, id: value.id ?? (ctx.newId() as RecordId), ...part })
  const why =
    value.title.trim() === ''
      ? plan.noName
      : value.from > value.until || value.from === '' || value.until === ''
        ? plan.noDays
        : value.asks.length === 0
          ? plan.noQuestion
          : undefined
  const save = async () => {
    const id = value.id ?? (ctx.newId() as RecordId)
    const done = await doing.run(
      () =>
        planSurvey(
          draft.ctx,
          {
            title: value.title.trim(),
            picked: value.picked,
            from: value.from,
            until: value.until,
            questions: ASKS.filter((one) => value.asks.includes(one)).map((one) => ({
              ask: one,
              text: ask[one],
            })),
          },
          id,
        ),
      { text: plan.saved, icon: CheckMark },
    )
    if (!done) return
    await draft.drop()
    route(`/survey/${id}`, true)
  }
  return (
    <Screen
      title={plan.title}
      back="/survey"
      bar={
        <BottomBar>
          <Key
            look="primary"
            label={words.common.save}
            why={why}
            busy={doing.busy}
            busyLabel={words.common.saving}
            onPress={() => void save()}
          />
        </BottomBar>
      }
    >
      <div class="stack-wide survey-page">
        <Field
          label={plan.name}
          value={value.title}
          placeholder={plan.nameHint}
          maxLength={24}
          onDraft={(title) => change({ title })}
        />
        <Segmented
          label={plan.picked}
          shown
          look="chips"
          value={value.picked}
          options={PICKED.map((one) => ({ value: one, label: picked[one] }))}
          onChange={(one) => change({ picked: one })}
        />
        <div class="survey-days">
          <Field label={plan.from} type="date" value={value.from} onDraft={(from) => change({ from })} />
          <Field label={plan.until} type="date" value={value.until} onDraft={(until) => change({ until })} />
        </div>
        <fieldset class="survey-choices">
          <legend class="field-label">{plan.questions}</legend>
          <p class="caption">{plan.questionsText}</p>
          {ASKS.map((one) => {
            const chosen = value.asks.includes(one)
            return (
              <Key
                key={one}
                wide
                icon={chosen ? CheckMark : undefined}
                pressed={chosen}
                label={ask[one]}
                onPress={() =>
                  change({
                    asks: chosen ? value.asks.filter((other) => other !== one) : [...value.asks, one],
                  })
                }
              />
            )
          })}
        </fieldset>
      </div>
    </Screen>
  )
}
