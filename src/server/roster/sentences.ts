import type { WarningWhy } from '#domain/roster/fill.ts'
import type { RowWhy } from '#domain/roster/readRow.ts'
import type { CheckRefusal, RosterReport, SheetWhy } from './check.ts'

type Sentence = readonly [zh: string, en: string]
export type Language = 0 | 1

/** As the operator's terminal is set; Chinese where it does not say English. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  return /^en/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 1 : 0
}

/** What an operator reads when a roster cannot be read at all, each with what to do. */
export const REFUSED: Readonly<Record<CheckRefusal | 'usage', Sentence>> = {
  usage: [
    '写法：npm run roster -- check 文件 [--json]。只看不写。',
    'Usage: npm run roster -- check FILE [--json]. It reads and writes nothing.',
  ],
  noFile: [
    '打不开这个文件。请检查名字和权限。',
    'This file cannot be opened: check its name and permissions.',
  ],
  tooLarge: [
    '表太大，最大 20 MB，展开后最大 128 MB。请删掉图片和用不上的表页。',
    'Too large: 20 MB at most, 128 MB unpacked. Remove pictures and unused sheets.',
  ],
  tooManyRows: ['行数太多，最多 50,000 行。请分成两张。', 'Too many rows, 50,000 at most: split it in two.'],
  tooSlow: [
    '读得太久，没有读完。请另存一份只有文字的表。',
    'It takes too long: save a copy with values only.',
  ],
  emptyFile: ['这是个空文件。', 'This file is empty.'],
  locked: [
    '这张表有密码。请在 WPS 或 Excel 里去掉密码再存。',
    'It has a password: remove it in WPS or Excel.',
  ],
  notSpreadsheet: [
    '这不是 .xlsx、.xls 或 .csv 的表格。网页改名的，请用 WPS 打开，另存为 .xlsx。',
    'This is no .xlsx, .xls or .csv table. Open a renamed page of the web in WPS and save it as .xlsx.',
  ],
  damaged: ['这张表不完整或者坏了。请重新传一份。', 'This table is incomplete or damaged: send it again.'],
  noRows: ['每一页都是空的。', 'Every sheet is empty.'],
  readerMissing: [
    '读这种表的程序不在。请重新安装再试。',
    'The program that reads this kind is missing: install again.',
  ],
  empty: ['每一页都是空的。', 'Every sheet is empty.'],
  noHeadings: [
    '没找到表头。要有一行写着“房号”和“姓名”这样的表头。',
    'No headings found: one row needs headings such as 房号 and 姓名.',
  ],
  nothingUnderstood: [
    '一户也没读懂。请看看门牌是不是写成 1-2-301 或 301 这样。',
    'Not one home was understood: see whether doors are written as 1-2-301 or 301.',
  ],
}

const WHY: Readonly<Record<RowWhy | WarningWhy | SheetWhy, Sentence>> = {
  noDoor: ['没写门牌', 'no door'],
  doorUnreadable: ['门牌没看懂', 'door not understood'],
  doorIsDate: ['门牌被表格改成了日期', 'the table made a date of the door'],
  doorAmbiguous: ['门牌分不清是单元还是楼层', 'door could be of a unit or a floor'],
  floorMismatch: ['楼层和门牌对不上', 'floor and door do not agree'],
  partsMismatch: [
    '门牌里的楼栋、单元和前面的格子不一样',
    'the door names another building or unit than its row',
  ],
  noBuilding: ['没写楼栋', 'no building'],
  noUnit: ['没写单元', 'no unit'],
  nameTooLong: ['姓名超过 20 个字', 'name longer than 20 characters'],
  phoneUnreadable: ['人读进来了，电话没看懂', 'the person is read, the phone is not'],
  ageUnreadable: ['人读进来了，年龄没看懂', 'the person is read, the age is not'],
  sameAgain: ['这家已经有这个名字', 'this name is at this door already'],
  vacantWithName: ['写着空房，又写了人名', 'said to be empty, yet somebody is named'],
  sum: ['合计行，跳过了', 'a sum, passed over'],
  columnByContents: ['这一列照里面的内容认的', 'what this column is was told by its contents'],
  filledDown: ['空着的栋、单元、楼层或门牌，照上面一行补的', 'empty place cells taken from the row above'],
  fromTitle: ['栋、单元照表页名字或标题补的', 'building or unit taken from the name or title of the sheet'],
  secondPhone: ['一格里有两个电话，第二个没读', 'two phones in a cell, the second was not read'],
  signsRemoved: ['去掉了看不见的符号', 'invisible signs taken out'],
  hiddenSheet: ['藏起来的表页，没有读', 'a hidden sheet, left alone'],
  noHeadingsSheet: ['没有表头的表页，没有读', 'a sheet without headings, not read'],
}

/** A report in plain sentences, a line each. */
export function told(report: RosterReport, language: Language): readonly string[] {
  const { buildings, units, dwellings, vacant, residents, withPhone, rejected, warnings } = report
  const line = ({ sheet, row, why, text }: RosterReport['warnings'][number]) => {
    const at = row === 0 ? [] : [language === 0 ? `第 ${row} 行` : `row ${row}`]
    const where = [...(sheet === '' ? [] : [sheet]), ...at].join(' ')
    return `  ${where}${language === 0 ? '：' : ': '}${WHY[why][language]}${text === '' ? '' : ` “${text}”`}`
  }
  const parts: readonly Sentence[] = [
    [
      `${buildings} 栋，${units} 个单元，${dwellings} 户（空房 ${vacant}），${residents} 位住户，其中 ${withPhone} 位有电话。`,
      `${buildings} buildings, ${units} units, ${dwellings} homes (${vacant} empty), ${residents} residents, ${withPhone} of them with a phone.`,
    ],
    [`没读进来的：${rejected.length} 行。`, `Not read: ${rejected.length} rows.`],
    [`读了，请看一眼的：${warnings.length} 处。`, `Read, have a look: ${warnings.length} places.`],
    ['只是看一看，什么都没有写。', 'This was a look; nothing was written.'],
  ]
  const [counts = '', notRead = '', look = '', nothing = ''] = parts.map((one) => one[language])
  return [counts, notRead, ...rejected.map(line), look, ...warnings.map(line), nothing]
}
