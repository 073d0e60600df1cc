import type { Page } from '@playwright/test'
import { onDisk } from './onDisk.ts'

/**
 * What is missing on a device's disk till it can do without a network, read past the product. A page that is left before has places
 * and names the next time it has a network and a PIN; without one they are not there, though all that was written is sent.
 */
export async function wholeness(page: Page): Promise<string> {
  const { meta = [], keys = [] } = (await onDisk(page)) as Record<string, Partial<DiskRow>[]>
  const box = meta.find((row) => row.v !== undefined && row.box !== undefined)?.box
  if (!box) return 'no key'
  const joined = meta.find((row) => row.joined)?.joined ?? []
  if (keys.filter(({ root }) => root?.id === box).length < joined.length) return 'somebody without the key'
  const position = meta.find((row) => row.cursor !== undefined)
  return position?.scope && !position.walking ? 'whole' : 'walking'
}

/** What of a row says how far the device is. */
interface DiskRow {
  readonly v: number
  readonly box: string
  readonly joined: readonly unknown[]
  readonly root: { readonly id: string }
  readonly cursor: string
  readonly scope: string
  readonly walking: boolean
}
