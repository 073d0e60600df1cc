import { useEffect, useState } from 'preact/hooks'
import { othersFirst } from '#device/idle.ts'
import { type HomesIndex, homesIndex, type Sounds } from '#queries/homesIndex.ts'
import type { Reader } from '#queries/reader.ts'

/** What was built last; whoever comes back from a home finds it there. */
let last: { readonly reader: Reader; readonly index: HomesIndex; readonly sounding: boolean } | undefined
let sounds: Sounds | undefined
/** Milliseconds of building at a time. */
const SLICE = 6

/**
 * The index of what a person can find now. It is built while nothing else wants to be done: first without sounds, then with
 * them, and again after every change of the book; meanwhile the last one answers. Undefined: the first one is not there yet.
 */
export function useHomesIndex(reader: Reader): HomesIndex | undefined {
  if (last && last.reader.me !== reader.me) last = undefined
  const [, again] = useState<HomesIndex>()
  useEffect(() => {
    const over = new AbortController()
    const build = async (sounding: Sounds | undefined) => {
      const building = homesIndex(reader, sounding, last?.index)
      let until = 0
      while (!over.signal.aborted) {
        if (performance.now() > until) {
          await othersFirst()
          until = performance.now() + SLICE
        }
        const step = building.next()
        if (!step.done) continue
        last = { reader, index: step.value, sounding: sounding !== undefined }
        again(step.value)
        return
      }
    }
    const all = async () => {
      if (last?.reader !== reader) {
        if (!last?.sounding) await build(undefined)
      } else if (last.sounding) return
      // Without its tables names are found as they are written, and by the keys they carry.
      sounds ??= await soundsHere().catch(() => undefined)
      if (sounds) await build(sounds)
      else if (last?.reader !== reader) await build(undefined)
    }
    void all()
    return () => over.abort()
  }, [reader])
  return last?.index
}

/** Many people share a name, and the index is built often: each is sounded out once. */
async function soundsHere(): Promise<Sounds> {
  const { readingsOf } = await import('#domain/nameSounds.ts')
  const known = new Map<string, ReturnType<Sounds>>()
  return (name) => {
    const there = known.get(name) ?? readingsOf(name)
    known.set(name, there)
    return there
  }
}
