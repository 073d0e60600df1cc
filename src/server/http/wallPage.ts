import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { framed, type Shown, shownIn } from '#server/wall/frame.ts'
import { made } from '#server/wall/html.ts'
import { type Compound, compoundsOf } from '#server/wall/reading.ts'
import { WALL_POLICY } from '#server/wall/style.ts'
import { languageOf, WORDS } from '#server/wall/words.ts'
import { readBytes } from './body.ts'
import type { AppDeps } from './deps.ts'

/** A minute from memory, then it is asked for again: what was taken down is soon gone. */
export const SHORTLY = 'public, max-age=60, must-revalidate'

/** Shows a page of the compound that is meant, in the language that is meant; several to choose from are one page of their own. */
export function compoundMeant({ office }: Pick<AppDeps, 'office'>) {
  const now = () => office.now().toISOString()
  return async (
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
    return page(c, choosing(compounds, shownIn(language, { ...about, compound: '' }), c), 'no-store')
  }
}

/** The absolute address of one of our paths, as it stands on paper. */
export function addressOf(c: Context, path: string, origin: string | undefined): string {
  return new URL(path, origin ?? new URL(c.req.url).origin).href
}

/** Same answer for what never was and what is not shown. */
export function notHere(): Response {
  return new Response('not found', { status: 404, headers: { 'Cache-Control': 'no-store' } })
}

/** Each leads on to the page that was asked for. */
function choosing(compounds: readonly Compound[], shown: Shown, { req }: Context): string {
  const { language } = shown
  const path = req.method === 'GET' ? req.path : '/gongshi'
  return framed(shown, {
    title: WORDS[language].which,
    sub: WORDS[language].whichSub,
    main: made`<ul class="links">
      ${compounds.map(({ name, key }) => made`<li><a href="${`${path}?c=${key}&lang=${language}`}">${name}</a></li>`)}
    </ul>`,
  })
}

/** A page, or word that the one somebody has is still this one. */
export function page(
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

/** Made with a form: pressing twice is one act. */
export const ONCE = /^[0-9a-f-]{36}$/

/** Fields of a plain form; undefined for what is none. A part that is no text is read as far as it is one. */
export async function fieldsOf(c: Context, bytes: number): Promise<URLSearchParams | undefined> {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded' || c.req.header('Content-Encoding') !== undefined)
    return undefined
  const read = await readBytes(c.req.raw, bytes)
  return read.ok ? new URLSearchParams(new TextDecoder().decode(read.value)) : undefined
}
