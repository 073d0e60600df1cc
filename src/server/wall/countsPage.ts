import type { Cell, CountsAbove } from '#domain/countsAbove.ts'
import { framed, type Shown } from './frame.ts'
import { made } from './html.ts'
import type { Language } from './words.ts'

const LINES = [
  'remarks',
  'open',
  'overdue',
  'closed',
  'inTime',
  'shifts',
  'homes',
  'reached',
] as const satisfies readonly (keyof CountsAbove)[]

interface CountsWords {
  readonly title: string
  readonly sub: string
  readonly few: string
  readonly notYours: string
  readonly notYoursText: string
  readonly none: string
  readonly noneText: string
  readonly note: string
  readonly lines: Readonly<Record<(typeof LINES)[number], string>>
}

const COUNTS_WORDS: Readonly<Record<Language, CountsWords>> = {
  zh: {
    title: '各小区的数字',
    sub: '只有数字，没有姓名，没有原话',
    few: '不到 5',
    notYours: '这一页您现在看不了',
    notYoursText: '它只给上一级的人看，用的是请您来的时候那台手机。要看的话，请社区再请您一次。',
    none: '现在没有可看的',
    noneText: '请您来看的那位社区工作人员，现在不管小区了，或者您的期限到了。',
    note: '少于 5 的不写出来，怕看得出是哪一家。悄悄办的不算在里面。把这一页收藏起来，下次直接打开。',
    lines: {
      remarks: '近 30 天记下的民情',
      open: '正在办的',
      overdue: '其中超时的',
      closed: '近 30 天办结的',
      inTime: '其中按时的',
      shifts: '近 30 天桶边值守（班）',
      homes: '有人住的（户）',
      reached: '其中近 30 天走访到的',
    },
  },
  en: {
    title: 'The compounds in numbers',
    sub: 'Numbers only: no names, no words',
    few: 'fewer than 5',
    notYours: 'This page is not open to you now',
    notYoursText:
      'It is for the level above, on the phone that was invited for it. To see it, ask the office for another invitation.',
    none: 'Nothing to be seen now',
    noneText: 'The officer who asked you to look has no compound any more, or your time is over.',
    note: 'What is fewer than 5 is not written: one could tell whose it is. What is settled quietly is not counted. Keep a bookmark of this page, and open it the next time.',
    lines: {
      remarks: 'Remarks of the last 30 days',
      open: 'Matters in hand',
      overdue: 'of those late',
      closed: 'Closed in the last 30 days',
      inTime: 'of those in time',
      shifts: 'Shifts at the bins in the last 30 days',
      homes: 'Homes lived in',
      reached: 'of those reached in the last 30 days',
    },
  },
}

/** What the level above sees: a card of numbers for each compound. Without them: that it is not for whoever opened it. */
export function countsPage(
  shown: Shown,
  compounds: readonly { readonly name: string; readonly counts: CountsAbove }[] | undefined,
): string {
  const words = COUNTS_WORDS[shown.language]
  const said = (cell: Cell) => (cell === 'few' ? words.few : String(cell))
  return framed(shown, {
    title: words.title,
    sub: words.sub,
    main: !compounds
      ? made`<section class="card"><h2>${words.notYours}</h2><p>${words.notYoursText}</p></section>`
      : compounds.length === 0
        ? made`<section class="card"><h2>${words.none}</h2><p>${words.noneText}</p></section>`
        : made`${compounds.map(
            ({ name, counts }) => made`<section class="card">
              <h2>${name}</h2>
              <dl>${LINES.map((line) => made`<div><dt>${words.lines[line]}</dt><dd>${said(counts[line])}</dd></div>`)}</dl>
            </section>`,
          )}<p class="small">${words.note}</p>`,
  })
}
