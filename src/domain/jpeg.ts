import { ok, type Result, refused } from './result.ts'

/** What we ask of a picture, seen from its bytes alone. */
export type JpegRefusal =
  | 'notPicture' // not a whole JPEG of a kind that every browser draws
  | 'metadata' // says where, when or by what it was taken
  | 'tooManyPixels'

export interface Jpeg {
  readonly width: number
  readonly height: number
}

/** 24 megapixels: what a phone's camera gives; a picture that claims more is made to fill a memory. */
export const JPEG_PIXELS = 24_000_000

/** A colour profile of a browser's own canvas is below 1 KB; a large one has room for other things. */
const PROFILE_BYTES = 4096

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP2 = 0xe2
const APP15 = 0xef
const COMMENT = 0xfe
const FRAMES = [0xc0, 0xc2] // baseline and progressive
const TABLES = [0xdb, 0xc4, 0xdd] // quantisation, Huffman, restart interval

interface Segment {
  readonly marker: number
  /** From the marker's first byte to the byte after its end. */
  readonly from: number
  readonly to: number
}

/**
 * Checks a JPEG by walking its markers: whole, of a plain kind, at most `JPEG_PIXELS`, and without a segment that could
 * tell where or by what it was taken, nor anything behind its end.
 */
export function readJpeg(bytes: Uint8Array): Result<Jpeg, JpegRefusal> {
  const walked = walk(bytes)
  if (!walked) return refused('notPicture')
  let size: Jpeg | undefined
  let metadata = walked.end !== bytes.length
  for (const segment of walked.segments) {
    if (FRAMES.includes(segment.marker)) {
      if (size || segment.to - segment.from < 11) return refused('notPicture')
      size = { height: word(bytes, segment.from + 5), width: word(bytes, segment.from + 7) }
    } else if (isTelling(bytes, segment)) metadata = true
    else if (!isKnown(segment.marker)) return refused('notPicture')
  }
  if (!size || size.width === 0 || size.height === 0) return refused('notPicture')
  if (size.width * size.height > JPEG_PIXELS) return refused('tooManyPixels')
  return metadata ? refused('metadata') : ok(size)
}

/**
 * The same picture without anything that tells about it. Browsers re-encode a canvas with segments of their own
 * (a colour profile, on some a stub of EXIF), so a device cuts them before it names the picture by its hash.
 * Undefined for bytes that are not a whole JPEG.
 */
export function plainJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const walked = walk(bytes)
  if (!walked) return undefined
  const cut = walked.segments.filter((segment) => isTelling(bytes, segment) || segment.marker === APP2)
  const kept = new Uint8Array(walked.end - cut.reduce((sum, segment) => sum + segment.to - segment.from, 0))
  let read = 0
  let written = 0
  for (const { from, to } of [...cut, { from: walked.end, to: walked.end }]) {
    kept.set(bytes.subarray(read, from), written)
    written += from - read
    read = to
  }
  return kept
}

/** All segments and the byte after EOI; undefined where the bytes end early or a marker is missing. */
function walk(bytes: Uint8Array): { segments: readonly Segment[]; end: number } | undefined {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== SOI) return undefined
  const segments: Segment[] = []
  let scans = 0
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] as number
    if (marker === EOI) return scans > 0 ? { segments, end: at + 2 } : undefined
    if (at + 3 >= bytes.length) return undefined
    const to = at + 2 + word(bytes, at + 2)
    if (to < at + 4 || to > bytes.length) return undefined
    segments.push({ marker, from: at, to })
    at = to
    if (marker !== SOS) continue
    scans += 1
    at = endOfScan(bytes, at)
  }
  return undefined
}

/** Entropy-coded bytes end at a marker; a stuffed zero and restart markers belong to them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] as number
    const inside = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (bytes[at] === 0xff && !inside) return at
    at += 1
  }
  return bytes.length
}

function isKnown(marker: number): boolean {
  return marker === APP0 || marker === APP2 || marker === SOS || TABLES.includes(marker)
}

function isTelling(bytes: Uint8Array, { marker, from, to }: Segment): boolean {
  if (marker === COMMENT) return true
  if (marker < APP0 || marker > APP15) return false
  // A JFIF head can hold a thumbnail behind its 14 bytes: of the picture before it was cropped.
  if (marker === APP0) return !says(bytes, from + 4, 'JFIF\0') || to - from > 18
  return !(marker === APP2 && says(bytes, from + 4, 'ICC_PROFILE\0') && to - from <= PROFILE_BYTES)
}

function says(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
}
