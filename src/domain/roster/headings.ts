/** The columns of a roster that we read; all others are left alone. */
const FIELDS = ['building', 'unit', 'floor', 'door', 'name', 'phone', 'age', 'use', 'note'] as const
export type RosterField = (typeof FIELDS)[number]

/** What people write over the columns, without gaps, stars and brackets. */
const HEADINGS: Readonly<Record<RosterField, readonly string[]>> = {
  building: [
    '栋',
    '楼栋',
    '栋号',
    '楼栋号',
    '幢',
    '幢号',
    '楼幢',
    '楼号',
    '座',
    '楼座',
    '几栋',
    '栋数',
    '楼',
    '楼栋名称',
    '所在楼栋',
    '所属楼栋',
    '楼栋单元',
    'building',
  ],
  unit: ['单元', '单元号', '几单元', '所在单元', '所属单元', 'unit'],
  floor: ['楼层', '层', '所在楼层', '层号', '楼层号', '层数', '几楼', 'floor'],
  door: [
    '房号',
    '房间号',
    '房屋号',
    '房屋号码',
    '房间',
    '房间号码',
    '门牌号码',
    '户室',
    '户室号',
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
    '人员姓名',
    '成员姓名',
    '家庭成员',
    '居住人',
    '居住人姓名',
    '常住人姓名',
    '实际居住人',
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
    '本人电话',
    '业主电话',
    '户主电话',
    '联系手机',
    '手机/电话',
    '电话/手机',
    '电话1',
    '手机1',
    '联系电话1',
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
  /** Index of the heading row, from 0; what stands above it are titles. Without headings, that of the first row that is read. */
  readonly row: number
  /** The same, or the next row, where that divides headings: 住户 over 姓名 and 电话. Without headings, the row before. */
  readonly last: number
  readonly columns: readonly Column[]
  /** What stands over each column, also over those that are not read. */
  readonly texts: readonly string[]
}

/** Titles, dates and instructions stand above the headings; further down nobody looks for them. */
const TITLE_ROWS = 20

/**
 * Finds the row with the headings: the first that names a door and one thing more, by itself or with the row below.
 * `doorElsewhere`: a door need not be named, since its column is known by what stands in it.
 */
export function findHeadings(
  rows: readonly (readonly string[])[],
  doorElsewhere = false,
): Headings | undefined {
  for (const [row, cells] of rows.slice(0, TITLE_ROWS).entries()) {
    const below = rows[row + 1] ?? []
    const divided = divides(below) && groupsOver(cells, below)
    const columns = columnsOf(divided ? joined(cells, below) : cells)
    const own = columns.some(({ column }) => fieldOf(cells[column] ?? '') !== undefined)
    const door = doorElsewhere
      ? !cells.some((cell) => /\d{3}/.test(cell))
      : columns.some(({ field }) => field === 'door')
    // Without a heading of its own the upper row is a title or a band of groups; the lower one is found by itself.
    if (columns.length >= 2 && door && own) {
      const last = divided ? row + 1 : row
      return { row, last, columns, texts: divided ? joined(cells, below) : cells }
    }
  }
  return undefined
}

/** A page break in the print repeats the headings. */
export function isHeadingsAgain(cells: readonly string[], headings: Headings): boolean {
  if (headings.row > headings.last) return false
  const said = headings.columns.filter(({ column, heading }) => (cells[column] ?? '').trim() === heading)
  if (headings.row === headings.last) return said.length === headings.columns.length
  // Of two rows of headings either says a part, and nothing else in the columns that are read.
  const silent = headings.columns.filter(({ column }) => (cells[column] ?? '').trim() === '')
  return said.length >= 2 && said.length + silent.length === headings.columns.length
}

/** Nothing but headings, two at least, and no number of a door. */
function divides(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell.trim() !== '')
  const known = said.filter((cell) => fieldOf(cell) !== undefined)
  return known.length >= 2 && !said.some((cell) => /\d{2}/.test(cell))
}

/** A group of headings stands over its first column, and nothing over the others; what it does not divide is left free. */
function groupsOver(upper: readonly string[], lower: readonly string[]): boolean {
  return (
    lower.some((cell, column) => cell.trim() !== '' && (upper[column] ?? '').trim() === '') ||
    upper.some((cell, column) => cell.trim() !== '' && (lower[column] ?? '').trim() === '')
  )
}

/** The columns of kin are nobody's who lives there. */
const OTHERS = /紧急|联系人|家属|子女|监护|亲属/

function joined(upper: readonly string[], lower: readonly string[]): readonly string[] {
  let group = ''
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const over = (upper[column] ?? '').trim()
    const under = (lower[column] ?? '').trim()
    if (over !== '') group = over
    if (under === '') return over
    return OTHERS.test(group) ? `${group}${under}` : under
  })
}

/** Each field is read from its first column only; a second 电话 stays unread. */
function columnsOf(cells: readonly string[]): readonly Column[] {
  const found = new Map<RosterField, Column>()
  for (const [column, cell] of cells.entries()) {
    const field = fieldOf(cell)
    if (field && !found.has(field)) found.set(field, { column, heading: cell.trim(), field })
  }
  return [...found.values()]
}

/** 楼栋/单元/房号 is an address, 楼栋/单元 a building with its unit, 业主/租客姓名 a name: exactly known, in parts, or by its end. */
export function fieldOf(heading: string): RosterField | undefined {
  const text = plainHeading(heading)
  const known = BY_HEADING.get(text)
  if (known || text.length > 16) return known
  if (OF_OTHERS.test(text)) return undefined
  const parts = text.split(/[/、,-]/)
  const fields = parts.map((part) => BY_HEADING.get(part))
  if (parts.length > 1 && fields.every((field) => field === 'building' || field === 'unit')) return 'building'
  if (parts.length > 1 && fields.every((field) => field !== undefined && PLACES.has(field))) return 'door'
  return BY_END.find(([end]) => end.test(text))?.[1]
}

const PLACES: ReadonlySet<RosterField> = new Set<RosterField>(['building', 'unit', 'floor', 'door'])
const BY_END: readonly (readonly [RegExp, RosterField])[] = [
  [/(?:姓名|名字)$/, 'name'],
  [/(?:电话|手机|手机号|手机号码|电话号码|联系方式)1?$/, 'phone'],
]
/** Of these a roster speaks too, but they are not who lives there; and what is a number or a name and neither door nor phone. */
const OF_OTHERS =
  /紧急|联系人|家属|子女|监护|亲属|配偶|父|母|网格|志愿|[栋楼层单元]长|管家|物业|民警|登记|填表|经办|座机|固话|备用|其他|[2-9]$/
const NEVER =
  /身份证|证件|序号|编号|面积|车|日期|时间|年月|银行|卡|费|性别|民族|职业|单位$|籍贯|学历|关系|人数|户数|微信|QQ/i

/** Whether what stands over a column says that it is none of ours, whatever stands in it. */
export function isOfOthers(heading: string): boolean {
  const text = plainHeading(heading)
  return OF_OTHERS.test(text) || NEVER.test(text)
}

/** As headings are compared: without gaps, stars, brackets and what stands in those. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[\s*:：]+/g, '')
}
