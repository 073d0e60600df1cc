import { createHash, randomUUID } from 'node:crypto'
import type { Context } from 'hono'
import { guesser } from '#server/people/guesses.ts'
import { isHash } from '#server/photos/kept.ts'
import { boardPage, paperPage } from '#server/wall/boardPage.ts'
import { boardOf, hangs } from '#server/wall/board.ts'
import { framed, type Shown, shownIn } from '#server/wall/frame.ts'
import { made } from '#server/wall/html.ts'
import { onePage } from '#server/wall/onePage.ts'
import { postStanding, takePost } from '#server/wall/posts.ts'
import { type Compound, compoundsOf } from '#server/wall/reading.ts'
import { askedPage, POST_LETTERS, sayPage, thanksPage, type Typed } from '#server/wall/sayPages.ts'
import { WALL_POLICY } from '#server/wall/style.ts'
import { languageOf, WORDS } from '#server/wall/words.ts'
import { readBytes } from './body.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { ROUTES } from './routes.ts'
import { isFromOurPage } from './sameSite.ts'

type Wall =
  | 'GET /gongshi'
  | 'GET /gongshi/a4'
  | 'GET /gongshi/p/:page'
  | 'GET /gongshi/p/:page/:n'
  | 'GET /gongshi/picture/:hash'
  | 'GET /gongshi/say'
  | 'POST /gongshi/say'
  | 'GET /gongshi/asked'
  | 'POST /gongshi/asked'

/** A minute from memory, then it is asked for again: what was taken down is soon gone. */
const SHORTLY = 'public, max-age=60, must-revalidate'
/** A picture's name changes with its bytes; a day, so that one that was taken down does not stay for ever. */
const PICTURE = 'public, max-age=86400, immutable'

/** The public page: no login, no cookie, no script; it knows what hangs and nothing else. */
export function wall(deps: AppDeps): Handlers<Wall> {
  const { office, kept, posts, guesses, origin } = deps
  const now = () => office.now().toISOString()

  /** The compound that is meant, in the language that is meant; several to choose from are one page of their own. */
  const at = async (
    c: Context,
    show: (shown: Shown, compound: Compound) => Promise<Response> | Response,
  ): Promise<Response> => {
    const compounds = await compoundsOf(office.db)
    const key = c.req.query('c')
    const compound = compounds.length === 1 ? compounds[0] : compounds.find((one) => one.key === key)
    const asked = c.req.query('lang')
    const language = languageOf(asked, c.req.header('Accept-Language'))
    const about = { now: now(), chosen: asked === language }
    if (compound) {
      const { name } = compound
      const several = compounds.length > 1 ? { key: compound.key } : {}
      return show(shownIn(language, { ...about, compound: name, ...several }), compound)
    }
    if (compounds.length === 0) return notHere()
    return page(c, choosing(compounds, shownIn(language, { ...about, compound: '' })), 'no-store')
  }
  const addressOf = (c: Context, shown: Shown) =>
    new URL(shown.link(''), origin ?? new URL(c.req.url).origin).href
  const board = async ({ tenant }: Compound) => boardOf(await deps.wall.publications(tenant))

  return {
    'GET /gongshi': (c) =>
      at(c, async (shown, compound) => page(c, boardPage(shown, await board(compound)), SHORTLY)),
    'GET /gongshi/a4': (c) =>
      at(c, async (shown, compound) =>
        page(c, paperPage(shown, await board(compound), addressOf(c, shown)), SHORTLY),
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
        if (!guesses.try(address).ok) return said(say.tooOften, 'tooOften', 429)
        const no = fields?.get('no')?.normalize('NFKC').trim() ?? ''
        const secret = fields?.get('secret') ?? ''
        const found = /^[1-9]\d{0,8}$/.test(no)
          ? await postStanding(office, tenant, { no: Number(no), secret })
          : undefined
        if (!found) return said(asked.unknown, 'notFound', 404)
        guesses.right(address)
        return page(c, askedPage(shown, found), 'no-store')
      }),
  }

  async function one(c: Context, shown: Shown, { tenant }: Compound, n: number | undefined) {
    const id = c.req.param('page')
    const found = (await deps.wall.publications(tenant)).find((publication) => publication.id === id)
    const text = found && onePage(shown, found, n)
    return text === undefined ? notHere() : page(c, text, SHORTLY)
  }
}

/** Same answer for what never was and what is not shown. */
function notHere(): Response {
  return new Response('not found', { status: 404, headers: { 'Cache-Control': 'no-store' } })
}

function choosing(compounds: readonly Compound[], shown: Shown): string {
  const { language } = shown
  return framed(shown, {
    title: WORDS[language].which,
    main: made`<ul class="links">
      ${compounds.map(({ name, key }) => made`<li><a href="${`/gongshi?c=${key}&lang=${language}`}">${name}</a></li>`)}
    </ul>`,
  })
}

/** A page, or word that the one somebody has is still this one. */
function page(
  c: Context,
  text: string,
  control: string,
  status = 200,
  more: Readonly<Record<string, string>> = {},
): Response {
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': WALL_POLICY,
    'Cache-Control': control,
    Vary: 'Accept-Language',
    'Referrer-Policy': 'same-origin',
    ...more,
  }
  if (control === 'no-store') return new Response(text, { status, headers })
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  headers['ETag'] = tag
  const has = (c.req.header('If-None-Match') ?? '').split(',').map((known) => known.trim())
  return has.includes(tag) ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
}

const ONCE = /^[0-9a-f-]{36}$/

/** Fields of a plain form; undefined for what is none. A part that is no text is read as far as it is one. */
async function fieldsOf(c: Context, bytes: number): Promise<URLSearchParams | undefined> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' || c.req.header('Content-Encoding') !== undefined)
    return undefined
  const read = await readBytes(c.req.raw, bytes)
  return read.ok ? new URLSearchParams(new TextDecoder().decode(read.value)) : undefined
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
