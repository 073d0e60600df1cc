import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

export interface Scanned {
  readonly files: number
  readonly bytes: number
  /** The words that were found, each with where first. */
  readonly found: ReadonlyMap<string, string>
}

/** Every way a word may lie on a disk or go over a line: as browsers keep text, as files do, as addresses and JSON write it. */
function shapesOf(word: string): readonly Buffer[] {
  const escaped = [...word].map((sign) =>
    sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign,
  )
  return [
    Buffer.from(word, 'utf8'),
    Buffer.from(word, 'utf16le'),
    Buffer.from(word, 'utf16le').swap16(),
    Buffer.from(encodeURIComponent(word), 'latin1'),
    Buffer.from(escaped.join(''), 'latin1'),
    // Base64 has three ways of beginning; the last group may hang together with what follows.
    ...[0, 1, 2].map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), Buffer.from(word, 'utf8')]).toString('base64')
      return Buffer.from(text.slice(before === 0 ? 0 : 4, Math.floor(text.length / 4) * 4 - 4), 'latin1')
    }),
  ].filter(({ length }) => length >= 6)
}

/** Looks for words in raw bytes, whatever they belong to. */
export class Scanner {
  readonly #words = new Map<string, string>()
  readonly #pattern: RegExp

  constructor(words: readonly string[]) {
    for (const word of words)
      for (const shape of shapesOf(word)) this.#words.set(shape.toString('latin1'), word)
    const shapes = [...this.#words.keys()].map((one) => one.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    this.#pattern = new RegExp(shapes.join('|'), 'g')
  }

  bytes(where: string, all: Uint8Array, found = new Map<string, string>()): Map<string, string> {
    const text = Buffer.from(all.buffer, all.byteOffset, all.byteLength).toString('latin1')
    for (const [shape] of text.matchAll(this.#pattern)) {
      const word = this.#words.get(shape)
      if (word !== undefined && !found.has(word)) found.set(word, where)
    }
    return found
  }

  /** Everything below a folder, also what is packed in a file of its own. */
  async folder(folder: string): Promise<Scanned> {
    const found = new Map<string, string>()
    let [files, bytes] = [0, 0]
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      // A browser that runs takes files away under one's hands.
      const all = await readFile(path).catch(() => undefined)
      if (!all) continue
      files += 1
      bytes += all.length
      this.bytes(path, all, found)
      if (all[0] === 0x1f && all[1] === 0x8b) this.bytes(path, unpacked(all), found)
    }
    return { files, bytes, found }
  }
}

function unpacked(all: Buffer): Buffer {
  try {
    return gunzipSync(all)
  } catch {
    return Buffer.alloc(0)
  }
}

/** Some pieces of bytes that stand nowhere else, so short that hardly one of them is torn where a database tears its rows. */
export function piecesOf(bytes: Uint8Array): readonly Buffer[] {
  const [count, length] = [12, 24]
  return Array.from({ length: count }, (_, n) => {
    const from = Math.floor(((n + 1) * bytes.length) / (count + 1))
    return Buffer.from(bytes.slice(from, from + length))
  })
}

/** The files below a folder in which one of the pieces lies as it is. */
export async function holding(folder: string, pieces: readonly Buffer[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const all = await readFile(path).catch(() => undefined)
    if (all && pieces.some((piece) => all.includes(piece))) found.push(path.slice(folder.length + 1))
  }
  return found
}
