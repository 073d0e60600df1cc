import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { guesser } from '#server/people/guesses.ts'
import { isHash } from '#server/photos/kept.ts'
import { boardPage, paperPage } from '#server/wall/boardPage.ts'
import { standsBefore } from '#domain/wall/oneMatter.ts'
import { boardOf, hangs } from '#server/wall/board.ts'
import type { Shown } from '#server/wall/frame.ts'
import { noticePage } from '#server/wall/noticePage.ts'
import { onePage } from '#server/wall/onePage.ts'
import { postStanding, takePost } from '#server/wall/posts.ts'
import type { Compound } from '#server/wall/reading.ts'
import { askedPage, POST_LETTERS, sayPage, thanksPage, type Typed } from '#server/wall/sayPages.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { ROUTES } from './routes.ts'
import { isFromOurPage } from './sameSite.ts'
import { surveysOpen } from './surveys.ts'
import { addressOf, compoundMeant, fieldsOf, notHere, ONCE, page, SHORTLY } from './wallPage.ts'

type Wall =
  | 'GET /gongshi'
  | 'GET /gongshi/a4'
  | 'GET /gongshi/notice'
  | 'GET /gongshi/p/:page'
  | 'GET /gongshi/p/:page/:n'
  | 'GET /gongshi/picture/:hash'
  | 'GET /gongshi/say'
  | 'POST /gongshi/say'
  | 'GET /gongshi/asked'
  | 'POST /gongshi/asked'

/** A picture's name changes with its bytes; a day, so that one that was taken down does not stay for ever. */
const PICTURE = 'public, max-age=86400, immutable'

/** The public page: no login, no cookie, no script; it knows what hangs and what is asked, and nothing else. */
export function wall(deps: AppDeps): Handlers<Wall> {
  const { office, kept, posts, asking, origin } = deps
  const at = compoundMeant(deps)
  const board = async ({ tenant }: Compound) => boardOf(await deps.wall.publications(tenant))

  return {
    'GET /gongshi': (c) =>
      at(c, async (shown, compound) => {
        const asked = await surveysOpen(deps, compound)
        return page(c, boardPage(shown, await board(compound), asked), SHORTLY)
      }),
    'GET /gongshi/a4': (c) =>
      at(c, async (shown, compound) =>
        page(c, paperPage(shown, await board(compound), addressOf(c, shown.link(''), origin)), SHORTLY),
      ),
    'GET /gongshi/notice': (c) =>
      at(c, async (shown, { tenant }) =>
        page(c, noticePage(shown, await deps.wall.settings(tenant)), SHORTLY),
      ),
    'GET /gongshi/p/:page': (c) => at(c, (shown, compound) => one(c, shown, compound, undefined)),
    'GET /gongshi/p/:page/:n': (c) => {
      const n = c.req.param('n') ?? ''
      return at(c, (shown, compound) =>
        /^[1-9]\d{0,3}$/.test(n) ? one(c, shown, compound, Number(n)) : notHere(),
      )
    },
    'GET /gongshi/picture/:hash': (c) =>
      at(c, async (_, { tenant }) => {
        const hash = c.req.param('hash') ?? ''
        if (!isHash(hash) || !hangs(await deps.wall.publications(tenant), hash)) return notHere()
        const bytes = await kept.read(tenant, hash)
        if (!bytes) return notHere()
        return new Response(bytes, {
          headers: {
            'Content-Type': 'image/jpeg',
            'Cache-Control': PICTURE,
            'Content-Security-Policy': "default-src 'none'; sandbox",
          },
        })
      }),
    'GET /gongshi/say': (c) =>
      at(c, (shown) =>
        page(c, sayPage(shown, { once: randomUUID(), text: '', name: '', phone: '' }), 'no-store'),
      ),
    'POST /gongshi/say': (c) =>
      at(c, async (shown, { tenant }) => {
        const answer = (text: string, status: number, more?: Record<string, string>) =>
          page(c, text, 'no-store', status, more)
        const fields = await fieldsOf(c, ROUTES['POST /gongshi/say'].bytes)
        const typed = typedIn(fields)
        if (!isFromOurPage(c.req.raw, origin)) return answer(sayPage(shown, typed, 'elsewhere'), 403)
        if (!fields || !ONCE.test(fields.get('once') ?? ''))
          return answer(sayPage(shown, { ...typed, once: randomUUID() }, 'again'), 400)
        if (typed.text.trim() === '') return answer(sayPage(shown, typed, 'empty'), 400)
        if (typed.text.length > POST_LETTERS || typed.name.length > 12 || typed.phone.length > 20)
          return answer(sayPage(shown, typed, 'long'), 413)
        // A field that nobody sees is filled in by programs: they hear what everybody hears.
        if (fields.get('website')) return answer(thanksPage(shown, undefined), 200)
        const tried = posts.try(guesser(deps.addressOf(c)))
        if (!tried.ok)
          return answer(sayPage(shown, typed, 'tooOften'), 429, {
            'Retry-After': String(tried.retryAfter ?? 0),
          })
        const taken = await takePost(office, tenant, typed)
        return taken
          ? answer(thanksPage(shown, taken), 200)
          : answer(sayPage(shown, { ...typed, once: randomUUID() }, 'again'), 400)
      }),
    'GET /gongshi/asked': (c) => at(c, (shown) => page(c, askedPage(shown, undefined), 'no-store')),
    'POST /gongshi/asked': (c) =>
      at(c, async (shown, { tenant }) => {
        const { asked, say } = shown.words
        const said = (words: string, name: string, status: number) =>
          page(c, askedPage(shown, undefined, { words, name }), 'no-store', status)
        if (!isFromOurPage(c.req.raw, origin)) return said(say.elsewhere, 'otherSite', 403)
        const fields = await fieldsOf(c, ROUTES['POST /gongshi/asked'].bytes)
        const address = guesser(deps.addressOf(c))
        if (!asking.try(address).ok) return said(say.tooOften, 'tooOften', 429)
        const no = fields?.get('no')?.normalize('NFKC').trim() ?? ''
        const secret = fields?.get('secret') ?? ''
        const found = /^[1-9]\d{0,8}$/.test(no)
          ? await postStanding(office, tenant, { no: Number(no), secret })
          : undefined
        if (!found) return said(asked.unknown, 'notFound', 404)
        asking.right(address)
        return page(c, askedPage(shown, found), 'no-store')
      }),
  }

  async function one(c: Context, shown: Shown, { tenant }: Compound, n: number | undefined) {
    const id = c.req.param('page')
    const all = await deps.wall.publications(tenant)
    const meant = all.find((publication) => publication.id === id)
    // Of two that were hung for one matter one stands: a link to the other leads there.
    const found = meant && (standsBefore(all, meant) ?? meant)
    const text = found && onePage(shown, found, found === meant ? n : undefined)
    return text === undefined ? notHere() : page(c, text, SHORTLY)
  }
}

function typedIn(fields: URLSearchParams | undefined): Typed {
  const field = (name: string) => fields?.get(name) ?? ''
  return {
    once: ONCE.test(field('once')) ? field('once') : randomUUID(),
    // A line end is one letter, as the browser counted it.
    text: field('text').replace(/\r\n/g, '\n'),
    name: field('name'),
    phone: field('phone'),
  }
}
