import type { Disk, Table } from './disk.ts'
import { ALL_PHOTOS, type KeptPhoto, removePhoto } from './photoRows.ts'
import { positionIn, putPosition } from './position.ts'
import {
  aboutRow,
  type Box,
  emptyVault,
  HALF,
  type Halved,
  isKeyClosed,
  isKeyOpen,
  markIn,
  PERSONAL_V,
  putMark,
  VAULT,
  type Waiting,
} from './vault.ts'
import { reading, writing } from './vaultDisk.ts'

const HALVED = Object.keys(HALF) as Halved[]
const ALL: readonly Table[] = ['meta', 'photos', 'outbox', ...HALVED, ...VAULT]

/**
 * Puts everything personal under a key, in one transaction: what lay open, and what lay under an earlier key (`from`). What no
 * key at hand opens goes, and everything is walked anew. Runs on the disk below, not on one that knows of the vault.
 */
export function moveUnder(below: Disk, to: Box, from?: Box): Promise<void> {
  return below.write(ALL, async (tx) => {
    const was = (await markIn(tx)) ?? { v: 1 }
    const before = reading(tx, { mark: was, box: from?.id === was.box ? from : undefined, locked: false })
    const rows = await Promise.all(
      HALVED.map(async (table) => ({
        table,
        rows: await before.range(table),
        closed: await tx.range<Uint8Array>(HALF[table]),
      })),
    )
    const photos = await before.range<KeptPhoto>('photos', ALL_PHOTOS)
    const waiting = await before.range<Waiting>('outbox')
    await emptyVault(tx)

    const mark = { v: PERSONAL_V, box: to.id } as const
    // Written also where nothing is personal yet: from here on the disk has a vault.
    putMark(tx, mark)
    const { calls, end } = writing(tx, { mark, box: to, locked: false })
    let isWhole = true
    for (const { table, rows: all, closed } of rows) {
      for (const { key, value } of all) calls.put(table, key, value)
      if (closed.some(({ key, value }) => from?.open(aboutRow(table, key), value) === undefined))
        isWhole = false
    }
    for (const { key, value } of photos) {
      if (isKeyOpen(value)) calls.put('photos', key, value)
      // Of a key that is gone: they are missed, and brought again.
      else if (isKeyClosed(value)) await removePhoto(tx, value.hash)
    }
    for (const { key, value } of waiting) {
      const { closed, ...row } = value
      if (closed ?? row.inside) calls.put('outbox', key, row)
    }
    await end(mark)

    const position = await positionIn(tx)
    if (position && !isWhole) putPosition(tx, { ...position, cursor: '', scope: '' })
  })
}
