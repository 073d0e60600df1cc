import { ok, type Result, refused } from '#domain/result.ts'
import type { Login } from '#wire/office.ts'
import { type Device, deviceFor, type HereRefusal } from './devices.ts'
import { type Entered, enrolmentOf, enter, isOfOffice, type Office } from './office.ts'
import { fitsPassphrase } from './passphrase.ts'

/** An officer on a new browser, or on one that is a device already. An unknown name, a wrong passphrase and an office that has ended are one answer. */
export async function login(
  office: Office,
  form: Login,
  here: Device | undefined,
): Promise<Result<Entered, 'loginWrong' | HereRefusal>> {
  const found = await office.db
    .selectFrom('persons')
    .select(['id', 'tenant', 'passphrase'])
    .where('name', '=', form.name)
    .where('passphrase', 'is not', null)
    .executeTakeFirst()
  const fits = await fitsPassphrase(found?.passphrase ?? undefined, form.passphrase)
  if (!found || !fits || !(await isOfOffice(office, found.tenant, found.id))) return refused('loginWrong')
  const device = deviceFor(here, found.tenant, found.id)
  if (!device.ok) return device
  const { kind = form.deviceKind, device: known } = device.value ?? {}
  const entering = { tenant: found.tenant, person: found.id, kind, ...(known && { device: known }) }
  const entered = await office.db.transaction().execute((db) => enter(office, db, entering))
  return ok({
    token: entered.token,
    enrolment: await enrolmentOf(office, { ...entering, device: entered.device }),
  })
}
