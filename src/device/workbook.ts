/** A number stays a number in the table; a text stays a text, whatever sign it begins with. */
export type Cell = string | number | undefined

export interface Table {
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * The tables as one `.xlsx` that WPS and Excel open without a question: a bold first row that stays, no merged cells, no
 * formulas. A text that begins with = + - @ is written as a text, so nothing in it is ever worked out; signs that XML has
 * not are left out by the writer.
 */
export async function workbookOf(tables: readonly Table[]): Promise<Uint8Array<ArrayBuffer>> {
  // Asked for once in a while: the writer comes with the first table, not with the screen.
  const { default: write } = await import('write-excel-file/universal')
  const blob = await write(
    tables.map(({ name, head, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: head.map((title, index) => ({ width: widthOf([title, ...rows.map((row) => row[index])]) })),
      data: [
        head.map((title) => ({ value: title, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

function cellOf(cell: Cell) {
  if (cell === undefined || cell === '') return null
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: cell, type: String }
}

/** In digits; a Chinese sign takes two of them. */
function widthOf(cells: readonly Cell[]): number {
  const longest = cells.reduce<number>((most, cell) => {
    const text = String(cell ?? '')
    return Math.max(
      most,
      [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0),
    )
  }, 0)
  return Math.min(Math.max(longest + 2, 8), 40)
}
