import type { WasteClass } from '#domain/bins/wasteClass.ts'
import { FOOD_WASTE } from './foodWaste.ts'
import { HAZARDS_AND_NO_BIN } from './hazardsAndNoBin.ts'
import { OTHER_OF_THE_HOME } from './otherOfTheHome.ts'
import { OTHER_OF_THE_KITCHEN } from './otherOfTheKitchen.ts'
import { RECYCLABLES } from './recyclables.ts'
import { type SourceCode, SOURCES } from './sources.ts'
import { normal } from '#domain/text.ts'

/**
 * The list of what goes where. Its lines are data in files by class; each line is
 *
 *   number | class | source | rooms | label | names | names in pinyin | English names | tip | in English | said | in English
 *
 * Classes: K food waste, O other, R recyclable, H hazardous, B bulky, C building and garden waste, X in no bin. A star: the
 * city names it and places differ all the same. Rooms: c kitchen, b bathroom, l living room and bedroom. Pinyin is written
 * out, a space between syllables, so that no table of readings has to be carried to a phone.
 */
const LINES = [FOOD_WASTE, OTHER_OF_THE_KITCHEN, OTHER_OF_THE_HOME, RECYCLABLES, HAZARDS_AND_NO_BIN]

const CLASSES: Readonly<Record<string, WasteClass>> = {
  K: 'kitchen',
  O: 'other',
  R: 'recyclable',
  H: 'hazardous',
  B: 'bulky',
  C: 'building',
  X: 'never',
}

export const ROOMS = ['kitchen', 'bathroom', 'living'] as const
export type Room = (typeof ROOMS)[number]
const ROOM_LETTERS: Readonly<Record<Room, string>> = { kitchen: 'c', bathroom: 'b', living: 'l' }

/** A text in the two languages of the house; empty where the class's own words are enough. */
export interface Both {
  readonly zh: string
  readonly en: string
}

export interface Name {
  readonly text: string
  /** Syllables; none for English names. */
  readonly pinyin: readonly string[]
}

export interface Item {
  /** Its number in the list; of a thing of the compound's own the id of its rule. */
  readonly key: number | string
  readonly waste: WasteClass
  /** Absent for a thing of the compound's own. */
  readonly source?: SourceCode
  /** Places differ or no text of the city says it: 以小区公示为准. */
  readonly local: boolean
  readonly rooms: readonly Room[]
  readonly label: Both
  readonly tip: Both
  readonly say: Both
  readonly names: readonly Name[]
}

export const ITEMS: readonly Item[] = LINES.flatMap((lines) => lines.trim().split('\n'))
  .map(itemOf)
  .sort((a, b) => Number(a.key) - Number(b.key))

const BY_NUMBER: ReadonlyMap<number | string, Item> = new Map(ITEMS.map((item) => [item.key, item]))

/** The thing of a number. */
export function itemNo(no: number): Item | undefined {
  return BY_NUMBER.get(no)
}

function itemOf(line: string): Item {
  const [
    no = '',
    code = '',
    source = '',
    rooms = '',
    label = '',
    names = '',
    pinyin = '',
    english = '',
    tip = '',
    tipEn = '',
    say = '',
    sayEn = '',
  ] = line.split('|')
  const waste = CLASSES[code.charAt(0)]
  if (!waste || !isSource(source)) throw new Error(`which bin: line ${no} has no class or no source`)
  const readings = pinyin.split(',')
  const spoken = names
    .split(',')
    .map((text, at) => ({ text: normal(text), pinyin: readings[at]?.split(' ') ?? [] }))
  const written = [...labelNames(label), ...english.split(',').map(normal)]
  return {
    key: Number(no),
    waste,
    source,
    local: code.endsWith('*') || !SOURCES[source].city,
    rooms: ROOMS.filter((room) => rooms.includes(ROOM_LETTERS[room])),
    label: { zh: label, en: english.split(',')[0] ?? '' },
    tip: { zh: tip, en: tipEn },
    say: { zh: say, en: sayEn },
    names: [
      ...spoken,
      ...written
        .filter((text) => !spoken.some((name) => name.text === text))
        .map((text) => ({ text, pinyin: [] })),
    ],
  }
}

/** What stands on the answer finds it too, with and without what is in brackets. */
function labelNames(label: string): readonly string[] {
  return [...new Set([normal(label), normal(label.replace(/（.*?）/g, ''))])]
}

function isSource(letter: string): letter is SourceCode {
  return Object.hasOwn(SOURCES, letter)
}
