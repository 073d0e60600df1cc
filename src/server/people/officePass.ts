import { object, safeParse, string } from 'valibot'
import type { DeviceId, PersonId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Office } from './office.ts'

/** For how long the passphrase counts on a device that goes from hand to hand, in minutes; the page forgets it earlier, when it locks. */
const MINUTES = 30
const ABOUT = 'office pass'

const passSchema = object({ device: string(), person: string(), until: string() })

/**
 * On a device that goes from hand to hand the session tells who was let in last, not who stands there, and four digits are
 * little for what the office may do. So its acts ask for the officer's passphrase and for this, which the page that heard it
 * keeps in memory only: whoever has it at the tablet is the officer it names.
 */
export async function officePass(
  { seals, now }: Pick<Office, 'seals' | 'now'>,
  {
    device,
    kind,
    person,
  }: { readonly device: DeviceId; readonly kind: DeviceKind; readonly person: PersonId },
): Promise<string | undefined> {
  if (kind !== 'shared') return undefined
  const until = new Date(now().getTime() + MINUTES * 60_000).toISOString()
  return seals.close(ABOUT, { device, person, until })
}

/** Whose it is; undefined where it is another device's, too old, or none of ours. */
export async function passIn(
  { seals, now }: Pick<Office, 'seals' | 'now'>,
  device: DeviceId,
  text: string,
): Promise<PersonId | undefined> {
  const said = safeParse(passSchema, await seals.reveal(ABOUT, text))
  if (!said.success || said.output.device !== device || said.output.until <= now().toISOString())
    return undefined
  return said.output.person as PersonId
}
