import fc, { type Arbitrary } from 'fast-check'
import type { GenericSchema } from 'valibot'

/** What is read of a valibot schema: enough of it for the arguments of our verbs. */
interface Shape {
  readonly type: string
  readonly kind?: string
  readonly pipe?: readonly Shape[]
  readonly options?: readonly unknown[]
  readonly entries?: Readonly<Record<string, Shape>>
  readonly wrapped?: Shape
  readonly item?: Shape
  readonly requirement?: unknown
  readonly literal?: unknown
}

/** What JSON can carry, as it comes out of it: -0 is 0. */
export const json = fc.json({ maxDepth: 2 }).map((carried): unknown => JSON.parse(carried))

/** Ids that meet: several changes name the same few records, people and places. */
const WORDS = ['home', 'door', 'r1', 'r2', 'wang', 'tang', '__proto__', 'x'] as const

const USUAL = [
  ...['a', 'b', 'c'].map((one) => one.repeat(64)),
  '2026-03-04',
  '2026-03-05',
  '2026-03-04T07:00:00Z',
  '2026-03-05T07:00:00Z',
  '2026-03-05T19:00',
  '2026-03-07T10:00',
  '07:00',
  '09:00',
  '13800002207',
  '13900000846',
]

/**
 * Arguments that fit a verb, made from its schema, so that a verb added to the catalogue is under the laws at once.
 * @throws for a kind of schema that no verb had yet: it has to be added here
 */
export function argsFor(schema: GenericSchema): Arbitrary<unknown> {
  return arbitraryOf(schema)
}

function arbitraryOf(shape: Shape): Arbitrary<unknown> {
  const rules = shape.pipe?.slice(1) ?? []
  const limit = (type: string, usual: number): number =>
    Number(rules.find((rule) => rule.type === type)?.requirement ?? usual)
  const fits = (value: number) =>
    value >= limit('min_value', -Infinity) && value <= limit('max_value', Infinity)
  switch (shape.type) {
    case 'string':
      return stringOf(rules, limit('min_length', 0), limit('max_length', 8))
    case 'number':
      return rules.some((rule) => rule.type === 'integer')
        ? fc.integer({
            min: limit('min_value', -3),
            // Few values, so that two edits meet.
            max: Math.min(limit('max_value', 9), Math.max(9, limit('min_value', -3) + 9)),
          })
        : fc.constantFrom(...[-1, 0, 0.5, 7].filter(fits))
    case 'boolean':
      return fc.boolean()
    case 'literal':
      return fc.constant(shape.literal)
    case 'picklist':
      return fc.constantFrom(...(shape.options ?? []))
    case 'unknown':
      return json
    case 'array': {
      const most = Math.min(limit('max_length', 3), 3)
      return fc.array(arbitraryOf(inner(shape.item)), { minLength: limit('min_length', 0), maxLength: most })
    }
    case 'strict_object':
      return objectOf(shape.entries ?? {})
    default:
      throw new Error(`no arguments are made yet for a schema of type ${shape.type}`)
  }
}

function stringOf(rules: readonly Shape[], least: number, most: number): Arbitrary<string> {
  const pattern = rules.find((rule) => rule.type === 'regex')?.requirement
  if (rules.some((rule) => rule.type === 'iso_date'))
    return fc.constantFrom('2026-03-04', '2026-03-05', '2024-02-29')
  if (!(pattern instanceof RegExp))
    return fc.oneof(
      fc.constantFrom(...WORDS.filter((word) => word.length >= least && word.length <= most)),
      fc
        .string({ minLength: least, maxLength: Math.min(most, 6), unit: 'grapheme' })
        .filter((word) => word.length <= most),
    )
  // Where one of the usual ones fits it is taken, so that values meet.
  const longest = Number(rules.find((rule) => rule.type === 'max_length')?.requirement ?? Infinity)
  const fitting = USUAL.filter((word) => word.length <= longest && pattern.test(word))
  if (fitting.length > 0) return fc.constantFrom(...fitting)
  return fc.stringMatching(pattern).filter((word) => word.length >= least && word.length <= longest)
}

/** Optional entries are left out, never there as undefined: what travels is JSON. */
function objectOf(entries: Readonly<Record<string, Shape>>): Arbitrary<Record<string, unknown>> {
  const all = Object.entries(entries)
  const optional = (shape: Shape) => shape.type === 'optional'
  const made = Object.fromEntries(
    all.map(([key, shape]) => [key, arbitraryOf(optional(shape) ? inner(shape.wrapped) : shape)]),
  )
  return fc.record(made, {
    noNullPrototype: true,
    requiredKeys: all.filter(([, shape]) => !optional(shape)).map(([key]) => key),
  })
}

function inner(shape: Shape | undefined): Shape {
  if (!shape) throw new Error('a schema without its inside')
  return shape
}
