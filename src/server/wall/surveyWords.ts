import type { Step } from '#domain/survey/survey.ts'
import type { Language } from './words.ts'

/** What the page says around questions, which stand as they were asked. */
export interface SurveyWords {
  /** Over the open surveys on the board. */
  readonly asks: string
  readonly until: (day: string) => string
  readonly lead: string
  readonly number: (count: number) => string
  readonly leave: string
  readonly steps: Readonly<Record<Step, string>>
  readonly wish: string
  readonly wishHelp: string
  readonly send: string
  readonly reset: string
  readonly empty: string
  readonly long: string
  readonly again: string
  readonly elsewhere: string
  readonly tooOften: string
  readonly thanks: string
  readonly thanksText: string
  readonly left: (count: number) => string
  readonly twice: string
  readonly over: string
  readonly overText: string
  readonly early: (day: string) => string
  readonly unknown: string
  readonly unknownText: string
  readonly scan: string
  readonly noPhone: string
}

export const SURVEY_WORDS: Readonly<Record<Language, SurveyWords>> = {
  zh: {
    asks: '想听您说几句',
    until: (day) => `到${day}止`,
    lead: '不用登录，不记名字，不记门牌。',
    number: (count) => `一共 ${count} 题，点一点就好。`,
    leave: '不想答的空着。',
    steps: {
      very: '非常满意',
      satisfied: '满意',
      neutral: '一般',
      dissatisfied: '不满意',
      veryDissatisfied: '很不满意',
      unclear: '不清楚',
    },
    wish: '最想改的是什么（可不填）',
    wishHelp: '最多 200 字，只给社区看，不贴出来。电话、身份证号会盖掉。要回话的事，用“我也有话说”。',
    send: '交给社区',
    reset: '重新选',
    empty: '还没选。选一题，或者写一句，就能交。',
    long: '“最想改的”太长了，最多 200 字。选好的都还在。',
    again: '没收到。选好的都还在，再交一次。',
    elsewhere: '请从这一页交。选好的都还在。',
    tooOften: '这会儿交的人有点多。选好的都还在，过几分钟再交。',
    thanks: '收到了，谢谢您',
    thanksText: '没有记您是谁。网上答的分开数，只说多少人。',
    left: (count) => `有 ${count} 题空着，没关系。`,
    twice: '这一张已经收过了，只算第一次交的。',
    over: '这份问完了',
    overText: '谢谢您来。结果出来，社区贴到公示栏。',
    early: (day) => `还没开始，${day}起可以答`,
    unknown: '没有这份调查',
    unknownText: '可能抄错了，也可能没有开给大家答。现在问的，公示栏上都有。',
    scan: '扫一扫，手机上答',
    noPhone: '不用手机的，找网格员、楼层长要张纸的填。',
  },
  en: {
    asks: 'We would like to hear you',
    until: (day) => `until ${day}`,
    lead: 'No login. No name and no door is kept.',
    number: (count) => (count === 1 ? 'One question to tick.' : `${count} questions to tick.`),
    leave: 'Leave out what you like.',
    steps: {
      very: 'Very satisfied',
      satisfied: 'Satisfied',
      neutral: 'So-so',
      dissatisfied: 'Not satisfied',
      veryDissatisfied: 'Not at all',
      unclear: 'Cannot say',
    },
    wish: 'What should change first? (optional)',
    wishHelp:
      'Up to 200 characters, for the office only; it is not hung. Phones and numbers of cards are blotted out. If you want an answer, use “Have your say”.',
    send: 'Send it to the office',
    reset: 'Choose anew',
    empty: 'Nothing chosen yet. One question or one line is enough.',
    long: 'What should change is too long: 200 characters at most. Your choices are still here.',
    again: 'It did not arrive. Your choices are still here: send them once more.',
    elsewhere: 'Please send it from this page. Your choices are still here.',
    tooOften: 'Many are sending just now. Your choices are still here: send them in a few minutes.',
    thanks: 'Received, thank you',
    thanksText: 'Who you are was not kept. What comes by the page is counted apart, as numbers of people.',
    left: (count) =>
      count === 1 ? 'One question is empty; that is fine.' : `${count} questions are empty; that is fine.`,
    twice: 'This sheet was received before: the first one counts.',
    over: 'This survey is over',
    overText: 'Thank you for coming. The office hangs the result on the board.',
    early: (day) => `It has not begun: from ${day} on`,
    unknown: 'There is no such survey',
    unknownText:
      'Perhaps it was copied wrongly, or it is not for everybody. What is asked now stands on the board.',
    scan: 'Scan to answer on a phone',
    noPhone: 'Without a phone: ask your grid worker or floor lead for a sheet of paper.',
  },
}
