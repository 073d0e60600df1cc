import type { PersonId, TenantId } from '#domain/ids.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { type KnownBy, takenOut } from '#domain/takenOut.ts'
import { type Disk, DiskTrouble, type Trouble, type Write } from './disk.ts'
import { type NamedThere, together } from './namedThere.ts'
import type { Inside, KeptBody, Seals } from './outbox.ts'

/** What a half-filled form is kept under. One person may have many at once, one for each form and subject. */
export interface DraftKey {
  readonly author: PersonId
  /** The form's name, for example `feedback.capture`. */
  readonly form: string
  /** The record or place it is about; empty where the form starts from nothing. */
  readonly about: string
}

/** What a list shows of a draft without opening it. */
export interface DraftEntry extends DraftKey {
  /** Version of the form it was written in. */
  readonly v: number
  /** When it was last typed in: the device's claim, ISO instant. */
  readonly at: string
}

export interface Draft extends DraftEntry {
  /** As it was kept; the form checks that it still fits. */
  readonly content: unknown
}

interface DraftRow extends DraftEntry {
  /** Sealed to the author: nobody else on this device can read it. */
  readonly own: string
  /** The same, sealed to the server: where the author's key is lost, the words are not. Absent in rows of before. */
  readonly body?: KeptBody
}

/** As it lies sealed to its author. */
interface Kept extends Inside {
  /** Absent where nobody has looked since it was typed. */
  readonly named?: readonly NamedThere[]
}

/** A draft as it travels to be opened by the server for its author. */
export interface LostDraft {
  readonly id: string
  readonly body: KeptBody
}

export interface Drafts {
  /**
   * Keeps what is in the form now. To be called at every input, also while an input method is composing; calls of the
   * same key overtake each other, so that fast typing costs two saves and not forty. Resolves when this content, or a
   * later one, is durable.
   */
  keep(key: DraftKey, v: number, content: unknown): Promise<Result<undefined, `disk.${Trouble}`>>
  /** Undefined where there is none, or where its author's key is not at hand. */
  open(key: DraftKey): Promise<Draft | undefined>
  /** The author's own drafts, newest first. */
  list(author: PersonId): Promise<readonly DraftEntry[]>
  /** What stands in all drafts of this device; undefined where one cannot be opened now. */
  contents(): Promise<readonly unknown[] | undefined>
  /** The author's own that their key of today does not open: they have another since they forgot their PIN. */
  lost(author: PersonId): Promise<readonly LostDraft[]>
  /** Puts what the server opened under the author's key of today. What was typed meanwhile stays. */
  found(author: PersonId, drafts: readonly { readonly id: string; readonly inside: Inside }[]): Promise<void>
  /** Notes in the author's own, as far as they can be opened now, who is named there, where that was not done since they were typed. */
  note(author: PersonId, named: (content: unknown) => readonly NamedThere[]): Promise<void>
  /**
   * Takes names and numbers out of the author's own, as far as they can be opened now, by who is noted as named there; what says none
   * of them stays as it lies. Answers whether all could be opened.
   */
  takeOut(author: PersonId, known: (named: readonly NamedThere[]) => KnownBy): Promise<boolean>
  /**
   * Calls back before that is done: what stands in an open form has to go the same way, or the next key would put it back. `heard`: in
   * another tab. Answers how to end it.
   */
  onTakenOut(listener: (known: KnownBy, heard: boolean) => void): () => void
  /** Another tab takes them out of what lies on the disk; here it stands in open forms. */
  hear(known: KnownBy): void
  /** How many drafts of other people lie safe on this device. */
  others(author: PersonId): Promise<number>
  /**
   * Resolves when everything typed so far is on the disk, with what takes the draft away again in the transaction that
   * makes durable what became of it: nothing on its way lands behind that.
   */
  spent(key: DraftKey): Promise<(tx: Write) => void>
  /** After saving, or when the person throws it away. Nothing typed before it comes back. */
  drop(key: DraftKey): Promise<void>
}

export interface DraftsOn {
  readonly disk: Disk
  readonly seals: Seals
  readonly tenant: TenantId
  /** ISO instant. */
  readonly now: () => string
}

interface Keeping {
  /** What is to be written next; undefined once it was taken up. */
  next: { readonly v: number; readonly content: unknown } | undefined
  dropped: boolean
  readonly done: Promise<Result<undefined, `disk.${Trouble}`>>
}

export function drafts({ disk, seals, tenant, now }: DraftsOn): Drafts {
  const keepings = new Map<string, Keeping>()
  /** What has been looked through for names, by what was sealed. */
  const noted = new Set<string>()
  const listeners = new Set<(known: KnownBy, heard: boolean) => void>()
  const tell = (known: KnownBy, heard: boolean) => {
    for (const listener of listeners) listener(known, heard)
  }

  const write = async (key: DraftKey, keeping: Keeping): Promise<Result<undefined, `disk.${Trouble}`>> => {
    const id = rowKey(key)
    try {
      // Sealing takes time of its own, so one save of a key runs at a time: an older text never lands on a newer one.
      while (keeping.next && !keeping.dropped) {
        const { v, content } = keeping.next
        keeping.next = undefined
        const at = now()
        const inside = { at, args: content }
        const [own, body] = await Promise.all([
          seals.toAuthor(key.author, id, inside),
          seals.toServer(tenant, id, inside),
        ])
        if (keeping.dropped) break
        const row: DraftRow = { author: key.author, form: key.form, about: key.about, v, at, own, body }
        await disk.write(['drafts'], async (tx) => tx.put('drafts', id, row))
      }
      return ok(undefined)
    } catch (error) {
      if (error instanceof DiskTrouble) return refused(`disk.${error.trouble}`)
      throw error
    } finally {
      // In the same breath as the last look at `next`: a later input must find either a save that takes it up, or none.
      if (keepings.get(id) === keeping) keepings.delete(id)
    }
  }

  const rows = (author?: PersonId) =>
    disk.read(['drafts'], async (tx) => {
      const prefix = author === undefined ? '' : `${encodeURIComponent(author)}/`
      return (await tx.range<DraftRow>('drafts', { from: prefix, to: `${prefix}\uffff` })).map(
        ({ value }) => value,
      )
    })

  return {
    keep(key, v, content) {
      const id = rowKey(key)
      const running = keepings.get(id)
      if (running && !running.dropped) {
        running.next = { v, content }
        return running.done
      }
      const before = running?.done.catch(() => undefined) ?? Promise.resolve(undefined)
      const keeping: Keeping = {
        next: { v, content },
        dropped: false,
        done: before.then(() => write(key, keeping)),
      }
      keepings.set(id, keeping)
      return keeping.done
    },
    async open(key) {
      const id = rowKey(key)
      // What was typed last is on its way: whoever comes back at once finds it.
      await keepings.get(id)?.done.catch(() => undefined)
      const row = await disk.read(['drafts'], (tx) => tx.get<DraftRow>('drafts', id))
      const inside = row && (await seals.byAuthor(key.author, id, row.own))
      return row && inside && { ...entryOf(row), content: inside.args }
    },
    list: async (author) => (await rows(author)).map(entryOf).sort((a, b) => (a.at < b.at ? 1 : -1)),
    async contents() {
      const all = await Promise.all(
        (await rows()).map((row) => seals.byAuthor(row.author, rowKey(row), row.own)),
      )
      return all.includes(undefined) ? undefined : all.map((inside) => inside?.args)
    },
    async lost(author) {
      const all = await Promise.all(
        (await rows(author)).map(async (row) => {
          const shut = (await seals.byAuthor(author, rowKey(row), row.own)) === undefined
          return shut && row.body ? [{ id: rowKey(row), body: row.body }] : []
        }),
      )
      return all.flat()
    },
    async found(author, opened) {
      for (const { id, inside } of opened) {
        const was = await disk.read(['drafts'], (tx) => tx.get<DraftRow>('drafts', id))
        if (was?.author !== author) continue
        const own = await seals.toAuthor(author, id, inside)
        await disk.write(['drafts'], async (tx) => {
          const row = await tx.get<DraftRow>('drafts', id)
          if (row?.own === was.own) tx.put('drafts', id, { ...row, own })
        })
      }
    },
    async note(author, named) {
      for (const row of await rows(author)) {
        if (noted.has(row.own)) continue
        const id = rowKey(row)
        const inside: Kept | undefined = await seals.byAuthor(author, id, row.own)
        if (!inside) continue
        if (inside.named === undefined) {
          const looked: Kept = { ...inside, named: named(inside.args) }
          const own = await seals.toAuthor(author, id, looked)
          await disk.write(['drafts'], async (tx) => {
            const now = await tx.get<DraftRow>('drafts', id)
            if (now?.own === row.own) tx.put('drafts', id, { ...now, own })
          })
          noted.add(own)
        } else noted.add(row.own)
      }
    },
    async takeOut(author, known) {
      await Promise.all([...keepings.values()].map(({ done }) => done.catch(() => undefined)))
      const lying = await rows(author)
      const opened = new Map<DraftRow, Kept>()
      for (const row of lying) {
        const inside: Kept | undefined = await seals.byAuthor(author, rowKey(row), row.own)
        if (inside) opened.set(row, inside)
      }
      tell(known(together([...opened.values()].flatMap(({ named = [] }) => named))), false)
      for (const [row, inside] of opened) {
        const id = rowKey(row)
        const args = takenOut(inside.args, known(inside.named ?? []))
        if (args === inside.args) continue
        const [own, body] = await Promise.all([
          seals.toAuthor(author, id, { ...inside, args }),
          seals.toServer(tenant, id, { at: inside.at, args }),
        ])
        await disk.write(['drafts'], async (tx) => {
          const now = await tx.get<DraftRow>('drafts', id)
          if (now?.own === row.own) tx.put('drafts', id, { ...row, own, body })
        })
      }
      return opened.size === lying.length
    },
    onTakenOut(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hear: (known) => tell(known, true),
    others: async (author) => (await rows()).filter((row) => row.author !== author).length,
    async spent(key) {
      const id = rowKey(key)
      // A save that fails is told to whoever typed; what it was for goes out by this way.
      await keepings.get(id)?.done.catch(() => undefined)
      return (tx) => tx.delete('drafts', id)
    },
    async drop(key) {
      const id = rowKey(key)
      const running = keepings.get(id)
      if (running) running.dropped = true
      const before = running?.done.catch(() => undefined) ?? Promise.resolve(undefined)
      // It stands in the same line as the saves: what is typed while it runs is a new draft, and written after it.
      const dropping: Keeping = {
        next: undefined,
        dropped: true,
        done: before
          .then(() => disk.write(['drafts'], async (tx) => tx.delete('drafts', id)))
          .then(() => ok(undefined)),
      }
      keepings.set(id, dropping)
      try {
        await dropping.done
      } finally {
        if (keepings.get(id) === dropping) keepings.delete(id)
      }
    },
  }
}

function rowKey({ author, form, about }: DraftKey): string {
  return [author, form, about].map(encodeURIComponent).join('/')
}

function entryOf({ author, form, about, v, at }: DraftRow): DraftEntry {
  return { author, form, about, v, at }
}
