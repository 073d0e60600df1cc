import { describe, expect, test } from 'vitest'
import { carriedIn, linkWithCode, offeredNames, readCode, spokenCode } from '#domain/invitation.ts'

describe('the eight characters of an invitation', () => {
  test.each(['7K2M94QX', '7k2m 94qx', ' 7K2M-94QX ', '７Ｋ２Ｍ　９４ＱＸ', '7K2M·94QX'])(
    '%j is read',
    (typed) => {
      expect(readCode(typed)).toEqual({ ok: true, value: '7K2M94QX' })
    },
  )

  test.each([
    ['', 'tooShort'],
    ['7K2M 94Q', 'tooShort'],
    ['7K2M 94QX9', 'tooLong'],
    ['7K2M 94O0', 'otherLetters'],
    ['7K2M 94I1', 'otherLetters'],
    ['七K2M94QX', 'otherLetters'],
  ])('%j is told to be %s', (typed, why) => {
    expect(readCode(typed)).toEqual({ ok: false, refused: why })
  })

  test('are shown in two groups that read as the same', () => {
    expect(spokenCode('7K2M94QX')).toBe('7K2M 94QX')
    expect(readCode(spokenCode('7K2M94QX'))).toEqual({ ok: true, value: '7K2M94QX' })
  })
})

test('a link carries its secret and the code to type behind the #, anything else there is neither', () => {
  const link = linkWithCode('https://example.org/join#abcDEF_-123', '7K2M94QX')
  expect(carriedIn(new URL(link).hash)).toEqual({ key: 'abcDEF_-123', code: '7K2M94QX' })
  expect(carriedIn('#7K2M94QX')).toEqual({ key: '7K2M94QX' })
  expect(carriedIn('')).toBeUndefined()
  expect(carriedIn('#')).toBeUndefined()
  expect(carriedIn('#<script>')).toBeUndefined()
  expect(carriedIn('#secret.no')).toBeUndefined()
})

test('everybody is offered the same ways to be called, the full name first', () => {
  expect(offeredNames('周明珍')[0]).toBe('周明珍')
  expect(offeredNames('周明珍')).toContain('周老师')
  expect(offeredNames('欧阳静')).toContain('欧阳老师')
  expect(offeredNames('Grace Lin')).toEqual(['Grace Lin'])
  expect(offeredNames('  ')).toEqual([])
})
