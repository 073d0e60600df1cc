import { expect } from 'vitest'
import { commands } from 'vitest/browser'
import { start } from '#boot/start.tsx'
import { signedOn } from '#boot/signed.ts'
import { newId } from '#device/ids.ts'
import { openOffice } from '#device/office.ts'
import type { StreamId } from '#domain/ids.ts'
import type { Role } from '#domain/roles.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { enrol } from '#store/enrolment.ts'
import { diskNameOf } from '#store/idbNames.ts'
import { aRoot, closed, emptied } from './bare.ts'
import { setInstant, setOff } from './clock.ts'

/** A Tuesday, 18:05 in Shanghai. */
export const TUESDAY_EVENING = '2026-11-24T10:05:00.000Z'

let off = 0

/** Another server for the tests that follow: once for each file. Its clock and the product's begin at this instant. */
export async function freshServer(instant = TUESDAY_EVENING): Promise<void> {
  await commands.freshServer(instant)
  off = setInstant(instant)
}

type Inside = NonNullable<Awaited<ReturnType<typeof start>>>
let inside: Inside | undefined

/** Starts the product as a page that is loaded does, on what the device kept. */
async function started(): Promise<void> {
  await closed()
  setOff(off)
  inside = await start(aRoot())
}

// Whatever would load the page anew (an address that is given, a reload) starts the product anew instead.
navigation.addEventListener('navigate', (event) => {
  const { destination, canIntercept, downloadRequest } = event
  if (destination.sameDocument || !canIntercept || downloadRequest !== null) return
  event.intercept({ handler: started })
})

/** The page is loaded anew. */
export async function loadAgain(): Promise<void> {
  await navigation.reload().finished
}

/** All that was written here is with the server, and all that may be read is here. */
export async function allSent(): Promise<void> {
  await expect
    .poll(() => {
      const { link, complete, unsent = 0, photos = 0 } = inside?.status.getState() ?? {}
      return { link, complete, unsent, photos }
    })
    .toEqual({ link: 'good', complete: true, unsent: 0, photos: 0 })
}

/**
 * The product at a path, on a real disk and with the real server: a new device of an invented person of the demonstration, with
 * everything on it that they may read.
 */
export async function enteredAs(role: Role, path = '/', language: 'zh' | 'en' = 'zh'): Promise<void> {
  await emptied(path)
  await goOnline()
  localStorage.setItem('linbian.language', language)
  setOff(off)
  const disk = dexieDisk(diskNameOf(undefined))
  const told = await openOffice(signedOn(disk).fetch).enterDemo(role)
  if (!told.ok) throw new Error(`enter as ${role}: ${told.refused}`)
  const done = await enrol(disk, { ...told.value, demo: true }, newId() as StreamId)
  if (!done.ok) throw new Error(`enrol: ${done.refused}`)
  disk.close()
  await started()
  await allSent()
}

/** The server cannot be reached, and the browser knows it or not. */
export async function goOffline({ unknown = false } = {}): Promise<void> {
  await commands.serverGone(true)
  if (!unknown) seemOnline(false)
}

export async function goOnline(): Promise<void> {
  await commands.serverGone(false)
  seemOnline(true)
}

function seemOnline(online: boolean): void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => online })
  dispatchEvent(new Event(online ? 'online' : 'offline'))
}
