import type { Disk } from '#store/disk.ts'
import { memoryDisk } from '#store/memoryDisk.ts'

/** What a browser keeps its rows on, as this world needs it: opened by tabs, copied whole. */
export interface Drive {
  /** Another handle on the same rows. */
  tab(): Disk
  /** A drive of its own with the same rows: a restart, a clone, an image put away. */
  copy(): Promise<Drive>
}

export type NewDrive = () => Drive

export function memoryDrive(disk = memoryDisk()): Drive {
  return {
    tab: () => disk.tab(),
    copy: async () => memoryDrive(memoryDisk.from(disk.snapshot())),
  }
}
