import type { StreamId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { take } from '#store/apply.ts'
import type { Book } from '#store/book.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { basesOf, dropForgotten } from '#store/orphans.ts'
import { positionIn } from '#store/position.ts'
import { queueIn } from '#store/queue.ts'
import { receipts, whyTold } from '#store/receipts.ts'
import { type Batch, FULL_BATCH, halved, type Plan, plan } from './plan.ts'
import { type Answered, hear } from './reply.ts'
import type { StatusStore } from './status.ts'

/** What a round stands on; the network and chance are handed in. */
export interface Ends {
  readonly disk: Disk
  readonly book: Book
  readonly status: StatusStore
  readonly device: DeviceKind
  newId(): string
  /** Carries one request to the server. Throws when there is no way there. */
  post(body: string): Promise<Answered>
  /** Photos the device asks about, and what the server said it has (W14). */
  photosAsked?(): Promise<readonly string[]>
  photosHere?(hashes: readonly string[]): Promise<void>
}

export type RoundEnd =
  | 'done' // everything of ours is acknowledged, everything of theirs is here
  | 'noLink'
  | 'refused'
  | 'tired' // the bound was reached; the next nudge goes on

/** Far above what an honest conversation needs, so that a dishonest one ends too. */
const STEPS = 2000

/**
 * One round: ask and take until both sides have what the other knew. Never throws for what the network does; correct
 * with any number of rounds at once, since every reply is checked inside the transaction that takes it.
 * @throws DiskTrouble
 */
export async function round(ends: Ends): Promise<RoundEnd> {
  try {
    return await converse(ends)
  } catch (error) {
    // A full or broken disk: nothing was taken, and no screen may go on saying that it is being sent.
    if (error instanceof DiskTrouble) ends.status.setState({ stopped: 'disk' })
    end(ends, 'noLink')
    throw error
  }
}

async function converse(ends: Ends): Promise<RoundEnd> {
  let after = { stream: '', n: 0 }
  let batch: Batch = FULL_BATCH
  let ahead: Asking | undefined

  for (let step = 0; step < STEPS; step += 1) {
    const local = await ends.disk.read(['meta', 'sent', 'outbox'], async (tx) => {
      const position = await positionIn(tx)
      return position && { position, queue: await queueIn(tx, position.resending) }
    })
    if (!local) return 'refused'
    const { position, queue } = local
    const pointer = after.stream === position.stream ? after.n : position.acked
    const photos = (await ends.photosAsked?.()) ?? []
    const { request, asked } = plan(position, queue, pointer, batch, photos)
    ends.status.setState({
      link: 'trying',
      unsent: queue.length,
      ...(queue.length > 0 && { sending: { done: pointer - position.acked, of: queue.length } }),
    })

    const asking = ahead?.text === JSON.stringify(request) ? ahead : ask(ends, request)
    ahead = undefined
    let answered: Answered
    try {
      answered = await asking.answered
    } catch {
      return end(ends, 'noLink')
    }
    const heard = hear(answered, asking.id)
    if (heard.is === 'tooLarge') {
      if (batch.changes === 1) {
        ends.status.setState({ stopped: 'tooLarge' })
        return end(ends, 'noLink')
      }
      batch = halved(batch)
      continue
    }
    if (heard.is === 'nothing') return end(ends, 'noLink')
    if (heard.is === 'refused') return refusedBy(ends, heard.reason)

    const { reply } = heard
    // While this page is put away the next one is on its way. It counts only if the same would be asked afterwards.
    if (reply.more && !reply.turn && queue.length === 0 && request.limit > 0)
      ahead = ask(ends, plan({ ...position, cursor: reply.to }, queue, pointer, batch, photos).request)
    const taken = await take(ends.disk, asked, reply, ends.device, () => ends.newId() as StreamId)
    if (taken.is === 'goOn') {
      after = { stream: asked.stream, n: taken.after }
      continue
    }
    if (taken.is !== 'taken') continue

    const gone = basesOf(ends.book, taken.step.forget ?? [])
    ends.book.turn(taken.step)
    await dropForgotten(ends.disk, ends.book, gone)
    if (reply.outcomes.some(({ outcome }) => whyTold(outcome) !== undefined))
      ends.status.setState({ notTaken: await receipts(ends.disk) })
    if (reply.photos.length > 0) await ends.photosHere?.(reply.photos)
    const left = queue.length - (taken.position.acked - position.acked)
    ends.status.setState({ unsent: left, lastGood: reply.serverTime, complete: !taken.position.walking })
    const settled =
      taken.position.scope === position.scope && !reply.more && left === 0 && !taken.position.resending
    if (settled) return end(ends, 'done')
  }
  return end(ends, 'tired')
}

/** A request on its way. */
interface Asking {
  readonly id: string
  /** What is asked, without its id. */
  readonly text: string
  readonly answered: Promise<Answered>
}

function ask(ends: Ends, request: Plan['request']): Asking {
  const id = ends.newId()
  const answered = ends.post(JSON.stringify({ ...request, request: id }))
  // Nobody may come for the answer to a request that was asked ahead.
  answered.catch(() => undefined)
  return { id, text: JSON.stringify(request), answered }
}

function end(ends: Ends, how: RoundEnd): RoundEnd {
  const { sending: _, stopped, ...rest } = ends.status.getState()
  // Why it stopped holds until a round comes through.
  const still = how !== 'done' && stopped !== undefined
  ends.status.setState({ ...rest, link: how === 'noLink' ? 'none' : 'good', ...(still && { stopped }) }, true)
  return how
}

function refusedBy(ends: Ends, reason: string): RoundEnd {
  const stopped =
    reason === 'signInFirst' ? 'noLongerEnrolled' : reason === 'otherProtocol' ? 'newerServer' : undefined
  ends.status.setState({ ...(stopped && { stopped }) })
  return end(ends, stopped ? 'refused' : 'noLink')
}
