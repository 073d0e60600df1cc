import { newId } from './ids.ts'

const NAME = 'linbian.attempt'
let now: string | undefined

/**
 * This browser's own random number, sent with what is confirmed once: when the answer is lost, the server knows by it who
 * asks again. It stays over a reload, where the browser keeps anything.
 */
export function ownAttempt(): string {
  try {
    now ??= localStorage.getItem(NAME) ?? newId()
    localStorage.setItem(NAME, now)
  } catch {
    now ??= newId()
  }
  return now
}
