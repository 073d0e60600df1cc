import './survey.css'
import CheckMark from '~icons/lucide/check'
import Keyboard from '~icons/lucide/keyboard'
import { useRoute } from 'preact-iso'
import { endSurvey } from '#commands/survey.ts'
import type { RecordId } from '#domain/ids.ts'
import type { AskFigures } from '#domain/survey/surveyFigures.ts'
import { asksOn, STEPS, type Survey } from '#domain/survey/survey.ts'
import { readerOf } from '#queries/reader.ts'
import { type SurveyView, surveyView } from '#queries/survey.ts'
import { BottomBar } from '#ui/parts/BottomBar.tsx'
import { Card, Heading } from '#ui/parts/Card.tsx'
import { NotAll } from '#ui/NotAll.tsx'
import { Nothing } from '#ui/Nothing.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { tenthsOf } from '#ui/screens/binReport/names.ts'
import { useDoing } from '#ui/screens/plan/useDoing.ts'
import { Screen } from '#ui/Screen.tsx'
import { useApp } from '#ui/state/app.ts'
import { useView } from '#ui/state/view.ts'
import { useFormats, useWords } from '#ui/words.ts'
import { useMay } from './may.ts'
import { Residents } from './Residents.tsx'
import { Sources } from './Sources.tsx'

/** `/survey/:id`: what people say, and no rate without the two numbers it stands on. */
export function SurveyPage() {
  const { survey: words } = useWords()
  const { ctx, today } = useApp()
  const id = useRoute().params['id'] as RecordId
  const seen = useView((view) => {
    const reader = readerOf(view, ctx, today())
    const survey = reader.get<Survey>(id)
    return survey?.kind === 'survey'
      ? { ...surveyView(reader, survey), here: view.standing(id) === 'waiting' }
      : undefined
  })
  if (!seen) {
    return (
      <Screen title={words.title} back="/survey">
        <Nothing title={words.gone} />
      </Screen>
    )
  }
  return <Page seen={seen} />
}

/** `here`: what was said last of the survey is not sent yet. */
function Page({ seen }: { seen: SurveyView & { readonly here: boolean } }) {
  const { survey: words } = useWords()
  const formats = useFormats()
  const { ctx, today } = useApp()
  const may = useMay()
  const doing = useDoing()
  const { survey, reach, whole } = seen
  const n = formats.number
  const open = asksOn(survey, today())
  return (
    <Screen
      title={survey.title}
      sub={words.days(formats.date(survey.from), formats.date(survey.until))}
      back="/survey"
      bar={
        <BottomBar>
          {may.plan && open && (
            <Key
              label={words.end}
              busy={doing.busy}
              busyLabel={words.end}
              onPress={() =>
                void doing.run(() => endSurvey(ctx, survey, today()), { text: words.ended, icon: CheckMark })
              }
            />
          )}
          <Key
            look="primary"
            icon={Keyboard}
            label={words.enter}
            why={may.enter ? undefined : words.notYours}
            href={`/survey/${survey.id}/sheets`}
          />
        </BottomBar>
      }
    >
      {/* Nothing to press in a result: the keyboard still has to be able to scroll it. */}
      <div class="stack-wide survey-page" tabIndex={0}>
        <NotAll />
        {!whole && <p>{words.whose}</p>}
        <Card>
          <Heading title={words.result.title} right={words.picked[survey.picked]} />
          {whole && <Overall seen={seen} />}
          {(reach.asked > 0 || seen.scanned === 0) && (
            <p>{words.result.reach(n(reach.asked), n(reach.answered), n(reach.refused), n(reach.nobody))}</p>
          )}
          {seen.scanned > 0 && reach.asked > 0 && <p>{words.sources.more(n(seen.scanned))}</p>}
        </Card>
        <Residents survey={survey} here={seen.here} />
        {whole && (
          <>
            <Sources seen={seen} />
            <Questions seen={seen} />
            <Card>
              <Heading title={words.result.wishes} right={words.result.wishesText} />
              {seen.wishes.length === 0 ? (
                <p>{words.result.noWishes}</p>
              ) : (
                <ul class="survey-wishes">
                  {seen.wishes.map((one, index) => (
                    <li key={index}>{one}</li>
                  ))}
                </ul>
              )}
            </Card>
          </>
        )}
      </div>
    </Screen>
  )
}

function Overall({ seen: { asks, reach, scanned } }: { seen: SurveyView }) {
  const { survey: words } = useWords()
  const n = useFormats().number
  const [first] = asks
  if (!first || first.headline.is === 'none')
    return <p>{reach.asked === 0 && scanned > 0 ? words.sources.onlyScanned : words.result.none}</p>
  const of = words.result.of(n(first.good), n(first.valid))
  return first.headline.is === 'rate' ? (
    <p class="survey-rate">
      <b>{tenthsOf(first.headline.perMille)}</b> <span>{of}</span>
    </p>
  ) : (
    <>
      <p>{of}</p>
      <p class="survey-why">{words.result[first.headline.is]}</p>
    </>
  )
}

function Questions({ seen: { asks, reach, scanned } }: { seen: SurveyView }) {
  const { survey: words } = useWords()
  const n = useFormats().number
  const wasAsked = reach.asked > 0 || scanned === 0
  return (
    <Card>
      <Heading title={words.result.table} />
      <ul class="survey-asks">
        {asks.map((one) => (
          <li key={one.ask}>
            <h3>{one.text}</h3>
            {wasAsked && (
              <>
                <p>
                  {one.headline.is === 'rate' && <b>{tenthsOf(one.headline.perMille)} </b>}
                  {words.result.of(n(one.good), n(one.valid))}
                </p>
                <Marks by={one.by} />
              </>
            )}
            {scanned > 0 && (
              <>
                <p>{words.sources.marks(n(one.scanned.good), n(one.scanned.valid))}</p>
                <Marks by={one.scanned.by} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Marks({ by }: Pick<AskFigures, 'by'>) {
  const { step } = useWords().survey
  const n = useFormats().number
  return (
    <ul class="survey-steps">
      {STEPS.map((one) => (
        <li key={one}>
          <span>{step[one]}</span>
          <b>{n(by[one])}</b>
        </li>
      ))}
    </ul>
  )
}
