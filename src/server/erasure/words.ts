import type { TenantId } from '#domain/ids.ts'
import type { Known } from '#domain/tombstone.ts'
import type { ServerSeals } from '#server/sealing.ts'

/** What stands in the place of a name or a number that was taken out: never longer than what stood there, so that it still fits. */
const SOMEBODY = '某'
const SOME_NUMBER = '****'

type Digest = ServerSeals['digest']

/** The shortest that is looked for: one sign alone would be cut out of everybody's sentences. */
const SIGNS = 2
const DIGITS = 7

/** What to look for of a person, without saying it: names and numbers as keyed digests. */
export async function knownOf(
  digest: Digest,
  tenant: TenantId,
  { names, phones }: { readonly names: readonly string[]; readonly phones: readonly string[] },
): Promise<readonly Known[]> {
  const words = [...new Set(names.map((one) => one.trim()))].filter((one) => one.length >= SIGNS)
  const numbers = [...new Set(phones.map(digitsOf))].filter((one) => one.length >= DIGITS)
  const named =
    (is: Known['is']) =>
    async (text: string): Promise<Known> => ({
      is,
      length: text.length,
      digest: await digestOf(digest, tenant, is, text),
    })
  return Promise.all([...words.map(named('word')), ...numbers.map(named('phone'))])
}

/** Tells whether a whole name or number is one of those that are known. */
export async function isKnown(
  digest: Digest,
  tenant: TenantId,
  known: readonly Known[],
  is: Known['is'],
  text: string,
): Promise<boolean> {
  const plain = is === 'phone' ? digitsOf(text) : text
  const same = known.filter((one) => one.is === is && one.length === plain.length)
  if (same.length === 0) return false
  const found = await digestOf(digest, tenant, is, plain)
  return same.some((one) => one.digest === found)
}

/** A JSON value with all that is known cut out of its texts; the very same value where nothing was found. */
export async function cutOut<T>(
  digest: Digest,
  tenant: TenantId,
  known: readonly Known[],
  value: T,
): Promise<T> {
  if (known.length === 0) return value
  const cut = async (one: unknown): Promise<unknown> => {
    if (typeof one === 'string') return cutText(digest, tenant, known, one)
    if (Array.isArray(one)) {
      const all = await Promise.all(one.map(cut))
      return all.some((now, at) => now !== one[at]) ? all : one
    }
    if (typeof one !== 'object' || one === null) return one
    const all = await Promise.all(
      Object.entries(one).map(async ([key, inside]) => [key, await cut(inside)] as const),
    )
    return all.some(([key, now]) => now !== (one as Record<string, unknown>)[key])
      ? Object.fromEntries(all)
      : one
  }
  return (await cut(value)) as T
}

async function cutText(
  digest: Digest,
  tenant: TenantId,
  known: readonly Known[],
  text: string,
): Promise<string> {
  let left = text
  for (const length of lengthsOf(known, 'word'))
    for (let at = 0; at + length <= left.length; at += 1) {
      if (!(await isKnown(digest, tenant, known, 'word', left.slice(at, at + length)))) continue
      left = `${left.slice(0, at)}${SOMEBODY}${left.slice(at + length)}`
    }
  if (lengthsOf(known, 'phone').length === 0) return left
  for (const [run] of left.matchAll(/\+?\d[\d\- ]{5,}\d/g))
    if (await isKnown(digest, tenant, known, 'phone', run)) left = left.replaceAll(run, SOME_NUMBER)
  return left
}

/** Longest first: a short name inside a longer one must not spoil it. */
function lengthsOf(known: readonly Known[], is: Known['is']): readonly number[] {
  const lengths = known.flatMap((one) => (one.is === is ? [one.length] : []))
  return [...new Set(lengths)].sort((a, b) => b - a)
}

function digestOf(digest: Digest, tenant: TenantId, is: Known['is'], text: string): Promise<string> {
  return digest(`erased|${tenant}|${is}|${text}`)
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
}
