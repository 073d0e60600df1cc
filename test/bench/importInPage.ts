import { planImport } from '#domain/roster/diff.ts'
import { gatherSheets } from '#domain/roster/sheets.ts'
import { readSheets } from '#sheets/readSheets.ts'

/** What `doors.mjs` runs inside the browser: a roster of many rows, read and planned, and the least that its text costs. */

let bytes = new ArrayBuffer(0)

/** Makes a .csv of so many people, each a row, in a new compound. */
export function prepareRoster(rows: number): void {
  const lines = Array.from({ length: rows }, (_, at) => {
    const floor = 1 + (Math.floor(at / 60) % 30)
    const door = floor * 100 + 1 + (Math.floor(at / 1800) % 30)
    return `${1 + (at % 20)}栋,${1 + (Math.floor(at / 20) % 3)}单元,${floor},${door},周明${at},${13_800_000_000 + at},自住`
  })
  bytes = new TextEncoder()
    .encode(['楼栋,单元,楼层,房号,姓名,联系电话,备注', ...lines].join('\n'))
    .slice().buffer
}

/** Rows a second from the bytes to what each row would do. */
export async function importRate(): Promise<number> {
  const began = performance.now()
  const read = await readSheets(bytes.slice(0))
  if (!read.ok) throw new Error(read.refused)
  const none = { places: [], residents: [], contacts: [], imports: [], parts: [] }
  const diff = planImport(gatherSheets(read.value), none)
  if (!diff.ok) throw new Error(diff.refused)
  return (diff.value.town.people.length / (performance.now() - began)) * 1000
}

/** Rows a second of the same text cut into its cells, one object a row. */
export function splitRate(): number {
  const began = performance.now()
  const [head = '', ...lines] = new TextDecoder().decode(bytes).split('\n')
  const names = head.split(',')
  const rows = lines.map((line) => {
    const cells = line.split(',')
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
  })
  return (rows.length / (performance.now() - began)) * 1000
}
