import type { FormColumn, List } from '#domain/formMap.ts'
import { ALWAYS } from '#domain/formHeadings.ts'
import type { Choice, ExportTable, Hold, Value } from '#queries/exportTables/table.ts'
import type { Cell } from '#sheets/writeXlsx.ts'
import { choiceWord } from '#ui/screens/held/fieldWords.ts'
import type { Words } from '#ui/words.ts'

/** One column of a table that is taken away. */
export interface TableColumn extends FormColumn {
  readonly holds: Hold
}

/** What a column of ours is called. */
export function columnName(field: string, { exports }: Words): string {
  return exports.always[field] ?? exports.column[field] ?? field
}

export function listName(list: List, { held }: Words): string {
  return held.choice['list']?.[list] ?? list
}

/** All columns of a list under our own headings, the number of the row first. */
export function columnsOfList(table: ExportTable, words: Words): readonly TableColumn[] {
  return [
    { heading: columnName('row', words), field: 'row', holds: 'open' },
    ...table.columns.map(({ id, holds }) => ({ heading: columnName(id, words), field: id, holds })),
  ]
}

/** Of a list with more columns than a page has room for, those that are asked for on paper; the file has all of them. */
const ON_PAPER: Partial<Readonly<Record<List, readonly string[]>>> = {
  ledger: [
    'row',
    'no',
    'day',
    'place',
    'where',
    'text',
    'category',
    'status',
    'dueDay',
    'closedDay',
    'result',
    'assignee',
    'reporter',
    'phone',
  ],
  visits: ['row', 'day', 'building', 'unit', 'door', 'outcome', 'rosterConfirmed', 'retryDay', 'text', 'by'],
  shifts: [
    'row',
    'day',
    'window',
    'point',
    'by',
    'began',
    'ended',
    'right',
    'corrected',
    'unsorted',
    'resorted',
    'explained',
    'rate',
    'checked',
    'good',
    'text',
  ],
  surveys: [
    'row',
    'day',
    'label',
    'ask',
    'very',
    'satisfied',
    'neutral',
    'dissatisfied',
    'veryDissatisfied',
    'unclear',
    'valid',
    'satisfaction',
  ],
}

/** Whether a column of a list of ours stands on paper beside the others that are shown. */
export function isOnPaper(list: List, { field }: TableColumn, shown: readonly TableColumn[]): boolean {
  // The door says the floor too.
  if (field === 'place' && shown.some((one) => one.field === 'where')) return false
  return field === undefined || (ON_PAPER[list]?.includes(field) ?? true)
}

/** The columns of a form; a field that this app does not know is left for a pen. */
export function columnsOfForm(table: ExportTable, columns: readonly FormColumn[]): readonly TableColumn[] {
  const known = new Map(table.columns.map((one) => [one.id, one.holds]))
  return columns.map((one) => ({ ...one, holds: holdsOf(one, known) }))
}

function holdsOf({ field }: FormColumn, known: ReadonlyMap<string, Hold>): Hold {
  if (field === 'filler') return 'inside'
  return (field !== undefined && known.get(field)) || 'open'
}

/** What stands on every row, whichever list fills it. */
export interface Always {
  readonly compound: string
  /** `YYYY-MM-DD` */
  readonly today: string
  /** Name of who fills it in. */
  readonly filler: string
}

/** The table as somebody reads it: choices in words, several with 、 between them; counts stay numbers. */
export function cellsOf(
  lines: readonly (readonly Value[])[],
  columns: readonly TableColumn[],
  always: Always,
  internal: boolean,
  words: Words,
): readonly (readonly Cell[])[] {
  return lines.map((line, nth) =>
    columns.map((column, at): Cell => {
      if (column.holds !== 'open' && !internal) return undefined
      const field = ALWAYS.find((one) => one === column.field)
      if (field === 'row') return String(nth + 1)
      if (field) return always[field]
      return column.field === undefined ? column.word : saidAs(line[at], words)
    }),
  )
}

function saidAs(value: Value, words: Words): Cell {
  if (typeof value !== 'object') return value
  const several: readonly Choice[] = 'value' in value ? [value] : value
  return several.map((one) => wordOf(one, words)).join('、')
}

function wordOf({ of, value }: Choice, words: Words): string {
  const { exports, bags, feedback, works } = words
  const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    colour: exports.colour,
    yesNo: exports.yesNo,
    fault: bags.fault,
    status: feedback.status,
    state: exports.state,
    worksState: works.state,
  }
  return own[of]?.[value] ?? choiceWord(words, of, value) ?? value
}
