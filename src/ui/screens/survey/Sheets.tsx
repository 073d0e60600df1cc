import './survey.css'
import CheckMark from '~icons/lucide/check'
import Undo from '~icons/lucide/undo-2'
import Warning from '~icons/lucide/triangle-alert'
import { useRoute } from 'preact-iso'
import { useRef, useState } from 'preact/hooks'
import { recordAnswer, type Sheet, withdrawAnswer } from '#commands/survey.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Step, Survey, SurveyChannel } from '#domain/survey/survey.ts'
import { reachOf } from '#domain/survey/surveyFigures.ts'
import { readerOf } from '#queries/reader.ts'
import { typedIn } from '#queries/survey.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Empty } from '#ui/parts/Empty.tsx'
import { Field } from '#ui/parts/Field.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { Segmented } from '#ui/parts/Segmented.tsx'
import { Stepper } from '#ui/parts/Stepper.tsx'
import { useToast } from '#ui/parts/Toast.tsx'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useDraft } from '#ui/state/draft.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { Pad } from './Pad.tsx'
import { useMay } from './may.ts'

/** `/survey/:id/sheets`: paper sheets, one after the other; the last mark keeps the sheet. */
export function Sheets() {
  const { survey: words } = useWords()
  const { ctx, today } = useApp()
  const may = useMay()
  const id = useRoute().params['id'] as RecordId
  const survey = useView((view) => {
    const one = readerOf(view, ctx, today()).get<Survey>(id)
    return one?.kind === 'survey' ? one : undefined
  })
  if (!survey || !may.enter) {
    return (
      <Screen title={words.pad.title} back="/survey">
        {survey ? <Empty title={words.notYours} text={words.notYoursText} /> : <Nothing title={words.gone} />}
      </Screen>
    )
  }
  return <Entry survey={survey} />
}

/** A sheet that is half typed in: marks in the order of the questions, `null` where one was left empty. */
interface Half {
  readonly marks: readonly (Step | null)[]
  readonly wish: string
}
const BLANK: Half = { marks: [], wish: '' }

function isFilled({ marks, wish }: Half): boolean {
  return marks.some((one) => one !== null) || wish.trim() !== ''
}

function Entry({ survey }: { survey: Survey }) {
  const { survey: words, common } = useWords()
  const formats = useFormats()
  const { ctx, today } = useApp()
  const doing = useDoing()
  const toast = useToast()
  const [channel, setChannel] = useState<SurveyChannel>('paper')
  const [notBack, setNotBack] = useState(1)
  // Of this sitting only: answers keep no hour, so nobody can tell later which one was the last.
  const [kept, setKept] = useState<readonly RecordId[]>([])
  const draft = useDraft<Half>('survey.sheet', survey.id, BLANK)
  const { value } = draft
  const mine = useView((view) => typedIn(readerOf(view, ctx, today()), survey.id))
  const reach = reachOf(mine)
  const n = formats.number
  const finished = value.marks.length >= survey.questions.length

  // Fast hands press before the next drawing: what stands is read here, not from the last one.
  const half = useRef(value)
  half.current = value
  const put = (next: Half) => {
    half.current = next
    draft.set(next)
  }
  const keep = async (sheet: Omit<Sheet, 'channel' | 'day'>, said: string) => {
    const done = await recordAnswer(draft.ctx, survey, { channel, day: today(), ...sheet })
    toast(done.ok ? { text: said, icon: CheckMark } : { text: common.refused[done.refused], icon: Warning })
    const record = done.ok ? done.value[0]?.record : undefined
    if (record) setKept((before) => [...before, record])
    return done.ok
  }
  const keepSheet = async () => {
    const sheet = half.current
    if (!isFilled(sheet)) return
    const given = survey.questions.flatMap(({ ask }, index) => {
      const step = sheet.marks[index]
      return step ? [{ ask, step }] : []
    })
    const wish = sheet.wish.trim()
    // The next sheet is begun while this one is written.
    put(BLANK)
    const done = await keep(
      { asked: 'answered', given, ...(wish && { wish }) },
      words.pad.saved(n(reach.answered + 1)),
    )
    if (!done && half.current === BLANK) put(sheet)
  }
  const last = mine.find((one) => one.id === kept.at(-1))
  const takeBack = async () => {
    if (!last) return
    const done = await doing.run(() => withdrawAnswer(ctx, last), { text: words.pad.undone, icon: Undo })
    if (done) setKept((before) => before.slice(0, -1))
  }
  const isWhole = () => half.current.marks.length >= survey.questions.length
  const mark = (step: Step | null) => {
    if (!isWhole()) put({ ...half.current, marks: [...half.current.marks, step] })
  }
  const stepBack = () => put({ ...half.current, marks: half.current.marks.slice(0, -1) })
  return (
    <Screen
      title={words.pad.title}
      sub={survey.title}
      back={`/survey/${survey.id}`}
      bar={
        <BottomBar>
          <Key
            look="primary"
            wide
            label={words.pad.save}
            why={isFilled(value) ? undefined : words.pad.empty}
            onPress={() => void keepSheet()}
          />
        </BottomBar>
      }
    >
      <div class="survey-entry">
        <section class="stack">
          <Heading title={words.pad.sheet(n(reach.answered + 1))} right={words.pad.channel} />
          <Segmented
            label={words.pad.channel}
            look="answer"
            value={channel}
            options={[
              { value: 'paper', label: words.pad.channels.paper },
              { value: 'door', label: words.pad.channels.door },
            ]}
            onChange={(one) => setChannel(one)}
          />
          <Pad
            survey={survey}
            marks={value.marks}
            onMark={mark}
            onBack={stepBack}
            onSave={() => {
              if (isWhole()) void keepSheet()
            }}
          />
          {finished && (
            <Field
              label={words.wish}
              value={value.wish}
              maxLength={200}
              onDraft={(wish) => put({ ...half.current, wish })}
            />
          )}
        </section>
        <section class="stack">
          <Card>
            <Heading title={words.pad.entered} />
            <p class="survey-count" aria-live="polite">
              {words.pad.enteredOf(n(reach.answered), n(reach.refused), n(reach.nobody))}
            </p>
            <Key
              icon={Undo}
              wide
              label={words.pad.undo}
              why={last ? undefined : words.pad.noUndo}
              onPress={() => void takeBack()}
            />
          </Card>
          <Card>
            <Heading title={words.pad.others} />
            <div class="stack">
              <Key
                wide
                label={words.pad.refused}
                onPress={() => void keep({ asked: 'refused' }, words.pad.saved(n(reach.asked + 1)))}
              />
              <Key
                wide
                label={words.pad.nobody}
                onPress={() => void keep({ asked: 'nobody' }, words.pad.saved(n(reach.asked + 1)))}
              />
              <Stepper
                label={words.pad.manyCount}
                value={notBack}
                onChange={setNotBack}
                min={1}
                max={2000}
                less={common.fewer}
                more={common.add}
              />
              <Key
                wide
                label={words.pad.manySave}
                onPress={() =>
                  void keep({ asked: 'nobody', count: notBack }, words.pad.saved(n(reach.asked + notBack)))
                }
              />
            </div>
          </Card>
        </section>
      </div>
    </Screen>
  )
}
