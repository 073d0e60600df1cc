import { allKinds } from '#test/support/allKinds.ts'
import type { Change, Outcome } from '#domain/change.ts'
import type { ChangeId, DeviceId, Epoch, PersonId, RecordId, StreamId, TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import { basesIn } from '#store/bases.ts'
import { type Book, openBook } from '#store/book.ts'
import { commit, type Intent } from '#store/commit.ts'
import type { CopyShelf } from '#store/secondCopy.ts'
import { type SecondCopy, secondCopy } from '#store/secondCopy.ts'
import { type Disk, DiskTrouble, TABLES } from '#store/disk.ts'
import { type Drafts, drafts } from '#store/drafts.ts'
import { enrol, type Enrolled } from '#store/enrolment.ts'
import { followTabs, loadBook } from '#store/open.ts'
import type { OutboxRow, SentRow } from '#store/outbox.ts'
import { receipts } from '#store/receipts.ts'
import type { Context, Done } from '#commands/context.ts'
import type { Answered } from '#sync/reply.ts'
import { round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { canariesIn } from './canary.ts'
import type { Drive, NewDrive } from './drive.ts'
import { Haunting, haunted, Killed } from './haunted.ts'
import type { DiskName, Event, Look, Owed, Told } from './history.ts'
import type { Vault } from './seals.ts'

export interface DeviceWorld {
  readonly vault: Vault
  readonly newDrive: NewDrive
  newId(): string
  /** ISO instant by the world's clock, so many milliseconds off. */
  now(off: number): string
  /** `seen`: the count of the server's writes when it answered. */
  post(disk: DiskName, device: DeviceId, body: string): Promise<Answered & { readonly seen?: string }>
  cut(disk: DiskName): void
  record(event: Event): void
  note(fault: string): void
}

export interface Place {
  readonly tenant: TenantId
  readonly compound: RecordId
}

interface Tab {
  readonly disk: Disk
  readonly book: Book
  readonly drafts: Drafts
  readonly copy: SecondCopy
  rounds: number
}

/** A profile as it was put away: an image, or what a clone starts from. */
export interface Image {
  readonly drive: Drive
  readonly shelf: ReadonlyMap<string, string>
  readonly owed: Owed
  readonly enrolled: Enrolled
  readonly written: ReadonlySet<PersonId>
}

/** One browser profile with one or two tabs: the product's own commands, commit, book, planner and runner on a drive. */
export class SimDevice {
  readonly name: DiskName
  readonly at: Place
  readonly kind: DeviceKind
  /** Milliseconds by which its clock is wrong. */
  clockOff = 0
  tabs: Tab[] = []
  lastEnd = ''
  /** The server's count of writes at the last answer of the last round that came through. */
  seen = ''
  #enrolled: Enrolled
  #drive: Drive
  #shelf = new Map<string, string>()
  /** Everybody who has written on this disk, or on the one it was copied from. */
  readonly written = new Set<PersonId>()
  #owed = { order: [] as ChangeId[], told: new Map<ChangeId, Outcome>() }
  #haunting: Haunting
  readonly #world: DeviceWorld
  #typed = 0

  constructor(world: DeviceWorld, name: DiskName, at: Place, kind: DeviceKind) {
    this.#world = world
    this.name = name
    this.at = at
    this.kind = kind
    this.#drive = world.newDrive()
    this.#haunting = new Haunting(
      () => {},
      () => {},
    )
    this.#haunting.alive = false
    this.#enrolled = undefined as never
  }

  get alive(): boolean {
    return this.#haunting.alive
  }

  get me(): PersonId {
    return this.#enrolled.person
  }

  get id(): DeviceId {
    return this.#enrolled.device
  }

  get owed(): Owed {
    return this.#owed
  }

  get blocked(): boolean {
    return this.#haunting.blocked
  }

  get seals(): Vault['device'] {
    return this.#world.vault.device
  }

  get rounds(): number {
    return this.tabs.reduce((sum, tab) => sum + tab.rounds, 0)
  }

  /** Somebody enters on this browser, anew or after another; then the page loads. */
  async enter(person: PersonId, device: DeviceId, epoch: Epoch): Promise<void> {
    this.close()
    const { tenant, compound } = this.at
    const enrolled: Enrolled = {
      tenant,
      compound,
      compoundName: compound,
      device,
      deviceKind: this.kind,
      person,
      name: person,
      demo: false,
      serverKey: { id: 'drawers', raw: '' },
    }
    const disk = this.#drive.tab()
    const done = await enrol(disk, { ...enrolled, epoch }, this.#world.newId() as StreamId)
    disk.close()
    if (!done.ok) throw new Error(done.refused)
    this.#enrolled = enrolled
    this.written.add(person)
    await this.start()
  }

  async start(): Promise<void> {
    this.close()
    const haunting = new Haunting(
      () => this.close(),
      (what) => this.#world.note(what),
    )
    this.#haunting = haunting
    try {
      const first = await this.openTab()
      if (first) await this.#findDrafts(first)
    } catch (error) {
      if (!(error instanceof Killed)) throw error
    }
  }

  /** A page of the app: what is on the shelf comes back first, then the book is read. */
  async openTab(): Promise<Tab | undefined> {
    const { vault, now } = this.#world
    const disk = this.#noting(haunted(this.#drive.tab(), this.#haunting))
    const tab: Tab = {
      disk,
      book: openBook(),
      drafts: drafts({ disk, seals: vault.device, tenant: this.at.tenant, now: () => now(this.clockOff) }),
      copy: secondCopy(disk, this.#shelfOf()),
      rounds: 0,
    }
    try {
      await tab.copy.putBack()
      const haunting = this.#haunting
      followTabs(disk, () => {
        void loadBook(disk, vault.device, tab.book, allKinds).catch((error: unknown) => {
          if (haunting.alive && !(error instanceof DiskTrouble)) throw error
        })
      })
      await loadBook(disk, vault.device, tab.book, allKinds)
    } catch (error) {
      // The page says in words that the store does not open.
      if (error instanceof DiskTrouble || !this.alive) return undefined
      throw error
    }
    if (!this.alive) return undefined
    this.tabs.push(tab)
    return tab
  }

  closeTab(): void {
    // Its round goes on without it: a request that was sent is answered into nothing.
    this.tabs.pop()
  }

  /** Dies at once: what is on the drive is what is left. */
  close(): void {
    if (!this.alive) return
    this.#haunting.alive = false
    for (const tab of this.tabs) tab.disk.close()
    this.tabs = []
    this.#world.cut(this.name)
  }

  /** What befalls the disk from now on. */
  get fate(): Haunting {
    return this.#haunting
  }

  /** The profile as it lies there now. */
  async image(): Promise<Image> {
    const { order, told } = this.#owed
    return {
      drive: await this.#drive.copy(),
      shelf: new Map(this.#shelf),
      owed: { order: [...order], told: new Map(told) },
      enrolled: this.#enrolled,
      written: new Set(this.written),
    }
  }

  /** The profile becomes what an image says. */
  async become(image: Image): Promise<void> {
    this.close()
    this.#drive = await image.drive.copy()
    this.#shelf = new Map(image.shelf)
    this.#owed = { order: [...image.owed.order], told: new Map(image.owed.told) }
    this.#enrolled = image.enrolled
    for (const person of image.written) this.written.add(person)
    this.seen = ''
    this.#forgetDrafts()
  }

  /** The rows are gone; with `shelf` the second copy is still there and brings back what was unsent. */
  wipe(shelf: boolean): void {
    this.close()
    this.seen = ''
    this.#drive = this.#world.newDrive()
    if (!shelf) this.#shelf = new Map()
    const text = [...this.#shelf.values()].join()
    const kept = this.#owed.order.filter((id) => !this.#owed.told.has(id) && text.includes(`"${id}"`))
    this.#owed = { order: kept, told: new Map() }
    this.#forgetDrafts()
  }

  /** The context of a command in one of the tabs. */
  context(tab: Tab): Context {
    const { newId, now } = this.#world
    return {
      ...this.at,
      me: this.me,
      deviceKind: this.kind,
      view: tab.book,
      newId,
      now: () => now(this.clockOff),
      commit: (intents) => this.#commit(tab, intents),
    }
  }

  async #commit(tab: Tab, intents: readonly Intent[]): Promise<Done> {
    const haunting = this.#haunting
    const { vault, newId, now, record } = this.#world
    const to = {
      disk: tab.disk,
      book: tab.book,
      seals: vault.device,
      tenant: this.at.tenant,
      newId,
      now: () => now(this.clockOff),
    }
    record({ is: 'tried', by: this.me, intents })
    const done = await commit(to, this.me, intents)
    // A death after the commit and before the word "saved" leaves the change; it is only not promised.
    if (done.ok && haunting.alive) {
      for (const change of done.value) this.saved(change)
      void tab.copy.follow()
    }
    return done
  }

  saved(change: Change): void {
    this.#owed.order.push(change.id)
    this.#world.record({ is: 'saved', disk: this.name, change })
  }

  /** What is in a form, as it is being typed. */
  async type(tab: Tab, form: string, words: string): Promise<void> {
    const { record } = this.#world
    const haunting = this.#haunting
    const key = { author: this.me, form, about: '' }
    this.#typed += 1
    const text = `${this.#typed} ${words}`
    record({ is: 'typed', by: this.me, words })
    const kept = await tab.drafts.keep(key, 1, { text })
    if (kept.ok && haunting.alive)
      record({ is: 'drafted', disk: this.name, key: `${key.author}/${form}`, words: text })
  }

  async throwAway(tab: Tab, form: string): Promise<void> {
    this.#world.record({ is: 'draftGone', disk: this.name, key: `${this.me}/${form}` })
    await tab.drafts.drop({ author: this.me, form, about: '' })
  }

  /** Starts a round; two at once are two tabs, or one tab whose lock was taken from it. */
  beginRound(tab: Tab): void {
    const haunting = this.#haunting
    const { newId, post } = this.#world
    tab.rounds += 1
    const device = this.id
    let seen = ''
    void round({
      disk: tab.disk,
      book: tab.book,
      status: openStatus(),
      device: this.kind,
      newId,
      post: async (body) => {
        const answered = await post(this.name, device, body)
        seen = answered.seen ?? ''
        return answered
      },
    })
      .then(
        async (end) => {
          if (!haunting.alive) return
          this.lastEnd = end
          this.seen = end === 'done' ? seen : ''
          if (end === 'done') await tab.copy.prune()
        },
        (error: unknown) => {
          if (!haunting.alive || error instanceof Killed) return
          this.lastEnd = error instanceof DiskTrouble ? error.message : `threw ${String(error)}`
        },
      )
      .finally(() => {
        tab.rounds -= 1
      })
  }

  /** Everything that lies here and stands in its books. */
  async look(from: Pick<Look, 'reader' | 'day' | 'later' | 'handed'>): Promise<Look> {
    const disk = this.#drive.tab()
    const raw: Record<string, readonly string[]> = {}
    const found = await disk.read(TABLES, async (tx) => {
      for (const table of TABLES) {
        const rows = await tx.range(table)
        raw[table] = canariesIn(rows.map(({ value }) => value))
      }
      return {
        bases: await basesIn(tx),
        outbox: (await tx.range<OutboxRow>('outbox')).map(({ value }) => value.change.id),
        sent: (await tx.range<SentRow>('sent')).map(({ value }) => value.change.id),
      }
    })
    const told = await receipts(disk)
    disk.close()
    return {
      ...found,
      ...from,
      bases: [...found.bases.values()],
      disk: this.name,
      tenant: this.at.tenant,
      receipts: told.map(({ change }) => change),
      raw: { ...raw, shelf: canariesIn([...this.#shelf.values()].join()) },
      books: this.tabs.map(({ book }) => ({
        records: recordsOf(book),
        pending: book.waiting().flatMap((id) => book.pending(id)),
      })),
    }
  }

  async #findDrafts({ drafts: kept }: Tab): Promise<void> {
    const found = new Map<string, string>()
    const haunting = this.#haunting
    const disk = this.#drive.tab()
    const keys = await disk.read(['drafts'], (tx) => tx.range<{ author: PersonId }>('drafts'))
    disk.close()
    for (const author of new Set(keys.map(({ value }) => value.author))) {
      for (const entry of await kept.list(author)) {
        const draft = await kept.open(entry)
        if (draft) found.set(`${author}/${entry.form}`, (draft.content as { text: string }).text)
      }
    }
    if (haunting.alive) this.#world.record({ is: 'draftsFound', disk: this.name, found })
  }

  #forgetDrafts(): void {
    this.#world.record({ is: 'draftGone', disk: this.name, key: '*' })
  }

  #shelfOf(): CopyShelf {
    const shelf = this.#shelf
    return {
      put: async (key, text) => void shelf.set(key, text),
      delete: async (key) => void shelf.delete(key),
      list: async () => [...shelf].map(([key, text]) => ({ key, text })),
    }
  }

  /** Notes each outcome that a transaction put into the sent log, once it is on the disk. */
  #noting(disk: Disk): Disk {
    const { vault, record } = this.#world
    const haunting = this.#haunting
    return {
      read: (tables, body) => disk.read(tables, body),
      watch: (table, moved) => disk.watch(table, moved),
      close: () => disk.close(),
      write: async (tables, body) => {
        if (!tables.includes('sent')) return disk.write(tables, body)
        let put: SentRow[] = []
        const value = await disk.write(tables, (tx) => {
          put = []
          return body({
            ...tx,
            append: (table, row) => {
              if (table === 'sent') put.push(row as SentRow)
              return tx.append(table, row)
            },
          })
        })
        if (put.length === 0 || !haunting.alive) return value
        const told = put.map(({ change, first }): Told => {
          const { outcome } = (vault.look(first) ?? { outcome: { is: 'applied' } }) as { outcome: Outcome }
          return { id: change.id, outcome }
        })
        for (const { id, outcome } of told) this.#owed.told.set(id, outcome)
        record({ is: 'told', disk: this.name, told })
        return value
      },
    }
  }
}

function recordsOf(book: Book) {
  const ids = new Set<RecordId>(book.waiting())
  for (const { id } of book.bases()) ids.add(id)
  return [...ids].flatMap((id) => book.get(id) ?? [])
}
