import type { HeardWord } from '#domain/feedback/heardAt.ts'

const heard: Record<HeardWord, string> = { now: '刚才', morning: '今早', yesterday: '昨天' }

/** When a word was heard and how many homes it touches: never asked for, one line that opens. */
export const heardWhen = {
  key: (when: string, homes: number) => `${when}听到的${homes > 1 ? `，关系到 ${homes} 户` : ''}`,
  title: '什么时候听到的',
  text: '办的时间从社区收到算起，这里只记话是哪时说的。',
  heard,
  other: '别的时候',
  day: '哪天',
  clock: '几点',
  ahead: '还没到的时候听不到，选早一点',
  affected: '关系到几户',
  homes: '户',
  less: '少一户',
  more: '多一户',
  done: '就这样',
  /** Apart from the time that is left: how long it took from the word to the office. */
  toReceipt: (time: string) => `说到收：${time}`,
}
