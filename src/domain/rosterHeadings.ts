/** The columns of a roster that we read; all others are left alone. */
const FIELDS = ['building', 'unit', 'floor', 'door', 'name', 'phone', 'age', 'use', 'note'] as const
export type RosterField = (typeof FIELDS)[number]

/** What people write over the columns, without gaps, stars and brackets. */
const HEADINGS: Readonly<Record<RosterField, readonly string[]>> = {
  building: ['栋', '楼栋', '栋号', '楼栋号', '幢', '幢号', '楼幢', '楼号', '座', '几栋', '楼', 'building'],
  unit: ['单元', '单元号', '几单元', 'unit'],
  floor: ['楼层', '层', '所在楼层', '层号', '几楼', 'floor'],
  door: [
    '房号',
    '房间号',
    '房屋号',
    '房屋编号',
    '门牌',
    '门牌号',
    '户号',
    '室',
    '室号',
    '门号',
    '房屋',
    '房屋地址',
    '住址',
    '地址',
    '家庭住址',
    '详细地址',
    '楼栋房号',
    'door',
    'room',
  ],
  name: [
    '姓名',
    '住户',
    '住户姓名',
    '居民',
    '居民姓名',
    '业主',
    '业主姓名',
    '户主',
    '户主姓名',
    '称呼',
    '姓名/称呼',
    '称呼/姓名',
    'name',
  ],
  phone: [
    '电话',
    '联系电话',
    '手机',
    '手机号',
    '手机号码',
    '电话号码',
    '联系方式',
    '联系号码',
    '住户电话',
    'phone',
  ],
  age: ['年龄', '年龄段', 'age'],
  use: [
    '用途',
    '房屋用途',
    '房屋状态',
    '居住情况',
    '居住状态',
    '使用情况',
    '入住情况',
    '房屋情况',
    '性质',
    'use',
  ],
  note: ['备注', '说明', '备注/用途', '用途/备注', 'note', 'remarks'],
}

const BY_HEADING = new Map(
  FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
)

export interface Column {
  /** From 0. */
  readonly column: number
  /** As it stands in the table. */
  readonly heading: string
  readonly field: RosterField
}

export interface Headings {
  /** Index of the heading row, from 0; what stands above it are titles. */
  readonly row: number
  readonly columns: readonly Column[]
}

/** Titles, dates and instructions stand above the headings; further down nobody looks for them. */
const TITLE_ROWS = 20

/** Finds the row with the headings: the first that names a door and one thing more. */
export function findHeadings(rows: readonly (readonly string[])[]): Headings | undefined {
  for (const [row, cells] of rows.slice(0, TITLE_ROWS).entries()) {
    const columns = columnsOf(cells)
    if (columns.length >= 2 && columns.some((column) => column.field === 'door')) return { row, columns }
  }
  return undefined
}

/** A page break in the print repeats the headings. */
export function isHeadingsAgain(cells: readonly string[], headings: Headings): boolean {
  return headings.columns.every(({ column, heading }) => (cells[column] ?? '').trim() === heading)
}

/** Each field is read from its first column only; a second 电话 stays unread. */
function columnsOf(cells: readonly string[]): readonly Column[] {
  const found = new Map<RosterField, Column>()
  for (const [column, cell] of cells.entries()) {
    const field = BY_HEADING.get(plain(cell))
    if (field && !found.has(field)) found.set(field, { column, heading: cell.trim(), field })
  }
  return [...found.values()]
}

function plain(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[((【[].*?[))】\]]/g, '')
    .replace(/[\s*:：]+/g, '')
}
