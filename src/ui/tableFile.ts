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

/** 报事台账_春和苑_2024年3月第1周.xlsx; signs that no file system takes are left out. */
export function tableFileName(parts: readonly (string | undefined)[]): string {
  return `${parts
    .filter(Boolean)
    .join('_')
    .replace(/[\\/:*?"<>|\s]+/g, '')}.xlsx`
}
