import type { Bug } from '../bug.ts'

const LOCKS = 'src/store/locks.ts'
const KEYS = 'src/store/vaultKeys.ts'
const DISK = 'src/store/vaultDisk.ts'
const SHARES = 'src/server/people/shares.ts'
const VAULT = 'test/device/readVault.test.ts'

/** What may go wrong with PINs, the vault behind them, and what the server lends for it. */
export const LOCKED: readonly Bug[] = [
  {
    name: 'a restart gives the tries of a PIN back',
    lesson: 'one counts what was wrong, and a PIN that is being tried is not wrong yet',
    caughtBy: 'test/store/locks.test.ts',
    file: LOCKS,
    find: `      tx.put('keys', person, { ...row, tries })\n`,
    put: `      if (tries.wrong === 0) tx.put('keys', person, { ...row, tries })\n`,
  },
  {
    name: 'a clock that is set back shuts a tablet for years',
    lesson: 'a minute is a minute after the last try; the last try was in the year 2056',
    caughtBy: 'test/store/locks.test.ts',
    file: 'src/domain/tries.ts',
    find: `return tries.at > now ? { ...tries, at: now } : tries`,
    put: `return tries`,
  },
  {
    name: 'the server lends after ten wrong proofs, if one only waits',
    lesson: 'it waits a minute after each; who has the time may try them all',
    caughtBy: 'test/server/http/unlock.test.ts',
    file: SHARES,
    find: `  if (may.is === 'inviter') return refused('notLent')\n`,
    put: ``,
  },
  {
    name: 'of many wrong PINs at the same moment all are judged',
    lesson: 'it is counted before it is judged; that others read the same count is a matter of luck',
    caughtBy: 'test/server/http/unlock.test.ts',
    file: SHARES,
    find: `    .where('wrong', '=', row.wrong)\n`,
    put: ``,
  },
  {
    name: 'the wrong PINs of one shut a tablet for all its people',
    lesson: 'they are counted on the device, and the device is one',
    caughtBy: 'test/server/http/unlock.test.ts',
    file: SHARES,
    find: `    .where('person', '=', person)\n    .where('wrong', '=', row.wrong)\n`,
    put: `    .where('wrong', '>=', 0)\n`,
  },
  {
    name: 'what the server lent stays on a device after wrong PINs',
    lesson: 'it is closed under the key of the device, and that is not to be had without the device',
    caughtBy: VAULT,
    file: KEYS,
    find: `disk.write(['keys'], async (tx) => tx.delete('keys', SHARE + person)),`,
    put: `disk.write(['keys'], async (tx) => void (await tx.get('keys', SHARE + person))),`,
  },
  {
    name: 'what the server lent for a shift opens the vault for ever',
    lesson: 'it is dropped by the clock of the screen; who starts the app later has no screen yet',
    caughtBy: VAULT,
    file: KEYS,
    find: `now < value.until && server < value.serverUntil`,
    put: `now + server + value.until !== ''`,
  },
  {
    name: 'a clock that stands still keeps the window open',
    lesson: 'the device knows its own time; why ask the server’s',
    caughtBy: VAULT,
    file: KEYS,
    find: `now < value.until && server < value.serverUntil`,
    put: `now < value.until`,
  },
  {
    name: 'a clock that is set back gives the time again',
    lesson: 'the end of what was lent is a moment; a clock that is behind is only late',
    caughtBy: VAULT,
    file: KEYS,
    find: `later(value.until, -setBack)`,
    put: `later(value.until, 0 * setBack)`,
  },
  {
    name: 'a PIN is tried on the disk when nothing is lent any more',
    lesson: 'the pair lies behind the share; leave the old box, in case the server is put back',
    caughtBy: 'test/device/authorPair.test.ts',
    file: 'src/boot/vault.ts',
    find: `return pin && { v: 3, publicKey: point, cost: pin.cost }`,
    put: `return pin && { ...pin, publicKey: point }`,
  },
  {
    name: 'whatever is entered becomes the PIN of a person whom the server has forgotten',
    lesson: 'a server that was put back is told again by whoever enters one',
    caughtBy: 'test/device/authorPair.test.ts',
    file: 'src/boot/vault.ts',
    find: `if (first.ok || !isRight) return first`,
    put: `if (first.ok || isFirst) return first`,
  },
  {
    name: 'the rows of the vault lie open beside it',
    lesson: 'a row that is put is closed in its half; the other half is for what is open',
    caughtBy: 'test/store/vaultDisk.test.ts',
    file: DISK,
    find: `      else tx.put(table, key, open)\n      if (!found.locked)`,
    put: `      else tx.put(table, key, value)\n      if (!found.locked)`,
  },
  {
    name: 'whoever has left a tablet keeps the key of its vault',
    lesson: 'their lock is gone, so they cannot come in; the key is the same',
    caughtBy: VAULT,
    file: KEYS,
    find: `  tx.put('keys', ROTATE, true)\n`,
    put: ``,
  },
  {
    name: 'the words of a shift lie open on a locked tablet',
    lesson: 'a shift is no kind that is personal; it is counted on while it is locked',
    caughtBy: 'test/store/vaultDisk.test.ts',
    file: 'src/store/vault.ts',
    find: `  if (words.length === 0) return record\n`,
    put: `  if (words.length >= 0) return record\n`,
  },
  {
    name: 'whoever has left a tablet loses the key to what they have not sent',
    lesson: 'they are gone, and the server opens what they wrote',
    caughtBy: 'test/store/leftBehind.test.ts',
    file: 'src/store/leftBehind.ts',
    find: `    ...outbox.map(({ value }) => value.change.actor),\n`,
    put: ``,
  },
  {
    name: 'somebody who is erased stands on in what is half written',
    lesson: 'a draft is its author’s, and nobody else reads it',
    caughtBy: 'test/journeys/erasure.test.ts',
    file: 'src/sync/run.ts',
    find: `    if (erased.length > 0) await ends.forgets?.(erased)\n`,
    put: ``,
  },
]
