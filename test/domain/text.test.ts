import { expect, test } from 'vitest'
import { asWritten } from '#domain/text.ts'

test('what no database keeps as text becomes a sign that is seen; everything else stays as it was written', () => {
  expect(asWritten('王\u0000秀兰')).toBe('王\ufffd秀兰')
  expect(asWritten('好\ud83d')).toBe('好\ufffd')
  expect(asWritten('\udc00x')).toBe('\ufffdx')
  for (const text of ['', '王秀兰', '👩‍👩‍👧', 'e\u0301', '\u202e', ' \n']) expect(asWritten(text)).toBe(text)
})
