import { type ComponentChildren, render } from 'preact'
import { createStore, type StoreApi } from 'zustand/vanilla'
import '#domain/outlines.ts'
import type { WrittenIn } from '#commands/context.ts'
import { clock, clockDoubt } from '#device/clock.ts'
import { cacheShelf } from '#device/copyShelf.ts'
import { newId } from '#device/ids.ts'
import { installOffer } from '#device/install.ts'
import { openCompound, pointTo } from '#device/openCompound.ts'
import { askToKeep, canKeep } from '#device/persistence.ts'
import { sealing } from '#device/sealing.ts'
import { painted } from '#device/timers.ts'
import type { PersonId, StreamId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { refused } from '#domain/result.ts'
import { waitsForPin } from '#domain/uncheckedPin.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { isBehindPin } from '#store/behindPin.ts'
import { dexieDisk } from '#store/dexieDisk.ts'
import { type Disk, DiskTrouble } from '#store/disk.ts'
import { drafts } from '#store/drafts.ts'
import { enrol, type Enrolled, enrolment } from '#store/enrolment.ts'
import { besides, diskNameOf } from '#store/idbNames.ts'
import { areKnown, followTabs, loadBook, readAhead } from '#store/open.ts'
import { personKeys } from '#store/personKeys.ts'
import { secondCopy } from '#store/secondCopy.ts'
import { vaultDisk, type VaultKey } from '#store/vaultDisk.ts'
import { openStatus } from '#sync/status.ts'
import { App } from '#ui/App.tsx'
import { type Entrance, EntranceContext } from '#ui/office.ts'
import { CannotKeep } from '#ui/screens/start/CannotKeep.tsx'
import type { App as Handed, DeviceState } from '#ui/state/app.ts'
import { JOIN_PATH, SIGN_IN_PATH } from '#wire/office.ts'
import { asBeside } from '#boot/beside.ts'
import { formDrafts } from '#boot/formDrafts.ts'
import { fetched, isHad, memo } from '#boot/later.ts'
import type { Extras, Seat } from '#boot/seat.ts'
import { startLooks } from '#ui/state/theme.ts'

/** Puts the browser half together and does nothing else. */
const root = document.getElementById('app')!
/** Which of the compounds of this browser; a page stays with it. */
const beside = openCompound()
/** On a locked device too: an invitation, or an officer's passphrase, lets in whoever has forgotten their PIN. */
const WAYS_IN: readonly string[] = [JOIN_PATH, SIGN_IN_PATH]
/** What a start does not wait for. */
const behind = memo(async () => {
  await painted()
  return fetched(() => import('#boot/behind.ts'))
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
    const { anyHeld } = await fetched(() => import('#boot/several.ts'))
    const next = beside === undefined ? await anyHeld() : undefined
    pointTo(next)
    if (beside !== next) return location.reload()
  }
  const offer = installOffer(draw)
  const seat: Seat = {}
  const entrance = async () => {
    const { entranceHere } = await fetched(() => import('#ui/entranceHere.ts'))
    const { signedOn } = await fetched(() => import('#boot/signed.ts'))
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
            several: (await fetched(() => import('#boot/several.ts'))).several(enrolled, beside),
          }),
        inviterPin: async () => (await fetched(() => import('#boot/inviterPin.ts'))).inviterPin(disk, below),
      },
      // Whose PIN nothing could check asks the server for nothing: what it shows is shown to the person they say they are.
      (...asked) => (seat.unchecked ? Promise.reject(new TypeError()) : signedOn(disk).fetch(...asked)),
    )
    return here
  }
  const isLocked = await locked
  const inside = enrolled && (await open(disk, ahead, enrolled, seat, device, isLocked, several))
  const versions = behind().then((it) => it.lookAround(device))
  const takeUpdate = () => void versions.then((it) => it.takeUpdate())

  const behindPin = async (wanted = false) => {
    if (!inside) return
    const { openLockable } = await fetched(() => import('#boot/lockable.tsx'))
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
  const { sendFromOthers } = await fetched(() => import('#boot/several.ts'))
  sendFromOthers(beside)
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

/** An enrolled device: its book, its way to make things durable, its sync, and what it hands to whoever is at it. */
async function open(
  disk: Disk,
  ahead: ReturnType<typeof readAhead>,
  enrolled: Enrolled,
  seat: Seat,
  device: StoreApi<DeviceState>,
  isLocked: boolean,
  several: boolean,
) {
  const { tenant } = enrolled
  // Nobody is at a locked device when it starts.
  if (!isLocked) seat.person = enrolled.person
  const seals = sealing({
    server: enrolled.serverKey,
    keys: personKeys(disk),
    unlocked: (one) => one === seat.person,
    privateKey: (one) => (one === seat.person ? seat.privateKey : undefined),
  })
  const shelf = cacheShelf(diskNameOf(beside))
  const copy = secondCopy(disk, shelf)
  const back = await copy.putBack()
  const book = openBook()
  const bring = (changes: Named) => fetched(() => bringKinds(changes))
  followTabs(disk, () => void loadBook(disk, seals, book, bring))
  await loadBook(disk, seals, book, bring, back > 0 ? undefined : ahead)
  const status = openStatus()
  status.setState({ unsent: book.waiting().length })

  const kept = drafts({ disk, seals, tenant, now: clock.now })
  const at = { disk, book, status, copy, enrolled, seals, drafts: kept, tenant }
  const sync = behind().then((it) => it.keepInSync(at))

  const committer = { disk, book, seals, tenant, newId, now: clock.now }
  const appOf = (person: PersonId, extras: Extras): Handed => {
    const forms = formDrafts(kept, person, device, seat)
    return {
      ctx: {
        tenant,
        compound: enrolled.compound,
        me: person,
        deviceKind: enrolled.deviceKind,
        view: extras.view ?? book,
        newId,
        now: clock.now,
        commit: async (intents: Parameters<typeof commit>[2], draft?: WrittenIn) => {
          // A press is answered: what cannot be had now is told and not waited for.
          if (!areKnown(intents) && !(await isHad(bringKinds(intents)))) return refused('notReady')
          if (seat.unchecked && intents.some(waitsForPin)) return refused('notChecked')
          const spent = draft && (await forms.spent(draft))
          const done = await commit(committer, person, intents, spent)
          if (done.ok && draft) forms.saved(draft)
          if (done.ok) void sync.then((it) => it.committed())
          return done
        },
      },
      deviceId: enrolled.device,
      ...(several && { compoundName: enrolled.compoundName }),
      editions: book.editions,
      status,
      get person() {
        const member = book.get<Member>(memberId(person))
        return {
          name: person === enrolled.person ? enrolled.name : (member?.name ?? ''),
          appointments: appointmentsOf(member),
        }
      },
      demo: enrolled.demo,
      nudge: () => void sync.then((it) => it.nudge()),
      receiptRead: (change: string) => void sync.then((it) => it.receiptRead(change)),
      photosTold: (hashes: readonly string[]) => void sync.then((it) => it.photosTold(hashes)),
      waiting: book.waiting,
      unsent: async () => (await behind()).unsentOn(disk),
      toFile: async () => (await behind()).unsentToFile(disk, shelf),
      drafts: forms,
      takePhoto: async (picture: Blob) => (await behind()).takeAndKeep(at, person, picture),
      keepSound: async (sound: Blob) => (await behind()).keepSound(at, person, sound),
      photo: async (hash: string) => (await behind()).photoToSee(at, hash),
      photosStand: async (hashes: readonly string[]) => (await behind()).photosStand(disk, hashes),
      now: clock.now,
      today: clock.today,
      device,
      takeUpdate: extras.takeUpdate,
      ...(extras.lock && { lock: extras.lock }),
      ...(extras.setPin && { setPin: extras.setPin }),
    }
  }
  return {
    appOf,
    book,
    drafts: kept,
    reload: () => loadBook(disk, seals, book, bring),
    seals,
    status,
  }
}

/** A disk that does not open is said in words; it must never look as if nothing had been written. */
async function notOpened(error: unknown): Promise<void> {
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

// Not awaited: the files fetched later lean on this one, and would wait for it to end.
start().catch(notOpened)
