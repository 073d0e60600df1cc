import { type Given, type standsForResidents, STEPS, type Survey } from '#domain/survey/survey.ts'
import { WISH_LETTERS } from '#domain/survey/surveyForm.ts'
import { backKey, framed, type Shown } from './frame.ts'
import { type Html, made } from './html.ts'
import { qrOf } from './qr.ts'
import { SURVEY_WORDS } from './surveyWords.ts'
import { dayIn } from './words.ts'

/** A sheet as it was sent, shown again where it was not taken. */
export interface Sheet {
  /** Made with the form: pressing twice is one answer. */
  readonly once: string
  readonly given: readonly Given[]
  readonly wish: string
}

export type SheetRefusal = 'empty' | 'long' | 'again' | 'elsewhere' | 'tooOften'

/** In the words of the wire, so that a program reads the same refusals everywhere. */
const NAMES: Readonly<Record<SheetRefusal, string>> = {
  empty: 'badRequest',
  long: 'tooLarge',
  again: 'badRequest',
  elsewhere: 'otherSite',
  tooOften: 'tooOften',
}

/** `/gongshi/survey/<survey>`: its questions as a form that needs no script. */
export function surveyPage(shown: Shown, survey: Survey, sheet: Sheet, wrong?: SheetRefusal): string {
  const words = SURVEY_WORDS[shown.language]
  return framed(shown, {
    title: survey.title,
    ...(wrong && { refused: NAMES[wrong] }),
    main: made`${wrong && made`<p class="wrong" role="alert">△ ${words[wrong]}</p>`}
      <p>${words.lead} ${words.number(survey.questions.length)} ${words.leave}</p>
      <p class="small">${untilOf(shown, survey)}</p>
      <form method="post" action="${shown.link(`/survey/${survey.id}`)}" accept-charset="utf-8">
        <input type="hidden" name="once" value="${sheet.once}" />
        ${survey.questions.map(({ ask, text }) => {
          const chosen = sheet.given.find((one) => one.ask === ask)?.step
          return made`<fieldset>
            <legend lang="zh-CN">${text}</legend>
            <div class="steps">
              ${STEPS.map(
                (step) =>
                  made`<label><input type="radio" name="${ask}" value="${step}" ${step === chosen && made` checked`}/>${words.steps[step]}</label>`,
              )}
            </div>
          </fieldset>`
        })}
        <label
          >${words.wish}<textarea name="wish" rows="3" maxlength="${WISH_LETTERS}">${sheet.wish}</textarea><span>${words.wishHelp}</span></label
        >
        <label class="trap" aria-hidden="true"
          >${shown.words.say.trap}<input name="website" tabindex="-1" autocomplete="off"
        /></label>
        <button class="key" type="submit">${words.send}</button>
        <button class="key quiet" type="reset">${words.reset}</button>
      </form>
      ${backKey(shown)}`,
  })
}

/** It is kept. `left` questions were left empty; `twice`: the same sheet had come before. */
export function answeredPage(shown: Shown, kept: { readonly left: number; readonly twice: boolean }): string {
  const words = SURVEY_WORDS[shown.language]
  return framed(shown, {
    title: words.thanks,
    main: made`<section class="card" role="status">
        ${kept.twice ? made`<p>${words.twice}</p>` : kept.left > 0 && made`<p>${words.left(kept.left)}</p>`}
        <p>${words.thanksText}</p>
      </section>
      ${backKey(shown)}`,
  })
}

/** Nothing can be answered here: it is over, has not begun, or was never for residents. */
export function notAskedPage(
  shown: Shown,
  survey: Survey | undefined,
  is: ReturnType<typeof standsForResidents>,
): string {
  const words = SURVEY_WORDS[shown.language]
  const title =
    is === 'over'
      ? words.over
      : is === 'early' && survey
        ? words.early(dayOn(shown, survey.from))
        : words.unknown
  return framed(shown, {
    title,
    refused: 'notFound',
    main: made`<p>${is === undefined ? words.unknownText : is === 'over' && words.overText}</p>
      ${backKey(shown)}`,
  })
}

/** `/gongshi/survey/<survey>/a4`: the code for a wall or a lift. `address` is that of the form, absolute. */
export function surveyPaperPage(shown: Shown, survey: Survey, address: string): string {
  const words = SURVEY_WORDS[shown.language]
  return framed(shown, {
    title: survey.title,
    main: made`<section class="poster">
      <p class="big">${words.scan}</p>
      ${qrOf(address)}
      <p class="small">${address}</p>
      <p>${words.lead} ${words.number(survey.questions.length)}</p>
      <p>${untilOf(shown, survey)}</p>
      <p>${words.noPhone}</p>
      <p class="small">${shown.words.printed(dayIn(shown.language, shown.now))}</p>
    </section>`,
  })
}

/** What can be answered today, on the board; nothing where nothing is asked. */
export function askedNow(shown: Shown, surveys: readonly Survey[]): Html | false {
  return (
    surveys.length > 0 &&
    made`<section class="noprint" aria-labelledby="asks">
      <h2 id="asks">${SURVEY_WORDS[shown.language].asks}</h2>
      <ul class="links">
        ${surveys.map(
          (one) =>
            made`<li>
              <a href="${shown.link(`/survey/${one.id}`)}"
                ><b lang="zh-CN">${one.title}</b><span class="small">${untilOf(shown, one)}</span></a
              >
            </li>`,
        )}
      </ul>
    </section>`
  )
}

function untilOf(shown: Shown, { until, ended }: Survey): string {
  const last = ended !== undefined && ended < until ? ended : until
  return SURVEY_WORDS[shown.language].until(dayOn(shown, last))
}

/** A day, `YYYY-MM-DD`, as it is said. */
function dayOn({ language, now }: Shown, day: string): string {
  return dayIn(language, `${day}T04:00:00.000Z`, now)
}
