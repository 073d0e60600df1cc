import { createHash, timingSafeEqual } from 'node:crypto'
import { safeParse } from 'valibot'
import { upgraded } from '#domain/catalogue.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { derivedId, id as anyId, type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import { dueStanding } from '#domain/ledger/due.ts'
import { dueTableOf } from '#domain/ledger/dueTable.ts'
import { type FirmLink, linkStanding, type LinkStanding } from '#domain/ledger/firmLink.ts'
import { type FirmWord, firmWordFrom } from '#domain/ledger/firmWord.ts'
import type { Order } from '#domain/ledger/order.ts'
import { clockOf } from '#domain/ledger/orderClock.ts'
import { type Place, placeTree, whereOf } from '#domain/places.ts'
import { ok, refused, type Result } from '#domain/result.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { withoutNumbers } from '#domain/wall/publicText.ts'
import type { Office } from '#server/people/office.ts'
import { written } from './posts.ts'

/** One order as a firm may read it: what its slip says, and what the firm has said itself. */
export interface Job {
  readonly link: FirmLink
  readonly no?: number
  readonly what: string
  readonly where: string
  /** ISO instant. */
  readonly due?: string
  readonly said: readonly FirmWord[]
}

/** Of one link more is no answer any more but noise. */
const WORDS_OF_A_LINK = 20

export interface FoundLink {
  readonly link: FirmLink
  readonly is: LinkStanding
}

/** The link an address names, and whether it stands; undefined for an id that is none. */
export async function linkOf(
  { log, now }: Pick<Office, 'log' | 'now'>,
  tenant: TenantId,
  id: string,
): Promise<FoundLink | undefined> {
  // An address may hold anything; what is no id is not asked for, since not every database takes it.
  if (!safeParse(anyId, id).success) return undefined
  const read = await log.transact(tenant, async (tx) => {
    const link = (await tx.record(id as RecordId))?.record
    return link?.kind === 'firmLink'
      ? { link, order: (await tx.record((link as FirmLink).order))?.record }
      : undefined
  })
  if (!read) return undefined
  const link = read.link as FirmLink
  const order = read.order?.kind === 'order' ? (upgraded(read.order) as Order) : undefined
  return { link, is: linkStanding(link, order, now().toISOString()) }
}

/** What stands behind a link whose code was said. Nothing of who reported it is read. */
export async function jobOf(office: Office, tenant: TenantId, link: FirmLink): Promise<Job> {
  const { order, remarks, places, settings, words } = await office.log.transact(tenant, async (tx) => {
    const one = upgraded((await tx.record(link.order))!.record) as Order
    const heard = await Promise.all(one.from.map(async (id) => (await tx.record(id))?.record))
    return {
      order: one,
      remarks: heard.filter((each) => each?.kind === 'feedback') as unknown as readonly Feedback[],
      places: (await tx.recordsOf('place')) as unknown as readonly Place[],
      settings: (await tx.record(settingsId(tenant)))?.record as Settings | undefined,
      words: (await tx.recordsOf('firmWord')) as unknown as readonly FirmWord[],
    }
  })
  const tree = placeTree(places)
  const first = remarks.flatMap(({ receivedAt }) => receivedAt ?? []).sort()[0]
  const due = dueStanding(clockOf(order, first), office.now().toISOString(), dueTableOf(settings)).at
  const no = remarks.find((one) => one.no !== undefined)?.no ?? order.no
  return {
    link,
    what: withoutNumbers(order.text),
    where: whereOf(order.place, tree) || (tree.get(order.place)?.label ?? ''),
    ...(no !== undefined && { no }),
    ...(due !== undefined && { due }),
    said: words.filter((one) => one.link === link.id).sort((a, b) => (a.at < b.at ? -1 : 1)),
  }
}

/**
 * Writes what a firm said into the log, in the server's own name.
 * @returns whether the same form had come before: then the first one stands
 */
export async function takeFirmWord(
  office: Office,
  tenant: TenantId,
  { link, said }: Pick<Job, 'link' | 'said'>,
  { once, posted }: { readonly once: string; readonly posted: Readonly<Record<string, string>> },
): Promise<Result<{ readonly twice: boolean }, 'empty' | 'long' | 'again' | 'tooOften'>> {
  const args = firmWordFrom(link, { ...posted, text: withoutNumbers(written(posted['text'] ?? '')) })
  if (!args.ok) return args
  // The three forms of one page are three words: who goes back and presses another says another.
  const record = derivedId<RecordId>('firm', tenant, link.id, once, args.value.says)
  if (said.length >= WORDS_OF_A_LINK && !said.some(({ id }) => id === record)) return refused('tooOften')
  const done = await office.act(tenant, SERVER, [{ record, name: 'firmWord.say', v: 1, args: args.value }])
  return done.ok ? ok({ twice: done.value[0]?.outcome.is === 'already' }) : refused('again')
}

/** A working day: whoever has the message opens it again with it. */
export const OPEN_S = 8 * 3600

/** What the browser keeps once the code was right: until when, and a proof of it that only this server makes. */
export async function openedFor(office: Office, tenant: TenantId, link: FirmLink): Promise<string> {
  const until = Math.floor(office.now().getTime() / 1000) + OPEN_S
  return `${until}.${await proofOf(office, tenant, link, until)}`
}

export async function isOpenFor(
  office: Office,
  tenant: TenantId,
  link: FirmLink,
  kept: string | undefined,
): Promise<boolean> {
  const [, until = '', proof = ''] = /^(\d{1,12})\.([\w-]{43})$/.exec(kept ?? '') ?? []
  if (until === '' || Number(until) * 1000 <= office.now().getTime()) return false
  return isSame(proof, await proofOf(office, tenant, link, Number(until)))
}

/** Wide digits and gaps as people type them. */
export function isCodeOf(link: FirmLink, typed: string): boolean {
  return isSame(typed.normalize('NFKC').replace(/[\s-]/g, ''), link.code)
}

async function proofOf({ seals }: Office, tenant: TenantId, link: FirmLink, until: number): Promise<string> {
  const digest = await seals.digest(`firm ${tenant} ${link.id} ${link.code} ${until}`)
  return Buffer.from(digest, 'base64').toString('base64url')
}

/** In a time that tells nothing of where they differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
