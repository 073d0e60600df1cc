import type { PersonId } from '#domain/ids.ts'
import type { Write } from '#store/disk.ts'
import type { DraftKey, Drafts } from '#store/drafts.ts'
import type { DeviceState, FormDrafts } from '#ui/state/app.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { Seat } from './seat.ts'

/** What the screens keep of half-filled forms, and what takes a draft away with the act that was written in it. */
type Forms = FormDrafts & {
  spent(draft: Omit<DraftKey, 'author'>): Promise<((tx: Write) => void) | undefined>
  /** The act is durable: what was written in this draft is begun no more. */
  saved(draft: Omit<DraftKey, 'author'>): void
}

/**
 * What somebody half fills, as the screens keep it; that it is not kept is said above every screen. Whoever is here with an unchecked
 * PIN finds what they began since they came in and nothing older; where something older lies, theirs stays in memory and is never
 * written over it.
 */
export function formDrafts(kept: Drafts, person: PersonId, device: StoreApi<DeviceState>, seat: Seat): Forms {
  const key = (form: string, about: string) => ({ author: person, form, about })
  const nameOf = (form: string, about: string) => JSON.stringify([form, about])
  /** What was begun while nobody had checked the PIN. */
  const begun = new Map<string, unknown>()
  /** Of these the ones that would lie over something older. */
  const aside = new Set<string>()
  const isOlder = async (form: string, about: string) =>
    (await kept.list(person)).some((entry) => entry.form === form && entry.about === about)

  return {
    onTakenOut: kept.onTakenOut,
    keep: async (form, about, content) => {
      const name = nameOf(form, about)
      if (seat.unchecked && !begun.has(name) && (await isOlder(form, about))) aside.add(name)
      // Once the PIN is checked the disk has it, but for what would lie over something older.
      if (seat.unchecked || aside.has(name)) begun.set(name, content)
      const done = aside.has(name) ? 'notChecked' : await kept.keep(key(form, about), 1, content)
      const draftNotKept = done === 'notChecked' ? done : done.ok ? undefined : done.refused
      if (draftNotKept !== device.getState().draftNotKept) device.setState({ draftNotKept })
    },
    open: async <T>(form: string, about: string) => {
      const name = nameOf(form, about)
      if (begun.has(name) && (seat.unchecked || aside.has(name))) return begun.get(name) as T
      return seat.unchecked ? undefined : ((await kept.open(key(form, about)))?.content as T | undefined)
    },
    list: async (form) => {
      const all = await kept.list(person)
      const mine = (entry: { form: string; about: string }) => begun.has(nameOf(entry.form, entry.about))
      return all.filter((entry) => entry.form === form && (!seat.unchecked || mine(entry)))
    },
    drop: async (form, about) => {
      const name = nameOf(form, about)
      begun.delete(name)
      if (!aside.delete(name)) await kept.drop(key(form, about))
    },
    spent: async (draft) =>
      aside.has(nameOf(draft.form, draft.about)) ? undefined : kept.spent({ author: person, ...draft }),
    saved: ({ form, about }) => {
      begun.delete(nameOf(form, about))
      aside.delete(nameOf(form, about))
    },
  }
}
