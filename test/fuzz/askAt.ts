import type { Route } from '#server/http/routes.ts'
import { type Chance, chance } from '#test/sim/random.ts'
import type { Ask, Body } from './ask.ts'
import { ALL_ROUTES, type Form, FORMS } from './forms.ts'
import { bentText, oddMethod, oddPath, spoiltWay } from './spoil.ts'
import { spoilt } from './values.ts'

/** Passphrases are slow to try, and that is their point: less of these. */
const SELDOM: readonly Route[] = ['POST /api/login', 'POST /api/setup', 'POST /api/join']

/** The request with this number of this seed. The same numbers, the same request, whatever was sent before. */
export function askAt(seed: number, index: number): Ask {
  const dice = chance(Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b))
  for (let warm = 0; warm < 4; warm += 1) dice.next()
  const tag = `${seed.toString(36)}-${index.toString(36)}`
  if (dice.once(15)) return elsewhere(dice)
  let route: Route = dice.once(2) ? 'POST /api/sync' : dice.pick(ALL_ROUTES)
  if (SELDOM.includes(route) && !dice.once(3)) route = 'POST /api/sync'
  const form = FORMS[route](dice, tag)
  const ask = asked(route, form, bodyOf(form, dice), dice.once(7) ? 'socket' : 'app')
  return dice.once(5) ? spoiltWay(ask, dice) : ask
}

/** The form as a request, unbent. */
export function asked(route: Route, form: Form, body: Body | undefined, way: Ask['way']): Ask {
  const [method, path] = route.split(' ') as [string, string]
  const who = form.who ?? 'nobody'
  return {
    at: form.at ?? 'compound',
    who,
    method,
    path: form.path ?? path.replace(':hash', '$photo-0'),
    headers: [
      ...(who === 'nobody' ? [] : [['Cookie', '$cookie'] as const]),
      ...(form.json === undefined ? [] : [['Content-Type', 'application/json'] as const]),
      ...(form.headers ?? []),
    ],
    ...(body && { body }),
    way,
  }
}

function bodyOf(form: Form, dice: Chance): Body | undefined {
  if (form.json === undefined) return form.body
  let json: unknown = form.json
  const times = dice.pick([0, 0, 0, 1, 1, 1, 1, 2, 3, 6])
  for (let time = 0; time < times; time += 1) json = spoiltForm(json, dice)
  const text = JSON.stringify(json) ?? ''
  return dice.once(10) ? bentText(text, dice) : { text }
}

/** Mostly in what people said: a message that is none is refused at once, and tries little. */
function spoiltForm(json: unknown, dice: Chance): unknown {
  const changes = (json as { changes?: unknown } | null)?.changes
  if (!Array.isArray(changes) || changes.length === 0 || dice.once(4)) return spoilt(json, dice)
  const at = dice.below(changes.length)
  const change = changes[at] as { body?: { open?: { args?: unknown } } } | null
  const args = change?.body?.open?.args
  const bent =
    args !== undefined && !dice.once(3)
      ? { ...change, body: { open: { ...change?.body?.open, args: spoilt(args, dice) } } }
      : spoilt(change, dice)
  return { ...(json as object), changes: changes.with(at, bent) }
}

/** No route of ours: files, pages, what others try. */
function elsewhere(dice: Chance): Ask {
  const ask: Ask = {
    at: 'compound',
    who: dice.once(2) ? 'nobody' : 'volunteer',
    method: dice.once(3) ? oddMethod(dice) : 'GET',
    path: oddPath('/api/sync', dice),
    headers: dice.once(2) ? [] : [['Cookie', '$cookie']],
    way: dice.once(2) ? 'socket' : 'app',
  }
  return dice.once(4) ? spoiltWay(ask, dice) : ask
}
