export const PASSPHRASE_LEAST = 10

export type Strength = 'short' | 'simple' | 'fair' | 'strong'

/** How hard a passphrase is to guess, in plain steps. A name in it or a row of the keyboard does not help. */
export function strengthOf(passphrase: string, name: string): Strength {
  const letters = Array.from(passphrase)
  if (letters.length < PASSPHRASE_LEAST) return 'short'
  const rest = name.trim().length > 1 ? passphrase.replaceAll(name.trim(), '') : passphrase
  const different = new Set(Array.from(rest.toLowerCase())).size
  if (different < 6 || /^\d+$/.test(rest) || isRow(rest.toLowerCase())) return 'simple'
  return letters.length >= 14 && different >= 8 ? 'strong' : 'fair'
}

const ROWS = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm']

function isRow(text: string): boolean {
  return ROWS.some((row) => `${row}${row}`.includes(text) || [...row].reverse().join('').includes(text))
}
