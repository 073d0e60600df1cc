import { useEffect, useRef, useState } from 'preact/hooks'
import type { NewFeedback } from '#commands/feedback.ts'
import { CATEGORIES, type Category, KIND_KEYS, type KindKey } from '#domain/categories.ts'
import { propose } from '#domain/categoryWords.ts'
import { type Danger, dangersIn } from '#domain/danger.ts'
import type { Track } from '#domain/due.ts'
import type { Channel } from '#domain/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import { useApp } from '#ui/state/app.ts'
import { type Becoming, isHere, openUnsaved } from '#ui/state/draft.ts'

/** What is in the form; a draft is exactly this. */
export interface Capture extends Becoming {
  readonly place?: RecordId
  readonly key?: KindKey
  /** Chosen under 别的; the other keys take it from the words. */
  readonly category?: Category
  readonly text: string
  readonly photos: readonly string[]
  readonly end?: Track | 'fixed' | 'answered'
  readonly answer: string
  readonly name: string
  readonly phone: string
  readonly agreed: boolean
  /** A kind of danger that was pressed. */
  readonly danger?: Danger
  readonly called: boolean
}

export const FORM = 'feedback.capture'
const BLANK: Capture = { text: '', photos: [], answer: '', name: '', phone: '', agreed: false, called: false }

/**
 * A form that keeps itself: at each input, also while an input method is composing. `start` is where it was opened, `named`
 * who lives there, or nobody, and `laid` what it was opened for: it is laid over what was left half-way there.
 */
export function useCapture(
  start: RecordId | undefined,
  last: RecordId | undefined,
  named: string,
  laid: (form: Capture) => Partial<Capture> | undefined,
) {
  const { drafts, ctx } = useApp()
  const [form, setForm] = useState<Capture>(() => ({ ...placed(start ?? last), name: named }))
  const [others, setOthers] = useState<readonly { about: string; at: string }[]>([])
  const now = useRef(form)
  const about = useRef<string>(start ?? last ?? '')

  const show = (next: Capture) => {
    now.current = next
    setForm(next)
  }
  const open = (from: string) =>
    openUnsaved<Capture>(drafts, FORM, from, ({ id }) => id !== undefined && isHere(ctx.view, id))
  const list = async () => {
    const entries = (await drafts.list(FORM)).filter((one) => one.about !== about.current)
    const kept = await Promise.all(entries.map((one) => open(one.about)))
    setOthers(entries.filter((_, index) => kept[index] !== undefined))
  }
  const resume = async (from: string) => {
    const kept = await open(from)
    // What was typed while the draft was being opened is newer.
    if (kept && (from !== about.current || isEmpty(now.current, named))) {
      about.current = from
      show({ ...BLANK, ...kept })
    }
    await list()
  }

  const change = (part: Partial<Capture>) => {
    // Who lives at one door says nothing at another.
    const elsewhere = part.place !== undefined && part.place !== now.current.place
    const unnamed = elsewhere && part.name === undefined && now.current.name === named
    const next = { id: ctx.newId() as RecordId, ...now.current, ...part, ...(unnamed && { name: '' }) }
    show(next)
    const place = next.place ?? ''
    const before = about.current
    about.current = place
    const keeping = isEmpty(next, named) ? undefined : drafts.keep(FORM, place, next)
    // At its new place first, then off the old one: in between it lies at both.
    if (place !== before) void Promise.resolve(keeping).then(() => drafts.drop(FORM, before))
  }
  useEffect(() => {
    // Words that were left half-way come back first.
    void resume(about.current).then(() => {
      const part = laid(now.current)
      if (part) change(part)
    })
  }, [])

  return {
    form,
    /** Drafts of other places. */
    others,
    resume: (from: string) => void resume(from),
    change,
    /** After saving, or thrown away. */
    async drop() {
      await drafts.drop(FORM, about.current)
    },
  }
}

/** What the form adds up to: proposed where nobody has chosen. */
export interface Meaning {
  readonly category?: Category
  readonly track: Track
  readonly dangers: readonly Danger[]
  readonly urgency: NewFeedback['urgency']
}

export function meaningOf(form: Capture): Meaning {
  const proposed = propose(form.text, form.key)
  const category = form.category ?? proposed.category
  const dangers = [...new Set([...(form.danger ? [form.danger] : []), ...dangersIn(form.text)])]
  const track = isTrack(form.end) ? form.end : form.danger ? 'fix_now' : proposed.track
  return { track, dangers, urgency: form.danger ? 'u1' : proposed.urgency, ...(category && { category }) }
}

/** Undefined while place or kind is missing. */
export function asFeedback(
  form: Capture,
  meaning: Meaning,
  mayOrder: boolean,
  channel: Channel,
): NewFeedback | undefined {
  const { category, track, urgency } = meaning
  if (form.place === undefined || category === undefined) return undefined
  const ending = (): NewFeedback['ending'] => {
    if (form.end === 'answered') return { is: 'answered', text: form.answer }
    if (category === 'praise') return { is: 'praise' }
    if (!mayOrder) return { is: 'undecided' }
    return form.end === 'fixed' ? { is: 'fixed', text: form.answer, photos: [] } : { is: 'order', track }
  }
  const phone = form.phone.trim()
  return {
    ...(form.id !== undefined && { id: form.id }),
    place: form.place,
    text: form.text,
    category,
    urgency,
    channel,
    photos: form.photos,
    ending: ending(),
    called: form.called,
    ...(form.danger && { danger: form.danger }),
    ...(form.name.trim() && {
      reporter: { displayName: form.name.trim(), agreed: form.agreed, ...(phone && { phone }) },
    }),
  }
}

const DANGER_KIND = {
  gas: 'power_gas',
  fire: 'fire_safety',
  lift: 'elevator',
  shock: 'power_gas',
  noAnswer: 'care_help',
  falling: 'order_parking',
  charging: 'fire_safety',
} as const satisfies Record<Danger, Category>

/** What a pressed kind of danger puts into the form; nobody has rung yet. */
export function pressedDanger(danger: Danger): Partial<Capture> {
  return { key: 'other', category: DANGER_KIND[danger], danger, called: false }
}

/** What an address brings along, from a screen that knows it already: `kind`, one of the categories, and `text`. */
export function broughtAlong(
  query: Readonly<Record<string, string>>,
  form: Capture,
): Partial<Capture> | undefined {
  const category = CATEGORIES.find((one) => one === query['kind'])
  const text = query['text']?.slice(0, TEXT_LENGTH) ?? ''
  if (!category && !text) return undefined
  const keys = Object.keys(KIND_KEYS) as KindKey[]
  const key = keys.find((one) => KIND_KEYS[one].some((other) => other === category))
  return {
    // Nothing that stands there already is written over.
    ...(category && form.key === undefined && { key: key ?? 'other', category }),
    text: form.text.includes(text) ? form.text : [form.text, text].filter(Boolean).join('\n'),
  }
}

/** An address is no place for more. */
const TEXT_LENGTH = 200

/** Nothing was put in; who lives there, as the form came with it, is no input. */
export function isEmpty({ text, photos, key, name }: Capture, named = ''): boolean {
  return text === '' && photos.length === 0 && key === undefined && (name === '' || name === named)
}

function isTrack(end: Capture['end']): end is Track {
  return end !== undefined && end !== 'fixed' && end !== 'answered'
}

function placed(place: RecordId | undefined): Capture {
  return place === undefined ? BLANK : { ...BLANK, place }
}
