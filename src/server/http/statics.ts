import { serveStatic } from '@hono/node-server/serve-static'
import { Hono, type MiddlewareHandler } from 'hono'

/** A year: the name of such a file changes with its bytes. */
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Kept, but asked for each time: the page and the worker decide which version runs. */
const ASK_EACH_TIME = 'no-cache'

/**
 * The app's own files. `earlier`: folders with the assets of earlier builds, for pages that are still open on them. An
 * unknown file is 404 and never the page: a page where a script should be breaks an app that is already installed.
 */
export function staticFiles(client: string, earlier: readonly string[]): Hono {
  const files = new Hono()
  for (const folder of [client, ...earlier])
    files.get('/assets/*', kept(FOR_EVER, serveStatic({ root: folder })))
  files.all('/assets/*', (c) => c.text('not found', 404))
  const own = kept(ASK_EACH_TIME, serveStatic({ root: client }))
  const page = kept(ASK_EACH_TIME, serveStatic({ root: client, path: 'index.html' }))
  files.get('/*', (c, next) => (isPage(c.req.path) ? page(c, next) : own(c, next)))
  return files
}

function kept(control: string, serve: MiddlewareHandler): MiddlewareHandler {
  return async (c, next) => {
    const answer = await serve(c, next)
    if (answer instanceof Response) answer.headers.set('Cache-Control', control)
    return answer
  }
}

/** Screens have addresses without a dot; files have one. */
function isPage(path: string): boolean {
  return !path.slice(path.lastIndexOf('/')).includes('.') || path === '/index.html'
}
