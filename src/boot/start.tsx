import { type ComponentChildren, render } from 'preact'
import { createStore } from 'zustand/vanilla'
import '#domain/outlines.ts'
import { clock, clockDoubt } from '#device/clock.ts'
import { cacheShelf } from '#device/copyShelf.ts'
import { newId } from '#device/ids.ts'
import { installOffer } from '#device/install.ts'
import { openCompound, pointTo } from '#device/openCompound.ts'
import { askToKeep, canKeep } from '#device/persistence.ts'
import { painted } from '#device/timers.ts'
import type { StreamId, TenantId } from '#domain/ids.ts'
import { isBehindPin } from '#store/behindPin.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { DiskTrouble } from '#store/disk.ts'
import { enrol, enrolment } from '#store/enrolment.ts'
import { besides, diskNameOf } from '#store/idbNames.ts'
import { readAhead } from '#store/open.ts'
import { vaultDisk, type VaultKey } from '#store/vaultDisk.ts'
import { App } from '#ui/App.tsx'
import { type Entrance, EntranceContext } from '#ui/office.ts'
import { CannotKeep } from '#ui/screens/start/CannotKeep.tsx'
import type { DeviceState } from '#ui/state/app.ts'
import { startLooks } from '#ui/state/theme.ts'
import { JOIN_PATH, SIGN_IN_PATH } from '#wire/office.ts'
import type * as Behind from './behind.ts'
import { asBeside } from './beside.ts'
import { openInside } from './inside.ts'
import { fetched, memo } from './later.ts'
import type { Seat } from './seat.ts'

/** On a locked device too: an invitation, or an officer's passphrase, lets in whoever has forgotten their PIN. */
const WAYS_IN: readonly string[] = [JOIN_PATH, SIGN_IN_PATH]

/** What comes behind the start, and what a disk that does not open is told with. */
interface Start {
  readonly root: Element
  /** Which of the compounds of this browser; a page stays with it. */
  readonly beside: TenantId | undefined
  /** What a start does not wait for. */
  readonly behind: () => Promise<typeof Behind>
}

/** Puts the browser half together and does nothing else. Answers what an enrolled device has of its own, once all of it is here. */
export async function start(root: Element): ReturnType<typeof startOn> {
  const at: Start = {
    root,
    beside: openCompound(),
    behind: memo(async () => {
      await painted()
      return fetched(() => import('./behind.ts'))
    }),
  }
  try {
    return await startOn(at)
  } catch (error) {
    return notOpened(at, error)
  }
}

async function startOn({
  root,
  beside,
  behind,
}: Start): Promise<Awaited<ReturnType<typeof openInside>> | undefined> {
  await startLooks()
  const keeps = canKeep()
  if (keeps === 'noStorage' && (await isInsideAnotherApp())) return showWayOut(root)
  if (keeps !== 'yes') {
    render(<CannotKeep why={keeps === 'noStorage' ? 'noDisk' : 'notSecure'} />, root)
    return undefined
  }

  const device = createStore<DeviceState>(() => ({
    update: 'none',
    readyOffline: false,
    room: { is: 'unknown' },
  }))
  let door: Entrance | undefined
  let screens: ComponentChildren
  // A new door each time: what the browser offers may have changed, also before there is anything to show.
  const draw = () =>
    screens &&
    render(<EntranceContext.Provider value={door && { ...door }}>{screens}</EntranceContext.Provider>, root)
  const show = (next: ComponentChildren) => {
    screens = next
    draw()
  }
  const below = dexieDisk(diskNameOf(beside))
  const vaultKey: VaultKey = {}
  const disk = asBeside(vaultDisk(below, vaultKey), beside)
  const others = besides()
  const enrolling = enrolment(disk)
  // Whoever is enrolled will want it; where nobody is, nothing is there.
  const ahead = readAhead(disk)
  const locked = isBehindPin(disk)
  locked.catch(() => undefined)
  const enrolled = await enrolling
  const several = beside !== undefined || ((await others) ?? []).length > 0
  if (!enrolled && several && !WAYS_IN.includes(location.pathname)) {
    // Nobody was let in there, or it is gone: another one is opened.
    const { anyHeld } = await fetched(() => import('./several.ts'))
    const next = beside === undefined ? await anyHeld() : undefined
    pointTo(next)
    if (beside !== next) {
      location.reload()
      return undefined
    }
  }
  const offer = installOffer(draw)
  const seat: Seat = {}
  const entrance = async () => {
    const { entranceHere } = await fetched(() => import('#ui/entranceHere.ts'))
    const { signedOn } = await fetched(() => import('./signed.ts'))
    const here: Entrance = entranceHere(
      {
        enrol: async (told) => {
          const health = await here.office.health()
          const demo = health.ok && health.value.demo
          const done = await enrol(disk, { ...told, demo }, newId() as StreamId)
          if (done.ok) await askToKeep()
          return done
        },
        enter: (path) => location.assign(path),
        offer,
        here: enrolled,
        ...(enrolled?.deviceKind === 'own' &&
          (await others) && {
            several: (await fetched(() => import('./several.ts'))).several(enrolled, beside),
          }),
        inviterPin: async () => (await fetched(() => import('./inviterPin.ts'))).inviterPin(disk, below),
      },
      // Whose PIN nothing could check asks the server for nothing: what it shows is shown to the person they say they are.
      (...asked) => (seat.unchecked ? Promise.reject(new TypeError()) : signedOn(disk).fetch(...asked)),
    )
    return here
  }
  const isLocked = await locked
  const inside =
    enrolled && (await openInside({ disk, ahead, enrolled, seat, device, isLocked, several, behind }))
  const versions = behind().then((it) => it.lookAround(device))
  const takeUpdate = () => void versions.then((it) => it.takeUpdate())

  const behindPin = async (wanted = false) => {
    if (!inside) return
    const { openLockable } = await fetched(() => import('./lockable.tsx'))
    const extras = { takeUpdate }
    await openLockable({ ...inside, disk, below, vaultKey, enrolled, seat, device, show, wanted, extras })
  }
  if (inside && !isLocked) {
    // A right that came while it was open: what it is for waits for a PIN.
    const stop = inside.status.subscribe(({ locked: waits, wiped }) => {
      if (waits && !wiped && !device.getState().vault) device.setState({ vault: 'noPin' })
    })
    const setPin = () => void (stop(), behindPin(true))
    const extras = { takeUpdate, ...(enrolled.deviceKind === 'own' && { setPin }) }
    show(<App app={inside.appOf(enrolled.person, extras)} />)
  } else if (inside && !WAYS_IN.includes(location.pathname)) await behindPin()
  else {
    const { Outside } = await fetched(() => import('#ui/Outside.tsx'))
    door = await entrance()
    show(<Outside leave={inside && (() => location.assign('/'))} />)
  }
  inside?.status.subscribe(({ lastGood, wiped }, before) => {
    if (wiped && !before.wiped) inside.seals.keysMoved()
    const doubt = clockDoubt(lastGood, clock.now(), __BUILT__)
    if (doubt?.offBy !== device.getState().clock?.offBy) device.setState({ clock: doubt })
  })
  await behind()
  door ??= await entrance()
  draw()
  const { sendFromOthers } = await fetched(() => import('./several.ts'))
  sendFromOthers(beside)
  return inside
}

async function isInsideAnotherApp(): Promise<boolean> {
  const { thisBrowser } = await fetched(() => import('#device/browser.ts'))
  return thisBrowser().inside !== undefined
}

/** Inside an app that keeps nothing: an invitation is not used up there, and the page says how to open the real browser. */
async function showWayOut(root: Element): Promise<undefined> {
  const { Outside } = await fetched(() => import('#ui/Outside.tsx'))
  const { entranceHere } = await fetched(() => import('#ui/entranceHere.ts'))
  const door = entranceHere({
    enrol: async () => ({ ok: false, refused: 'serverTrouble' }),
    enter: (path) => location.assign(path),
  })
  render(
    <EntranceContext.Provider value={door}>
      <Outside />
    </EntranceContext.Provider>,
    root,
  )
}

/** A disk that does not open is said in words; it must never look as if nothing had been written. */
async function notOpened({ root, beside, behind }: Start, error: unknown): Promise<undefined> {
  if (!(error instanceof DiskTrouble)) throw error
  const { trouble } = error
  const why = trouble === 'blocked' || trouble === 'newer' ? trouble : 'notOpened'
  const toFile = async () => (await behind()).unsentToFile(undefined, cacheShelf(diskNameOf(beside)))
  const other = beside === undefined ? (await besides())?.[0] : undefined
  const elsewhere = () => {
    pointTo(other)
    location.replace('/')
  }
  const isAlone = beside === undefined && other === undefined
  render(<CannotKeep why={why} toFile={toFile} elsewhere={isAlone ? undefined : elsewhere} />, root)
}
