import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { FirmLink } from '#domain/ledger/firmLink.ts'
import { FIRM_SAYS } from '#domain/ledger/firmWord.ts'
import { guesser } from '#server/people/guesses.ts'
import {
  codePage,
  type CodeRefusal,
  type FirmRefusal,
  type FirmTyped,
  jobPage,
  type JobShown,
  noJobPage,
} from '#server/wall/firmPages.ts'
import { isCodeOf, isOpenFor, jobOf, linkOf, OPEN_S, openedFor, takeFirmWord } from '#server/wall/firms.ts'
import type { Shown } from '#server/wall/frame.ts'
import type { Compound } from '#server/wall/reading.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { ROUTES } from './routes.ts'
import { isFromOurPage } from './sameSite.ts'
import { compoundMeant, fieldsOf, ONCE, page } from './wallPage.ts'

type Firms = 'GET /gongshi/job/:link' | 'POST /gongshi/job/:link'

const STATUS: Readonly<Record<CodeRefusal | FirmRefusal, number>> = {
  wrongCode: 403,
  tooManyCodes: 429,
  empty: 400,
  long: 413,
  again: 400,
  elsewhere: 403,
  tooOften: 429,
}

const NAME = 'linbian-job'
const NOTHING: FirmTyped = { says: '', text: '', hindrance: '' }
/** No search engine is shown a work slip, also not one that reads no page. */
const UNLISTED = { 'X-Robots-Tag': 'noindex, nofollow' }

/** One order for a firm that has no account: an address, and a code that goes beside it. */
export function firms(deps: AppDeps): Handlers<Firms> {
  const { office, firmCodes, firmWords, origin, https } = deps
  const at = compoundMeant(deps)
  const unlisted = (c: Context, text: string, status = 200, more: Readonly<Record<string, string>> = {}) =>
    page(c, text, 'no-store', status, { ...UNLISTED, ...more })

  const standing = (
    c: Context,
    typed: FirmTyped,
    show: (shown: Shown, compound: Compound, link: FirmLink) => Promise<Response>,
  ) =>
    at(c, async (shown, compound) => {
      const found = await linkOf(office, compound.tenant, c.req.param('link') ?? '')
      return found?.is === 'stands'
        ? show(shown, compound, found.link)
        : unlisted(c, noJobPage(shown, found?.is, typed), found ? 410 : 404)
    })

  const keptIn = (c: Context) => (https ? getCookie(c, NAME, 'secure') : getCookie(c, NAME))

  return {
    'GET /gongshi/job/:link': (c) =>
      standing(c, NOTHING, async (shown, { tenant }, link) => {
        if (!(await isOpenFor(office, tenant, link, keptIn(c))))
          return unlisted(c, codePage(shown, link.id, NOTHING))
        const job = await jobOf(office, tenant, link)
        return unlisted(c, jobPage(shown, { job, once: randomUUID(), typed: NOTHING }))
      }),
    'POST /gongshi/job/:link': async (c) => {
      const fields = await fieldsOf(c, ROUTES['POST /gongshi/job/:link'].bytes)
      const typed = typedIn(fields)
      return standing(c, typed, async (shown, { tenant }, link) => {
        const noCode = (wrong: CodeRefusal | undefined, more?: Readonly<Record<string, string>>) =>
          unlisted(c, codePage(shown, link.id, typed, wrong), wrong ? STATUS[wrong] : 403, more)
        const open = async (more: Omit<JobShown, 'job' | 'once' | 'typed'>, status = 200, once?: string) => {
          const job = await jobOf(office, tenant, link)
          const kept = more.kept ? NOTHING : typed
          return unlisted(
            c,
            jobPage(shown, { job, once: once ?? randomUUID(), typed: kept, ...more }),
            status,
          )
        }
        const isOpen = await isOpenFor(office, tenant, link, keptIn(c))
        const ours = isFromOurPage(c.req.raw, origin)
        const code = fields?.get('code')
        if (code !== null && code !== undefined) {
          if (!ours) return noCode('elsewhere')
          // Six digits: it is the link that must not be guessed at, from wherever; and no address tries many links.
          const guessing = [`link ${link.id}`, guesser(deps.addressOf(c))]
          const tries = guessing.map((one) => firmCodes.try(one))
          const stopped = tries.find((one) => !one.ok)
          if (stopped) return noCode('tooManyCodes', { 'Retry-After': String(stopped.retryAfter ?? 0) })
          if (!isCodeOf(link, code)) return noCode('wrongCode')
          for (const one of guessing) firmCodes.right(one)
          setCookie(c, NAME, await openedFor(office, tenant, link), {
            path: `/gongshi/job/${link.id}`,
            httpOnly: true,
            sameSite: 'Strict',
            secure: https,
            maxAge: OPEN_S,
            ...(https && { prefix: 'secure' }),
          })
          const shownNow = await open({})
          // The answer is made by hand: what the framework has put aside for it goes in here.
          for (const cookie of c.res.headers.getSetCookie()) shownNow.headers.append('Set-Cookie', cookie)
          return shownNow
        }
        // Its time is over, or it is another browser: what was written goes along.
        if (!isOpen) return noCode(undefined)
        const once = fields?.get('once') ?? ''
        const not = (wrong: FirmRefusal) =>
          open({ wrong }, STATUS[wrong], wrong !== 'again' && ONCE.test(once) ? once : undefined)
        if (!ours) return not('elsewhere')
        const says = FIRM_SAYS.find((one) => one === typed.says)
        if (!fields || !ONCE.test(once) || !says) return not('again')
        // A field that nobody sees is filled in by programs: they hear what everybody hears.
        if (fields.get('website')) return open({ kept: { says, twice: false } })
        if (!firmWords.try(`link ${link.id}`).ok) return not('tooOften')
        const { said } = await jobOf(office, tenant, link)
        const taken = await takeFirmWord(office, tenant, { link, said }, { once, posted: { ...typed } })
        return taken.ok ? open({ kept: { says, ...taken.value } }) : not(taken.refused)
      })
    },
  }
}

function typedIn(fields: URLSearchParams | undefined): FirmTyped {
  const field = (name: string) => fields?.get(name) ?? ''
  return {
    says: field('says'),
    // A line end is one letter, as the browser counted it.
    text: field('text').replace(/\r\n/g, '\n'),
    hindrance: field('hindrance'),
  }
}
