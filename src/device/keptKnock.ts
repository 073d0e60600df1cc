const NAME = 'linbian.knock'

/** A confirmation that waits for the inviter's yes: with what, and under which name. Never with a passphrase. */
export interface KeptKnock {
  /** The invitation's code or secret. Without the yes it opens nothing. */
  readonly key: string
  readonly name: string
}

/** Kept so that a page that was closed in the middle goes on waiting. Where nothing can be kept, it asks again. */
export function keepKnock(knock: KeptKnock): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(knock))
  } catch {
    return
  }
}

export function keptKnock(): KeptKnock | undefined {
  try {
    const { key, name } = JSON.parse(localStorage.getItem(NAME) ?? '{}') as Partial<KeptKnock>
    return key && name ? { key, name } : undefined
  } catch {
    return undefined
  }
}

/** It is over, however it ended. */
export function dropKnock(key: string): void {
  if (keptKnock()?.key !== key) return
  try {
    localStorage.removeItem(NAME)
  } catch {
    return
  }
}
