import { type Lookup, lookupId } from '#domain/lookup.ts'
import type { PersonId } from '#domain/ids.ts'
import type { WasteClass } from '#domain/wasteClass.ts'
import type { WasteRule } from '#domain/wasteRule.ts'
import { nameOf } from '#domain/whichBin.ts'
import { type Item, ITEMS, type Room } from '#domain/whichBin/list.ts'
import { normal } from '#domain/text.ts'
import type { View } from '#store/view.ts'

type Made = WasteRule & { readonly waste: WasteClass }

/** What the compound itself has decided. */
export interface OwnAnswers {
  /** Its rule for a thing, undefined where the list answers. */
  ruleFor(item: Item): Made | undefined
  /** Things that are in no list, found by their word. */
  readonly things: readonly Item[]
}

/** A rule that was taken back is none, and one holds from its day on (`day`: today, `YYYY-MM-DD`). */
export function ownAnswers(view: View, day: string): OwnAnswers {
  const rules = view
    .all<WasteRule>('wasteRule')
    .filter(isMade)
    .filter((rule) => rule.since <= day)
  const byThing = new Map(rules.map((rule) => [rule.item ?? rule.id, rule]))
  return {
    ruleFor: (item) => byThing.get(item.key as never),
    things: rules.filter((rule) => rule.item === undefined).map(thingOf),
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

/** The compound's rules, also those still to come, the latest first. */
export function rulesOf(view: View): readonly Made[] {
  return view
    .all<WasteRule>('wasteRule')
    .filter(isMade)
    .sort((a, b) => (a.since < b.since ? 1 : a.since > b.since ? -1 : a.label < b.label ? -1 : 1))
}

function isMade(rule: WasteRule): rule is Made {
  return rule.waste !== undefined && !rule.voided
}

function thingOf(rule: Made): Item {
  return {
    key: rule.id,
    waste: rule.waste,
    local: false,
    rooms: [],
    label: { zh: rule.label, en: rule.label },
    tip: { zh: '', en: '' },
    say: { zh: '', en: '' },
    names: [nameOf(rule.label)],
  }
}
