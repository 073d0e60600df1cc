import { safeParse } from 'valibot'
import type { Change, HeldWhy, Outcome } from '#domain/change.ts'
import { depth, HOPELESS } from '#domain/depth.ts'
import { heldId } from '#domain/held.ts'
import type { ActId, ChangeId, DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { SERVER } from '#domain/ids.ts'
import type { First } from '#server/log/log.ts'
import type { ServerSeals } from '#server/sealing.ts'
import { CHANGE_BYTES, NESTING } from '#wire/limits.ts'
import { type Envelope, envelopeSchema } from '#wire/messages.ts'
import { type FirstLife, revealFirst } from './first.ts'
import type { Caller } from './scope.ts'

/** A change as the server judges it, whoever brought it. */
export interface Arrival {
  readonly change: Change
  readonly device: DeviceId
  /** What the log keeps of it: `{at, args}`, or everything that came when it could not be read. */
  readonly body: unknown
  /** It is held without being looked at. */
  readonly refused?: HeldWhy
  /** Nobody's rights are asked: the server's own, or decided before (a release, a change sent again). */
  readonly free?: true
  /** Somebody decided it just now: of a number that another door has by then it does not make two. */
  readonly decided?: true
  /** Taken with a mark in its first life: the mark stays (W8). */
  readonly lapsed?: true
  readonly first?: First
}

/** An arrival with its place in the stream. */
export interface Letter {
  readonly n: number
  readonly arrival: Arrival
  /** The outcome of its first life, when it is sent again to a restored server. */
  readonly firstOutcome?: Outcome
}

const WORD = /^[\x21-\x7e]{1,64}$/

/**
 * Reads the changes of a request one by one and opens their bodies, before any transaction. What has no readable `n` and
 * id is left out: it cannot be acknowledged, so it is not taken (W13).
 */
export async function readLetters(
  seals: ServerSeals,
  caller: Pick<Caller, 'tenant' | 'device' | 'people' | 'unknown'>,
  raws: readonly unknown[],
): Promise<readonly Letter[]> {
  const letters = await Promise.all(
    raws.map(async (raw): Promise<Letter | undefined> => {
      if (depth(raw, HOPELESS) > HOPELESS) return undefined
      const place = placeOf(raw)
      if (!place) return undefined
      const parsed = safeParse(envelopeSchema, raw)
      const envelope = parsed.success && isWellFormed(parsed.output) ? parsed.output : undefined
      const opened = envelope && (await openBody(seals, caller.tenant, envelope))
      if (!envelope || !opened) return { n: place.n, arrival: unreadable(place.id, raw, caller) }

      const change: Change = {
        id: place.id,
        record: envelope.record as RecordId,
        name: envelope.name,
        v: envelope.v,
        actor: envelope.actor as PersonId,
        ...(envelope.act !== undefined && { act: envelope.act as ActId }),
        at: opened.at,
        args: opened.args,
      }
      const unfit =
        !isInstant(opened.at) || depth(opened.args, NESTING) > NESTING || bytes(raw) > CHANGE_BYTES
      const life =
        envelope.first === undefined || caller.unknown
          ? undefined
          : await revealFirst(seals, caller.tenant, change, envelope.first)
      const refused = caller.unknown ? 'unknownDevice' : refusalOf(change, unfit, caller.people, life)
      return {
        n: place.n,
        ...(life && { firstOutcome: life.outcome }),
        arrival: {
          change,
          device: caller.device,
          body: opened,
          ...(refused && { refused }),
          ...(life && wasFolded(life.outcome) && { free: true, first: life.first }),
          ...(life?.outcome.is === 'applied' && life.outcome.lapsed && { lapsed: true }),
        },
      }
    }),
  )
  return letters.filter((letter) => letter !== undefined)
}

/** What was held is held again; what was folded is not asked again (W7). Nobody acts for a person who is not on the device. */
function refusalOf(
  change: Change,
  unfit: boolean,
  people: readonly PersonId[],
  life: FirstLife | undefined,
): HeldWhy | undefined {
  if (unfit) return 'invalid'
  if (life?.outcome.is === 'held') return life.outcome.why
  if (life && wasFolded(life.outcome)) return undefined
  return people.includes(change.actor) && change.actor !== SERVER ? undefined : 'notAllowed'
}

export function wasFolded(outcome: Outcome): boolean {
  return outcome.is === 'applied' || outcome.is === 'merged' || outcome.is === 'already'
}

/** A claim, but a readable one: other people's screens show it. */
function isInstant(at: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(at) && !Number.isNaN(Date.parse(at))
}

function placeOf(raw: unknown): { n: number; id: ChangeId } | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const { n, id } = raw as Partial<Record<string, unknown>>
  if (!Number.isSafeInteger(n) || (n as number) < 1) return undefined
  return typeof id === 'string' && WORD.test(id) ? { n: n as number, id: id as ChangeId } : undefined
}

/** Ids become keys in databases that take no control characters. */
function isWellFormed({ record, name, actor, act }: Envelope): boolean {
  return [record, name, actor, act ?? 'none'].every((word) => WORD.test(word))
}

async function openBody(
  seals: ServerSeals,
  tenant: TenantId,
  { id, body }: Envelope,
): Promise<{ at: string; args: unknown } | undefined> {
  const opened = 'open' in body ? body.open : await seals.open(tenant, id as ChangeId, body.key, body.sealed)
  if (typeof opened !== 'object' || opened === null || depth(opened, HOPELESS) > HOPELESS) return undefined
  const { at, args } = opened as Partial<Record<string, unknown>>
  return typeof at === 'string' ? { at, args: args ?? null } : undefined
}

/** Everything that came is kept; whose it is is taken from the envelope where it says so, else the office alone reads it. */
function unreadable(
  id: ChangeId,
  raw: unknown,
  caller: { readonly device: DeviceId; readonly people: readonly PersonId[] },
): Arrival {
  const word = (key: string) => {
    const value = (raw as Partial<Record<string, unknown>>)[key]
    return typeof value === 'string' && WORD.test(value) ? value : undefined
  }
  const alone = caller.people.length === 1 ? caller.people[0] : undefined
  const act = word('act')
  return {
    change: {
      id,
      record: (word('record') ?? heldId(id)) as RecordId,
      name: word('name') ?? 'unreadable',
      v: 0,
      actor: (word('actor') ?? alone ?? SERVER) as PersonId,
      ...(act !== undefined && { act: act as ActId }),
      at: '',
      args: null,
    },
    device: caller.device,
    body: { raw },
    refused: 'unreadable',
  }
}

function bytes(raw: unknown): number {
  return Buffer.byteLength(JSON.stringify(raw))
}
