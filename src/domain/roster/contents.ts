import { readDoor } from '#domain/doorKey.ts'
import type { RosterField } from './headings.ts'
import { isMobile, useOf } from './readRow.ts'

/** The commonest family names; eight of ten people have one of them, and no word of another column begins so often with one. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧阳司诸葛',
)

/** Enough to be sure; of 50,000 rows the first say what the others are. */
const LOOKED_AT = 200
const LEAST = 2

type Test = readonly [field: RosterField, share: number, is: (value: string) => boolean]

/** What is told by its contents alone, the surest first. Bare numbers are never a building, a unit, a floor or an age. */
const TESTS: readonly Test[] = [
  ['phone', 0.6, isMobile],
  ['door', 0.8, isDoor],
  ['building', 0.8, (value) => places(value).building && !places(value).floor],
  ['unit', 0.8, (value) => places(value).unit && !places(value).floor],
  ['floor', 0.8, (value) => places(value).floor],
  ['name', 0.7, isName],
  ['use', 0.6, (value) => value.length <= 6 && useOf(value) !== undefined],
  ['age', 0.8, (value) => /^\d{1,3}(?:周?岁|[-—~至]\d{2}岁?)$/.test(value.normalize('NFKC'))],
]

/** What the values of one column are, by themselves; undefined where they do not say, or are too few. */
export function fieldOfContents(values: readonly string[]): RosterField | undefined {
  const said = values.filter((value) => value !== '').slice(0, LOOKED_AT)
  if (said.length < LEAST) return undefined
  return TESTS.find(([, share, is]) => said.filter(is).length >= share * said.length)?.[0]
}

/** How many of the values can be read as this; undefined: a field of which anything may be said. */
export function shareOf(field: RosterField, values: readonly string[]): number | undefined {
  const is = TESTS.find(([one]) => one === field)?.[2]
  const said = values.filter((value) => value !== '').slice(0, LOOKED_AT)
  return is && said.length > 0 ? said.filter(is).length / said.length : undefined
}

/** 1803, 1-2-1803, 1栋2单元1803室; not 89.5, and not the 1 of a row number. */
export function isDoor(value: string): boolean {
  const plain = value.normalize('NFKC').trim()
  if (/^\d+\.\d*[1-9]\d*$/.test(plain) || /^\d{5,}$/.test(plain)) return false
  if (!/\d{3}|\d\D+\d|[零一二三四五六七八九十]{2}/.test(plain)) return false
  const read = readDoor(plain, /[^\dA-Z]/i.test(plain) ? 'compound' : 'unit')
  return read.ok && read.value.door !== undefined
}

function isName(value: string): boolean {
  if (/^\p{Script=Han}+[·•‧・]\p{Script=Han}+$/u.test(value)) return true
  const signs = Array.from(value.replace(/\s/g, ''))
  return (
    signs.length >= 2 &&
    signs.length <= 4 &&
    SURNAMES.has(signs[0] ?? '') &&
    signs.every((sign) => /\p{Script=Han}/u.test(sign))
  )
}

function places(value: string): Readonly<Record<'building' | 'unit' | 'floor', boolean>> {
  const read = /[栋幢座#楼层]|单元/.test(value) ? readDoor(value) : undefined
  const said = read?.ok && read.value.door === undefined ? read.value : {}
  return {
    building: said.building !== undefined,
    unit: said.unit !== undefined,
    floor: said.floor !== undefined,
  }
}
