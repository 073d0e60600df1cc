import { describe, expect, test } from 'vitest'
import { takenOut } from '#domain/takenOut.ts'

const known = { names: ['欧阳', '欧阳灯芯', '白'], phones: ['138 1111 0101', '110'] }

describe('names and numbers taken out of what is half written', () => {
  test('leave a sign in the sentence, the longest name first, and leave everything else', () => {
    expect(takenOut('欧阳灯芯家的灯，欧阳说打 +86 138-1111-0101 或 13811110102', known)).toBe(
      '〔已删〕家的灯，〔已删〕说打 〔已删〕 或 13811110102',
    )
  })

  test('leave a field that holds nothing else empty', () => {
    expect(takenOut('打138 1111 0101问问', known)).toBe('打〔已删〕问问')
    expect(takenOut({ name: ' 欧阳灯芯 ', phone: '138-1111-0101' }, known)).toEqual({ name: '', phone: '' })
  })

  test('are no single sign and no short number: these stand in everybody’s words', () => {
    expect(takenOut('白天打 110', known)).toBe('白天打 110')
  })

  test('are looked for in all of a form; where nothing is found it is the very same', () => {
    const form = { text: '楼道灯不亮', list: ['一', { deep: '二' }], none: null, count: 3 }
    expect(takenOut(form, known)).toBe(form)
    expect(takenOut({ ...form, list: ['一', { deep: '欧阳来过' }] }, known)).toEqual({
      ...form,
      list: ['一', { deep: '〔已删〕来过' }],
    })
  })
})
