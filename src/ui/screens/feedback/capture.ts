import type { NewFeedback } from '#commands/feedback.ts'
import { CATEGORIES, type Category, KIND_KEYS, type KindKey } from '#domain/ledger/categories.ts'
import { propose } from '#domain/ledger/categoryWords.ts'
import { type Danger, dangersIn } from '#domain/ledger/danger.ts'
import type { Track } from '#domain/ledger/due.ts'
import type { Channel } from '#domain/feedback/feedback.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Speaker, VoiceNote } from '#domain/feedback/voiceNote.ts'
import type { Becoming } from '#ui/state/draft.ts'

/** What is in the form; a draft is exactly this. */
export interface Capture extends Becoming {
  readonly place?: RecordId
  readonly key?: KindKey
  /** Chosen under 别的; the other keys take it from the words. */
  readonly category?: Category
  readonly text: string
  readonly photos: readonly string[]
  readonly sound?: Pick<VoiceNote, 'sound' | 'seconds'> | undefined
  /** Whose voice it is; the volunteer's own, unless somebody says otherwise. */
  readonly speaker?: Speaker
  /** When it was heard, ISO instant: when it was begun, unless somebody says otherwise. */
  readonly heardAt?: string
  /** How many homes it touches; one, unless somebody says more. */
  readonly affected?: number
  readonly end?: Track | 'fixed' | 'answered'
  readonly answer: string
  /** How it looks now that it is put right. */
  readonly after?: readonly string[]
  readonly name: string
  readonly phone: string
  readonly agreed: boolean
  /** Asked to be settled quietly. */
  readonly quiet?: boolean
  /** A kind of danger that was pressed. */
  readonly danger?: Danger
  readonly called: boolean
}

export const BLANK: Capture = {
  text: '',
  photos: [],
  answer: '',
  name: '',
  phone: '',
  agreed: false,
  called: false,
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

/** The voice note of a form. */
export function voiceIn({ sound, speaker = 'retold' }: Capture): { readonly voice?: VoiceNote } {
  return sound ? { voice: { ...sound, speaker } } : {}
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
    // What is to be settled quietly the office decides on: an order goes through many hands.
    if (!mayOrder || form.quiet) return { is: 'undecided' }
    return form.end === 'fixed'
      ? { is: 'fixed', text: form.answer, photos: form.after ?? [] }
      : { is: 'order', track }
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
    ...voiceIn(form),
    ...(form.heardAt !== undefined && { heardAt: form.heardAt }),
    ...(form.affected !== undefined && { affected: form.affected }),
    ending: ending(),
    called: form.called,
    ...(form.quiet && { quiet: true }),
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
export function isEmpty({ text, photos, sound, key, name }: Capture, named = ''): boolean {
  const said = text !== '' || photos.length > 0 || sound !== undefined
  return !said && key === undefined && (name === '' || name === named)
}

function isTrack(end: Capture['end']): end is Track {
  return end !== undefined && end !== 'fixed' && end !== 'answered'
}
