import { expect, test } from 'vitest'
import { failedWith } from '#device/upload.ts'

test('W14 a photo that another tab is sending, or that came damaged, is sent later and never given up', () => {
  expect([409, 460, 404, 401].map(failedWith)).toEqual(['later', 'later', 'later', 'later'])
})

test('W14 only what the server will never take is given up', () => {
  expect([400, 413, 415, 422].map(failedWith)).toEqual(['refused', 'refused', 'refused', 'refused'])
})

test('W14 where nobody answers, or the server is in trouble, the other photos wait too', () => {
  expect([undefined, 502, 429].map(failedWith)).toEqual(['noLink', 'noLink', 'noLink'])
})
