import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Context } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
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
  useLayoutEffect(() => {
    let here = true
    typed.current = false
    setValue(empty)
    void openUnsaved(drafts, form, about, saved).then((kept) => {
      if (here && kept !== undefined && !typed.current) setValue(kept)
    })
    return () => {
      here = false
    }
  }, [drafts, form, about])
  return {
    value,
    /** What is committed through it takes the draft along: after a crash one of the two is there, not both. */
    ctx: { ...ctx, commit: (intents) => ctx.commit(intents, { form, about }) } satisfies Context as Context,
    set(next: T) {
      typed.current = true
      setValue(next)
      void drafts.keep(form, about, next)
    },
    /** After saving, or when it is thrown away. */
    async drop() {
      await drafts.drop(form, about)
      setValue(empty)
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
