import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createBrotliCompress, createDeflate, createGzip } from 'node:zlib'
import { aPicture, claiming, withExif } from '#test/support/pictures.ts'

/** Who sends a request. `forgotten` is known by its ticket only; `ended` has no appointment any more. */
export const WHO = [
  'nobody',
  'officer',
  'volunteer',
  'tablet',
  'revoked',
  'ended',
  'elsewhere',
  'forgotten',
] as const
export type Who = (typeof WHO)[number]

export type Body =
  | { readonly text: string; readonly edits?: readonly ByteEdit[] }
  /** A small JPEG of its own for each number; some of them are not to be taken. */
  | { readonly picture: number; readonly from?: number; readonly to?: number }
  | { readonly bomb: 'gzip' | 'br' | 'deflate' }

/** At which part of the bytes (0 to 1) so many are dropped and these (base64) are put. */
export interface ByteEdit {
  readonly at: number
  readonly drop: number
  readonly put: string
}

/**
 * One request before it is sent: plain data, so that it can be printed, kept and sent again to any server of these tests.
 * Words with a dollar sign (`$tenant`, `$cursor!3`, `"$n+1"`, `$long-70`) are filled in by the world it is sent to.
 */
export interface Ask {
  /** Which server: one with a compound, or one where nothing is set up yet. */
  readonly at: 'compound' | 'fresh'
  readonly who: Who
  readonly method: string
  readonly path: string
  readonly headers: readonly (readonly [string, string])[]
  readonly body?: Body
  /** `app`: the handler itself. `socket`: bytes to the listening server. */
  readonly way: 'app' | 'socket'
  /** Only so much of the bytes is sent (0 to 1), then the connection ends. */
  readonly cut?: number
  /** On a socket the body goes out in chunks instead of under a length. */
  readonly chunked?: true
}

/** What the words mean where the request is sent; undefined for a word that means nothing there. */
export type Meaning = (word: string, number: number | undefined) => string | undefined

const WORDS = /\$([a-zA-Z]+)(?:-(\d+))?(?:!(\d+))?/g
const NUMBERS = /"\$(n|acked)(?:\+(\d+))?"/g
const RAW = /"\$(said|sealed|deep|number|array)-(\d+)"/g
/** `"$letter-3":0` stands for the fields of an envelope. */
const FIELDS = /"\$(letter)-(\d+)":0/g
export const HUGE = ['1e999', '-1e999', '9007199254740993', '1152921504606846976', '1e400', '-0', '00', 'NaN']

/** No request is longer, however many long words stand in it. */
const LONGEST = 12_000_000

export function filled(text: string, meaning: Meaning): string {
  if (!text.includes('$')) return text
  let left = LONGEST
  const length = (number: number) => {
    const given = Math.min(number, left)
    left -= given
    return given
  }
  return text
    .replace(NUMBERS, (_, word: string, more?: string) =>
      String(Number(meaning(word, undefined)) + Number(more ?? 0)),
    )
    .replace(FIELDS, (whole, word: string, number: string) => meaning(word, Number(number)) ?? whole)
    .replace(
      RAW,
      (whole, word: string, number: string) =>
        raw(word, length(Number(number))) ?? meaning(word, Number(number)) ?? whole,
    )
    .replace(WORDS, (whole, word: string, number?: string, flip?: string) => {
      const found =
        own(word, number && length(Number(number))) ??
        meaning(word, number === undefined ? undefined : Number(number))
      if (found === undefined) return whole
      return flip === undefined ? found : flipped(found, Number(flip))
    })
}

function raw(word: string, number: number): string | undefined {
  if (word === 'deep') return '['.repeat(number) + ']'.repeat(number)
  if (word === 'array') return `[${'0,'.repeat(number)}0]`
  return word === 'number' ? HUGE[number % HUGE.length] : undefined
}

function own(word: string, number: string | number | undefined): string | undefined {
  if (word === 'long') return '长'.repeat(Number(number))
  if (word === 'wide') return 'x'.repeat(Number(number))
  if (word === 'size') return String(picture(Number(number)).length)
  if (word === 'named') return Buffer.from(pictureName(Number(number))).toString('base64')
  return word === 'photo' ? pictureName(Number(number)) : undefined
}

/** One character becomes its neighbour: what was sealed, signed or guessed is then something else. */
function flipped(text: string, at: number): string {
  if (text === '') return 'A'
  const index = at % text.length
  const code = text.charCodeAt(index)
  return text.slice(0, index) + String.fromCharCode(code === 65 ? 66 : 65) + text.slice(index + 1)
}

export function bytesOf(body: Body | undefined, meaning: Meaning): Buffer | undefined {
  if (!body) return undefined
  if ('bomb' in body) return BOMBS.get(body.bomb)
  if ('picture' in body) return Buffer.from(picture(body.picture).subarray(body.from ?? 0, body.to))
  let bytes = Buffer.from(filled(body.text, meaning))
  for (const { at, drop, put } of body.edits ?? []) {
    const start = Math.floor(at * bytes.length)
    bytes = Buffer.concat([
      bytes.subarray(0, start),
      Buffer.from(put, 'base64'),
      bytes.subarray(start + drop),
    ])
  }
  return bytes
}

export const PICTURES = 12

function picture(number: number): Uint8Array {
  const plain = aPicture()
  const kind = number % PICTURES
  if (kind === 9) return withExif(plain)
  if (kind === 10) return claiming(plain, 60_000, 60_000)
  if (kind === 11) return Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')
  // Another dot in the picture: nothing is said beside it.
  return Uint8Array.from(plain, (byte, at) => (at === plain.length - 10 ? 0x10 + kind : byte))
}

/** A picture of these tests and its name. */
export function aPictureOf(number: number): { readonly bytes: Uint8Array; readonly hash: string } {
  return { bytes: picture(number), hash: pictureName(number) }
}

function pictureName(number: number): string {
  return createHash('sha256').update(picture(number)).digest('hex')
}

/** 128 MB of nothing, packed to some 130 KB; made in pieces, so that the making is not what fills the memory. */
const NOTHING_MB = 128
const BOMBS = new Map<string, Buffer>()

export async function makeBombs(): Promise<void> {
  if (BOMBS.size > 0) return
  const makers = { gzip: createGzip, br: createBrotliCompress, deflate: createDeflate } as const
  for (const [name, make] of Object.entries(makers)) {
    const piece = Buffer.alloc(1024 * 1024)
    const pieces = Readable.from(Array.from({ length: NOTHING_MB }, () => piece))
    BOMBS.set(name, await buffer(pieces.pipe(make())))
  }
}
