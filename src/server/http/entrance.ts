import type { Context } from 'hono'
import type { TenantId } from '#domain/ids.ts'
import { findDevice } from '#server/people/devices.ts'
import { handedFrom } from '#server/people/handOver.ts'
import { join, look } from '#server/people/join.ts'
import { lastEntries } from '#server/people/entries.ts'
import { login } from '#server/people/login.ts'
import { appointmentsOf } from '#domain/member.ts'
import { ok, refused } from '#domain/result.ts'
import { enrolmentOf, isSetUp, memberOf } from '#server/people/office.ts'
import { reopenDrafts } from '#server/people/reopenDrafts.ts'
import { endSession } from '#server/people/sessions.ts'
import { previewRoster, setUp, setUpBefore } from '#server/people/setUp.ts'
import {
  demoEnterSchema,
  type HealthReply,
  joinSchema,
  leaveSchema,
  loginSchema,
  lookSchema,
  type MeReply,
  setUpCheckSchema,
  setUpRosterSchema,
  setUpSchema,
} from '#wire/office.ts'
import type { MomentReply } from '#wire/devices.ts'
import { reopenSchema } from '#wire/drafts.ts'
import { PROTOCOL } from '#wire/messages.ts'
import { tokenIn } from '#server/people/ticket.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { hereOf } from './guard.ts'
import { act, letIn } from './respond.ts'
import { ROUTES } from './routes.ts'

type Entrance =
  | 'GET /api/health'
  | 'GET /api/moment'
  | 'POST /api/setup/check'
  | 'POST /api/setup/roster'
  | 'POST /api/setup'
  | 'POST /api/login'
  | 'POST /api/invitations/look'
  | 'POST /api/join'
  | 'POST /api/demo/enter'
  | 'GET /api/me'
  | 'POST /api/drafts/reopen'
  | 'POST /api/leave'

/** How a browser becomes a device of ours, and stops being one. */
export function entrance(deps: AppDeps): Handlers<Entrance> {
  const { office, cookie, setUpCode } = deps
  /** Behind the guard it is a name. */
  const besideNamed = (c: Context) => cookie.named(c) as TenantId | undefined
  return {
    'GET /api/health': async (c) => {
      const said: HealthReply = {
        ok: true,
        protocol: PROTOCOL,
        version: deps.version,
        setUp: await isSetUp(office.db),
        demo: deps.enterDemo !== undefined,
      }
      return c.json(said)
    },
    'GET /api/moment': async (c) => c.json({ moment: await deps.moments.now() } satisfies MomentReply),
    'POST /api/setup/check': (c) =>
      act(c, setUpCheckSchema, ROUTES['POST /api/setup/check'].bytes, async ({ code }) =>
        setUpCode.fits(code) ? ok({}) : refused('codeWrong'),
      ),
    'POST /api/setup/roster': (c) =>
      act(c, setUpRosterSchema, ROUTES['POST /api/setup/roster'].bytes, async ({ code, rows }) =>
        setUpCode.fits(code) ? previewRoster(rows) : refused('codeWrong'),
      ),
    'POST /api/setup': (c) =>
      letIn(c, deps, setUpSchema, ROUTES['POST /api/setup'].bytes, async (form) => {
        if (besideNamed(c)) return refused('otherTenant')
        // Two that begin together must not make two compounds.
        return office.alone('setUp', async () => {
          const before = await setUpBefore(office, form)
          if (before) return ok(before)
          if (await isSetUp(office.db)) return refused('alreadySetUp')
          return setUpCode.fits(form.code) ? setUp(office, form) : refused('codeWrong')
        })
      }),
    'POST /api/login': (c) =>
      letIn(c, deps, loginSchema, ROUTES['POST /api/login'].bytes, async (form) => {
        const named = besideNamed(c)
        if (named && (form.compound ?? named) !== named) return refused('otherTenant')
        return login(office, { ...form, ...(named && { compound: named }) }, await hereOf(deps, c))
      }),
    'POST /api/invitations/look': (c) =>
      act(c, lookSchema, ROUTES['POST /api/invitations/look'].bytes, async (form) =>
        look(office, form, await hereOf(deps, c)),
      ),
    'POST /api/join': (c) =>
      letIn(c, deps, joinSchema, ROUTES['POST /api/join'].bytes, async (form) =>
        join(office, form, await hereOf(deps, c), besideNamed(c)),
      ),
    'POST /api/demo/enter': (c) =>
      letIn(c, deps, demoEnterSchema, ROUTES['POST /api/demo/enter'].bytes, async ({ role }) =>
        !deps.enterDemo
          ? refused('notFound')
          : besideNamed(c)
            ? refused('otherTenant')
            : deps.enterDemo(role),
      ),
    'GET /api/me': async (c) => {
      const { tenant, device, person } = c.get('caller')
      const people = await Promise.all(
        device.people.map(async (one) => {
          const member = await memberOf(office, tenant, one)
          return { person: one, name: member?.name ?? '', appointments: appointmentsOf(member) }
        }),
      )
      const { revoked } = (await findDevice(office.db, device.device)) ?? device
      const said: MeReply = {
        ...(await enrolmentOf(office, { tenant, person, kind: device.kind, device: device.device })),
        people: revoked ? [] : people,
        handed: revoked ? [] : await handedFrom(office, tenant, device.people),
        revoked,
        ...(!revoked && device.kind === 'own' && { entered: await lastEntries(office, tenant, person) }),
      }
      cookie.renew(c)
      return c.json(said)
    },
    'POST /api/drafts/reopen': (c) =>
      act(c, reopenSchema, ROUTES['POST /api/drafts/reopen'].bytes, async (form) =>
        ok(await reopenDrafts(office.seals, c.get('caller'), form)),
      ),
    'POST /api/leave': (c) =>
      act(c, leaveSchema, ROUTES['POST /api/leave'].bytes, async () => {
        const { tenant, person, device } = c.get('caller')
        const { device: id } = device
        await office.db.transaction().execute(async (db) => {
          await endSession(db, office.seals.digest, tokenIn(cookie.read(c) ?? ''))
          await office.trail.note(db, tenant, { actor: person, device: id, what: 'signedOut' })
        })
        cookie.clear(c)
        return ok({})
      }),
  }
}
