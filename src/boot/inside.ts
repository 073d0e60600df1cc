import type { StoreApi } from 'zustand/vanilla'
import type { WrittenIn } from '#commands/context.ts'
import { clock } from '#device/clock.ts'
import { cacheShelf } from '#device/copyShelf.ts'
import { newId } from '#device/ids.ts'
import { sealing } from '#device/sealing.ts'
import type { PersonId } from '#domain/ids.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import { refused } from '#domain/result.ts'
import { waitsForPin } from '#domain/uncheckedPin.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import type { Disk } from '#store/disk.ts'
import { drafts } from '#store/drafts.ts'
import type { Enrolled } from '#store/enrolment.ts'
import { diskNameOf } from '#store/idbNames.ts'
import { areKnown, followTabs, loadBook, type readAhead } from '#store/open.ts'
import { personKeys } from '#store/personKeys.ts'
import { secondCopy } from '#store/secondCopy.ts'
import { openStatus } from '#sync/status.ts'
import type { App as Handed, DeviceState } from '#ui/state/app.ts'
import type * as Behind from './behind.ts'
import { besideOf } from './beside.ts'
import { formDrafts } from './formDrafts.ts'
import { fetched, isHad } from './later.ts'
import type { Extras, Seat } from './seat.ts'

type Named = Parameters<typeof areKnown>[0]

/** What may happen to records: the first screen shows them without it. Mostly the kinds of every day are enough. */
async function bringKinds(changes: Named): Promise<void> {
  if (!areKnown(changes)) await import('#domain/kindsAtHand.ts')
  if (!areKnown(changes)) await import('#domain/catalogue.ts')
}

interface Parts {
  readonly disk: Disk
  /** The first reading of the disk, begun before anybody knew for whom. */
  readonly ahead: ReturnType<typeof readAhead>
  readonly enrolled: Enrolled
  readonly seat: Seat
  readonly device: StoreApi<DeviceState>
  readonly isLocked: boolean
  /** This browser holds several compounds. */
  readonly several: boolean
  /** What comes behind the first screen. */
  readonly behind: () => Promise<typeof Behind>
}

/** An enrolled device: its book, its way to make things durable, its sync, and what it hands to whoever is at it. */
export async function openInside({ disk, ahead, enrolled, seat, device, isLocked, several, behind }: Parts) {
  const { tenant } = enrolled
  // Nobody is at a locked device when it starts.
  if (!isLocked) seat.person = enrolled.person
  const seals = sealing({
    server: enrolled.serverKey,
    keys: personKeys(disk),
    unlocked: (one) => one === seat.person,
    privateKey: (one) => (one === seat.person ? seat.privateKey : undefined),
  })
  const shelf = cacheShelf(diskNameOf(besideOf(disk)))
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
