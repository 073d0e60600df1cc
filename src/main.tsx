import { type ComponentChildren, render } from 'preact'
import { createStore, type StoreApi } from 'zustand/vanilla'
import '#domain/outlines.ts'
import type { WrittenIn } from '#commands/context.ts'
import { clock, clockDoubt } from '#device/clock.ts'
import { cacheShelf } from '#device/copyShelf.ts'
import { newId } from '#device/ids.ts'
import { installOffer } from '#device/install.ts'
import { askToKeep, canKeep } from '#device/persistence.ts'
import { sealing } from '#device/sealing.ts'
import { painted, pause } from '#device/timers.ts'
import type { StreamId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { refused } from '#domain/result.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { type Drafts, drafts } from '#store/drafts.ts'
import { DEVICE_DISK, enrol, type Enrolled, enrolment } from '#store/enrolment.ts'
import { areKnown, followTabs, loadBook, readAhead } from '#store/open.ts'
import { personKeys } from '#store/personKeys.ts'
import { secondCopy } from '#store/secondCopy.ts'
import { openStatus } from '#sync/status.ts'
import { App } from '#ui/App.tsx'
import { type Entrance, EntranceContext } from '#ui/office.ts'
import { CannotKeep } from '#ui/screens/start/CannotKeep.tsx'
import type { DeviceState, FormDrafts } from '#ui/state/app.ts'
import { startLooks } from '#ui/state/theme.ts'

/** Puts the browser half together and does nothing else. */
const root = document.getElementById('app')!
/** What a start does not wait for. */
const behind = memo(async () => {
  await painted()
  return fetched(() => import('./behind.ts'))
})

type Named = Parameters<typeof areKnown>[0]

/** What may happen to records: the first screen shows them without it. Mostly the kinds of every day are enough. */
async function bringKinds(changes: Named): Promise<void> {
  if (!areKnown(changes)) await import('#domain/kindsAtHand.ts')
  if (!areKnown(changes)) await import('#domain/catalogue.ts')
}

async function start(): Promise<void> {
  await startLooks()
  const keeps = canKeep()
  if (keeps === 'noStorage' && (await isInsideAnotherApp())) return showWayOut()
  if (keeps !== 'yes')
    return render(<CannotKeep why={keeps === 'noStorage' ? 'noDisk' : 'notSecure'} />, root)

  const device = createStore<DeviceState>(() => ({
    update: 'none',
    readyOffline: false,
    room: { is: 'unknown' },
  }))
  const disk = dexieDisk(DEVICE_DISK)
  const enrolling = enrolment(disk)
  // Whoever is enrolled will want it; where nobody is, nothing is there.
  const ahead = readAhead(disk)
  const enrolled = await enrolling
  const offer = installOffer(() => draw())
  const entrance = async () => {
    const { entranceHere } = await fetched(() => import('#ui/entranceHere.ts'))
    const here: Entrance = entranceHere({
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
    })
    return here
  }
  const inside = enrolled && (await open(disk, ahead, enrolled, device))
  const versions = behind().then((it) => it.lookAround(device))
  const takeUpdate = () => void versions.then((it) => it.takeUpdate())

  let door: Entrance | undefined
  let screens: ComponentChildren = inside && <App app={Object.assign(inside, { device, takeUpdate })} />
  // A new door each time: what the browser offers may have changed.
  const draw = () =>
    render(<EntranceContext.Provider value={door && { ...door }}>{screens}</EntranceContext.Provider>, root)
  if (!inside) {
    const { Outside } = await fetched(() => import('#ui/Outside.tsx'))
    screens = <Outside />
    door = await entrance()
  }
  draw()
  inside?.status.subscribe(({ lastGood }) => {
    const doubt = clockDoubt(lastGood, clock.now(), __BUILT__)
    if (doubt?.offBy !== device.getState().clock?.offBy) device.setState({ clock: doubt })
  })
  await behind()
  door ??= await entrance()
  draw()
}

async function isInsideAnotherApp(): Promise<boolean> {
  const { thisBrowser } = await fetched(() => import('#device/browser.ts'))
  return thisBrowser().inside !== undefined
}

/** Inside an app that keeps nothing: an invitation is not used up there, and the page says how to open the real browser. */
async function showWayOut(): Promise<void> {
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

/** The device of an enrolled person: its book, its way to make things durable, and its sync. */
async function open(
  disk: Disk,
  ahead: ReturnType<typeof readAhead>,
  enrolled: Enrolled,
  device: StoreApi<DeviceState>,
) {
  const { tenant, person } = enrolled
  const seals = sealing({
    server: enrolled.serverKey,
    keys: personKeys(disk),
    unlocked: (one) => one === person,
  })
  const shelf = cacheShelf(DEVICE_DISK)
  const copy = secondCopy(disk, shelf)
  const back = await copy.putBack()
  const book = openBook()
  const bring = (changes: Named) => fetched(() => bringKinds(changes))
  followTabs(disk, () => void loadBook(disk, seals, book, bring))
  await loadBook(disk, seals, book, bring, back > 0 ? undefined : ahead)
  const status = openStatus()
  status.setState({ unsent: book.waiting().length })

  const kept = drafts({ disk, seals, now: clock.now })
  const at = { disk, book, status, copy, enrolled, seals, drafts: kept }
  const sync = behind().then((it) => it.keepInSync(at))

  const committer = { disk, book, seals, tenant, newId, now: clock.now }
  return {
    ctx: {
      tenant,
      compound: enrolled.compound,
      me: person,
      deviceKind: enrolled.deviceKind,
      view: book,
      newId,
      now: clock.now,
      commit: async (intents: Parameters<typeof commit>[2], draft?: WrittenIn) => {
        // A press is answered: what cannot be had now is told and not waited for.
        if (!areKnown(intents) && !(await isHad(bringKinds(intents)))) return refused('notReady')
        const spent = draft && (await kept.spent({ author: person, ...draft }))
        const done = await commit(committer, person, intents, spent)
        if (done.ok) void sync.then((it) => it.committed())
        return done
      },
    },
    deviceId: enrolled.device,
    editions: book.editions,
    status,
    get person() {
      return { name: enrolled.name, appointments: appointmentsOf(book.get<Member>(memberId(person))) }
    },
    demo: enrolled.demo,
    nudge: () => void sync.then((it) => it.nudge()),
    receiptRead: (change: string) => void sync.then((it) => it.receiptRead(change)),
    photosTold: (hashes: readonly string[]) => void sync.then((it) => it.photosTold(hashes)),
    waiting: book.waiting,
    unsent: async () => (await behind()).unsentOn(disk),
    toFile: async () => (await behind()).unsentToFile(disk, shelf),
    drafts: formDrafts(kept, enrolled, device),
    takePhoto: async (picture: Blob) => (await behind()).takeAndKeep(disk, picture),
    keepSound: async (sound: Blob) => (await behind()).keepSound(disk, sound),
    photo: async (hash: string) => (await behind()).photoToSee(disk, hash),
    photosStand: async (hashes: readonly string[]) => (await behind()).photosStand(disk, hashes),
    now: clock.now,
    today: clock.today,
  }
}

function formDrafts(kept: Drafts, { person }: Enrolled, device: StoreApi<DeviceState>): FormDrafts {
  const key = (form: string, about: string) => ({ author: person, form, about })
  return {
    keep: async (form, about, content) => {
      const done = await kept.keep(key(form, about), 1, content)
      const draftNotKept = done.ok ? undefined : done.refused
      if (draftNotKept !== device.getState().draftNotKept) device.setState({ draftNotKept })
    },
    open: async <T,>(form: string, about: string) =>
      (await kept.open(key(form, about)))?.content as T | undefined,
    list: async (form) => (await kept.list(person)).filter((entry) => entry.form === form),
    drop: (form, about) => kept.drop(key(form, about)),
  }
}

/** Where the network goes away in the middle of a first visit, it is asked for again. What is written meanwhile is durable. */
async function fetched<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      await pause(5_000).over
    }
  }
}

async function isHad(coming: Promise<unknown>): Promise<boolean> {
  try {
    await coming
    return true
  } catch {
    return false
  }
}

function memo<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}

/** A disk that does not open is said in words; it must never look as if nothing had been written. */
function notOpened(error: unknown): void {
  if (!(error instanceof DiskTrouble)) throw error
  const { trouble } = error
  const why = trouble === 'blocked' || trouble === 'newer' ? trouble : 'notOpened'
  const toFile = async () => (await behind()).unsentToFile(undefined, cacheShelf(DEVICE_DISK))
  render(<CannotKeep why={why} toFile={toFile} />, root)
}

// Not awaited: the files fetched later lean on this one, and would wait for it to end.
start().catch(notOpened)
