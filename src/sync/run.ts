import type { StreamId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { take } from '#store/apply.ts'
import type { Book } from '#store/book.ts'
import { closeTo } from '#store/behindPin.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { basesOf, dropForgotten } from '#store/orphans.ts'
import { isWhole, positionIn } from '#store/position.ts'
import { queueIn } from '#store/queue.ts'
import { receipts, whyTold } from '#store/receipts.ts'
import { wipe } from '#store/wipe.ts'
import { type Batch, FULL_BATCH, halved, type Plan, plan } from './plan.ts'
import { type Answered, erasedIn, hear } from './reply.ts'
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
  /** Records of whoever the server says is erased, as they are here, before they go. */
  forgets?(gone: readonly Recorded[]): Promise<void>
}

export type RoundEnd =
  | 'done' // everything of ours is acknowledged, everything of theirs is here (unless the vault is locked)
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
      return position && { position, queue: await queueIn(tx, position.resending), locked: tx.locked }
    })
    if (!local) return 'refused'
    const { position, queue, locked } = local
    const pointer = after.stream === position.stream ? after.n : position.acked
    const photos = (await ends.photosAsked?.()) ?? []
    const { request, asked } = plan(position, queue, pointer, batch, photos, locked)
    ends.status.setState({
      link: 'trying',
      unsent: queue.length,
      locked: locked === true,
      complete: isWhole(position),
      come: ends.book.size(),
      ...(position.wiped && { wiped: true }),
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
    if (reply.scope !== position.scope && !reply.turn) await closeTo(ends.disk, reply.parts)
    // While this page is put away the next one is on its way. It counts only if the same would be asked afterwards.
    if (reply.more && !reply.turn && queue.length === 0 && request.limit > 0)
      ahead = ask(ends, plan({ ...position, cursor: reply.to }, queue, pointer, batch, photos).request)
    // Before it is taken: after a fall it is told again.
    const erased = basesOf(ends.book, erasedIn(reply, position.scope))
    if (erased.length > 0) await ends.forgets?.(erased)
    const taken = await take(ends.disk, asked, reply, ends.device, () => ends.newId() as StreamId)
    const toWipe = reply.wipe === true && !position.wiped
    if (toWipe) await wipeHere(ends)
    if (taken.is === 'goOn') {
      after = { stream: asked.stream, n: taken.after }
      continue
    }
    if (taken.is !== 'taken') continue

    const { forget = [], records = [] } = taken.step
    // What was cut may have named a sound that nothing names any more.
    const cut = records.flatMap((one) => (one.cut ? [one.id] : []))
    const gone = basesOf(ends.book, [...forget, ...cut])
    ends.book.turn(taken.step)
    await dropForgotten(ends.disk, ends.book, gone)
    if (reply.outcomes.some(({ outcome }) => whyTold(outcome) !== undefined))
      ends.status.setState({ notTaken: await receipts(ends.disk) })
    if ((reply.knocks ?? 0) !== (ends.status.getState().knocks ?? 0))
      ends.status.setState({ knocks: reply.knocks ?? 0 })
    if (reply.photos.length > 0) await ends.photosHere?.(reply.photos)
    const left = queue.length - (taken.position.acked - position.acked)
    ends.status.setState({
      unsent: left,
      lastGood: reply.serverTime,
      complete: isWhole(taken.position),
      come: ends.book.size(),
    })
    const settled =
      taken.position.scope === position.scope && !reply.more && left === 0 && !taken.position.resending
    // Behind a locked vault nothing of theirs is put away: it is asked for when somebody has opened it.
    const pushed = locked && left === 0 && !taken.position.resending
    // That it is done is said at once.
    if ((settled || pushed) && !toWipe) return end(ends, 'done')
  }
  return end(ends, 'tired')
}

async function wipeHere({ disk, book }: Ends): Promise<void> {
  await wipe(disk)
  book.turn({ forget: [...book.bases()].map(({ id }) => id) })
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
