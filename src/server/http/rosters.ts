import { refused, type Result } from '#domain/result.ts'
import { bringRoster } from '#server/roster/bring.ts'
import { takeRosterBack } from '#server/roster/takeBack.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import { importSchema, undoSchema } from '#wire/roster.ts'
import type { AppDeps, Handlers } from './deps.ts'
import type { Caller } from './guard.ts'
import { act } from './respond.ts'
import { ROUTES } from './routes.ts'

/** Rosters of a compound that is there already: brought in, and taken back. */
export function rosters({ office }: AppDeps): Handlers<'POST /api/roster/import' | 'POST /api/roster/undo'> {
  return {
    'POST /api/roster/import': (c) =>
      act(c, importSchema, ROUTES['POST /api/roster/import'].bytes, (form) =>
        onOwn(c.get('caller'), (caller) => bringRoster(office, caller, form)),
      ),
    'POST /api/roster/undo': (c) =>
      act(c, undoSchema, ROUTES['POST /api/roster/undo'].bytes, (form) =>
        onOwn(c.get('caller'), (caller) => takeRosterBack(office, caller, form)),
      ),
  }
}

/** A shared tablet holds no names: nobody has seen on it what they would agree to. */
function onOwn<T>(
  caller: Caller,
  todo: (caller: Caller) => Promise<Result<T, OfficeRefusal>>,
): Promise<Result<T, OfficeRefusal>> {
  return caller.device.kind === 'own' ? todo(caller) : Promise.resolve(refused('notAllowed'))
}
