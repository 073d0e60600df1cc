import { REFUSALS } from '#wire/refusals.ts'
import type { Ask } from './ask.ts'
import { type Answer, isOddlyFramed, LONGEST } from './drive.ts'
import type { Part } from './state.ts'

export const FINDINGS = [
  'status5xx', // the server says that it is in trouble
  'crashes', // something was thrown that nobody caught, or that a developer has to look at
  'changedOnRefusal', // something was refused, and something was written
  'notOurWords', // a refusal that is not one of the known words
  'lostPayloads', // a change was accepted, and what it said is not what is kept
  'tooLong', // an answer without bound
  'noAnswer', // a whole request, and the connection ended without a word
  'differing', // two engines, two results
] as const
export type FindingKind = (typeof FINDINGS)[number]

export interface Finding {
  readonly kind: FindingKind
  readonly what: string
}

/** What may be written although the answer is a refusal, and why that is no change of anything that was refused. */
export const ALLOWED: readonly { readonly route: RegExp; readonly part: Part; readonly why: string }[] = [
  {
    route: /^(PATCH|POST) \/api\/photos/,
    part: 'uploads',
    why: 'bytes of an upload that arrived stay for its device to go on; a whole file that is not what it says is deleted',
  },
  {
    route: /^POST \/api\/login/,
    part: 'database',
    why: 'that somebody tried and failed leaves a line in the trail',
  },
  {
    route: /^POST \/api\/login/,
    part: 'journal',
    why: 'how far the trail goes is noted beside the database',
  },
  {
    route: /^POST \/api\/(join|invitations\/look)/,
    part: 'database',
    why: 'that an invitation was tried in vain is noted for the office, and a PIN of the inviter’s is counted before it is judged',
  },
  {
    route: /^POST \/api\/(join|invitations\/look)/,
    part: 'journal',
    why: 'how far the trail goes is noted beside the database',
  },
  {
    route: /^POST \/api\/unlock/,
    part: 'database',
    why: 'a wrong proof is counted, and before it is judged',
  },
]

/** Node’s own parser answers these before any handler of ours hears of the request. */
const NOT_HTTP = [400, 404, 405, 408, 411, 413, 414, 417, 431, 501, 505]

export function judged(
  ask: Ask,
  answer: Answer,
  changed: readonly Part[],
  threw: readonly string[],
): readonly Finding[] {
  const { status, text, way, path } = answer
  const found: Finding[] = threw.map((what) => ({ kind: 'crashes', what }))
  const api = isApi(path)
  if (status >= 500 && !(way === 'socket' && text === ''))
    found.push({ kind: 'status5xx', what: `${status} ${text.slice(0, 200)}` })
  if (text.length >= LONGEST) found.push({ kind: 'tooLong', what: `${text.length}` })
  if (status === 0 && ask.cut === undefined && !isOddlyFramed(ask))
    found.push({ kind: 'noAnswer', what: `after ${Math.round(answer.took)} ms` })
  if (status >= 400) {
    const words = api
      ? isOurs(ask, text)
      : text === 'not found' || (status === 416 && text === '') || ask.method === 'HEAD' || isOurs(ask, text)
    if (!words && !(way === 'socket' && text === '' && NOT_HTTP.includes(status)))
      found.push({ kind: 'notOurWords', what: `${status} ${text.slice(0, 200)}` })
    for (const part of changed) {
      if (ALLOWED.some((one) => one.part === part && one.route.test(`${ask.method} ${path}`))) continue
      found.push({
        kind: 'changedOnRefusal',
        what: `${part}, and the answer was ${status} ${text.slice(0, 100)}`,
      })
    }
  }
  return found
}

function isApi(path: string): boolean {
  return path.startsWith('/api/') || path === '/api'
}

function isOurs(ask: Ask, text: string): boolean {
  if (ask.method === 'HEAD') return text === ''
  // A page for people says in its markup which refusal it is.
  const shown = /^<!doctype html>[^]*<main[^>]* data-refused="(\w+)"/.exec(text)
  if (shown) return (REFUSALS as readonly unknown[]).includes(shown[1])
  try {
    const said = JSON.parse(text) as { refused?: unknown }
    return (REFUSALS as readonly unknown[]).includes(said.refused)
  } catch {
    return false
  }
}
