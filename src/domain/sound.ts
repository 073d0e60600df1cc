/** What a browser records: a container, told by its first bytes. */
export type SoundType = 'audio/webm' | 'audio/ogg' | 'audio/mp4'

/**
 * What kind of sound these bytes are; undefined for anything else, for a film, and for a file that says where it was made.
 * Browsers name a container for what is in it, so it is read from the bytes and never believed.
 */
export function soundType(bytes: Uint8Array): SoundType | undefined {
  const type = container(bytes)
  return type && !NOT_SOUND.some((sign) => has(bytes, sign)) ? type : undefined
}

function container(bytes: Uint8Array): SoundType | undefined {
  if (startsWith(bytes, 0, [0x1a, 0x45, 0xdf, 0xa3]))
    return has(bytes.subarray(0, 64), 'webm') ? 'audio/webm' : undefined
  if (startsWith(bytes, 0, ascii('OggS'))) return 'audio/ogg'
  return startsWith(bytes, 4, ascii('ftyp')) ? 'audio/mp4' : undefined
}

/** Codecs of pictures as WebM, Ogg and MP4 name them, and the places where MP4 keeps a location. */
const NOT_SOUND = [
  'V_VP',
  'V_AV1',
  'V_MPEG',
  'theora',
  'vide',
  'avc1',
  'hvc1',
  'vp09',
  '\u00a9xyz',
  'loci',
  'ISO6709',
]

function has(bytes: Uint8Array, sign: string): boolean {
  const [first = 0, ...rest] = ascii(sign)
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (startsWith(bytes, at + 1, rest)) return true
  }
  return false
}

function startsWith(bytes: Uint8Array, from: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[from + index] === byte)
}

function ascii(text: string): readonly number[] {
  return Array.from(text, (sign) => sign.charCodeAt(0))
}
