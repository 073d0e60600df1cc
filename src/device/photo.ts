import { plainJpeg, readJpeg } from '#domain/jpeg.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import { pictureHeader } from './pictureHeader.ts'

export interface TakenPhoto {
  /** SHA-256 of the bytes in hex: the photo's name from here on. */
  readonly hash: string
  /** A JPEG without a word about where, when or by what it was taken. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly width: number
  readonly height: number
}

export type PhotoRefusal = 'notAPicture' | 'tooManyPixels' | 'cannotDecode' // damaged, or of a kind this browser does not draw

/** Above this a tablet's memory is at risk; phones that make more also make a smaller one. */
const MOST_PIXELS = 60_000_000
/** A head is in the first part of a file, behind what a camera writes about the place and a preview. */
const HEAD_BYTES = 4 * 1024 * 1024
const PHOTO_BYTES = 300 * 1024
const LONG_SIDES = [1600, 1280, 1024, 800, 640]
const QUALITIES = [0.82, 0.72, 0.6, 0.48]

/**
 * Makes a photo of a file from the camera or the album: turned upright, at most 1,600 pixels long and 300 KB, drawn anew
 * so that nothing of the file's own data is left in it.
 */
export async function takePhoto(file: Blob): Promise<Result<TakenPhoto, PhotoRefusal>> {
  const header = pictureHeader(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  if (!header || header.width === 0 || header.height === 0) return refused('notAPicture')
  if (header.width * header.height > MOST_PIXELS) return refused('tooManyPixels')

  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return refused('cannotDecode')
  }
  try {
    for (const longSide of LONG_SIDES) {
      const { canvas, width, height } = drawn(picture, longSide)
      for (const quality of QUALITIES) {
        const encoded = await encode(canvas, quality)
        const bytes = encoded && plainJpeg(new Uint8Array(await encoded.arrayBuffer()))
        // A browser that cannot encode a JPEG answers with a PNG; then there is nothing to send.
        if (!bytes || !readJpeg(bytes).ok) return refused('cannotDecode')
        if (bytes.length <= PHOTO_BYTES) return ok({ hash: await hashOf(bytes), bytes, width, height })
      }
    }
    return refused('cannotDecode')
  } finally {
    // Its pixels are many megabytes, and some browsers free them only when told.
    picture.close()
  }
}

type Canvas = OffscreenCanvas | HTMLCanvasElement

function drawn(picture: ImageBitmap, longSide: number): { canvas: Canvas; width: number; height: number } {
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height))
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const canvas = aCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('photo: this browser has no canvas')
  // What was see-through would turn black in a JPEG.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return { canvas, width, height }
}

/** Off the page where there is such a thing (not in the first Safari 16). */
function aCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height)
  return Object.assign(document.createElement('canvas'), { width, height })
}

function encode(canvas: Canvas, quality: number): Promise<Blob | null> {
  const type = 'image/jpeg'
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type, quality })
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality))
}

/** SHA-256 in hex. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
