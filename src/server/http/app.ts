import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import type { Result } from '#domain/result.ts'
import type { Role } from '#domain/rights.ts'
import type { Guesses } from '#server/people/guesses.ts'
import type { Entered, Office } from '#server/people/office.ts'
import type { SetUpCode } from '#server/people/setUpCode.ts'
import type { KeptPhotos } from '#server/photos/kept.ts'
import type { Uploads } from '#server/photos/uploads.ts'
import type { OfficeRefusal } from '#wire/office.ts'
import type { SessionCookie } from './cookie.ts'
import { desk } from './desk.ts'
import { entrance } from './entrance.ts'
import { type Caller, type Env, guard } from './guard.ts'
import { securityHeaders } from './headers.ts'
import type { News } from './news.ts'
import { photos } from './photos.ts'
import { refuse } from './refuse.ts'
import { type Route, ROUTES } from './routes.ts'
import { isFromOurPage } from './sameSite.ts'
import { staticFiles } from './statics.ts'
import { syncing } from './syncing.ts'

export type Handlers<R extends Route> = Readonly<Record<R, (c: Context<Env>) => Promise<Response> | Response>>

export interface AppDeps {
  readonly office: Office
  readonly uploads: Uploads
  readonly kept: KeptPhotos
  readonly news: News
  readonly guesses: Guesses
  readonly cookie: SessionCookie
  readonly setUpCode: SetUpCode
  readonly version: string
  /** The public address for links; without it the one the officer uses. */
  readonly origin: string | undefined
  /** Reached over TLS, here or at a proxy in front. */
  readonly https: boolean
  /** Where the built client is, and the assets of earlier builds; without it only the API is served. */
  readonly client: { readonly folder: string; readonly earlier: readonly string[] } | undefined
  /** One exchange (W1) of a caller; `raw` is the message as JSON value. */
  exchange(caller: Caller, raw: unknown): Promise<Result<unknown, OfficeRefusal>>
  /** Whether a record in the caller's scope names the photo (W14). */
  mayReadPhoto(caller: Caller, hash: string): Promise<boolean>
  /** Present on a demonstration only. */
  readonly enterDemo: ((role: Role) => Promise<Result<Entered, OfficeRefusal>>) | undefined
  addressOf(c: Context): string | undefined
  /** A developer has to look. Never gets a body, a name or an address. */
  failed(what: { readonly route: string; readonly error: unknown }): void
}

/** The whole server as a function from Request to Response. */
export function createApp(deps: AppDeps): Hono<Env> {
  const app = new Hono<Env>()
  app.use(securityHeaders(deps.https))
  app.use(compress())
  app.use('/api/*', async (c, next) => {
    // Before anybody is known: a small compressed body can unfold to a huge one.
    const encoding = c.req.header('Content-Encoding')
    if (encoding !== undefined && encoding !== 'identity') return refuse('compressed')
    if (!isFromOurPage(c.req.raw, deps.origin)) return refuse('otherSite')
    return next()
  })

  const handlers: Handlers<Route> = { ...entrance(deps), ...desk(deps), ...photos(deps), ...syncing(deps) }
  const guards = { ...deps, demo: deps.enterDemo !== undefined }
  for (const route of Object.keys(ROUTES) as Route[]) {
    const [method, path] = route.split(' ') as [string, string]
    app.on(method, path, guard(guards, ROUTES[route]), handlers[route])
  }
  // Whatever has no row is closed, and nothing under /api is ever answered with the page.
  app.all('/api/*', () => refuse('notFound'))
  if (deps.client) app.route('/', staticFiles(deps.client.folder, deps.client.earlier))
  app.notFound((c) => c.text('not found', 404))
  app.onError((error, c) => {
    deps.failed({ route: `${c.req.method} ${c.req.routePath}`, error })
    return refuse('serverTrouble')
  })
  return app
}
