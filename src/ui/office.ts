import { type ComponentType, createContext, h } from 'preact'
import { useContext, useState } from 'preact/hooks'
import type { Browser } from '#device/browser.ts'
import type { InstallOffer } from '#device/install.ts'
import type { Answer, OfficeRefusal } from '#device/asking.ts'
import type { Enrolment, Office } from '#device/office.ts'
import type { PersonId, TenantId } from '#domain/ids.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Tries } from '#domain/tries.ts'
import type { Several } from './several.ts'
import { type Words, useWords } from './words.ts'

/** The way in: what set-up, joining and inviting need of the world outside. Handed in by boot/start.tsx, also before there is a device. */
export interface Entrance {
  readonly office: Office
  readonly browser: Browser
  /** Opened from the home screen. */
  readonly installed: boolean
  /** Whether this browser can keep things, tried out before an invitation is used up. */
  keeps(): Promise<boolean>
  /** Makes this browser the device it was told to be; durable when it resolves. Refused on a device of another compound. */
  enrol(enrolment: Enrolment): Promise<Answer<object>>
  /** On a tablet of several people: the PINs of those who are here, for an inviter among them. */
  inviterPin?(): Promise<InviterPin>
  /** Whose this browser is already. */
  readonly here?: Here | undefined
  /** On one's own phone: the other compounds it holds, and the way into more. */
  readonly several?: Several
  /** Leaves the entrance for a screen of the product. */
  enter(path: string): void
  /** The browser's own way of installing, where it offers one now. */
  readonly offer?: InstallOffer | undefined
}

export interface InviterPin {
  now(): string
  tries(person: PersonId): Promise<Tries>
  /** Counts the try first; what shows the server that the PIN was entered, undefined where it is wrong. */
  proof(person: PersonId, pin: string): Promise<string | undefined>
}

export interface Here {
  readonly tenant: TenantId
  readonly compoundName: string
  readonly name: string
  readonly deviceKind: DeviceKind
}

export const EntranceContext = createContext<Entrance | undefined>(undefined)

export function useEntrance(): Entrance {
  const entrance = useContext(EntranceContext)
  if (!entrance) throw new Error('a screen that talks to the office stands inside EntranceContext')
  return entrance
}

/** A screen that needs the entrance. It is fetched after the first screen, so this one may have to wait a moment for it. */
export function withEntrance(Screen: ComponentType): ComponentType {
  return () => (useContext(EntranceContext) ? h(Screen, {}) : null)
}

export interface Asking {
  readonly busy: boolean
  /** The last refusal in words; undefined while there is none. */
  readonly refusal: string | undefined
  readonly refused: OfficeRefusal | undefined
  /** Runs one act; answers its value, or undefined where it was refused. A second press while one runs does nothing. */
  ask<T>(act: () => Promise<Answer<T>>): Promise<T | undefined>
  forget(): void
}

/** One online act at a time, its refusal in the words of the language. */
export function useAsking(): Asking {
  const words = useWords()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<{ refused: OfficeRefusal; retryAfter?: number | undefined }>()
  return {
    busy,
    refused: answer?.refused,
    refusal: answer && refusalIn(words, answer.refused, answer.retryAfter),
    forget: () => setAnswer(undefined),
    async ask(act) {
      if (busy) return undefined
      setBusy(true)
      setAnswer(undefined)
      try {
        const got = await act()
        if (got.ok) return got.value
        setAnswer(got)
        return undefined
      } finally {
        setBusy(false)
      }
    },
  }
}

function refusalIn(words: Words, refused: OfficeRefusal, retryAfter: number | undefined): string {
  const sentence = words.join.refused[refused]
  return retryAfter === undefined
    ? sentence
    : `${sentence}${words.join.again(Math.max(1, Math.ceil(retryAfter / 60)))}`
}
