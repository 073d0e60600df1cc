import type { Context } from 'hono'
import type { GenericSchema } from 'valibot'
import { type Lent, setUnlock, unlock } from '#server/people/shares.ts'
import { unlockSchema, unlockSetSchema } from '#wire/unlock.ts'
import { readForm } from './body.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { refuse } from './refuse.ts'
import { ROUTES } from './routes.ts'

type Unlocking = 'POST /api/unlock' | 'POST /api/unlock/set'

/** What a device needs beside a PIN to show what is personal. */
export function unlocking({ office }: AppDeps): Handlers<Unlocking> {
  return {
    'POST /api/unlock': (c) =>
      said(c, unlockSchema, ROUTES['POST /api/unlock'].bytes, (form) =>
        unlock(office, c.get('caller'), form),
      ),
    'POST /api/unlock/set': (c) =>
      said(c, unlockSetSchema, ROUTES['POST /api/unlock/set'].bytes, (form) =>
        setUnlock(office, c.get('caller'), form),
      ),
  }
}

async function said<F>(
  c: Context,
  schema: GenericSchema<unknown, F>,
  bytes: number,
  todo: (form: F) => Promise<Lent>,
): Promise<Response> {
  const form = await readForm(c.req.raw, schema, bytes)
  if (!form.ok) return refuse(form.refused)
  const done = await todo(form.value)
  return done.ok ? c.json(done.value) : refuse(done.refused, done.retryAfter)
}
