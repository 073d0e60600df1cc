import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainJpeg, readJpeg } from '#domain/jpeg.ts'
import { aPicture, claiming, withExif, withSegment } from '#test/support/pictures.ts'

test('a picture from a canvas is taken and its size is read', () => {
  expect(readJpeg(aPicture())).toEqual({ ok: true, value: { width: 64, height: 48 } })
})

test.each([
  ['EXIF with a place', withExif(aPicture())],
  ['XMP', withSegment(aPicture(), 0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>')],
  ['an editor’s block', withSegment(aPicture(), 0xed, 'Photoshop 3.0\0')],
  ['a comment', withSegment(aPicture(), 0xfe, 'at the east gate')],
  ['a colour profile of 5 KB', withSegment(aPicture(), 0xe2, `ICC_PROFILE\0${'x'.repeat(5000)}`)],
  ['a thumbnail in its head', withSegment(aPicture(), 0xe0, `JFIF\0${'x'.repeat(40)}`)],
  ['bytes behind its end', Uint8Array.from([...aPicture(), 1, 2, 3])],
])('W14 a picture with %s is refused', (_, bytes) => {
  expect(readJpeg(bytes)).toEqual({ ok: false, refused: 'metadata' })
})

test('a picture of 200 megapixels is refused', () => {
  expect(readJpeg(claiming(aPicture(), 20_000, 10_000))).toEqual({ ok: false, refused: 'tooManyPixels' })
})

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('<svg onload="x()"/>')],
  ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
  ['the first half of a picture', aPicture().subarray(0, 500)],
  ['a picture without its last two bytes', aPicture().subarray(0, -2)],
  ['a picture without size', claiming(aPicture(), 0, 48)],
  ['a lossless kind that no browser draws', withSegment(aPicture(), 0xc3, 'xxxxxxxxx')],
])('%s is not a picture', (_, bytes) => {
  expect(readJpeg(bytes)).toEqual({ ok: false, refused: 'notPicture' })
})

test('W14 after cutting, a picture tells nothing and is still the same picture', () => {
  const telling = withSegment(withExif(aPicture()), 0xfe, 'by telephone 13800000000')
  const plain = plainJpeg(Uint8Array.from([...telling, 9, 9]))!
  expect(readJpeg(plain)).toEqual({ ok: true, value: { width: 64, height: 48 } })
  expect(plain).toEqual(plainJpeg(aPicture()))
  expect(Buffer.from(plain).includes('Exif')).toBe(false)
})

test('any bytes get an answer, and what is taken stays as it is when cut', () => {
  fc.assert(
    fc.property(fc.nat(962), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const bytes = aPicture()
      bytes[at] = byte
      const plain = plainJpeg(bytes)
      if (readJpeg(bytes).ok) expect(readJpeg(plain!).ok).toBe(true)
    }),
    { verbose: true },
  )
})
