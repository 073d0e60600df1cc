import { useState } from 'preact/hooks'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { keep, kept } from '#ui/state/kept.ts'

/** An emergency is over by then; the ticks of the last one must not say that somebody is safe in this one. */
const HOURS_12 = 12 * 3_600_000

interface Ticks {
  readonly since: string
  readonly found: readonly RecordId[]
}

/**
 * Who was found already, on this device alone and for the time of the emergency: a help to one's own memory, no record of
 * anybody. It holds ids, no names, and outlives a dead battery.
 */
export function useFound(me: PersonId, place: RecordId, now: string) {
  const name = `found.${me}.${place}`
  const [ticks, setTicks] = useState(() => read(name, now))
  const write = (next: Ticks) => {
    keep(name, JSON.stringify(next))
    setTicks(next)
  }
  return {
    has: (resident: RecordId) => ticks.found.includes(resident),
    toggle(resident: RecordId) {
      const others = ticks.found.filter((one) => one !== resident)
      const found = others.length < ticks.found.length ? others : [...others, resident]
      write({ since: ticks.found.length === 0 ? now : ticks.since, found })
    },
    clear: () => write({ since: now, found: [] }),
  }
}

function read(name: string, now: string): Ticks {
  const none = { since: now, found: [] }
  try {
    const ticks = JSON.parse(kept(name) ?? '') as Ticks
    const age = Date.parse(now) - Date.parse(ticks.since)
    return Array.isArray(ticks.found) && age >= 0 && age < HOURS_12 ? ticks : none
  } catch {
    // Never written, or by another version: nobody is ticked.
    return none
  }
}
