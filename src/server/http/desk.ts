import { eraseResident } from '#server/erasure/ask.ts'
import { devicesOf } from '#server/people/devices.ts'
import { handOver } from '#server/people/handOver.ts'
import { answerKnock } from '#server/people/knocks.ts'
import {
  endAppointment,
  invite,
  listInvitations,
  listPeople,
  rename,
  revoke,
  seen,
  withdraw,
} from '#server/people/team.ts'
import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import { ok } from '#domain/result.ts'
import {
  endSchema,
  type InvitationReply,
  inviteSchema,
  JOIN_PATH,
  nameDeviceSchema,
  revokeSchema,
  seenSchema,
} from '#wire/office.ts'
import { answerSchema, withdrawSchema } from '#wire/invitations.ts'
import { eraseSchema } from '#wire/erasure.ts'
import { handOverSchema } from '#wire/handOver.ts'
import { readBytes } from './body.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { refuse } from './refuse.ts'
import { act } from './respond.ts'
import { ROUTES } from './routes.ts'

type Desk =
  | 'POST /api/invitations'
  | 'GET /api/invitations'
  | 'POST /api/invitations/answer'
  | 'POST /api/invitations/withdraw'
  | 'GET /api/people'
  | 'POST /api/devices/revoke'
  | 'POST /api/devices/name'
  | 'POST /api/devices/seen'
  | 'POST /api/appointments/end'
  | 'POST /api/appointments/hand-over'
  | 'POST /api/residents/erase'
  | 'POST /api/rescue'

/** What the office does online: who comes in, who goes, which device is silent. */
export function desk({ office, origin, bringRescue, news }: AppDeps): Handlers<Desk> {
  /** Whoever reads nothing any more is in nobody's scope: their devices are told by name that there is something. */
  const tellDevicesOf = async (tenant: TenantId, person: string) => {
    const all = await devicesOf(office.db, tenant)
    const theirs = all.filter(({ people }) => people.includes(person as PersonId))
    news.tell(
      tenant,
      theirs.map(({ device }) => device),
    )
  }
  return {
    'POST /api/invitations': (c) =>
      act(c, inviteSchema, ROUTES['POST /api/invitations'].bytes, async (form) => {
        const made = await invite(office, c.get('caller'), form)
        if (!made.ok) return made
        const { secret, ...rest } = made.value
        // Without a public address of its own the link leads where the officer is now.
        const said: InvitationReply = {
          ...rest,
          link: `${origin ?? new URL(c.req.url).origin}${JOIN_PATH}#${secret}`,
        }
        return ok(said)
      }),
    'GET /api/invitations': async (c) =>
      c.json({ invitations: await listInvitations(office, c.get('caller')) }),
    'POST /api/invitations/answer': (c) =>
      act(c, answerSchema, ROUTES['POST /api/invitations/answer'].bytes, (form) =>
        answerKnock(office, c.get('caller'), form),
      ),
    'POST /api/invitations/withdraw': (c) =>
      act(c, withdrawSchema, ROUTES['POST /api/invitations/withdraw'].bytes, ({ id }) =>
        withdraw(office, c.get('caller'), id),
      ),
    'GET /api/people': async (c) => c.json({ people: await listPeople(office, c.get('caller')) }),
    'POST /api/devices/revoke': (c) =>
      act(c, revokeSchema, ROUTES['POST /api/devices/revoke'].bytes, async ({ device }) => {
        const { tenant } = c.get('caller')
        const done = await revoke(office, c.get('caller'), device as DeviceId)
        // It is to empty itself now, and not at its next look. One that listens to another process looks within a minute.
        if (done.ok) news.tell(tenant, [device as DeviceId])
        return done
      }),
    'POST /api/devices/name': (c) =>
      act(c, nameDeviceSchema, ROUTES['POST /api/devices/name'].bytes, ({ device, name }) =>
        rename(office, c.get('caller'), device as DeviceId, name),
      ),
    'POST /api/devices/seen': (c) =>
      act(c, seenSchema, ROUTES['POST /api/devices/seen'].bytes, (form) =>
        seen(office, c.get('caller'), form),
      ),
    'POST /api/appointments/end': (c) =>
      act(c, endSchema, ROUTES['POST /api/appointments/end'].bytes, async (form) => {
        const done = await endAppointment(office, c.get('caller'), form)
        if (done.ok) await tellDevicesOf(c.get('caller').tenant, form.person)
        return done
      }),
    'POST /api/appointments/hand-over': (c) =>
      act(c, handOverSchema, ROUTES['POST /api/appointments/hand-over'].bytes, async (form) => {
        const done = await handOver(office, c.get('caller'), form)
        if (done.ok) await tellDevicesOf(c.get('caller').tenant, form.person)
        return done
      }),
    'POST /api/residents/erase': (c) =>
      act(c, eraseSchema, ROUTES['POST /api/residents/erase'].bytes, (form) =>
        eraseResident(office, c.get('caller'), form),
      ),
    'POST /api/rescue': async (c) => {
      const bytes = await readBytes(c.req.raw, ROUTES['POST /api/rescue'].bytes)
      if (!bytes.ok) return refuse(bytes.refused)
      // Not fatal: a file that was damaged on its way is read as far as it can be.
      const answer = await bringRescue(c.get('caller'), new TextDecoder().decode(bytes.value))
      return answer.ok ? c.json(answer.value) : refuse(answer.refused)
    },
  }
}
