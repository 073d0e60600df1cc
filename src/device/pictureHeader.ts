export interface PictureHeader {
  readonly kind: 'jpeg' | 'png' | 'webp' | 'gif' | 'heif'
  readonly width: number
  readonly height: number
}

/**
 * What a file says it is and how large, from its first bytes and without decoding: a decoder given 200 megapixels takes a
 * tablet's whole memory. Undefined for anything that is not a picture of a kind phones make.
 */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint16(0) === 0xffd8) return jpeg(view)
    if (says(bytes, 1, 'PNG\r\n\x1a\n') && says(bytes, 12, 'IHDR')) {
      return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) }
    }
    if (says(bytes, 0, 'GIF8'))
      return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
    if (says(bytes, 0, 'RIFF') && says(bytes, 8, 'WEBP')) return webp(bytes, view)
    if (says(bytes, 4, 'ftyp')) return heif(bytes, view)
  } catch (error) {
    // The file ends inside its own head.
    if (!(error instanceof RangeError)) throw error
  }
  return undefined
}

function jpeg(view: DataView): PictureHeader | undefined {
  let at = 2
  for (;;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1 // filling
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker === 0xda || marker === 0xd9) return undefined
    at += 2 + view.getUint16(at + 2)
  }
}

function webp(bytes: Uint8Array, view: DataView): PictureHeader | undefined {
  if (says(bytes, 12, 'VP8X')) {
    const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
    return { kind: 'webp', width: three(24) + 1, height: three(27) + 1 }
  }
  if (says(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true)
    return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
  }
  if (says(bytes, 12, 'VP8 ')) {
    return {
      kind: 'webp',
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    }
  }
  return undefined
}

/** HEIC and AVIF list the sizes of all their pictures, tiles and thumbnails; the largest is the one that costs. */
function heif(bytes: Uint8Array, view: DataView): PictureHeader | undefined {
  let largest: PictureHeader | undefined
  for (let at = 8; at + 16 <= bytes.length; at += 1) {
    if (bytes[at] !== 0x69 || !says(bytes, at, 'ispe')) continue
    const [width, height] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    if (!largest || width * height > largest.width * largest.height) largest = { kind: 'heif', width, height }
  }
  return largest
}

function says(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0))
}
