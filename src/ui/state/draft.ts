import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Context } from '#commands/context.ts'
import type { RecordId } from '#domain/ids.ts'
import { type KnownBy, takenOut } from '#domain/takenOut.ts'
import { type FormDrafts, useApp } from './app.ts'
import { watchComposing } from './composing.ts'
import { typedOver } from './typedOver.ts'
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

/** A form whose kept draft is still on its way from the disk. */
interface Opening<T> {
  /** What was typed meanwhile. It is kept with what comes back, not over it. */
  typed?: { readonly value: T }
  /** It was saved or thrown away meanwhile: nothing comes back. */
  dropped?: true
}

/**
 * What stands in a form. It is kept at every change, also while an input method is composing, and comes back when the
 * form is opened again, unless it was `saved`. What was typed before the kept draft arrived stands together with it.
 */
export function useDraft<T>(
  form: string,
  about: string,
  empty: T,
  saved: (kept: T) => boolean = () => false,
) {
  const { drafts, ctx } = useApp()
  const [value, setValue] = useState(empty)
  const opening = useRef<Opening<T>>(undefined)
  /** What stands here is more than what lies on the disk or in a record. */
  const unsaved = useRef(false)
  const latest = useRef(empty)
  const show = (next: T) => {
    latest.current = next
    setValue(next)
  }
  const keep = (next: T) => {
    if (opening.current) opening.current.typed = { value: next }
    else void drafts.keep(form, about, next)
  }
  const settled = () => {
    unsaved.current = false
    if (opening.current) opening.current.dropped = true
    opening.current = undefined
  }
  useLayoutEffect(() => {
    let here = true
    const own: Opening<T> = {}
    opening.current = own
    unsaved.current = false
    show(empty)
    const gone: KnownBy[] = []
    /** Whoever was erased while it was being opened stands in what was read, and in what was typed. */
    const withoutGone = (all: T) => gone.reduce<unknown>(takenOut, all) as T
    const composing = watchComposing()
    const noMore = drafts.onTakenOut((known) => {
      gone.push(known)
      if (!here) return
      const next = takenOut(latest.current, known) as T
      if (next === latest.current) return
      show(next)
      if (unsaved.current) keep(next)
    })
    const arrived = (kept: T | undefined) => {
      composing.end()
      if (opening.current === own) opening.current = undefined
      if (!here) noMore()
      if (own.dropped) return
      const { typed } = own
      if (!typed && kept === undefined) return
      const next = typed
        ? kept === undefined
          ? typed.value
          : typedOver(kept, typed.value, empty)
        : (kept as T)
      if (here) show(withoutGone(next))
      if (typed) void drafts.keep(form, about, withoutGone(next))
    }
    openUnsaved(drafts, form, about, saved).then(
      (kept) => composing.over(() => arrived(kept)),
      (error: unknown) => {
        arrived(undefined)
        throw error
      },
    )
    return () => {
      here = false
      composing.end()
      if (opening.current !== own) noMore()
    }
  }, [drafts, form, about])
  return {
    value,
    /** What is committed through it takes the draft along: after a crash one of the two is there, not both. */
    ctx: {
      ...ctx,
      commit: async (intents) => {
        const done = await ctx.commit(intents, { form, about })
        if (done.ok) settled()
        return done
      },
    } satisfies Context as Context,
    set(next: T) {
      unsaved.current = true
      show(next)
      keep(next)
    },
    /** After saving, or when it is thrown away. */
    async drop() {
      settled()
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
