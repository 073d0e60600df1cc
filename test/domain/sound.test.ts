import { describe, expect, test } from 'vitest'
import { soundType } from '#domain/sound.ts'
import { aSound } from '#test/support/sounds.ts'
import { aPicture } from '#test/support/pictures.ts'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])),
  )

describe('what kind of sound bytes are', () => {
  test('WebM, Ogg and MP4 are known by their first bytes', () => {
    expect(soundType(aSound())).toBe('audio/webm')
    expect(soundType(bytes('OggS', [0, 2], 'OpusHead'))).toBe('audio/ogg')
    expect(soundType(bytes([0, 0, 0, 24], 'ftypM4A ', 'mp4a'))).toBe('audio/mp4')
  })

  test('a picture, words, a script, nothing and another Matroska file are none', () => {
    for (const other of [
      aPicture(),
      bytes('RIFFxxxxWAVE'),
      bytes('<script>'),
      bytes(''),
      bytes([0x1a, 0x45, 0xdf, 0xa3], 'matroska'),
    ])
      expect(soundType(other)).toBeUndefined()
  })

  test('a film is none, nor is what says where it was made', () => {
    expect(soundType(Uint8Array.from([...aSound(), ...bytes('V_VP9')]))).toBeUndefined()
    expect(soundType(bytes('OggS', [0, 2], '\x80theora'))).toBeUndefined()
    expect(soundType(bytes([0, 0, 0, 24], 'ftypisom', 'hdlr', 'vide'))).toBeUndefined()
    expect(soundType(bytes([0, 0, 0, 24], 'ftypM4A ', '\u00a9xyz', '+30.57+104.06/'))).toBeUndefined()
  })
})
