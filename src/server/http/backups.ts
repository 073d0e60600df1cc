import type { Traced } from '#domain/traced.ts'
import { backUpSchema, tryBackupSchema } from '#wire/backups.ts'
import type { AppDeps, Handlers } from './deps.ts'
import type { Caller } from './guard.ts'
import { act } from './respond.ts'
import { ROUTES } from './routes.ts'

/** Copies of everything, as the office sees them. Each stands in the trail once it is made: it lies there and dates itself. */
export function backups({
  office,
  backups: desk,
}: AppDeps): Handlers<'GET /api/backups' | 'POST /api/backups' | 'POST /api/backups/try'> {
  const note = ({ tenant, person, device }: Caller, what: Traced) =>
    office.db
      .transaction()
      .execute((db) => office.trail.note(db, tenant, { actor: person, device: device.device, what }))
  return {
    'GET /api/backups': async (c) => c.json(await desk.list()),
    'POST /api/backups': (c) =>
      act(c, backUpSchema, ROUTES['POST /api/backups'].bytes, async () => {
        const made = await desk.make()
        if (made.ok) await note(c.get('caller'), 'backup.made')
        return made
      }),
    'POST /api/backups/try': (c) =>
      act(c, tryBackupSchema, ROUTES['POST /api/backups/try'].bytes, async ({ name }) => {
        const tried = await desk.tryOut(name)
        if (tried.ok) await note(c.get('caller'), 'backup.tried')
        return tried
      }),
  }
}
