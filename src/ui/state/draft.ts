import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Context } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
import { type KnownBy, takenOut } from '#domain/takenOut.ts'
import { type FormDrafts, useApp } from './app.ts'
import type { View } from './view.ts'

/** A form that makes a record carries the id of that record from its first input on. */
export interface Becoming {
  readonly id?: RecordId
}

/**
 * What was kept of a form; undefined where there is nothing. The app may end between saving and dropping the draft: what
 * is `saved` already is dropped here, so that nobody sends it twice.
 */
export async function openUnsaved<T>(
  drafts: FormDrafts,
  form: string,
  about: string,
  saved: (kept: T) => boolean,
): Promise<T | undefined> {
  const kept = await drafts.open<T>(form, about)
  if (kept === undefined || !saved(kept)) return kept
  await drafts.drop(form, about)
  return undefined
}

/**
 * What stands in a form. It is kept at every change, also while an input method is composing, and comes back when the
 * form is opened again, unless it was `saved`. What was typed before the kept draft arrived wins over it.
 */
export function useDraft<T>(
  form: string,
  about: string,
  empty: T,
  saved: (kept: T) => boolean = () => false,
) {
  const { drafts, ctx } = useApp()
  const [value, setValue] = useState(empty)
  const typed = useRef(false)
  /** What stands here is more than what lies on the disk or in a record. */
  const unsaved = useRef(false)
  const latest = useRef(empty)
  const show = (next: T) => {
    latest.current = next
    setValue(next)
  }
  useLayoutEffect(() => {
    let here = true
    typed.current = false
    unsaved.current = false
    show(empty)
    const gone: KnownBy[] = []
    void openUnsaved(drafts, form, about, saved).then((kept) => {
      // Whoever was erased while it was being opened stands in what was read.
      if (here && kept !== undefined && !typed.current) show(gone.reduce<unknown>(takenOut, kept) as T)
    })
    const noMore = drafts.onTakenOut((known) => {
      gone.push(known)
      const next = takenOut(latest.current, known) as T
      if (next === latest.current) return
      show(next)
      if (unsaved.current) void drafts.keep(form, about, next)
    })
    return () => {
      here = false
      noMore()
    }
  }, [drafts, form, about])
  return {
    value,
    /** What is committed through it takes the draft along: after a crash one of the two is there, not both. */
    ctx: {
      ...ctx,
      commit: async (intents) => {
        const done = await ctx.commit(intents, { form, about })
        if (done.ok) unsaved.current = false
        return done
      },
    } satisfies Context as Context,
    set(next: T) {
      typed.current = true
      unsaved.current = true
      show(next)
      void drafts.keep(form, about, next)
    },
    /** After saving, or when it is thrown away. */
    async drop() {
      unsaved.current = false
      await drafts.drop(form, about)
      show(empty)
    },
  }
}

/** The same for a form that makes a record. */
export function useRecordDraft<T extends object>(form: string, about: string, empty: T) {
  const { ctx } = useApp()
  const draft = useDraft<T & Becoming>(
    form,
    about,
    empty,
    ({ id }) => id !== undefined && isHere(ctx.view, id),
  )
  return {
    ...draft,
    set: (next: T) => draft.set({ ...next, id: draft.value.id ?? (ctx.newId() as RecordId) }),
  }
}

/** Whether the record of a form is here already. */
export function isHere(view: View, id: RecordId): boolean {
  return view.get(id) !== undefined
}
