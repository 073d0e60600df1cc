import { describe, expect, it } from 'vitest'
import { likenessesIn } from '#domain/wall/likeness.ts'
import { tellingInPage } from '#domain/wall/publicText.ts'

/** Invented people and doors. */
const KNOWN = {
  names: ['高兴', '文明', '刘素芬', '欧阳建国'],
  phones: ['138 0000 1234', '028-8555 1234'],
  doors: ['501', '1203', '12A'],
}

function alike(line: string) {
  return likenessesIn({ title: '这个月', lines: [line], figures: [] }, KNOWN)
}

describe('what looks like somebody', () => {
  it('is a name of the roster wherever it stands, in a table and below a picture too', () => {
    const page = {
      title: '刘素芬家的灯',
      lines: [],
      figures: [{ label: '谁提的', value: '欧阳建国' }],
      table: { head: ['什么'], rows: [['文明楼栋']] },
      pairs: [{ label: '高兴家门口' }],
    }
    expect(likenessesIn(page, KNOWN)).toEqual([
      { what: 'name', words: '刘素芬' },
      { what: 'name', words: '欧阳建国' },
      { what: 'name', words: '文明' },
      { what: 'name', words: '高兴' },
    ])
  })

  it('asks about a word that is a name too, and does not forbid it', () => {
    expect(alike('大家都很高兴，讲文明')).toEqual([
      { what: 'name', words: '高兴' },
      { what: 'name', words: '文明' },
    ])
    expect(tellingInPage({ title: '大家都很高兴', lines: [], figures: [] })).toEqual([])
  })

  it('is somebody by the first sign of their name, as neighbours call each other', () => {
    expect(alike('刘孃孃提的')).toEqual([{ what: 'name', words: '刘孃孃' }])
    expect(alike('楼上的孃孃提的')).toEqual([])
    expect(alike('周孃孃提的')).toEqual([])
  })

  it('is a phone of the roster, however it is broken up', () => {
    expect(alike('打 8555 1234')).toEqual([{ what: 'phone', words: '8555 1234' }])
    expect(alike('打 13800001234')).toEqual([{ what: 'phone', words: '13800001234' }])
    expect(alike('打 12345')).toEqual([])
  })

  it('is a door that there is, standing alone; no sum, no count, no day', () => {
    expect(alike('501 的老人家')).toEqual([{ what: 'door', words: '501' }])
    expect(alike('1203门口')).toEqual([{ what: 'door', words: '1203' }])
    for (const line of ['花了 501 元', '501 户', '12.501', '1,501', '2501', '501-600', '502 的老人家'])
      expect([line, alike(line)]).toEqual([line, []])
    expect(
      likenessesIn({ title: '账', lines: [], figures: [{ label: '支出', value: '501' }] }, KNOWN),
    ).toEqual([])
  })

  it('is nothing where the device may read of nobody', () => {
    const page = { title: '刘素芬', lines: ['501 的'], figures: [] }
    expect(likenessesIn(page, { names: [], phones: [], doors: [] })).toEqual([])
  })
})
