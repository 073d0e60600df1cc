import { pinyin, polyphonic } from 'pinyin-pro'

/** A syllable for each character, in small letters without tones, ü as v; a character without a sound stands for itself. */
export type Reading = readonly string[]

/** 王乐行朴 could be read in dozens of ways; what nobody would type is not kept. */
const MOST_READINGS = 12

/**
 * All ways to say a name (as `plainName` leaves it), the likeliest first: there a family name sounds as a family name (单 shan, 尉迟 yuchi).
 * The other ones are for who does not know that (dan, weichi). Never empty. The tables behind it are large: load this file
 * only when somebody searches.
 */
export function readingsOf(name: string): readonly Reading[] {
  const how = { toneType: 'none', type: 'array', v: true } as const
  const likeliest = pinyin(name, { ...how, surname: 'head' }).map(lower)
  let readings: readonly Reading[] = [[]]
  for (const [at, sounds] of polyphonic(name, how).entries()) {
    const all = new Set([likeliest[at] ?? '', ...sounds.map(lower)])
    readings = readings.flatMap((before) => [...all].map((sound) => [...before, sound]))
    // Kept after the multiplication, so that the likeliest sounds of what follows are still all there.
    readings = readings.slice(0, MOST_READINGS)
  }
  return readings
}

function lower(sound: string): string {
  return sound.toLowerCase()
}
