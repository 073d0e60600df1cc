import { streamSSE } from 'hono/streaming'
import { heardOf } from '#server/people/devices.ts'
import { knocksFor } from '#server/people/knocks.ts'
import { wiping } from '#server/people/wiping.ts'
import type { Office } from '#server/people/office.ts'
import { COUNT_MOST } from '#wire/limits.ts'
import { NEWS_EVENT } from '#wire/office.ts'
import type { AppDeps, Handlers } from './deps.ts'
import { readBytes } from './body.ts'
import type { Caller } from './guard.ts'
import { packed } from './packed.ts'
import { refuse } from './refuse.ts'
import { ROUTES } from './routes.ts'

type Syncing = 'POST /api/sync' | 'GET /api/news'

/** A proxy closes what is silent for a minute. */
const HEARTBEAT = 25_000
/** Contacts are noted once a minute, not at every exchange: each note is a write to the disk. */
const CONTACT = 60_000

/** The exchange (W1) and the hint that one is worth while (W12). */
export function syncing(deps: AppDeps): Handlers<Syncing> {
  const { office, cookie, news } = deps
  return {
    'POST /api/sync': async (c) => {
      const caller = c.get('caller')
      const bytes = await readBytes(c.req.raw, ROUTES['POST /api/sync'].bytes)
      if (!bytes.ok) return refuse(bytes.refused)
      let raw: unknown
      try {
        raw = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value))
      } catch {
        return refuse('badRequest')
      }
      const answer = await deps.exchange(caller, raw)
      if (!answer.ok) return refuse(answer.refused)
      // Of what speaks as a device without its key nothing is believed about it.
      if (caller.device.unproven) return packed(c, answer.value)
      await noteContact(office, caller, unsentAfter(raw, answer.value))
      cookie.renew(c)
      const reply = await wiping(office, caller, raw, answer.value)
      const knocks = caller.device.revoked ? 0 : await knocksFor(office, caller.device)
      return packed(c, knocks > 0 ? { ...reply, knocks } : reply)
    },
    'GET /api/news': (c) =>
      streamSSE(c, async (stream) => {
        const { tenant, device } = c.get('caller')
        const ear = { open: true, moved: false, wake: () => {} }
        const close = () => {
          ear.open = false
          ear.wake()
        }
        const stop = news.listen({
          tenant,
          device: device.device,
          moved: () => {
            ear.moved = true
            ear.wake()
          },
          closed: close,
        })
        stream.onAbort(close)
        await stream.write(': listening\n\n')
        while (ear.open) {
          if (ear.moved) {
            ear.moved = false
            await stream.writeSSE({ event: NEWS_EVENT, data: NEWS_EVENT })
            continue
          }
          const beat = setTimeout(() => ear.wake(), HEARTBEAT)
          await new Promise<void>((resolve) => (ear.wake = resolve))
          clearTimeout(beat)
          if (ear.open && !ear.moved) await stream.write(': still here\n\n')
        }
        stop()
      }),
  }
}

/** A device asks about the photos it holds: those that are not here are on it only. */
function photosComing(raw: unknown, reply: unknown): number {
  const { photos: asked } = raw as { photos?: unknown }
  const { photos: here } = reply as { photos?: unknown }
  if (!Array.isArray(asked)) return 0
  const arrived = new Set<unknown>(Array.isArray(here) ? here : [])
  return new Set(asked.filter((one) => typeof one === 'string' && !arrived.has(one))).size
}

async function noteContact({ db, now }: Office, { device }: Caller, unsent: number): Promise<void> {
  const last = Date.parse(device.lastContact ?? '') || 0
  if (device.unsent === unsent && now().getTime() - last < CONTACT) return
  await heardOf(db, device.device, unsent, now().toISOString())
}

/**
 * What the device still has to send after this exchange: what it says it keeps back, what it sent and was not taken, and
 * the photos it asked about that are not here; the list of silent devices shows it.
 */
function unsentAfter(raw: unknown, reply: unknown): number {
  const { unsent, changes } = raw as { unsent?: unknown; changes?: unknown }
  const { acked, turn } = reply as { acked?: unknown; turn?: unknown }
  const kept = Number.isSafeInteger(unsent) && (unsent as number) >= 0 ? (unsent as number) : 0
  const sent = Array.isArray(changes) ? (changes as readonly { readonly n?: unknown }[]) : []
  // No number is made of what is none: a list in a list in a list overflows on the way to becoming one.
  const isTaken = (n: unknown) => typeof n === 'number' && n <= Number(acked)
  const left = sent.filter((one) => turn !== undefined || !isTaken(one?.n))
  return Math.min(kept + left.length + photosComing(raw, reply), COUNT_MOST)
}
