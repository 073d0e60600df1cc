import { DiskTrouble } from '#store/disk.ts'
import type { MemoryDiskOptions } from '#store/memoryDisk.ts'

/** No room for what is written to these tables, until there is. */
export function noRoomIn(tables: readonly string[]): { options: MemoryDiskOptions; free(): void } {
  let full = true
  return {
    options: {
      before: ({ table, kind }) => {
        if (full && (kind === 'put' || kind === 'append') && tables.includes(table))
          throw new DiskTrouble('full')
      },
    },
    free: () => {
      full = false
    },
  }
}
