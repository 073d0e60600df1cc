import { type GenericSchema, safeParse } from 'valibot'
import type { Chance } from '#test/sim/random.ts'

/** What of a valibot schema is read here: its own description of itself. */
interface Described {
  readonly type: string
  readonly entries?: Readonly<Record<string, Described>>
  readonly item?: Described
  readonly items?: readonly Described[]
  readonly options?: readonly unknown[]
  readonly wrapped?: Described
  readonly literal?: unknown
  readonly value?: Described
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
}

/** By the name of the field: words of the worlds these tests send to. */
const BY_NAME: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(place|parent|point|compound)$/, ['$compound', '$place-0', '$place-1', '$place-2', '$place-3']],
  [/^(person|actor|assignee|firstReceiver|by)$/, ['$person', '$anybody-1', '$anybody-2']],
  [/^(device)$/, ['$device', '$spare-1']],
  [
    /^(feedback|resident|to|of|from|visit|into|record|duplicateOf|mergedInto|instead|item)$/,
    ['r1', 'r2', 'r3', 'r4'],
  ],
]

/** Text for fields with a pattern; the first that fits is taken. */
const SAMPLES = [
  '2026-03-02',
  '2026-03-09',
  '2026-03-01T23:10:00.000Z',
  '2026-03-02T19:00',
  '07:30',
  '13800000001',
  '$photo-1',
  'a'.repeat(64),
  '好',
  '桶边有水',
  'x'.repeat(24),
  '12',
] as const

/** A value that the schema takes: of an optional field sometimes nothing, of a list sometimes none. */
export function fromSchema(schema: GenericSchema | undefined, dice: Chance, name = ''): unknown {
  return valueOf(schema as unknown as Described, dice, name)
}

function valueOf(schema: Described, dice: Chance, name: string): unknown {
  switch (schema.type) {
    case 'object':
    case 'strict_object':
    case 'loose_object':
      return Object.fromEntries(
        Object.entries(schema.entries ?? {}).flatMap(([key, inner]) => {
          const value = valueOf(inner, dice, key)
          return value === undefined ? [] : [[key, value]]
        }),
      )
    case 'optional':
    case 'nullish':
    case 'nullable':
      return dice.once(3) || !schema.wrapped ? undefined : valueOf(schema.wrapped, dice, name)
    case 'array':
      return Array.from({ length: Math.max(leastOf(schema), dice.below(3)) }, () =>
        valueOf(schema.item!, dice, name),
      )
    case 'tuple':
      return (schema.items ?? []).map((item) => valueOf(item, dice, name))
    case 'record':
      return { [dice.pick(['a', 'good', '__proto__'])]: valueOf(schema.value!, dice, name) }
    case 'union':
    case 'variant':
      return valueOf(dice.pick(schema.options as readonly Described[]), dice, name)
    case 'picklist':
      return dice.pick(schema.options as readonly unknown[])
    case 'literal':
      return schema.literal
    case 'boolean':
      return dice.once(2)
    case 'number':
      return Math.max(leastOf(schema), dice.below(5))
    case 'string':
      return textFor(schema, dice, name)
    case 'unknown':
    case 'any':
      return dice.pick<unknown>(['x', 1, null, {}, ['x']])
    default:
      throw new Error(`a schema that nobody has described here: ${schema.type}`)
  }
}

function leastOf({ pipe }: Described): number {
  const least = pipe?.find(({ type }) => type === 'min_length' || type === 'min_value')?.requirement
  return typeof least === 'number' ? least : 0
}

function textFor(schema: Described, dice: Chance, name: string): string {
  const named = BY_NAME.find(([pattern]) => pattern.test(name))
  if (named && !schema.pipe?.some(({ type }) => type === 'regex' || type === 'iso_date'))
    return dice.pick(named[1])
  const start = dice.below(SAMPLES.length)
  for (let step = 0; step < SAMPLES.length; step += 1) {
    const sample = SAMPLES[(start + step) % SAMPLES.length]!
    const filledIn = sample.startsWith('$') ? 'a'.repeat(64) : sample
    if (safeParse(schema as unknown as GenericSchema, filledIn).success) return sample
  }
  return '好'
}
