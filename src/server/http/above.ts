import type { Context, MiddlewareHandler } from 'hono'
import { countsFor } from '#server/people/above.ts'
import { type Shown, shownIn } from '#server/wall/frame.ts'
import { countsPage } from '#server/wall/countsPage.ts'
import { languageOf } from '#server/wall/words.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { page } from './wallPage.ts'

/** The one page of the level above: numbers, made anew at each look and kept nowhere. */
export function above({ office }: AppDeps): Handlers<'GET /gongshi/counts'> {
  return {
    'GET /gongshi/counts': async (c) => {
      const { tenant, person } = c.get('caller')
      return page(c, countsPage(shownFor(c, office), await countsFor(office, tenant, person)), 'no-store')
    },
  }
}

/** Somebody opened the page: that it is not theirs, or not any more, is told on one too. */
export function toldOnAPage({ office }: AppDeps): MiddlewareHandler {
  return async (c, next) => {
    await next()
    const { status } = c.res
    if (status !== 401 && status !== 403) return
    if (!(c.req.header('Accept') ?? '').includes('text/html')) return
    c.res = page(c, countsPage(shownFor(c, office), undefined), 'no-store', status)
  }
}

function shownFor(c: Context, office: AppDeps['office']): Shown {
  const asked = c.req.query('lang')
  const language = languageOf(asked, c.req.header('Accept-Language'))
  return shownIn(language, { compound: '', now: office.now().toISOString(), chosen: asked === language })
}
