import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { standsForResidents, type Survey } from '#domain/survey/survey.ts'
import { answerFrom, givenIn } from '#domain/survey/surveyForm.ts'
import { guesser } from '#server/people/guesses.ts'
import { today } from '#server/people/office.ts'
import { takeAnswer } from '#server/wall/answers.ts'
import type { Shown } from '#server/wall/frame.ts'
import type { Compound } from '#server/wall/reading.ts'
import {
  answeredPage,
  notAskedPage,
  type Sheet,
  type SheetRefusal,
  surveyPage,
  surveyPaperPage,
} from '#server/wall/surveyPages.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { ROUTES } from './routes.ts'
import { isFromOurPage } from './sameSite.ts'
import { addressOf, compoundMeant, fieldsOf, ONCE, page, SHORTLY } from './wallPage.ts'

type Surveys =
  | 'GET /gongshi/survey/:survey'
  | 'GET /gongshi/survey/:survey/a4'
  | 'POST /gongshi/survey/:survey'

const STATUS: Readonly<Record<SheetRefusal, number>> = {
  empty: 400,
  long: 413,
  again: 400,
  elsewhere: 403,
  tooOften: 429,
}

/** What residents answer by themselves: a survey that its office opened to them, on its days. */
export function surveys(deps: AppDeps): Handlers<Surveys> {
  const { office, answers, origin } = deps
  const at = compoundMeant(deps)

  const asked = (
    c: Context,
    show: (shown: Shown, compound: Compound, survey: Survey) => Promise<Response> | Response,
    from: 'open' | 'early' = 'open',
  ) =>
    at(c, async (shown, compound) => {
      const id = c.req.param('survey')
      const survey = (await deps.wall.surveys(compound.tenant)).find((one) => one.id === id)
      const is = survey && standsForResidents(survey, today(office))
      return survey && (is === 'open' || is === from)
        ? show(shown, compound, survey)
        : page(c, notAskedPage(shown, survey, is), 'no-store', is === 'over' ? 410 : 404)
    })

  return {
    'GET /gongshi/survey/:survey': (c) =>
      asked(c, (shown, _, survey) =>
        page(c, surveyPage(shown, survey, { once: randomUUID(), given: [], wish: '' }), 'no-store'),
      ),
    'GET /gongshi/survey/:survey/a4': (c) =>
      asked(
        c,
        (shown, _, survey) => {
          const address = addressOf(c, shown.link(`/survey/${survey.id}`), origin)
          return page(c, surveyPaperPage(shown, survey, address), SHORTLY)
          // A paper hangs before its first day.
        },
        'early',
      ),
    'POST /gongshi/survey/:survey': (c) =>
      asked(c, async (shown, { tenant }, survey) => {
        const fields = await fieldsOf(c, ROUTES['POST /gongshi/survey/:survey'].bytes)
        const sheet = sheetIn(fields, survey)
        const not = (wrong: SheetRefusal, more?: Record<string, string>) => {
          const shownAgain = wrong === 'again' ? { ...sheet, once: randomUUID() } : sheet
          return page(c, surveyPage(shown, survey, shownAgain, wrong), 'no-store', STATUS[wrong], more)
        }
        if (!isFromOurPage(c.req.raw, origin)) return not('elsewhere')
        if (!fields || !ONCE.test(fields.get('once') ?? '')) return not('again')
        const posted = { ...Object.fromEntries(fields), wish: sheet.wish }
        const checked = answerFrom(survey, posted, today(office))
        if (!checked.ok) return not(checked.refused)
        // A field that nobody sees is filled in by programs: they hear what everybody hears.
        if (fields.get('website')) return page(c, answeredPage(shown, { left: 0, twice: false }), 'no-store')
        const tried = answers.try(guesser(deps.addressOf(c)))
        if (!tried.ok) return not('tooOften', { 'Retry-After': String(tried.retryAfter ?? 0) })
        const taken = await takeAnswer(office, tenant, survey, { once: sheet.once, posted })
        return taken.ok ? page(c, answeredPage(shown, taken.value), 'no-store') : not(taken.refused)
      }),
  }
}

/** Those that can be answered today, the first to end on top. */
export async function surveysOpen(
  { office, wall }: Pick<AppDeps, 'office' | 'wall'>,
  { tenant }: Compound,
): Promise<readonly Survey[]> {
  const day = today(office)
  return (await wall.surveys(tenant))
    .filter((one) => standsForResidents(one, day) === 'open')
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.id < b.id ? -1 : 1))
}

/** What was ticked and written, as far as it is an answer to this survey; nothing of it is lost by a refusal. */
function sheetIn(fields: URLSearchParams | undefined, survey: Survey): Sheet {
  const once = fields?.get('once') ?? ''
  // A line end is one letter, as the browser counted it.
  const wish = (fields?.get('wish') ?? '').replace(/\r\n/g, '\n')
  const given = givenIn(survey, Object.fromEntries(fields ?? []))
  return { once: ONCE.test(once) ? once : randomUUID(), given, wish }
}
