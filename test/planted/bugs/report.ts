import type { Bug } from '../bug.ts'

const SESSIONS = 'src/queries/sessions.ts'
const WORKBOOK = 'src/sheets/writeXlsx.ts'
const TABLES = 'src/ui/screens/binReport/tables.ts'
const TABLE = 'test/ui/screens/binReport/tables.test.ts'
const GROUP = 'src/ui/screens/binReport/groupText.ts'
const MESSAGE = 'test/ui/screens/binReport/groupText.test.ts'
const FIGURES = 'test/queries/binReport.test.ts'

/** What may go wrong between the records of a week and the sheet of paper, the message and the table of it. */
export const REPORT: readonly Bug[] = [
  {
    name: 'a window that is still to come is one in which nobody stood',
    lesson: 'the plan of the week is the plan of the week; on Monday it says that five sixths were missed',
    caughtBy: FIGURES,
    file: SESSIONS,
    find: 'return at.stood || `${day} ${from}` <= until ? [at] : []',
    put: 'return [at]',
  },
  {
    name: 'of two who stood together both are counted as windows',
    lesson: 'a shift is a session, and there are two shifts',
    caughtBy: FIGURES,
    file: SESSIONS,
    find: `const there = new Set(sheets.filter((one) => one.day === day).map(slot)).size`,
    put: `const there = sheets.filter((one) => one.day === day).length + held`,
  },
  {
    name: 'before the first note every window was missed',
    lesson: 'the point was there already, so somebody should have been',
    caughtBy: FIGURES,
    file: SESSIONS,
    find: `    .filter((day) => began <= day)\n`,
    put: ``,
  },
  {
    name: 'the rate of a report is the mean of the rates of its sheets',
    lesson: 'a quiet morning weighs as much as a full evening; nobody adds up by hand',
    caughtBy: FIGURES,
    file: 'src/queries/binReport.ts',
    find: `const counts = sumOf(sheets.map((one) => one.counts))`,
    put: `const counts = sumOf(sheets.slice(0, 1).map((one) => one.counts))`,
  },
  {
    name: 'hauls are added up as the machine adds',
    lesson: 'three times 0.1 is 0.30000000000000004, and it stands on the wall',
    caughtBy: 'test/commands/hauls.test.ts',
    file: 'src/queries/hauls.ts',
    find: `return hauls.reduce((sum, one) => sum + Math.round(one.amount * 100), 0) / 100`,
    put: `return hauls.reduce((sum, one) => sum + one.amount, 0)`,
  },
  {
    name: 'a fault is counted for every stream of the point',
    lesson: 'a bag has faults, a stream has bags, so a stream has faults',
    caughtBy: 'test/queries/bags.test.ts',
    file: 'src/queries/bags.ts',
    find: `bags.filter((one) => one.stream === stream && one.faults.includes(fault))`,
    put: `bags.filter((one) => one.faults.includes(fault))`,
  },
  {
    name: 'the message to the group is cut where it is too long',
    lesson: 'five hundred signs are five hundred signs',
    caughtBy: MESSAGE,
    file: GROUP,
    find: `    if (length > most) break
    text += sentence`,
    put: `    text += [...sentence].slice(0, Math.max(0, most - length + [...sentence].length)).join('')`,
  },
  {
    name: 'a sentence of the message that does not fit is left out between two that do',
    lesson: 'as much as fits is more than what comes first',
    caughtBy: MESSAGE,
    file: GROUP,
    find: `    if (length > most) break\n`,
    put: `    if (length > most) {
      length -= [...sentence].length
      continue
    }\n`,
  },
  {
    name: 'the message says a rate of eight drops',
    lesson: 'eight of nine is 89 %, and a number looks better than a sentence',
    caughtBy: MESSAGE,
    file: GROUP,
    find: `(rate.percent === undefined`,
    put: `(rate.drops === 0`,
  },
  {
    name: 'a text that is made of digits becomes a number in the table',
    lesson: 'then one can add it up; and the room 0502 is 502',
    caughtBy: TABLE,
    file: WORKBOOK,
    find: `if (typeof cell === 'number' && Number.isFinite(cell)) return`,
    put: `if (typeof cell === 'number' || /^\\d+$/.test(cell ?? '')) return`,
  },
  {
    name: 'what somebody wrote with = before it is worked out by the table',
    lesson: 'a formula is a text that begins with =, and the writer can do formulas',
    caughtBy: TABLE,
    file: WORKBOOK,
    find: `return text === '' ? '' : `,
    put: `return text === '' ? '' : text.startsWith('=') ? \`<c r="\${place}"><f>\${text.slice(1)}</f></c>\` : `,
  },
  {
    name: 'the table has a nought where there is no rate',
    lesson: 'an empty cell looks forgotten; nought percent looks like a verdict',
    caughtBy: TABLE,
    file: TABLES,
    find: `return [checked, good, perMille === undefined ? undefined : perMille / 10]`,
    put: `return [checked, good, (perMille ?? 0) / 10]`,
  },
  {
    name: 'the table for the wall has the words of people in it',
    lesson: 'a column more is a column more; which table hangs where is the reader’s affair',
    caughtBy: TABLE,
    file: TABLES,
    find: `...(internal ? [one.text] : []),`,
    put: `one.text,`,
  },
  {
    name: 'an incident of the early morning is on the day before in the table',
    lesson: 'the first ten signs of an instant are its day, in Greenwich',
    caughtBy: TABLE,
    file: TABLES,
    find: `      dayOf(one.at),
      formats.time(one.at),
      labelOf(one.place),
      words.incident.type[one.type],`,
    put: `      one.at.slice(0, 10),
      formats.time(one.at),
      labelOf(one.place),
      words.incident.type[one.type],`,
  },
]
