import { useEffect, useRef, useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import { type KnownBy, takenOut } from '#domain/takenOut.ts'
import { useApp } from '#ui/state/app.ts'
import { isHere, openUnsaved } from '#ui/state/draft.ts'
import { BLANK, type Capture, isEmpty } from './capture.ts'

export const FORM = 'feedback.capture'

/** Something that was begun and not saved. */
export interface Begun {
  /** What it is kept under. */
  readonly about: string
  /** When it was last typed in, ISO instant. */
  readonly at: string
  readonly form: Capture
}

export interface Opened {
  /** The place it was opened for, as `start`, else where one wrote last. */
  readonly start: RecordId | undefined
  readonly last: RecordId | undefined
  /** Who lives there, or nobody. */
  readonly named: string
  /** A draft that is meant. */
  readonly draft: string | undefined
  /** What it was opened for: it is laid over what was left half-way there. */
  laid(form: Capture): Partial<Capture> | undefined
}

/**
 * A form that keeps itself: at each input, also while an input method is composing. There may be several at once; each goes
 * on where it was left, and of those at the place it is opened for the latest comes back first.
 */
export function useCapture({ start, last, named, draft, laid }: Opened) {
  const { drafts, ctx, now: clock } = useApp()
  const [form, setForm] = useState<Capture>(() => ({ ...placed(start ?? last), name: named }))
  const [others, setOthers] = useState<readonly Begun[]>([])
  const now = useRef(form)
  // What it is kept under; nothing was put in yet where there is none.
  const about = useRef<string>(undefined)

  /** Who was erased while this is open: copies of what was begun still name them. */
  const gone = useRef<KnownBy[]>([])
  const withoutGone = (form: Capture) => gone.current.reduce<unknown>(takenOut, form) as Capture

  const show = (next: Capture) => {
    now.current = next
    setForm(next)
  }
  const list = async (): Promise<readonly Begun[]> => {
    const entries = await drafts.list(FORM)
    const kept = await Promise.all(
      entries.map(async ({ about: from, at }) => {
        const isSaved = ({ id }: Capture) => id !== undefined && isHere(ctx.view, id)
        const kept = await openUnsaved<Capture>(drafts, FORM, from, isSaved)
        return kept && { about: from, at, form: withoutGone({ ...BLANK, ...kept }) }
      }),
    )
    const begun = kept.filter((one) => one !== undefined)
    setOthers(begun.filter((one) => one.about !== about.current))
    return begun
  }
  const goOn = (one: Begun) => {
    about.current = one.about
    show(withoutGone(one.form))
  }
  const change = (part: Partial<Capture>) => {
    // Who lives at one door says nothing at another.
    const elsewhere = part.place !== undefined && part.place !== now.current.place
    const unnamed = elsewhere && part.name === undefined && now.current.name === named
    const begun = { id: ctx.newId() as RecordId, heardAt: clock() }
    const next = { ...begun, ...now.current, ...part, ...(unnamed && { name: '' }) }
    show(next)
    about.current ??= next.id
    void (isEmpty(next, named) ? drafts.drop(FORM, about.current) : drafts.keep(FORM, about.current, next))
  }
  useEffect(() => {
    // Words that were left half-way come back first; what was typed while they were being opened is newer.
    void list().then((begun) => {
      const here =
        begun.find((one) => one.about === draft) ?? begun.find((one) => one.form.place === (start ?? last))
      if (here && isEmpty(now.current, named)) goOn(here)
      setOthers(begun.filter((one) => one.about !== about.current))
      const part = laid(now.current)
      if (part) change(part)
    })
  }, [])

  useEffect(
    () =>
      drafts.onTakenOut((known) => {
        gone.current.push(known)
        setOthers((all) => all.map((one) => ({ ...one, form: withoutGone(one.form) })))
        const next = withoutGone(now.current)
        if (next === now.current) return
        show(next)
        if (about.current !== undefined) void drafts.keep(FORM, about.current, next)
      }),
    [drafts],
  )

  useEffect(() => {
    // Where one wrote last may be known a moment after the screen is: nobody has to choose it then.
    const place = start ?? last
    if (now.current.place === undefined && place !== undefined) show({ ...now.current, place })
  }, [last])

  return {
    form,
    /** As it is now, also where the screen has not been drawn since. */
    latest: () => now.current,
    /** What else was begun, the latest first. */
    others,
    resume: (one: Begun) => {
      goOn(one)
      void list()
    },
    change,
    /** Another one, from nothing; this one is kept. */
    begin: () => {
      about.current = undefined
      show(placed(now.current.place))
      void list()
    },
    /** After saving. */
    async drop() {
      if (about.current !== undefined) await drafts.drop(FORM, about.current)
    },
    /** Given up, and taken back: it lies where it lay. */
    async giveUp(): Promise<() => Promise<string>> {
      const [from, left] = [about.current ?? ctx.newId(), now.current]
      await drafts.drop(FORM, from)
      return async () => {
        await drafts.keep(FORM, from, withoutGone(left))
        return from
      }
    },
  }
}

function placed(place: RecordId | undefined): Capture {
  return place === undefined ? BLANK : { ...BLANK, place }
}
