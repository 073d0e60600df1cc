import { object, picklist, safeParse, string } from 'valibot'
import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { ServerSeals } from '#server/sealing.ts'

/** What a device may show when a database that was put back does not know it: sealed with a key that lies outside. */
export interface Ticket {
  readonly tenant: TenantId
  readonly device: DeviceId
  readonly person: PersonId
  readonly kind: DeviceKind
}

const ABOUT = 'enrolment ticket'
/** Between the session's token and the ticket in one cookie; neither contains it. */
const SEAM = '~'

const ticketSchema = object({
  tenant: string(),
  device: string(),
  person: string(),
  kind: picklist(['own', 'shared']),
})

export async function withTicket(seals: ServerSeals, token: string, ticket: Ticket): Promise<string> {
  return `${token}${SEAM}${await seals.close(ABOUT, ticket)}`
}

/** The session's token in a cookie's text. */
export function tokenIn(text: string): string {
  return text.split(SEAM, 1)[0] ?? ''
}

/** Undefined where there is none, or one that this server did not seal. */
export async function ticketIn(seals: ServerSeals, text: string): Promise<Ticket | undefined> {
  const at = text.indexOf(SEAM)
  if (at < 0) return undefined
  const parsed = safeParse(ticketSchema, await seals.reveal(ABOUT, text.slice(at + 1)))
  return parsed.success ? (parsed.output as Ticket) : undefined
}
