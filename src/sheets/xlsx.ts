import { unzipSync } from 'fflate'
import { ok, type Result, refused } from '#domain/result.ts'
import type { RawSheet, SheetRefusal } from './rawSheet.ts'
import { scan } from './scan.ts'
import { showsDay } from './values.ts'
import { readCells, readStrings } from './xlsxCells.ts'

const RELATIONS = 'xl/_rels/workbook.xml.rels'
/** Pictures, macros, links to other files and the like are not even unpacked. */
const NEEDED =
  /^xl\/(?:_rels\/workbook\.xml\.rels|workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/i

export interface Limits {
  readonly lastRow: number
  readonly lastColumn: number
  /** Of all sheets together. */
  readonly cells: number
}

/**
 * Every sheet of an .xlsx or .xlsm, in the order of its tabs; of hidden ones the name only. Its parts are unpacked into no
 * more room than they claimed, and read by a scanner of our own: the libraries for it fill up every row as far as its last
 * cell, so that a file of a few kilobytes took gigabytes.
 * @throws where the archive or a part of it is damaged
 */
export function readXlsx(bytes: Uint8Array, limits: Limits): Result<readonly RawSheet[], SheetRefusal> {
  const parts = unzipSync(bytes, { filter: ({ name }) => NEEDED.test(name) })
  const part = (name: string) => parts[name] ?? new Uint8Array()
  const targets = new Map<string, string>()
  for (const { Id = '', Target = '' } of tags(part(RELATIONS), 'Relationship', ['Id', 'Target']))
    targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
  const workbook = part('xl/workbook.xml')
  const [properties] = tags(workbook, 'workbookPr', ['date1904'])
  const book = {
    ...limits,
    strings: readStrings(part('xl/sharedStrings.xml')),
    days: daysOf(part('xl/styles.xml')),
    from1904: /^(?:1|true)$/.test(properties?.['date1904'] ?? ''),
  }
  const sheets: RawSheet[] = []
  let cells = 0
  for (const { name = '', state = '', id = '' } of tags(workbook, 'sheet', ['name', 'state', 'id'])) {
    if (/hidden$/i.test(state)) {
      sheets.push({ name, hidden: true, rows: [] })
      continue
    }
    const { rows, merged, beyond } = readCells(part(targets.get(id) ?? ''), book)
    if (beyond) return refused('tooManyRows')
    cells += rows.reduce((sum, row) => sum + row.length, 0)
    if (cells > limits.cells) return refused('tooLarge')
    sheets.push({ name, hidden: false, rows, merged })
  }
  return ok(sheets)
}

/** Of each tag of this name these attributes. */
function tags<A extends string>(
  bytes: Uint8Array,
  name: string,
  attributes: readonly A[],
): readonly Partial<Record<A, string>>[] {
  const found: Partial<Record<A, string>>[] = []
  scan(bytes, (tag) => {
    if (tag.name !== name || tag.is === 'close') return
    const said: Partial<Record<A, string>> = {}
    for (const one of attributes) said[one] = tag.attribute(one)
    found.push(said)
  })
  return found
}

/** For each style of a cell whether it shows days. */
function daysOf(styles: Uint8Array): readonly boolean[] {
  const codes = new Map<number, string>()
  const days: boolean[] = []
  let ofCells = false
  scan(styles, (tag) => {
    if (tag.name === 'numFmt') codes.set(Number(tag.attribute('numFmtId')), tag.attribute('formatCode') ?? '')
    else if (tag.name === 'cellXfs') ofCells = tag.is === 'open'
    else if (tag.name === 'xf' && ofCells && tag.is !== 'close') {
      const format = Number(tag.attribute('numFmtId') ?? 0)
      days.push(showsDay(format, codes.get(format)))
    }
  })
  return days
}
