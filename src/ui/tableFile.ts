import { handOver } from '#device/export.ts'
import type { Table } from '#sheets/writeXlsx.ts'

/** Tables as one `.xlsx`, handed to the person inside a gesture; asked for once in a while, so its writer comes only now. */
export async function handOverTables(
  name: string,
  tables: readonly Table[],
): Promise<Awaited<ReturnType<typeof handOver>>> {
  const { workbookOf, XLSX } = await import('#sheets/writeXlsx.ts')
  return handOver({ name, type: XLSX, content: workbookOf(tables) })
}
