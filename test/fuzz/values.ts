import type { Chance } from '#test/sim/random.ts'
import { HUGE } from './ask.ts'

/** Text that has broken something somewhere: databases, files, addresses, screens, patterns. */
export const TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0000\u0000',
  '\ud800',
  'x\udc00y',
  '好\ud83d',
  '\udfff\ud800',
  '\u202e反着写\u202c',
  '\u2066\u2069',
  '\ufeff',
  '\u0007\u001b[31m',
  '\u007f\u0085\u2028\u2029',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0301\u0301',
  '\ufffe\uffff',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '..\\..\\keys\\server.json',
  '%00',
  '%2e%2e%2f',
  "' or 1=1 --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  'NaN',
  '-1',
  '1e9',
  '0',
  '2026-02-30',
  '9999-99-99',
  '0000-00-00',
  '2026-13-01T25:61:61Z',
  '+275760-09-13T00:00:00.001Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '$long-1',
  '$long-20',
  '$long-21',
  '$wide-64',
  '$wide-65',
  '$long-500',
  '$long-501',
  '$wide-70000',
  '$wide-600000',
  'server',
  '$tenant',
  '$person',
  '$device',
  '$cursor',
  '$cursor!9',
  '$place',
] as const

/** Rare: each is 10 MB on the way. */
export const ENDLESS = '$wide-10485760'

const NUMBERS = [
  0,
  -1,
  1,
  0.5,
  -0.1,
  200,
  1001,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  2 ** 53 - 1,
  2 ** 53,
  2 ** 60,
  2 ** 63,
  2 ** 64,
  -(2 ** 63) - 4096,
  1e21,
  1.7976931348623157e308,
  5e-324,
] as const

export function anyText(dice: Chance): string {
  return dice.once(400) ? ENDLESS : dice.pick(TEXTS)
}

/** Any JSON value that is probably not what was asked for. */
export function anyValue(dice: Chance): unknown {
  switch (dice.below(9)) {
    case 0:
      return null
    case 1:
      return dice.once(2)
    case 2:
      return dice.pick(NUMBERS)
    case 3:
      return `$number-${dice.below(HUGE.length - 2)}`
    case 4:
      return []
    case 5:
      return poisoned(dice)
    case 6:
      return dice.pick([
        '$deep-7',
        '$deep-9',
        '$deep-63',
        '$deep-70',
        '$deep-5000',
        '$deep-100000',
        '$array-3000',
      ])
    case 7:
      return Array.from({ length: dice.below(4) }, () => anyText(dice))
    default:
      return anyText(dice)
  }
}

/** An object with names that mean something to the language itself. */
function poisoned(dice: Chance): object {
  const key = dice.pick([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'then',
    'toJSON',
    'length',
    '',
  ])
  const value = dice.pick(['{"isAdmin":true}', '"x"', 'null', '[]', '1'])
  return JSON.parse(`{${JSON.stringify(key)}:${value}}`) as object
}

/** The same value with one thing in it that is otherwise. */
export function spoilt(value: unknown, dice: Chance): unknown {
  if (Array.isArray(value) && value.length > 0 && !dice.once(5)) return spoiltList(value, dice)
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !dice.once(8))
    return spoiltObject(value as Readonly<Record<string, unknown>>, dice)
  if (typeof value === 'string' && dice.once(2)) return splice(value, dice)
  return anyValue(dice)
}

function spoiltList(list: readonly unknown[], dice: Chance): unknown {
  const at = dice.below(list.length)
  switch (dice.below(6)) {
    case 0:
      return list.toSpliced(at, 1)
    case 1:
      return [...list, list[at]]
    case 2:
      return Array.from({ length: 1 + dice.below(250) }, () => list[at])
    case 3:
      return Object.fromEntries(list.map((one, index) => [index, one]))
    default:
      return list.with(at, spoilt(list[at], dice))
  }
}

function spoiltObject(object: Readonly<Record<string, unknown>>, dice: Chance): unknown {
  const keys = Object.keys(object)
  const key = keys[dice.below(Math.max(1, keys.length))] ?? 'x'
  switch (dice.below(8)) {
    case 0: {
      const { [key]: _, ...rest } = object
      return rest
    }
    case 1:
      return { ...object, [dice.pick(TEXTS)]: anyValue(dice) }
    case 2:
      return Object.assign(poisoned(dice), object)
    case 3:
      return [object]
    default:
      return { ...object, [key]: spoilt(object[key], dice) }
  }
}

function splice(text: string, dice: Chance): string {
  const at = dice.below(text.length + 1)
  // A word with a dollar sign stays whole, and is bent by its own suffix.
  if (text.startsWith('$'))
    return dice.once(2) ? `${text.replace(/!\d+$/, '')}!${dice.below(60)}` : text + dice.pick(TEXTS)
  return text.slice(0, at) + dice.pick(TEXTS) + text.slice(at + dice.below(3))
}
