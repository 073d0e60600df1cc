import { pause } from '#device/timers.ts'

/* What comes behind the start, and may come late. */

/** Where the network goes away in the middle of a first visit, it is asked for again. What is written meanwhile is durable. */
export async function fetched<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await load()
    } catch {
      await pause(5_000).over
    }
  }
}

/** Whether it came; where it did not, somebody waits for an answer. */
export async function isHad(coming: Promise<unknown>): Promise<boolean> {
  try {
    await coming
    return true
  } catch {
    return false
  }
}

/** Made when it is first asked for, and once. */
export function memo<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
