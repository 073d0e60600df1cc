import { describe, expect, test } from 'vitest'
import type { Contact } from '#domain/doors/contact.ts'
import { type List, LISTS } from '#domain/formMap.ts'
import { compoundPlace } from '#domain/places.ts'
import type { Reporter } from '#domain/feedback/reporter.ts'
import type { Resident } from '#domain/doors/resident.ts'
import { tableFor, tablesFor } from '#queries/exportTables/all.ts'
import type { Asking } from '#queries/exportTables/table.ts'
import type { Who } from '#server/demo/cast.ts'
import { CAST } from '#server/demo/cast.ts'
import { cellsOf, columnsOfForm, columnsOfList, isOnPaper } from '#ui/screens/exports/says.ts'
import { tableFileName } from '#ui/tableFile.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'
import { MONDAY, springWeek, SUNDAY, SUNDAY_NIGHT, TENANT } from '#test/support/springWeek.ts'

const week = await springWeek()

function asking(who: Who, internal: boolean, other: Partial<Asking> = {}): Asking {
  return {
    view: week.view,
    reader: week.readerOf(who),
    tenant: TENANT,
    compound: compoundPlace(TENANT),
    from: MONDAY,
    to: SUNDAY,
    now: SUNDAY_NIGHT,
    internal,
    ...other,
  }
}

/** As the file has it: heading → cell, for each row. */
function rowsOf(list: List, asked: Asking) {
  const table = tableFor(list)!
  const columns = columnsOfList(table, zh)
  const always = { compound: '春和苑', today: SUNDAY, filler: '周敏' }
  const lines = table.lines(
    asked,
    columns.map(({ field }) => field ?? ''),
  )
  return cellsOf(lines, columns, always, asked.internal, zh).map((cells) =>
    Object.fromEntries(columns.map(({ heading }, at) => [heading, cells[at]])),
  )
}

const tally = (words: readonly unknown[]) =>
  Object.fromEntries(
    [...new Set(words)].map((word) => [String(word), words.filter((one) => one === word).length]),
  )

describe('the ledger as a table', () => {
  test('has a row for every remark of the week and every matter of a round, with where it went in words', () => {
    const rows = rowsOf('ledger', asking('officer', true))
    expect(rows).toHaveLength(35 + 4)
    expect(tally(rows.map((row) => row['去向']).filter((one) => one !== undefined))).toEqual({
      要办: 15,
      当场讲清了: 9,
      跟别的一样: 4,
      上会: 4,
      找人帮: 1,
      表扬: 2,
    })
    const lamp = rows.find((row) => String(row['内容']).startsWith('1单元12楼的灯'))!
    expect(lamp).toMatchObject({
      编号: expect.stringMatching(/^春-240304-\d{3,}$/) as string,
      日期: '2024-03-04',
      时间: '08:10',
      '地点（到楼层）': '1栋 1单元 12楼',
      类别: '照明',
      几个人说过: 2,
      办结日期: '2024-03-04',
      重办次数: 0,
      承办人: '罗建军',
      反映人: '1203 的大爷',
    })
  })

  test('says of a remark that says the same as another which one that is', () => {
    const rows = rowsOf('ledger', asking('officer', true))
    const lamp = rows.find((row) => String(row['内容']).startsWith('1单元12楼的灯'))!
    const again = rows.find((row) => row['内容'] === '12楼过道灯坏了，昨晚就不亮。')!
    expect(again['和哪件一样']).toBe(lamp['编号'])
    expect(again['去向']).toBe('跟别的一样')
  })

  test('of some days has what was written down on them', () => {
    const of = (from: string, to = from) => rowsOf('ledger', asking('officer', true, { from, to })).length
    expect(of('2024-03-04') + of('2024-03-05', '2024-03-10')).toBe(39)
    expect(of('2024-03-11')).toBe(0)
  })
})

describe('what may hang on a wall', () => {
  const names = [
    ...Object.values(CAST).map(([name]) => name as string),
    ...week.view.all<Resident>('resident').map((one) => one.name),
    ...week.view.all<Reporter>('reporter').map((one) => one.displayName),
  ].filter((name) => name.length > 1)
  const phones = week.view
    .all<Contact>('contact')
    .flatMap((one) => [one.phone, one.kin?.phone])
    .filter((one) => one !== undefined)

  test.each(LISTS.filter((list) => tableFor(list)))(
    'SEC-57 %s without names, doors, phones and anybody’s own words, whoever asks',
    (list) => {
      const said = JSON.stringify(rowsOf(list, asking('officer', false)))
      expect(names.filter((name) => said.includes(name))).toEqual([])
      expect(phones.filter((phone) => said.includes(phone))).toEqual([])
      expect(said).not.toMatch(/\d{3,4}(?:室|号房)|[12]单元 \d+楼 \d{3,4}/)
      expect(rowsOf(list, asking('officer', false)).length).toBe(rowsOf(list, asking('officer', true)).length)
    },
  )

  test('a form keeps its columns, and what may not hang there is left empty', () => {
    const table = tableFor('ledger')!
    const columns = columnsOfForm(table, [
      { heading: '序号', field: 'row' },
      { heading: '反映人', field: 'reporter' },
      { heading: '联系电话', field: 'phone' },
      { heading: '街道', word: '书院街街道' },
      { heading: '领导签字' },
      { heading: '以后才有的', field: 'laterField' },
      { heading: '填表人', field: 'filler' },
    ])
    const always = { compound: '春和苑', today: SUNDAY, filler: '周敏' }
    const lines = (internal: boolean) => {
      const asked = asking('officer', internal)
      const fields = columns.map(({ field }) => field ?? '')
      return cellsOf(table.lines(asked, fields), columns, always, internal, zh)
    }
    expect(lines(false)[0]).toEqual([
      '1',
      undefined,
      undefined,
      '书院街街道',
      undefined,
      undefined,
      undefined,
    ])
    expect(lines(true)[0]?.[6]).toBe('周敏')
    expect(lines(true).map((row) => row[1])).toContain('1203 的大爷')
  })
})

describe('the rota, what is talked over and the fees', () => {
  test('every window of every point has its row, with who stands there for the inside only', () => {
    const rows = rowsOf('rota', asking('officer', true))
    expect(tally(rows.map((row) => row['时段']))).toEqual({ 早班: 7, 晚班: 7 })
    expect(rows.every((row) => row['谁来'])).toBe(true)
    expect(rowsOf('rota', asking('officer', false)).map((row) => row['谁来'])).toEqual(
      rows.map(() => undefined),
    )
  })

  test('a question has a row for each thing one could say, counts only', () => {
    const rows = rowsOf('topics', asking('officer', false))
    expect(rows.map((row) => [row['问的什么'], row['怎么想'], row['几个人']])).toEqual([
      ['坝子晚上跳舞到几点', '八点半收', 12],
      ['坝子晚上跳舞到几点', '九点收，声音小点', 6],
    ])
  })

  test('fees are sums of a building and a month, numbers that add up', () => {
    expect(rowsOf('fees', asking('officer', true, { from: '2024-01-15', to: '2024-03-10' }))).toEqual([
      {
        序号: '1',
        月份: '2024-02',
        楼栋: '1栋',
        住了几户: 142,
        '应收（元）': 66_440,
        '实收（元）': 61_200,
        '收缴率（%）': 92,
        '旧欠应收（元）': 18_300,
        '旧欠实收（元）': 4_120,
      },
    ])
  })
})

describe('on paper', () => {
  test('a list of ours has the columns that are read there, a door instead of a floor where it may be said', () => {
    const onPaper = (internal: boolean) => {
      const columns = columnsOfList(tableFor('ledger')!, zh).filter(
        ({ holds }) => internal || holds === 'open',
      )
      return columns.filter((one) => isOnPaper('ledger', one, columns)).map(({ heading }) => heading)
    }
    const openly = [
      '序号',
      '编号',
      '日期',
      '地点（到楼层）',
      '类别',
      '状态',
      '应办结日期',
      '办结日期',
      '回访结果',
    ]
    expect(onPaper(false)).toEqual(openly)
    expect(onPaper(true)).toEqual(
      expect.arrayContaining(['地点（到门牌）', '内容', '承办人', '反映人', '电话']),
    )
    expect(onPaper(true)).not.toContain('地点（到楼层）')
  })

  test('every list has more than two columns on paper', () => {
    for (const list of LISTS) {
      const columns = columnsOfList(tableFor(list)!, zh)
      expect(columns.filter((one) => isOnPaper(list, one, columns)).length).toBeGreaterThan(2)
    }
  })
})

describe('who takes what', () => {
  const lists = (who: Who) =>
    tablesFor(
      week.readerOf(who),
      CAST[who][1].map(([role, place]) => ({
        role,
        place: place === 'compound' ? compoundPlace(TENANT) : week.readerOf(who).tree.tops()[0]!.id,
        from: MONDAY,
      })),
      SUNDAY,
    ).map(({ list }) => list)

  test('the office every list, the property no visits, nobody what they may not read', () => {
    expect(lists('officer')).toEqual(expect.arrayContaining(['ledger', 'visits', 'shifts', 'incidents']))
    expect(lists('manager')).toEqual(expect.arrayContaining(['ledger', 'shifts']))
    expect(lists('manager')).not.toContain('visits')
    expect(lists('binsEarly')).not.toContain('ledger')
  })

  test('the property gets no name that a resident did not give away', () => {
    const rows = rowsOf('ledger', asking('manager', true))
    expect(rows).toHaveLength(39)
    expect(rows.map((row) => row['电话']).filter((one) => one !== undefined && one !== '')).toEqual([])
  })
})

describe('words', () => {
  test('every column of every list has its heading, and every choice its word, in both languages', () => {
    for (const list of LISTS) {
      const table = tableFor(list)
      if (!table) continue
      for (const words of [zh, en]) {
        const columns = columnsOfList(table, words)
        expect(columns.filter(({ heading, field }) => heading === field)).toEqual([])
        expect(new Set(columns.map(({ heading }) => heading)).size).toBe(columns.length)
      }
      const said = rowsOf(list, asking('officer', true)).flatMap((row) => Object.entries(row))
      // A word of the program that reached the table would be one of its own names.
      expect(
        said.filter(([heading, cell]) => heading !== '内容' && /^[a-z_]+$/i.test(String(cell ?? ''))),
      ).toEqual([])
    }
  })

  test('the 40 knocks of the week are there one by one, each with its outcome', () => {
    expect(tally(rowsOf('visits', asking('officer', true)).map((row) => row['走访结果']))).toEqual({
      见到了: 17,
      没人在: 16,
      换个时间: 3,
      打了电话: 3,
      不方便: 1,
    })
  })

  test('the file is called by what, where and when', () => {
    expect(tableFileName(['报事 台账', '春和/苑', '2024年3月第1周'])).toBe(
      '报事台账_春和苑_2024年3月第1周.xlsx',
    )
  })
})
