import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'

/** Where a canary was let out: the place and the field group of the text it stands in, and who wrote it. */
export interface Canary {
  readonly text: string
  readonly tenant: TenantId
  readonly place: RecordId
  readonly record: RecordId
  readonly by: PersonId
}

/**
 * Every text that is written in a life carries a word that stands nowhere else. Wherever the word turns up, it came from
 * there. Short: a 称呼 has twelve signs.
 */
export class Canaries {
  readonly all = new Map<string, Canary>()

  let(from: Omit<Canary, 'text'>): string {
    const text = `§${this.all.size + 1}§`
    this.all.set(text, { ...from, text })
    return text
  }

  /** The name of a photo or a sound: it shows that there is one, and whoever has it can ask for the bytes. */
  letBytes(from: Omit<Canary, 'text'>): string {
    const text = `5eed${String(this.all.size + 1).padStart(60, '0')}`
    this.all.set(text, { ...from, text })
    return text
  }

  /** A phone number that nobody else has. */
  letPhone(from: Omit<Canary, 'text'>): string {
    const text = `199${String(this.all.size + 1).padStart(8, '0')}`
    this.all.set(text, { ...from, text })
    return text
  }
}

const CANARY = /§\d+§|5eed\d{60}|(?<!\d)199\d{8}(?!\d)/g

/** The canaries in a text or in anything that JSON can tell. */
export function canariesIn(value: unknown): readonly string[] {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.includes('§') || text.includes('5eed') || text.includes('199')
    ? [...new Set(text.match(CANARY))]
    : []
}

/** Whether a canary is the name of bytes. */
export function isBytes(text: string): boolean {
  return text.startsWith('5eed')
}
