import { describe, expect, test } from 'vitest'
import { newVaultRoot, vaultCipher } from '#device/vaultCipher.ts'

const ENCRYPTIONS = 10_000

describe('the cipher of the read vault', () => {
  test('SEC-31 no nonce is ever used twice', () => {
    const { close } = vaultCipher(newVaultRoot())
    const nonces = new Set<string>()
    for (let n = 0; n < ENCRYPTIONS; n += 1)
      nonces.add(Buffer.from(close('row', '同一句话').subarray(18, 42)).toString('hex'))
    expect(nonces.size).toBe(ENCRYPTIONS)
  })

  test('SEC-32 every blob says its format, its algorithm and its key; another one of any is refused, not guessed', () => {
    const root = newVaultRoot()
    const { id, close, open } = vaultCipher(root)
    const closed = close('row', '三楼灯不亮')
    expect([closed[0], closed[1]]).toEqual([1, 1])
    expect(Buffer.from(closed.subarray(2, 18)).toString('hex')).toBe(id)
    expect(open('row', closed)).toBe('三楼灯不亮')
    for (let at = 0; at < closed.length; at += 1) {
      const bent = closed.slice()
      bent[at]! ^= 1
      expect(open('row', bent)).toBeUndefined()
    }
    // The same key under another name is another key.
    expect(vaultCipher({ ...newVaultRoot(), bytes: root.bytes }).open('row', closed)).toBeUndefined()
    expect(vaultCipher({ ...newVaultRoot(), id }).open('row', closed)).toBeUndefined()
    expect(open('row', new Uint8Array())).toBeUndefined()
    expect(open('row', closed.subarray(0, 40))).toBeUndefined()
  })

  test('a row that is laid in the place of another opens nothing', () => {
    const { close, open } = vaultCipher(newVaultRoot())
    expect(open('row 2', close('row 1', '三楼灯不亮'))).toBeUndefined()
  })

  test('two equal texts look different, and nothing of them shows', () => {
    const { close } = vaultCipher(newVaultRoot())
    const [a, b] = [close('row', '三楼灯不亮'), close('row', '三楼灯不亮')]
    expect(Buffer.from(a).equals(Buffer.from(b))).toBe(false)
    expect(Buffer.from(a).toString('utf8')).not.toContain('三楼')
  })
})
