import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alike, gramsOf, likeness, nearness } from '#domain/feedback/alike.ts'
import type { RecordId } from '#domain/ids.ts'
import { type Place, placeTree, type What } from '#domain/places.ts'
import { runs } from '#test/models/runs.ts'

/** One thing said twice, by two people; invented. */
const SAME: readonly (readonly [string, string])[] = [
  ['楼道灯不亮，晚上看不见', '1单元12楼的灯又不亮了，摸黑上楼吓人得很。'],
  ['9楼灯坏了', '楼道灯不亮，老人怕摔'],
  ['大厅灯太暗了，能不能换亮堂点？', '大厅到电梯那截黑得很，看不清台阶。'],
  ['大厅灯太暗了，能不能换亮堂点？', '晚上回来大厅黑黢黢的，找钥匙都看不见。'],
  ['架空层又堆了纸板和旧柜子。', '底下架空层堆满了杂物'],
  ['电梯门关不上', '电梯门老是关不拢'],
  ['楼上漏水，天花板泡起泡了', '卫生间顶上漏水，泡湿了'],
  ['旧沙发床垫堆楼下半个月了。', '楼下那个旧沙发还没人收'],
  ['垃圾桶边边臭得很，蚊子又多。', '桶点那里臭死了'],
  ['楼上半夜拖板凳，我妈睡不着。', '楼上晚上拖椅子吵得很'],
  ['坝子头广场舞声音太大', '跳广场舞的太吵了'],
  ['遛狗不牵绳，娃娃遭吓到了。', '有人遛狗没拴绳子'],
  ['单元门关不严，老弹开', '单元门弹簧坏了关不上'],
  ['hall lamp is dark', 'the lamp in the hall is broken'],
]

/** Two things of one kind. */
const OTHER: readonly (readonly [string, string])[] = [
  ['楼道灯不亮', '楼道灯一直亮着不关，浪费电'],
  ['电梯按钮按不动', '电梯里头有人抽烟'],
  ['卫生间下水道堵了', '水压小得很，洗澡水都出不来。'],
  ['遛狗不牵绳', '楼上半夜拖板凳，我妈睡不着。'],
  ['隔壁装修星期天早上八点就打电钻。', '坝子头广场舞声音太大'],
  ['快递柜占了半边路', '门禁刷不开，按半天没反应。'],
  ['旧沙发床垫堆楼下半个月了。', '厨余桶满了，袋子都堆到地上了。'],
  ['垃圾桶边边臭得很，蚊子又多。', '楼梯间好久没人打扫了'],
  ['亲邻坊桌子不够', '亲邻坊灯没关'],
  ['物业费到底花到哪里去了', '广告费停车费是不是业主的钱？'],
  ['救护车来都进不来，消防道又停起车。', '有人在三楼楼梯间给电瓶车充电'],
]

const worthALook = ([a, b]: readonly [string, string], sameKind = true) =>
  alike({ near: 'neighbour', sameKind, words: likeness(gramsOf(a), gramsOf(b)) }) > 0

describe('whether two sayings are about one thing', () => {
  it('in one kind of thing close by, all fourteen pairs that are the same are proposed', () => {
    expect(SAME.filter((pair) => !worthALook(pair))).toEqual([])
  })

  it('of eleven pairs that are not the same, these four are proposed for nothing: a person decides', () => {
    expect(OTHER.filter((pair) => worthALook(pair))).toEqual([OTHER[0], OTHER[1], OTHER[8], OTHER[9]])
  })

  it('sorted under another kind, only what is nearly the same', () => {
    expect(worthALook(['电梯门关不上', '电梯门老是关不拢'], false)).toBe(true)
    expect(worthALook(['楼上半夜拖板凳，我妈睡不着。', '楼上晚上拖椅子吵得很'], false)).toBe(false)
  })

  it('without words it is the same kind at the same place, and nothing else', () => {
    expect(alike({ near: 'same', sameKind: true })).toBeGreaterThan(0)
    expect(alike({ near: 'same', sameKind: false })).toBe(0)
    expect(alike({ near: 'neighbour', sameKind: true })).toBe(0)
  })

  it('is the same from both ends, between 0 and 1, and 1 for what is said twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [one, other] = [gramsOf(a), gramsOf(b)]
        const found = likeness(one, other)
        expect(found).toBe(likeness(other, one))
        expect(found).toBeGreaterThanOrEqual(0)
        expect(found).toBeLessThanOrEqual(1)
        expect(likeness(one, one)).toBe(one.size === 0 ? 0 : 1)
      }),
      runs(300),
    )
  })
})

describe('what lies close by', () => {
  const place = (id: string, what: What, parent: string | undefined, order: number) =>
    ({ id, kind: 'place', what, key: id, label: id, order, ...(parent && { parent }) }) as unknown as Place
  const tree = placeTree([
    place('all', 'compound', undefined, 0),
    place('b1', 'building', 'all', 1),
    place('b2', 'building', 'all', 2),
    place('hall', 'space', 'b1', 0),
    place('u1', 'unit', 'b1', 1),
    ...[1, 2, 3].map((floor) => place(`f${floor}`, 'floor', 'u1', floor)),
    place('101', 'dwelling', 'f1', 1),
    place('102', 'dwelling', 'f1', 2),
    place('201', 'dwelling', 'f2', 1),
    place('301', 'dwelling', 'f3', 1),
  ])
  const near = (a: string, b: string) => nearness(a as RecordId, b as RecordId, tree)

  it.each([
    ['101', '101', 'same'],
    ['f1', '101', 'same'],
    ['101', '102', 'neighbour'],
    ['101', '201', 'neighbour'],
    ['f1', '201', 'neighbour'],
    ['u1', '101', 'neighbour'],
    ['b1', 'hall', 'neighbour'],
    ['101', '301', undefined],
    ['hall', '101', undefined],
    ['all', '101', undefined],
    ['b1', 'b2', undefined],
    ['nowhere', '101', undefined],
  ])('%s and %s: %s', (a, b, said) => {
    expect(near(a, b)).toBe(said)
    expect(near(b, a)).toBe(said)
  })
})
