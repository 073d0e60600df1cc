import { clock } from '#device/clock.ts'
import { LEFT_ALONE, lockWhenQuiet } from '#device/leftAlone.ts'
import { dropPass } from '#device/officePass.ts'
import { toOtherTabs } from '#device/otherTabs.ts'
import { readyForPin, stretch } from '#device/pinKey.ts'
import { newPinLock, type PinLock } from '#device/pinLock.ts'
import { sealing } from '#device/sealing.ts'
import { painted } from '#device/timers.ts'
import type { PersonId } from '#domain/ids.ts'
import { mayTry, PAUSE_AFTER, type Tries } from '#domain/tries.ts'
import { isBackFromShift, openShiftOf } from '#queries/bins.ts'
import { isForgotten } from '#queries/handOver.ts'
import { hasLeft, isOfficer, whoIsHere } from '#queries/peopleHere.ts'
import type { Book } from '#store/book.ts'
import type { Disk } from '#store/disk.ts'
import type { Drafts } from '#store/drafts.ts'
import { type Enrolled, peopleHere, pinIsSet } from '#store/enrolment.ts'
import { dropOwedNames } from '#store/forgottenNames.ts'
import { dropLeft } from '#store/leftBehind.ts'
import { lockedView } from '#store/lockedView.ts'
import { closeTo } from '#store/behindPin.ts'
import { locks } from '#store/locks.ts'
import { personKeys } from '#store/personKeys.ts'
import type { VaultKey } from '#store/vaultDisk.ts'
import type { StatusStore } from '#sync/status.ts'
import { App, preloadAt } from '#ui/App.tsx'
import type { Keeper } from '#ui/keeper.ts'
import { Locked } from '#ui/Locked.tsx'
import type { App as Handed, DeviceState } from '#ui/state/app.ts'
import { wholeLanguage } from '#ui/words.ts'
import type { ComponentChildren } from 'preact'
import type { StoreApi } from 'zustand/vanilla'
import { besideOf } from './beside.ts'
import { justTaken } from './justTaken.ts'
import { recovered } from './recovered.ts'
import type { Extras, Seat } from './seat.ts'
import type { Opening } from './vault.ts'
import { seatVault } from './seatVault.ts'
import { signedOn } from './signed.ts'

export interface LockableParts {
  readonly disk: Disk
  /** The same, where no vault is known. */
  readonly below: Disk
  readonly vaultKey: VaultKey
  readonly book: Book
  readonly seals: ReturnType<typeof sealing>
  readonly drafts: Drafts
  readonly enrolled: Enrolled
  readonly seat: Seat
  readonly device: StoreApi<DeviceState>
  readonly status: StatusStore
  /** Whoever is at it wants a PIN, and is in already. */
  readonly wanted?: boolean
  appOf(person: PersonId, extras: Extras): Handed
  /** Reads what the device shows anew, for whoever is at it now. */
  reload(): Promise<void>
  show(screens: ComponentChildren): void
  readonly extras: Extras
}

/** Who is at the device after a change of person, and before the next one. */
const NOBODY = ''

/**
 * A device that stands behind PINs: it starts locked, lets in who knows theirs, and locks itself when it is left alone. A tablet
 * goes from hand to hand; a phone of one's own holds more and is one person's.
 */
export async function openLockable(on: LockableParts): Promise<void> {
  const { disk, book, seals, enrolled, seat, device, appOf, reload, show, extras } = on
  const { deviceKind } = enrolled
  const isOwn = deviceKind === 'own'
  const pins = locks<PinLock>(disk)
  let people = await peopleHere(disk)
  const withPin = await pins.people()
  /** Nobody has ever set one: of a tablet none of its people, of a phone its own. */
  let isFirst = isOwn ? !withPin.has(enrolled.person) : withPin.size === 0
  // A phone of before there were PINs takes in nothing more of residents till one is set.
  await closeTo(disk)
  let stop = () => {}
  const fetching = signedOn(disk).fetch
  const vault = seatVault({
    fetching,
    below: on.below,
    vaultKey: on.vaultKey,
    deviceKind,
    people: () => here().map(({ person }) => person),
    async moved(state) {
      const { person } = seat
      if (!person) return
      // What was closed is read before it is said to be open.
      if (state !== 'closed') await reload()
      if (seat.person !== person) return
      device.setState({ vault: state })
      if (state === 'closed') return reload()
      appOf(person, extras).nudge()
    },
    async checked(person, is, privateKey) {
      if (is === 'wrong') return wrongAfterAll(person)
      const lastOpened = await pins.right(person, clock.now())
      if (seat.person !== person) return
      device.setState({ lastOpened })
      seated(person, { pin: is, privateKey, vault: 'closed' })
      await openTheirs(person)
      void recover(person)
    },
  })
  const here = () => {
    const found = whoIsHere(book, enrolled.tenant, people.joined, clock.now())
    // A phone lets its person in to their own words also when they hold nothing here any more.
    return isOwn && found.length === 0 ? people.joined : found
  }

  let since = clock.now()
  let lockings = 0
  /** Who was let in unchecked, and sent out by the server. */
  let lastWrong: PersonId | undefined

  const emptySeat = () => {
    vault.close()
    dropPass()
    Object.assign(seat, { person: undefined, privateKey: undefined, unchecked: undefined })
  }
  const lock = () => {
    stop()
    // What the server lends is for a shift: the next PIN of whoever has ended theirs has to be shown to it.
    if (!isOwn && seat.person && isBackFromShift(book, seat.person, since)) void vault.giveUp(seat.person)
    emptySeat()
    // Somebody else comes to a tablet; on a phone its person goes on where they were.
    if (!isOwn) history.replaceState(null, '', '/')
    // Another one: at the one before somebody may just have been coming in, and its pad would stay shut.
    show(<Locked key={(lockings += 1)} keeper={keeper()} />)
    void reload()
  }
  // One person is at a device at a time, however many tabs it has: a tab is locked by whoever comes in, or leaves, in another.
  const tell = toOtherTabs(`seat ${besideOf(disk) ?? ''}`, (who) => {
    if (seat.person !== undefined && seat.person !== who) lock()
  })
  const leave = () => {
    tell(NOBODY)
    lock()
  }
  const seated = (person: PersonId, opening?: Opening) => {
    const unchecked = opening?.pin === 'unchecked' ? true : undefined
    Object.assign(seat, { person, privateKey: opening?.privateKey, unchecked })
    seals.keysMoved()
    device.setState({ unchecked })
  }
  /** Till the PIN is checked what lies closed at once is shown from memory. */
  const showWhatIsTaken = (app: Handed) => {
    const { photo, ...rest } = { ...app }
    const taken = justTaken({ ...rest, photo })
    Object.assign(app, taken, {
      photo: async (hash: string) => {
        const seen = await taken.photo(hash)
        return seen.is === 'here' || seat.unchecked ? seen : photo(hash)
      },
    })
  }
  const openTheirs = async (person: PersonId) => {
    // Before they see what they have half written. Where the disk does not take it now, the next turn tries again.
    await dropOwedNames({ disk, drafts: on.drafts }, person).catch(() => undefined)
    await reload()
  }
  const letIn = async (person: PersonId, opening?: Opening) => {
    tell(person)
    seated(person, opening)
    since = clock.now()
    // Not said to be closed while the server is asked.
    const open = opening?.vault === 'closed' ? undefined : opening?.vault
    device.setState({ vault: seat.unchecked ? 'closed' : open, lastOpened: undefined })
    try {
      await openTheirs(person)
    } catch (error) {
      // The disk did not answer: they stand before the pad, and nothing is open behind it.
      emptySeat()
      throw error
    }
    // Another tab may have locked this one meanwhile.
    if (seat.person !== person) return
    // In a shift the tablet stays with whoever stands there, as long as it takes.
    const inShift = () => {
      const shift = openShiftOf(book, person)
      return shift !== undefined && !isForgotten(book, enrolled.tenant, shift, clock.now())
    }
    stop = lockWhenQuiet(LEFT_ALONE[deviceKind], () => !inShift(), lock)
    const app = appOf(person, { ...extras, lock: leave })
    if (seat.unchecked) showWhatIsTaken(app)
    show(<App key={person} app={app} />)
    if (!opening) return
    await painted()
    vault.ask()
  }
  /** Of somebody who came in while nothing could check their PIN. What they wrote meanwhile is kept, as on a locked device. */
  const wrongAfterAll = async (person: PersonId) => {
    lastWrong = person
    leave()
    await countWrong(person)
  }
  const countWrong = async (person: PersonId, counted?: Tries) => {
    const { wrong } = counted ?? (await pins.tried(person, clock.now()))
    if (wrong >= PAUSE_AFTER) await vault.giveUp(person)
  }
  const setPin = async (person: PersonId, pin: string) => {
    const { lock: made, stretched, privateKey } = await newPinLock(pin)
    const next = sealing({
      server: enrolled.serverKey,
      keys: { get: async () => made, putIfNone: async () => made },
      unlocked: () => true,
    })
    const before = sealing({
      server: enrolled.serverKey,
      keys: personKeys(disk),
      unlocked: () => true,
    })
    await pins.put(person, made, {
      open: (id, own) => before.byAuthor(person, id, own),
      seal: (id, inside) => next.toAuthor(person, id, inside),
    })
    await pinIsSet(disk)
    people = await peopleHere(disk)
    isFirst = false
    vault.begin(person, stretched)
    await letIn(person, { pin: 'right', privateKey, vault: 'closed' })
    void recover(person)
  }
  const recover = (person: PersonId) => recovered(on.drafts, fetching, person, () => seat.person === person)
  /** A tablet of before there were PINs goes on without; a phone where nobody has to set one goes back to what it was. */
  const later = () => {
    if (isOwn) return on.wanted ? () => location.reload() : undefined
    return isFirst && people.mustSet === undefined ? () => void letIn(enrolled.person) : undefined
  }
  /** Of those who have left; whoever is in still goes on with what they have begun. */
  const leaveNoKeys = async () => {
    if (isOwn) return
    const isGone = (person: PersonId, at: string) => person !== seat.person && hasLeft(book, person, at)
    if (await dropLeft(on.below, isGone)) people = await peopleHere(disk)
  }
  const keeper = (): Keeper => ({
    compoundName: enrolled.compoundName,
    deviceKind,
    isOfficer: isOfficer(book, enrolled.person),
    mustSet: people.mustSet ?? (isFirst ? enrolled.person : undefined),
    people: here,
    withPin: pins.people,
    tries: (person) => pins.tries(person, clock.now()),
    async unlock(person, pin) {
      const now = clock.now()
      lastWrong = undefined
      if (mayTry(await pins.tries(person, now), now).is !== 'yes') return false
      const kept = await pins.find(person)
      if (!kept) return false
      // What is judged here is counted before, so that pulling the plug gives no try back; what the server judges it counts.
      const counted = (await vault.canTell(person)) ? await pins.tried(person, now) : undefined
      const stretched = await stretch(pin, kept.cost)
      const opening = counted ? await vault.open(person, stretched) : await vault.openSoon(person, stretched)
      if (opening.pin === 'wrong') {
        await countWrong(person, counted)
        return false
      }
      const isRight = opening.pin === 'right'
      const [lastOpened] = await Promise.all([
        isRight ? pins.right(person, now) : undefined,
        letIn(person, opening),
      ])
      if (seat.person === person) device.setState({ lastOpened })
      if (isRight) void recover(person)
      return true
    },
    wasWrong: lastWrong,
    setPin,
    later: later(),
    closedFor(person, also) {
      const app = appOf(person, { ...extras, view: lockedView(book, also) })
      // What they began before is behind their PIN: it is not listed, and nothing is written over it.
      const drafts = { ...app.drafts, open: async () => undefined, list: async () => [] }
      return { ...app, drafts, ...justTaken(app) }
    },
    now: clock.now,
  })

  on.status.subscribe(({ lastGood, wiped }, before) => {
    if (lastGood !== before.lastGood) {
      vault.contact()
      void leaveNoKeys()
    }
    if (!wiped || before.wiped) return
    // Everything on it is deleted: nothing of it stays in the memory of this page either. A phone says so to its person.
    if (isOwn) location.assign('/')
    else lock()
  })
  await wholeLanguage()
  show(<Locked keeper={keeper()} />)
  // While the digits are being typed.
  readyForPin().catch(() => undefined)
  vault.ready()
  void preloadAt(location.pathname)
}
