import type { Asked } from '#domain/whichBin.ts'
import type { WasteClass } from '#domain/wasteClass.ts'

export const whichBin = {
  title: '这是什么垃圾',
  field: '什么东西',
  hint: '打字或拼音，比如 liulian',
  clear: '清掉',
  name: {
    kitchen: '厨余垃圾',
    other: '其他垃圾',
    recyclable: '可回收物',
    hazardous: '有害垃圾',
    bulky: '大件垃圾',
    building: '装修、园林垃圾',
    never: '不入桶',
  },
  notInFour: '不进四色桶',
  sayTitle: '这样跟居民讲',
  say: {
    kitchen: (what: string) => `${what}容易烂，丢绿色厨余桶，袋子丢旁边其他桶。`,
    other: (what: string) => `${what}不好回收，丢其他垃圾桶。`,
    recyclable: (what: string) => `${what}还能用，收拾干净丢蓝桶。`,
    hazardous: (what: string) => `${what}有害，轻轻放红桶，别打碎。`,
    bulky: (what: string) => `${what}不进桶，跟物业约个时间来拉。`,
    building: (what: string) => `${what}不进桶，放到指定的点。`,
    never: (what: string) => `${what}别丢桶里，先问我们。`,
  } as Record<WasteClass, (what: string) => string>,
  local: '以小区公示为准',
  unknown: '没查到。先放其他垃圾，拍张照问社区',
  ask: {
    bone: { title: '哪种骨头？', text: '' },
    battery: { title: '哪种电池？', text: '' },
    lamp: { title: '哪种灯？', text: '' },
    milkTea: { title: '奶茶分开丢', text: '先把水倒下水道' },
  } as Record<Asked, { title: string; text: string }>,
  near: '还可能是',
  more: (count: number) => `往下还有 ${count} 样`,
  browse: '按四个桶看',
  all: (name: string, count: number) => `${name}，${count} 样`,
  rest: '大件、装修、不入桶',
}
