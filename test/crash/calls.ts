import { readFile } from 'node:fs/promises'
import type { Chance } from '#test/sim/random.ts'

/** A place in a run where the server can be ended. */
export interface Place {
  readonly call: string
  /** The how-many-eth call of this name the thread made that made it. */
  readonly nth: number
  /** The call with what it wrote to, without numbers: `fsync linbian.sqlite-wal`. */
  readonly what: string
}

/** Woken threads and timers write too; nothing outlives the process by it. */
const IDLE = /anon_inode|\/proc\/|\/dev\//

/** Reads what strace noted: `pid call(fd</path>, …` one a line. */
export async function placesIn(trace: string, dataDir: string): Promise<readonly Place[]> {
  const counted = new Map<string, number>()
  const places: Place[] = []
  for (const line of (await readFile(trace, 'utf8')).split('\n')) {
    const [, thread, call, rest] = /^(\d+)\s+(\w+)\((.*)$/.exec(line) ?? []
    if (thread === undefined || call === undefined || rest === undefined) continue
    const key = `${thread} ${call}`
    const nth = (counted.get(key) ?? 0) + 1
    counted.set(key, nth)
    if (IDLE.test(rest)) continue
    places.push({ call, nth, what: `${call} ${target(rest, dataDir)}` })
  }
  return places
}

function target(rest: string, dataDir: string): string {
  const found = /<([^>]*)>|"([^"]*)"/.exec(rest)
  const path = found?.[1] ?? found?.[2] ?? ''
  if (/^(socket|TCP|UNIX|pipe)/.test(path)) return 'an answer or a word'
  if (!path.startsWith(dataDir)) return 'elsewhere'
  return path.slice(dataDir.length + 1).replace(/[0-9a-f]{8,}[0-9a-f-]*|\w{10,}(?=\.(js|css|half))/g, '*')
}

/** Draws places so that the rare ones come too: first the kind of call, then one of its places. */
export function sampler(places: readonly Place[], chance: Chance): () => Place {
  const kinds = new Map<string, Place[]>()
  for (const place of places) kinds.set(place.what, [...(kinds.get(place.what) ?? []), place])
  const all = [...kinds.values()]
  return () => chance.pick(chance.once(3) ? places : chance.pick(all))
}
