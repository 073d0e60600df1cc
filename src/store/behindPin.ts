import { needsPin } from '#domain/needsPin.ts'
import type { Part } from '#domain/rights.ts'
import type { Disk, Read } from './disk.ts'
import { type Enrolled, enrolledIn } from './enrolment.ts'
import { hasPin } from './personKeys.ts'
import { positionIn } from './position.ts'
import { markIn, putMark } from './vault.ts'

/**
 * Whether this device starts locked. A tablet always does; a phone where its person has set a PIN, or may read what others wrote. What
 * lies on a device of a demonstration is invented: it asks for a PIN only where somebody set one.
 */
export function isBehindPin(disk: Disk): Promise<boolean> {
  return disk.read(['meta', 'keys'], async (tx) => {
    const enrolled = await enrolledIn(tx)
    if (!enrolled) return false
    if (await hasPin(tx, enrolled.person)) return true
    // Of what was emptied nothing lies behind a PIN, and its person reads why.
    if (enrolled.deviceKind === 'own' && (await positionIn(tx))?.wiped) return false
    return !enrolled.demo && (enrolled.deviceKind === 'shared' || (await needsVault(tx, enrolled)))
  })
}

/**
 * Before anything of others comes to a phone: marks it, so that nothing of it is put away till a PIN is set. What lay open before stays
 * till then.
 *
 * @param parts what it may read from now on; without them what it may read now
 */
export function closeTo(disk: Disk, parts?: readonly Part[]): Promise<void> {
  return disk.write(['meta', 'keys'], async (tx) => {
    const enrolled = await enrolledIn(tx)
    if (!enrolled || enrolled.demo || enrolled.deviceKind === 'shared') return
    if (await markIn(tx)) return
    if (await needsVault(tx, enrolled, parts)) putMark(tx, { v: 1 })
  })
}

async function needsVault(tx: Read, { asksForPin }: Enrolled, parts?: readonly Part[]): Promise<boolean> {
  if (asksForPin || (await markIn(tx))) return true
  return needsPin(parts ?? (await positionIn(tx))?.parts ?? [])
}
