import { allKinds } from '#test/support/allKinds.ts'
import { createHash } from 'node:crypto'
import type { Context } from '#commands/context.ts'
import { sealing } from '#device/sealing.ts'
import { type Signing, signing, type SigningPair } from '#device/signing.ts'
import type { Visit } from '#domain/signedRequest.ts'
import type { StreamId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { appointmentsOf, type Member, memberId } from '#domain/member.ts'
import type { Appointment } from '#domain/rights.ts'
import { dayOf } from '#domain/workingDays.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { type Book, openBook } from '#store/book.ts'
import { commit, type Intent } from '#store/commit.ts'
import { type Drafts, drafts } from '#store/drafts.ts'
import { enrol } from '#store/enrolment.ts'
import { dropNames, namedIn } from '#store/forgottenNames.ts'
import { type DiskImage, type MemoryDisk, memoryDisk, type MemoryDiskOptions } from '#store/memoryDisk.ts'
import { loadBook } from '#store/open.ts'
import { personKeys } from '#store/personKeys.ts'
import { keepPhoto, photoBytes, type PhotoParcel, type PhotosOn } from '#store/photoBytes.ts'
import { photosReceived, releasePhotos, waitingPhotos } from '#store/photos.ts'
import { signingKeys } from '#store/signingKeys.ts'
import { type CopyShelf, type SecondCopy, secondCopy } from '#store/secondCopy.ts'
import { bringMissing, releasable } from '#store/staying.ts'
import { type PhotoEnds, sendPhotos } from '#sync/photos.ts'
import { type RoundEnd, round } from '#sync/run.ts'
import { openStatus, type StatusStore } from '#sync/status.ts'
import { type Enrolment, PHOTOS_PATH, SYNC_PATH } from '#wire/office.ts'
import { CLOSED } from '#wire/photos.ts'
import type { CutWire, Reach } from './aCutWire.ts'
import { photosOn } from './aPhotoShelf.ts'

const TUS = { 'Tus-Resumable': '1.0.0' }

/** What of a device outlives its page: the disk, and the shelf of second copies. */
interface Storage {
  readonly disk: MemoryDisk
  readonly shelf: CopyShelf
}

/**
 * A person with a device: the product's own book, commit, seals, planner and runner over a memory disk, put together as
 * `boot/inside.ts` puts them together in a browser. It is the context its commands stand on.
 */
export class Volunteer implements Context {
  readonly enrolment: Enrolment
  readonly wire: CutWire
  /** What the device's clock says, ISO instant; it need not be true. */
  clock: string
  book!: Book
  disk!: MemoryDisk
  status!: StatusStore
  copy!: SecondCopy
  drafts!: Drafts
  /** How a photo goes; another way may be laid, where there is a real port. */
  upload: PhotoEnds['upload'] = (hash, parcel) => this.#upload(hash, parcel)
  /** Set: every request is signed, as in a browser that keeps a key. */
  signing: Signing | undefined
  readonly #shelf: CopyShelf
  #seals!: ReturnType<typeof sealing>
  #loads: Promise<unknown> = Promise.resolve()

  private constructor(enrolment: Enrolment, wire: CutWire, clock: string, shelf: CopyShelf) {
    this.enrolment = enrolment
    this.wire = wire
    this.clock = clock
    this.#shelf = shelf
  }

  /** A browser that has just joined; on `storage` where it is one that was here before. */
  static async joined(
    enrolment: Enrolment,
    wire: CutWire,
    clock: string,
    storage: Storage = { disk: memoryDisk(), shelf: aShelf() },
  ): Promise<Volunteer> {
    const one = new Volunteer(enrolment, wire, clock, storage.shelf)
    const { serverTime: _, ...told } = enrolment
    const done = await enrol(storage.disk, { ...told, demo: false }, crypto.randomUUID() as StreamId)
    if (!done.ok) throw new Error(done.refused)
    await one.#start(storage.disk)
    return one
  }

  get tenant() {
    return this.enrolment.tenant
  }
  get compound() {
    return this.enrolment.compound
  }
  get me() {
    return this.enrolment.person
  }
  get deviceKind() {
    return this.enrolment.deviceKind
  }
  get view(): Book {
    return this.book
  }
  get storage(): Storage {
    return { disk: this.disk, shelf: this.#shelf }
  }
  get appointments(): readonly Appointment[] {
    return appointmentsOf(this.book.get<Member>(memberId(this.me)))
  }

  /** Where its photos and sounds lie. */
  get photos(): PhotosOn {
    return { ...photosOn(this.disk, this.#seals), tenant: this.tenant }
  }

  newId(): string {
    return crypto.randomUUID()
  }

  now(): string {
    return this.clock
  }

  commit(intents: readonly Intent[]): ReturnType<Context['commit']> {
    const { disk, book, tenant } = this
    const to = { disk, book, seals: this.#seals, tenant, newId: this.newId, now: () => this.clock }
    return commit(to, this.me, intents)
  }

  reader(): Reader {
    return readerOf(this.book, this, dayOf(this.clock))
  }

  /** From now on this device signs what it asks, with the pair on its disk. */
  signs(): this {
    const fetching = ((path: string, init: RequestInit = {}) => this.wire.send(path, init)) as typeof fetch
    this.signing = signing(signingKeys<SigningPair, Visit>(this.disk), fetching)
    return this
  }

  readonly reach: Reach = (path, init) =>
    this.signing ? this.signing.fetch(path, init) : this.wire.send(path, init)

  /** What happens when something says that it is time to sync. */
  async sync(): Promise<RoundEnd> {
    const { disk, book, status, deviceKind, newId } = this
    const ends = {
      disk,
      book,
      status,
      device: deviceKind,
      newId,
      post: async (body: string) => {
        const headers = { 'Content-Type': 'application/json' }
        const answer = await this.reach(SYNC_PATH, { method: 'POST', headers, body })
        return { status: answer.status, text: await answer.text() }
      },
      photosAsked: () => waitingPhotos(disk),
      photosHere: (hashes: readonly string[]) => photosReceived(disk, hashes),
      forgets: (gone: readonly Recorded[]) => dropNames(this, this.me, gone),
    }
    const end = await round(ends)
    if (status.getState().complete) await this.drafts.note(this.me, (content) => namedIn(book, content))
    if (end !== 'done') return end
    await this.copy.prune()
    if ((await waitingPhotos(disk)).length > 0) {
      await sendPhotos({ disk, upload: this.upload })
      await round(ends)
    }
    const gone = releasable(book)
    const { wiped } = status.getState()
    await releasePhotos(disk, (hash) => wiped === true || gone.has(hash))
    await bringMissing({ ...this.photos, book, now: () => this.clock }, async (hash) => {
      const answer = await this.reach(`${PHOTOS_PATH}/${hash}`, { method: 'GET' })
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
    })
    return end
  }

  /** Bytes as the camera's door hands them over; answers the photo's name. */
  async takePhoto(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const kept = await keepPhoto(this.photos, { hash, bytes, at: this.clock }, this.me)
    if (!kept.ok) throw new Error(kept.refused)
    return hash
  }

  /** As a screen gets it: from this device, else from the office. */
  async seesPhoto(hash: string): Promise<boolean> {
    if (await photoBytes(this.photos, hash)) return true
    return (await this.reach(`${PHOTOS_PATH}/${hash}`, { method: 'GET' })).ok
  }

  /** The page is killed and opened again: what comes back is what is on the disk. */
  async restart(image: DiskImage = this.disk.snapshot(), options?: MemoryDiskOptions): Promise<void> {
    this.disk.close()
    await this.#start(memoryDisk.from(image, options))
  }

  /** Another tab of the same browser. */
  async tab(): Promise<Volunteer> {
    const other = new Volunteer(this.enrolment, this.wire, this.clock, this.#shelf)
    await other.#start(this.disk.tab())
    return other
  }

  /** Resolves when what other tabs wrote is in the book. */
  async caughtUp(): Promise<void> {
    await this.#loads
  }

  /** Whether a text stands anywhere on this device: on the disk, on the shelf of copies. */
  async holds(text: string): Promise<boolean> {
    const rows = Object.values(this.disk.snapshot().rows).flatMap((table) => [...table.entries()])
    const copies = (await this.#shelf.list()).map((entry) => entry.text)
    return [JSON.stringify(rows), ...copies].some((lying) => lying.includes(text))
  }

  async #start(disk: MemoryDisk): Promise<void> {
    this.disk = disk
    this.book = openBook()
    this.status = openStatus()
    this.copy = secondCopy(disk, this.#shelf)
    if (this.signing) this.signs()
    this.#seals = sealing({
      server: this.enrolment.serverKey,
      keys: personKeys(disk),
      unlocked: (person) => person === this.me,
    })
    this.drafts = drafts({ disk, seals: this.#seals, tenant: this.tenant, now: () => this.clock })
    await this.copy.putBack()
    await loadBook(disk, this.#seals, this.book, allKinds)
    const reload = () => {
      this.#loads = Promise.all([this.#loads, loadBook(disk, this.#seals, this.book, allKinds)])
    }
    for (const table of ['outbox', 'meta'] as const) disk.watch(table, reload)
  }

  /** What is signed without its body, as the browser's uploads are. */
  async #carry(path: string, init: RequestInit & { readonly method: string }): Promise<Response> {
    const said = await this.signing?.headers(init.method, path)
    return this.wire.send(path, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...said },
    })
  }

  /** The protocol of `device/upload.ts`, from the byte the server has. */
  async #upload(hash: string, { bytes, seal }: PhotoParcel): Promise<'there' | 'later' | 'refused'> {
    const isClosed = seal !== undefined && 'sealed' in seal
    const at = `${PHOTOS_PATH}/${hash}${isClosed ? CLOSED : ''}`
    try {
      const head = await this.#carry(at, { method: 'HEAD', headers: TUS })
      let offset = Number(head.headers.get('Upload-Offset') ?? 0)
      if (!head.ok) {
        const said = { hash, ...(isClosed && { sealed: seal.sealed, alg: seal.alg, key: seal.key }) }
        const metadata = Object.entries(said)
          .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
          .join(',')
        const headers = { ...TUS, 'Upload-Length': String(bytes.length), 'Upload-Metadata': metadata }
        const made = await this.#carry(PHOTOS_PATH, { method: 'POST', headers })
        if (!made.ok) return 'refused'
        offset = 0
      }
      if (offset === bytes.length) return 'there'
      const headers = {
        ...TUS,
        'Upload-Offset': String(offset),
        'Content-Type': 'application/offset+octet-stream',
      }
      const body = bytes.slice(offset)
      const sent = await this.#carry(at, { method: 'PATCH', headers, body })
      return sent.ok ? 'there' : 'refused'
    } catch {
      return 'later'
    }
  }
}

/** The other storage of a browser, which may outlive the disk. */
export function aShelf(): CopyShelf {
  const entries = new Map<string, string>()
  return {
    put: async (key, text) => void entries.set(key, text),
    delete: async (key) => void entries.delete(key),
    list: async () => [...entries].map(([key, text]) => ({ key, text })),
  }
}
