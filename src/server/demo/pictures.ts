import { createHash } from 'node:crypto'
import corridorDark from './pictures/corridor-dark.jpg?inline'
import corridorLit from './pictures/corridor-lit.jpg?inline'
import mattress from './pictures/mattress.jpg?inline'
import overflow from './pictures/overflow.jpg?inline'
import skirtingFirm from './pictures/skirting-firm.jpg?inline'
import skirtingLoose from './pictures/skirting-loose.jpg?inline'
import sofaGone from './pictures/sofa-gone.jpg?inline'
import sofaThere from './pictures/sofa-there.jpg?inline'

/** Drawn for the demonstration: no place and nobody is on them. They travel inside the server's one file. */
const DRAWN = new Map<string, Uint8Array>(
  Object.entries({
    'corridor-dark': corridorDark,
    'corridor-lit': corridorLit,
    mattress,
    overflow,
    'skirting-firm': skirtingFirm,
    'skirting-loose': skirtingLoose,
    'sofa-gone': sofaGone,
    'sofa-there': sofaThere,
  }).map(([name, url]) => [name, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')]),
)

export const PICTURES: readonly Uint8Array[] = [...DRAWN.values()]

/** @throws for a name that was never drawn. */
export function pictureHash(name: string): string {
  const bytes = DRAWN.get(name)
  if (!bytes) throw new Error(`demo: no picture ${name}`)
  return hashOf(bytes)
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
