import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { DatabaseAway } from '#server/log/away.ts'
import { above, toldOnAPage } from './above.ts'
import { backups } from './backups.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { compounds } from './compounds.ts'
import { desk } from './desk.ts'
import { entrance } from './entrance.ts'
import { firms } from './firms.ts'
import { type Env, guard } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { photos } from './photos.ts'
import { refuse } from './refuse.ts'
import { rosters } from './rosters.ts'
import { type Route, ROUTES } from './routes.ts'
import { isFromOurPage } from './sameSite.ts'
import { surveys } from './surveys.ts'
import { staticFiles } from './statics.ts'
import { syncing } from './syncing.ts'
import { trail } from './trail.ts'
import { unlocking } from './unlocking.ts'
import { wall } from './wall.ts'

/** When somebody may ask again whom the database could not be asked for, in seconds. */
const AGAIN_S = 5

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

  const handlers: Handlers<Route> = {
    ...entrance(deps),
    ...desk(deps),
    ...compounds(deps),
    ...above(deps),
    ...backups(deps),
    ...rosters(deps),
    ...photos(deps),
    ...syncing(deps),
    ...wall(deps),
    ...surveys(deps),
    ...unlocking(deps),
    ...firms(deps),
    ...trail(deps),
  }
  app.get('/gongshi/counts', toldOnAPage(deps))
  const guards = { ...deps, demo: deps.enterDemo !== undefined }
  for (const route of Object.keys(ROUTES) as Route[]) {
    const [method, path] = route.split(' ') as [string, string]
    app.on(method, path, guard(guards, ROUTES[route]), handlers[route])
  }
  // Whatever has no row is closed, and nothing under these is ever answered with the app's page.
  app.all('/api/*', () => refuse('notFound'))
  app.all('/gongshi/*', (c) => c.text('not found', 404))
  if (deps.client) app.route('/', staticFiles(deps.client.folder, deps.client.earlier))
  app.notFound((c) => c.text('not found', 404))
  app.onError((error, c) => {
    deps.failed({ route: `${c.req.method} ${c.req.routePath}`, error })
    return error instanceof DatabaseAway ? refuse('serverBusy', AGAIN_S) : refuse('serverTrouble')
  })
  return app
}
