import { type Change, type HeldWhy, type Outcome } from '#domain/change.ts'
import {
  type ActId,
  type ChangeId,
  type DeviceId,
  type PersonId,
  type RecordId,
  SERVER,
  type TenantId,
} from '#domain/ids.ts'
import { ok, refused, type Result } from '#domain/result.ts'
import type { Arrival } from './arrival.ts'
import { openDesk } from './desk.ts'
import type { House } from './house.ts'
import { takeAct } from './take.ts'

/** What the server is asked to do: a change without the parts that every change gets the same way. */
export interface Intent {
  readonly record: RecordId
  readonly name: string
  readonly v: number
  readonly args: unknown
  /** When it is said to have happened, ISO instant; without it: now. */
  readonly at?: string
}

export interface Done {
  readonly change: ChangeId
  readonly record: RecordId
  readonly outcome: Outcome
}

/** One transaction of the server's own: set-up, imports, people. */
export const SERVER_CHANGES = 200

/** Ends the transaction without a trace. */
class Undone extends Error {
  readonly why: HeldWhy
  constructor(why: HeldWhy) {
    super(`not done: ${why}`)
    this.why = why
  }
}

/**
 * The server's own changes: the same log, the same fold, in one act and one durable transaction. `SERVER` may do
 * everything; anybody else has the rights of their appointments. Somebody waits for the answer, so what cannot be folded
 * is refused and leaves no trace, instead of being held.
 * @throws for more than 200 intents: the caller cuts an import into acts.
 */
export async function actOnServer(
  house: House,
  tenant: TenantId,
  actor: PersonId,
  intents: readonly Intent[],
): Promise<Result<readonly Done[], HeldWhy>> {
  if (intents.length > SERVER_CHANGES) throw new Error(`${intents.length} changes in one act`)
  const now = house.clock()
  const act = intents.length > 1 ? (house.newId() as ActId) : undefined
  const arrivals = intents.map((intent): Arrival => {
    const change: Change = {
      ...intent,
      id: house.newId() as ChangeId,
      actor,
      at: intent.at ?? now,
      ...(act !== undefined && { act }),
    }
    return {
      change,
      device: SERVER as string as DeviceId,
      body: { at: change.at, args: intent.args },
      ...(actor === SERVER && { free: true }),
    }
  })
  try {
    const { outcomes, touched } = await house.log.transact(tenant, async (tx) => {
      const desk = await openDesk(tx, house, tenant, now)
      const taken = await takeAct(desk, arrivals)
      const why = whyNot(taken)
      if (why) throw new Undone(why)
      await desk.flush()
      return { outcomes: taken, touched: desk.touched() }
    })
    if (touched.length > 0) house.moved?.(tenant, touched)
    return ok(
      arrivals.map(({ change }, index) => ({
        change: change.id,
        record: change.record,
        outcome: outcomes[index]!,
      })),
    )
  } catch (error) {
    if (error instanceof Undone) return refused(error.why)
    throw error
  }
}

/** The reason of the change that could not be folded, not of those that fell with it. */
function whyNot(outcomes: readonly Outcome[]): HeldWhy | undefined {
  const whys = outcomes.flatMap((one) =>
    one.is === 'held' ? [one.why] : one.is === 'waits' ? ['recordMissing' as const] : [],
  )
  return whys.find((why) => why !== 'actHeld') ?? whys[0]
}
