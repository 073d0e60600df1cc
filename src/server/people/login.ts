import type { PersonId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { ChooseReply } from '#wire/compounds.ts'
import type { Login } from '#wire/office.ts'
import { type Device, deviceFor, type HereRefusal } from './devices.ts'
import { compoundsOfOfficer } from './communities.ts'
import { type Entered, enrolmentOf, enter, type Office } from './office.ts'
import { officePass } from './officePass.ts'
import { fitsPassphrase } from './passphrase.ts'

/**
 * An officer on a new browser, or on one that is a device already. An unknown name, a wrong passphrase and an office that has ended
 * are one answer. Who is of the office of several compounds, and says not which, is told which there are.
 */
export async function login(
  office: Office,
  form: Login,
  here: Device | undefined,
): Promise<Result<Entered | ChooseReply, 'loginWrong' | HereRefusal>> {
  const found = await office.db
    .selectFrom('persons')
    .select(['id', 'tenant', 'passphrase'])
    .where('name', '=', form.name)
    .where('passphrase', 'is not', null)
    .executeTakeFirst()
  const fits = await fitsPassphrase(found?.passphrase ?? undefined, form.passphrase)
  const theirs = found && fits ? await compoundsOfOfficer(office, found.tenant, found.id) : []
  // A browser that is a device is one of one compound.
  const into = form.compound ?? (here?.revoked === false ? here.tenant : undefined)
  const meant = theirs.find((one) => one.tenant === into) ?? (form.compound ? undefined : theirs[0])
  if (!found || !meant) {
    await noteFailed(office, found, here)
    return refused('loginWrong')
  }
  if (into === undefined && theirs.length > 1) return ok({ choose: theirs })
  const { tenant } = meant
  const device = deviceFor(here, tenant, found.id)
  if (!device.ok) return device
  const { kind = form.deviceKind, device: known } = device.value ?? {}
  const entering = { tenant, person: found.id, kind, ...(known && { device: known }) }
  const entered = await office.db.transaction().execute((db) => enter(office, db, entering))
  return ok({
    token: entered.token,
    enrolment: await enrolmentOf(office, { ...entering, device: entered.device }),
    pass: await officePass(office, { ...entering, device: entered.device }),
  })
}

/** The name that was typed is nobody's business: a person of ours is named by their id, anybody else not at all. */
async function noteFailed(
  office: Office,
  found: { readonly id: PersonId; readonly tenant: TenantId } | undefined,
  here: Device | undefined,
): Promise<void> {
  await office.db.transaction().execute(async (db) => {
    const all = await db.selectFrom('compounds').select('tenant').orderBy('tenant').execute()
    for (const { tenant } of found ? [found] : all) {
      const device = here?.tenant === tenant ? here.device : undefined
      await office.trail.note(db, tenant, { actor: found?.id ?? '', device, what: 'login.failed' })
    }
  })
}
