import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureHeader } from '#device/pictureHeader.ts'
import { aPicture, claiming, withExif, withSegment } from '#test/support/pictures.ts'

const bytes = (...pieces: (string | number[])[]) =>
  Uint8Array.from(
    pieces.flatMap((piece) => (typeof piece === 'string' ? [...Buffer.from(piece, 'latin1')] : piece)),
  )

test('the size of a camera’s JPEG is read behind all it says about itself', () => {
  const telling = withSegment(
    withSegment(withExif(aPicture()), 0xe1, 'x'.repeat(60_000)),
    0xe2,
    'x'.repeat(60_000),
  )
  expect(pictureHeader(telling)).toEqual({ kind: 'jpeg', width: 64, height: 48 })
})

test('200 megapixels are seen without decoding', () => {
  expect(pictureHeader(claiming(aPicture(), 20_000, 10_000))).toEqual({
    kind: 'jpeg',
    width: 20_000,
    height: 10_000,
  })
})

test.each([
  ['png', bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 15, 160, 0, 0, 11, 184])],
  ['gif', bytes('GIF89a', [0xa0, 0x0f, 0xb8, 0x0b])],
  ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', Array(10).fill(0), [0xa0, 0x0f, 0xb8, 0x0b])],
  ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8X', Array(8).fill(0), [0x9f, 0x0f, 0, 0xb7, 0x0b, 0])],
  ['webp', bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8L', Array(4).fill(0), [0x2f, 0x9f, 0xcf, 0xed, 0x02])],
  [
    'heif',
    bytes(
      [0, 0, 0, 24],
      'ftypheic',
      Array(12).fill(0),
      'ispe',
      [0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 2, 0],
      'ispe',
      [0, 0, 0, 0, 0, 0, 15, 160, 0, 0, 11, 184],
    ),
  ],
])('the size of a %s is read', (kind, file) => {
  expect(pictureHeader(file)).toEqual({ kind, width: 4000, height: 3000 })
})

test.each([
  ['nothing', new Uint8Array()],
  ['a text', bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')],
  ['a PDF', bytes('%PDF-1.7')],
  ['a film', bytes([0, 0, 0, 24], 'ftypmp42', Array(40).fill(0))],
  ['a JPEG that ends in its head', aPicture().subarray(0, 40)],
  ['two bytes', bytes([0xff, 0xd8])],
])('%s is not a picture', (_, file) => {
  expect(pictureHeader(file)).toBeUndefined()
})

test('any bytes get an answer', () => {
  const starts = [
    [0xff, 0xd8],
    [0x89, 0x50, 0x4e, 0x47],
    [...Buffer.from('RIFF0000WEBPVP8X')],
    [...Buffer.from('0000ftypheic')],
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      expect(() => pictureHeader(Uint8Array.from([...start, ...rest]))).not.toThrow()
    }),
  )
})
