import type { Office } from '#server/people/office.ts'
import type { Handlers } from './deps.ts'

/** What was done in the office, and whether it still stands as it was written. */
export function trail({ office }: { office: Office }): Handlers<'GET /api/audit' | 'GET /api/audit/check'> {
  return {
    'GET /api/audit': async (c) => {
      const before = Number(c.req.query('before'))
      const from = Number.isSafeInteger(before) && before > 0 ? before : undefined
      return c.json(await office.trail.page(c.get('caller').tenant, from))
    },
    'GET /api/audit/check': async (c) => c.json(await office.trail.check(c.get('caller').tenant)),
  }
}
