/** Where the list has its answers from, in one place; a line names one by its letter. */
export interface Source {
  readonly zh: string
  readonly en: string
  /** Day or year it was published or came into force. */
  readonly date: string
  /** A text of the city itself: without one the compound's notice has the last word. */
  readonly city: boolean
}

export const SOURCES = {
  /** Names the four classes with examples, and what it does not cover: building and garden waste, carcasses, faeces. */
  T: {
    zh: '成都市生活垃圾管理条例',
    en: 'Chengdu regulation on household waste',
    date: '2021-03-01',
    city: true,
  },
  /** As the city's urban management committee explained it to the press: kinds of food waste and of recyclables. */
  Z: { zh: '成都市生活垃圾分类投放指南', en: 'Chengdu sorting guide', date: '2019', city: true },
  D: { zh: '成都市大件垃圾管理办法（暂行）', en: 'Chengdu rules on bulky waste', date: '2021', city: true },
  Q: { zh: '公开的易混垃圾清单', en: 'Public lists of what is easily confused', date: '2023', city: false },
  /** General practice: what most cities do, where none of the texts above names the thing. */
  G: { zh: '各地通行做法', en: 'General practice', date: '2026', city: false },
} as const satisfies Readonly<Record<string, Source>>

export type SourceCode = keyof typeof SOURCES
