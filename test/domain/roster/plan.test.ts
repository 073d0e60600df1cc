import { describe, expect, test } from 'vitest'
import { fold } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import { SERVER, type ChangeId, type RecordId, type TenantId } from '#domain/ids.ts'
import { isLivedIn, type Place, placeId } from '#domain/places.ts'
import { planRoster, type RosterPlan } from '#domain/roster/plan.ts'
import { asText, springRoster } from '#test/support/springRoster.ts'

const tenant = 'spring' as TenantId
const HEAD = ['栋', '单元', '房号', '姓名', '电话', '备注']

function plan(rows: readonly (readonly string[])[], existing?: (id: RecordId) => boolean): RosterPlan {
  const planned = planRoster(rows, tenant, existing)
  if (!planned.ok) throw new Error(planned.refused)
  return planned.value
}

const whys = (rows: readonly (readonly string[])[]) =>
  plan(rows).notUnderstood.map(({ row, why }) => [row, why])

describe('the roster of a whole compound', () => {
  const spring = plan(asText(springRoster()))

  test('151 homes, 142 of them lived in, 267 residents', () => {
    expect(spring).toMatchObject({
      buildings: 1,
      units: 2,
      dwellings: 151,
      vacant: 9,
      residents: 267,
      notUnderstood: [],
    })
  })

  test('every planned place enters, and the homes counted afterwards are the homes announced', () => {
    const places = spring.intents
      .filter((intent) => intent.name === 'place.enter')
      .map((intent, index) => {
        const change: Change = {
          ...intent,
          id: `c${index}` as ChangeId,
          actor: SERVER,
          at: '2024-03-04T00:00:00.000Z',
        }
        const { record, outcome } = fold(undefined, change)
        expect(outcome.is, JSON.stringify(intent)).toBe('applied')
        return record as Place
      })
    const homes = places.filter((place) => place.what === 'dwelling')
    expect(homes).toHaveLength(152)
    expect(homes.filter(isLivedIn)).toHaveLength(142)
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length)
    const known = new Set(places.map((place) => place.id))
    for (const place of places) if (place.what !== 'building') expect(known).toContain(place.parent)
  })

  test('a place is named before what lies in it, a resident before their phone', () => {
    const seen = new Set<unknown>()
    for (const { record, name, args } of spring.intents) {
      const { parent, place, resident } = args as Record<string, unknown>
      if (name === 'resident.enter') expect(seen).toContain(place)
      if (name === 'contact.enter') expect(seen).toContain(resident)
      if (name === 'place.enter' && (args as { what: string }).what !== 'building')
        expect(seen).toContain(parent)
      seen.add(record)
    }
  })

  test('the same table once more makes nothing new', () => {
    const here = new Set(spring.intents.map((intent) => intent.record))
    const again = plan(asText(springRoster()), (id) => here.has(id))
    expect(again.residents).toBe(267)
    expect(again.intents).toEqual([])
  })

  test('floors go upwards and doors from left to right', () => {
    const order = (key: string) => spring.places.find((place) => place.id === placeId(tenant, key))!.order
    expect(order('1-1-19')).toBeGreaterThan(order('1-1-9'))
    expect(order('1-1-9-904')).toBeGreaterThan(order('1-1-9-901'))
  })
})

describe('a table as people keep it', () => {
  test('titles above the headings, blank rows and repeated headings are no rows', () => {
    const rows = [
      ['春和苑住户名册', '', '', '', '', ''],
      ['填表人：', '', '2024年3月', '', '', ''],
      HEAD,
      ['1', '1', '101', '周明珍', '13800002207', ''],
      ['', '', '', '', '', ''],
      HEAD,
      ['1', '1', '102', '何桂英', '', ''],
    ]
    expect(plan(rows)).toMatchObject({ dwellings: 2, residents: 2, notUnderstood: [] })
  })

  test('headings may stand in another order, with stars, brackets and gaps', () => {
    const rows = [
      ['姓 名*', '房号（必填）', '楼栋', '单元号', '手机号码：'],
      ['周明珍', '101', '1栋', '一单元', '138 0000 2207'],
    ]
    const read = plan(rows)
    expect(read.mapping.map((column) => column.field)).toEqual(['name', 'door', 'building', 'unit', 'phone'])
    expect(read.intents.find((intent) => intent.name === 'contact.enter')?.args).toMatchObject({
      phone: '13800002207',
    })
  })

  test('a whole address in one column is enough', () => {
    const rows = [
      ['住址', '姓名'],
      ['1栋2单元1803室', '周明珍'],
      ['1-2-1804', '何桂英'],
    ]
    expect(plan(rows)).toMatchObject({ buildings: 1, units: 1, dwellings: 2, residents: 2 })
  })

  test('two people at one door are one home', () => {
    const rows = [HEAD, ['1', '1', '101', '周明珍', '', ''], ['一栋', '1单元', '0101', '何建国', '', '']]
    expect(plan(rows)).toMatchObject({ dwellings: 1, residents: 2 })
  })

  test('without a column for buildings there is one building; a building without units has one', () => {
    expect(
      plan([
        ['单元', '房号'],
        ['1', '101'],
        ['2', '101'],
      ]),
    ).toMatchObject({ buildings: 1, units: 2, dwellings: 2 })
    expect(
      plan([
        ['栋', '房号'],
        ['1', '101'],
        ['2', '101'],
      ]),
    ).toMatchObject({ buildings: 2, units: 2, dwellings: 2 })
  })

  test('空置 is a home nobody lives in, 活动室 is none, a shop keeps its door', () => {
    const rows = [
      HEAD,
      ['1', '1', '101', '', '', '活动室'],
      ['1', '1', '102', '', '', '空置'],
      ['1', '1', '103', '空房', '', ''],
      ['1', '1', '104', '吴师傅', '', '商铺'],
    ]
    const read = plan(rows)
    expect(read).toMatchObject({ dwellings: 2, vacant: 2, residents: 1, notUnderstood: [] })
    expect(read.places.find((place) => place.use === 'notHome')?.label).toBe('活动室')
  })

  test('doors written 5-2 or 0502 keep their writing on the window, and are one home', () => {
    const rows = [
      ['栋', '单元', '房号', '姓名'],
      ['1', '1', '5-2', '周明珍'],
      ['1', '1', '0502', '何桂英'],
    ]
    const homes = plan(rows).places.filter((place) => place.what === 'dwelling')
    expect(homes).toMatchObject([{ key: '1-1-5-502', label: '5-2' }])
  })

  test('phones may be numbers, with a country, with dashes, or two in a cell', () => {
    const phones = [
      '13800002207',
      '13800002207.0',
      '+86 138-0000-2207',
      '8613800002207',
      '13800002207/028-85551234',
      '028-85551234',
    ]
    const rows = [HEAD, ...phones.map((phone, index) => ['1', '1', `${index + 1}01`, '周明珍', phone, ''])]
    const read = plan(rows)
    expect(read.notUnderstood).toEqual([])
    const numbers = read.intents
      .filter((intent) => intent.name === 'contact.enter')
      .map(({ args }) => (args as { phone: string }).phone)
    expect(numbers).toEqual([...Array.from({ length: 5 }, () => '13800002207'), '02885551234'])
  })
})

test("an age becomes a band; nobody's birthday is kept", () => {
  const ages = ['72', '72岁', '70-79', '80岁以上', '5', '103', '60.0']
  const rows = [
    ['栋', '单元', '房号', '姓名', '年龄'],
    ...ages.map((age, index) => ['1', '1', `${index + 1}01`, '周明珍', age]),
  ]
  const bands = plan(rows).intents.flatMap(({ name, args }) =>
    name === 'resident.enter' ? [(args as { ageBand: string }).ageBand] : [],
  )
  expect(bands).toEqual(['70-79', '70-79', '70-79', '80+', '0-5', '80+', '60-69'])
  expect(
    whys([
      ['栋', '单元', '房号', '姓名', '年龄'],
      ['1', '1', '101', '周明珍', '属马'],
    ]),
  ).toEqual([[2, 'ageUnreadable']])
})

describe('what was not understood is said with its row and why', () => {
  test.each([
    ['noDoor', ['1', '1', '', '周明珍', '', '']],
    ['doorUnreadable', ['1', '1', '楼顶', '周明珍', '', '']],
    ['doorAmbiguous', ['1', '1', '7', '周明珍', '', '']],
    ['partsMismatch', ['1', '1', '2栋1单元301', '周明珍', '', '']],
    ['noBuilding', ['', '', '301', '周明珍', '', '']],
    ['noUnit', ['1', '', '301', '周明珍', '', '']],
    ['nameTooLong', ['1', '1', '301', '周'.repeat(21), '', '']],
    ['phoneUnreadable', ['1', '1', '301', '周明珍', '问他女儿', '']],
    ['sameAgain', ['1', '1', '101', '何桂英', '', '']],
    ['vacantWithName', ['1', '1', '301', '周明珍', '', '空置']],
    ['sum', ['合计', '', '2户', '', '', '']],
  ] as const)('%s', (why, row) => {
    const rows = [['春和苑'], HEAD, ['1', '1', '101', '何桂英', '', ''], [...row]]
    expect(whys(rows)).toEqual([[4, why]])
  })

  test('a floor that is not the floor of its door', () => {
    expect(
      whys([
        ['栋', '单元', '楼层', '房号'],
        ['1', '1', '3', '301'],
        ['1', '1', '3', '401'],
      ]),
    ).toEqual([[3, 'floorMismatch']])
  })

  test('a person with an unreadable phone still enters', () => {
    expect(plan([HEAD, ['1', '1', '101', '周明珍', '不详', '']])).toMatchObject({ residents: 1 })
  })

  test('a table that cannot be one is refused as a whole', () => {
    expect(planRoster([], tenant)).toEqual({ ok: false, refused: 'empty' })
    expect(planRoster([['', ' '], ['']], tenant)).toEqual({ ok: false, refused: 'empty' })
    expect(
      planRoster(
        [
          ['日期', '菜名', '价钱'],
          ['周一', '回锅肉', '18'],
        ],
        tenant,
      ),
    ).toEqual({ ok: false, refused: 'noHeadings' })
    expect(planRoster([HEAD], tenant)).toEqual({ ok: false, refused: 'nothingUnderstood' })
  })
})
