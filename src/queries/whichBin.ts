import { type Lookup, lookupId } from '#domain/lookup.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import type { WasteClass } from '#domain/bins/wasteClass.ts'
import { lineOn, linesAfter, type RuleLine, type WasteRule } from '#domain/bins/wasteRule.ts'
import { type Alias, nameOf } from '#domain/whichBin.ts'
import { type Item, itemNo, ITEMS, type Room } from '#domain/whichBin/list.ts'
import { normal } from '#domain/text.ts'
import type { View } from '#store/view.ts'

/** A line that says where a thing goes. */
export type Placed = RuleLine & { readonly waste: WasteClass }

/** What the compound itself has decided, as it holds on one day. */
export interface OwnAnswers {
  /** Its rule for a thing, undefined where the list answers. */
  ruleFor(item: Item): Placed | undefined
  /** What it will be from a later day on, the nearest; its `waste` is absent where the list will answer. */
  comingFor(item: Item): RuleLine | undefined
  /** What people here call a thing of the list besides. */
  alsoCalled(item: Item): readonly string[]
  /** Things that are in no list, found by their word. */
  readonly things: readonly Item[]
  /** Words that mean a thing of the list. */
  readonly aliases: readonly Alias[]
}

/** A rule that was taken back is none, and each holds from its day on (`day`: today, `YYYY-MM-DD`). */
export function ownAnswers(view: View, day: string): OwnAnswers {
  const lines = new Map<number | string, RuleLine>()
  const coming = new Map<number | string, RuleLine>()
  const things: Item[] = []
  const aliases: Alias[] = []
  for (const rule of view.all<WasteRule>('wasteRule')) {
    if (rule.voided) continue
    const line = lineOn(rule, day)
    const [next] = linesAfter(rule, day)
    const key = rule.item ?? rule.id
    if (line) lines.set(key, line)
    // What was taken back will be taken back all the same.
    if (next && (next.waste !== undefined || line?.waste !== undefined)) coming.set(key, next)
    if (rule.item !== undefined || !line) continue
    const meant = line.means === undefined ? undefined : itemNo(line.means)
    if (meant) aliases.push({ word: rule.label, item: meant })
    else if (isPlaced(line)) things.push(thingOf(rule, line.waste))
  }
  return {
    ruleFor: (item) => {
      const line = lines.get(item.key)
      return line && isPlaced(line) ? line : undefined
    },
    comingFor: (item) => coming.get(item.key),
    alsoCalled: (item) => aliases.filter((one) => one.item === item).map(({ word }) => word),
    things,
    aliases,
  }
}

/** Where a thing goes here: as the compound says, else as the list does. */
export function wasteHere(item: Item, own: OwnAnswers): WasteClass {
  return own.ruleFor(item)?.waste ?? item.waste
}

export function thingsOfClass(waste: WasteClass, own: OwnAnswers): readonly Item[] {
  return [...own.things, ...ITEMS].filter((item) => wasteHere(item, own) === waste)
}

export function thingsInRoom(room: Room): readonly Item[] {
  return ITEMS.filter((item) => item.rooms.includes(room))
}

/** Whether this person has told the office already that a word is missing. */
export function hasAsked(view: View, me: PersonId, word: string): boolean {
  return view.get<Lookup>(lookupId(me, normal(word))) !== undefined
}

/** What the compound says of a thing or a word: today, and from a later day on. */
export interface OwnRule {
  readonly id: RecordId
  readonly label: string
  readonly item?: number
  /** Absent where it holds only from a later day on. */
  readonly now?: RuleLine
  readonly next?: RuleLine
}

/** The compound's rules as they are on a day, also those still to come, the latest first; what was taken back is none. */
export function rulesOf(view: View, day: string): readonly OwnRule[] {
  return view
    .all<WasteRule>('wasteRule')
    .filter((rule) => !rule.voided)
    .map(({ id, label, item, ...rule }) => {
      const now = lineOn(rule as WasteRule, day)
      const [next] = linesAfter(rule as WasteRule, day)
      return {
        since: rule.since,
        id,
        label,
        ...(item !== undefined && { item }),
        ...(now && says(now) && { now }),
        ...(next && { next }),
      }
    })
    .filter(({ now, next }) => now !== undefined || (next !== undefined && says(next)))
    .sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : a.label < b.label ? -1 : 1))
}

function says({ waste, means }: RuleLine): boolean {
  return waste !== undefined || means !== undefined
}

function isPlaced(line: RuleLine): line is Placed {
  return line.waste !== undefined
}

function thingOf(rule: WasteRule, waste: WasteClass): Item {
  return {
    key: rule.id,
    waste,
    local: false,
    rooms: [],
    label: { zh: rule.label, en: rule.label },
    tip: { zh: '', en: '' },
    say: { zh: '', en: '' },
    names: [nameOf(rule.label)],
  }
}
