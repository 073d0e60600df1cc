import type { ServerSeals } from '#server/sealing.ts'
import type { Inside, Seals } from '#store/outbox.ts'

export interface Vault {
  readonly device: Seals
  readonly server: ServerSeals
  /** What the server sealed under a text, for who records the life from outside. */
  look(text: string): unknown
}

/**
 * Sealing without a cipher: a sealed text is the number of a drawer, and nothing of what lies in it can be found in a disk
 * image or on the wire. Bound to what it is about, as the real one is; the same numbers in the same life.
 */
export function vault(): Vault {
  const drawers = new Map<string, { readonly about: string; readonly value: unknown }>()
  const close = (about: string, value: unknown): string => {
    const text = `drawer ${drawers.size + 1}.`
    drawers.set(text, { about, value })
    return text
  }
  const open = (about: string, text: string): unknown => {
    const drawer = drawers.get(text)
    return drawer?.about === about ? drawer.value : undefined
  }
  return {
    device: {
      toServer: async (tenant, id, inside) => ({
        sealed: close(`${tenant}|${id}|P256-A256GCM`, plain(inside)),
        alg: 'P256-A256GCM',
        key: 'drawers',
      }),
      toAuthor: async (author, id, inside) => close(`${author}|${id}`, plain(inside)),
      byAuthor: async (author, id, own) => plain(open(`${author}|${id}`, own)) as Inside | undefined,
    },
    server: {
      key: 'drawers',
      publicKey: '',
      open: async (tenant, change, key, text) =>
        key === 'drawers' ? plain(open(`${tenant}|${change}|P256-A256GCM`, text)) : undefined,
      close: async (about, value) => close(about, value),
      reveal: async (about, text) => open(about, text),
      digest: async (text) => hash(text),
    },
    look: (text) => drawers.get(text)?.value,
  }
}

/** What goes into a seal is JSON and comes out as JSON. */
function plain<T>(value: T): T {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as T)
}

/** 53 bits (cyrb53): enough for names within one life, and cheap. */
function hash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return `digest ${(4294967296 * (2097151 & b) + (a >>> 0)).toString(36)}`
}
