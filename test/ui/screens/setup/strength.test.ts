import { expect, test } from 'vitest'
import { strengthOf } from '#ui/screens/setup/strength.ts'

test.each([
  ['', 'short'],
  ['九个字还是不够长', 'short'],
  ['1234567890', 'simple'],
  ['aaaaaaaaaaaa', 'simple'],
  ['abcdefghijkl', 'simple'],
  ['qwertyuiopas', 'simple'],
  ['13800002207', 'simple'],
  ['林老师林老师林老师1234', 'simple'],
  ['家乡的火锅真好吃哟', 'short'],
  ['家乡的火锅真是好吃', 'short'],
  ['家乡的火锅真是好吃哟', 'fair'],
  ['家乡的火锅真是好吃哟毛肚七上八下', 'strong'],
  ['correct horse battery', 'strong'],
] as const)('%j is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase, '林老师')).toBe(strength)
})
