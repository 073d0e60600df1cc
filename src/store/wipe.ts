import { type Disk, TABLES, type Write } from './disk.ts'
import type { OutboxRow } from './outbox.ts'
import { aboutAll, ownKeysOf, removePhoto } from './photoRows.ts'
import { forgetOwnSent } from './ownSent.ts'
import { positionIn, putPosition } from './position.ts'
import { isOfDevice } from './signingKeys.ts'
import { dropVault, markIn, putMark } from './vault.ts'

const READ = ['pages', 'singles'] as const

/**
 * Deletes what anybody could read on this device, and every key that would open what was copied before: records, the vault,
 * the ways into it, people's keys and their own ways into what they wrote, photos of others. What has not been sent stays,
 * sealed to the server, and so does what was sent lately: a server that was put back may need it (W7). The device's own pair
 * stays too: it opens nothing here, and signs what is still to be sent.
 */
export function wipe(disk: Disk): Promise<void> {
  return disk.write(TABLES, async (tx) => {
    const mark = await markIn(tx)
    await dropVault(tx)
    // Whatever is personal goes on being closed, should anybody be let in here again.
    if (mark) putMark(tx, { v: mark.v })
    for (const table of READ) for (const { key } of await tx.range(table)) tx.delete(table, key)
    const kept = await withoutOwn(tx)
    for (const { key } of await tx.range('keys'))
      if (!isOfDevice(key) && !kept.has(String(key))) tx.delete('keys', key)
    await withoutPhotos(tx)
    tx.delete('meta', 'people')
    forgetOwnSent(tx)
    const position = await positionIn(tx)
    if (position)
      putPosition(tx, { ...position, cursor: '', scope: '', parts: [], walking: false, wiped: true })
  })
}

/**
 * Takes authors' ways into what they wrote away where the server has one. Of an earlier version there may be drafts that only
 * their author's key opens: that key stays, words are not thrown away. Answers whose.
 */
async function withoutOwn(tx: Write): Promise<ReadonlySet<string>> {
  const kept = new Set<string>()
  for (const { key, value } of await tx.range<OutboxRow & { readonly closed?: Uint8Array }>('outbox')) {
    const { own: _, inside: __, closed: ___, ...row } = value
    tx.put('outbox', key, row)
  }
  for (const { key, value } of await tx.range<DraftLike>('drafts')) {
    if (value.body) tx.put('drafts', key, { ...value, own: '' })
    else kept.add(value.author)
  }
  return kept
}

/** One that is on its way stays; its author's way to its key does not, where the server has one. */
async function withoutPhotos(tx: Write): Promise<void> {
  for (const { hash, state, seal } of await aboutAll(tx)) {
    if (state !== 'waiting') await removePhoto(tx, hash)
    else if (seal && 'sealed' in seal)
      for (const { key } of await tx.range('photos', ownKeysOf(hash))) tx.delete('photos', key)
  }
}

interface DraftLike {
  readonly author: string
  readonly own: string
  readonly body?: unknown
}
