import type { Feedback } from '#domain/feedback/feedback.ts'
import { derivedId, type RecordId, SERVER, type TenantId } from '#domain/ids.ts'
import { type Order, orderId } from '#domain/ledger/order.ts'
import { standingPages } from '#domain/wall/oneMatter.ts'
import { hanging, type Publication } from '#domain/wall/publication.ts'
import { withoutNumbers } from '#domain/wall/publicText.ts'
import { reporterId } from '#domain/feedback/reporter.ts'
import { asWritten, cleaned } from '#domain/text.ts'
import { compoundOf, type Office } from '#server/people/office.ts'
import type { Intent } from '#server/records/act.ts'
import type { Standing } from './sayPages.ts'

/** What a resident wrote, within its lengths. */
export interface Post {
  /** Chance, from the form: the same form sent twice is one remark. */
  readonly once: string
  readonly text: string
  readonly name: string
  readonly phone: string
}

/** Letters and digits that nobody takes for one another; written by hand, read out on the phone. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const SECRET_LETTERS = 6

/**
 * Writes a post into the log: a remark whose author is the server, for nobody knows who wrote it. It waits for the office to
 * decide, as every remark does. The phone, if they gave one, goes into the reporter's own record.
 * @returns the number to ask by; undefined where it was not taken
 */
export async function takePost(
  office: Office,
  tenant: TenantId,
  post: Post,
): Promise<{ readonly no: number; readonly secret: string } | undefined> {
  const { place } = await compoundOf(office, tenant)
  const record = derivedId<RecordId>('wall', tenant, post.once)
  const name = written(post.name).slice(0, NAME_LETTERS)
  const phone = written(post.phone)
  const known = name !== '' || phone !== ''
  const intents: Intent[] = [
    {
      record,
      name: 'feedback.write',
      v: 1,
      args: {
        place,
        text: withoutNumbers(written(post.text)),
        category: 'suggestion',
        urgency: 'u3',
        channel: 'wall',
        affected: 1,
        heardAt: office.now().toISOString(),
        photos: [],
        name: known ? 'kept' : 'none',
      },
    },
  ]
  if (known)
    intents.push({
      record: reporterId(record),
      name: 'reporter.write',
      v: 1,
      args: {
        feedback: record,
        place,
        displayName: name || NAMELESS,
        agreed: false,
        ...(phone !== '' && { phone }),
      },
    })
  const before = await read(office, tenant, record)
  if (!before) {
    const done = await office.act(tenant, SERVER, intents)
    if (!done.ok) return undefined
  }
  const kept = before ?? (await read(office, tenant, record))
  return kept?.no === undefined ? undefined : { no: kept.no, secret: await secretOf(office, tenant, record) }
}

const NAME_LETTERS = 12
/** Somebody left a phone and no name. */
const NAMELESS = '网上的居民'

/** How the post with this number stands; undefined where number and word do not fit. */
export async function postStanding(
  office: Office,
  tenant: TenantId,
  { no, secret }: { readonly no: number; readonly secret: string },
): Promise<Standing | undefined> {
  const found = await office.log.transact(tenant, async (tx) => {
    const of = <R>(kind: string) => tx.recordsOf(kind) as Promise<readonly unknown[]> as Promise<readonly R[]>
    const post = (await of<Feedback>('feedback')).find((one) => one.no === no && one.channel === 'wall')
    if (!post) return undefined
    const meant = post.duplicateOf ?? post.id
    const order = (await tx.record(orderId(post.id))) ?? (await tx.record(orderId(meant)))
    return {
      post,
      order: order?.record as Order | undefined,
      about: [post.id, meant, orderId(post.id), orderId(meant)],
      publications: await of<Publication>('publication'),
    }
  })
  if (!found || (await secretOf(office, tenant, found.post.id)) !== normalised(secret)) return undefined
  const { post, order, about, publications } = found
  return {
    no,
    at: post.receivedAt ?? post.at,
    is: standingOf(post, order),
    answers: standingPages(publications).flatMap((one) => {
      const content = one.about !== undefined && about.includes(one.about) && hanging(one)?.content
      return content ? [{ page: one.id, title: content.title }] : []
    }),
  }
}

function standingOf(post: Feedback, order: Order | undefined): Standing['is'] {
  if (order?.status === 'done' || post.told) return 'handled'
  return order || post.disposition !== undefined ? 'inHand' : 'received'
}

async function read(office: Office, tenant: TenantId, record: RecordId): Promise<Feedback | undefined> {
  const stored = await office.log.transact(tenant, (tx) => tx.record(record))
  return stored?.record as Feedback | undefined
}

/** Follows from the record and a key of the server's, so that nothing has to be kept for it. */
async function secretOf(office: Office, tenant: TenantId, record: RecordId): Promise<string> {
  const digest = Buffer.from(await office.seals.digest(`wall ${tenant} ${record}`), 'base64')
  return Array.from(digest.subarray(0, SECRET_LETTERS), (byte) => LETTERS[byte % LETTERS.length]).join('')
}

function normalised(secret: string): string {
  return secret.normalize('NFKC').toUpperCase().replace(/\s/g, '')
}

/** As it may be kept: no sign that nobody sees, one way to end a line. */
export function written(text: string): string {
  return cleaned(asWritten(text.replace(/\r\n?/g, '\n'))).trim()
}
