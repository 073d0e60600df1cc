import type { Section } from '#domain/wall/publication.ts'

export type Language = 'zh' | 'en'

/** All that the page says by itself. What hangs on it is in the words of whoever published it. */
export interface WallWords {
  readonly tag: 'zh-CN' | 'en'
  readonly title: string
  readonly sub: (compound: string) => string
  readonly before: string
  readonly after: string
  receipt(n: number): string
  readonly whole: string
  readonly earlier: string
  readonly sections: Readonly<Record<Section, string>>
  readonly updated: (at: string) => string
  readonly ago: (days: number) => string
  readonly noNames: string
  readonly paper: string
  readonly back: string
  readonly other: string
  readonly empty: { readonly title: string; readonly text: string; readonly plan: readonly string[] }
  readonly version: (n: number) => string
  readonly hung: (day: string) => string
  readonly versions: string
  readonly now: string
  readonly old: string
  readonly down: string
  readonly why: (reason: string) => string
  readonly missing: string
  readonly which: string
  readonly whichSub: string
  readonly scan: string
  readonly printed: (day: string) => string
  readonly windows: (n: string, of: string) => string
  readonly say: {
    readonly key: string
    readonly title: string
    readonly lead: string
    readonly words: string
    readonly wordsHelp: string
    readonly name: string
    readonly phone: string
    readonly phoneHelp: string
    readonly trap: string
    readonly send: string
    readonly empty: string
    readonly long: string
    readonly again: string
    readonly elsewhere: string
    readonly tooOften: string
    readonly thanks: string
    readonly number: (no: number) => string
    readonly secret: string
    readonly keep: string
    readonly emergency: string
  }
  readonly asked: {
    readonly key: string
    readonly title: string
    readonly lead: string
    readonly number: string
    readonly secret: string
    readonly look: string
    readonly unknown: string
    readonly of: (no: number, day: string) => string
    readonly stands: Readonly<Record<'received' | 'inHand' | 'handled', string>>
    readonly answers: string
  }
}

export const WORDS: Readonly<Record<Language, WallWords>> = {
  zh: {
    tag: 'zh-CN',
    title: '公示栏',
    sub: (compound) => `看得见 · ${compound} · 不用登录`,
    before: '改之前',
    after: '改之后',
    receipt: (n) => `票据 ${n}`,
    whole: '看全部',
    earlier: '以前的',
    sections: {
      story: '改了什么',
      works: '工程',
      resolutions: '大家定的',
      accounts: '账目',
      month: '这个月',
      answers: '有问有答',
      notice: '通知',
    },
    updated: (at) => `${at} 更新`,
    ago: (days) => (days === 0 ? '今天更新的' : `${days} 天没更新了`),
    noNames: '不显示姓名和门牌',
    paper: '打印 A4',
    back: '回公示栏',
    other: 'English',
    empty: {
      title: '还没有贴出来的',
      text: '每个月这里会贴：',
      plan: [
        '办完了哪些事，改之前、改之后',
        '账目，收了多少、花在哪里',
        '大家开会定了什么',
        '工程做到哪一步',
      ],
    },
    version: (n) => `第 ${n} 版`,
    hung: (day) => `${day} 贴出`,
    versions: '前后几版',
    now: '现在这一版',
    old: '这是以前的一版，只留字，照片不再给看。',
    down: '取下了',
    why: (reason) => `为什么：${reason}`,
    missing: '这一页没有贴出来，或者取下了。',
    which: '哪个小区？',
    whichSub: '点一下您住的小区',
    scan: '扫一扫，手机上看',
    printed: (day) => `${day} 打印`,
    windows: (n, of) => `${of} 扇窗亮了 ${n} 扇`,
    say: {
      key: '我也有话说',
      title: '我也有话说',
      lead: '写给社区。不用登录，不用留名字。',
      words: '什么事，在哪里',
      wordsHelp: '最多 500 字。身份证号、银行卡号会盖掉。',
      name: '怎么称呼您（可不填）',
      phone: '电话（可不填）',
      phoneHelp: '只有社区看得到，用来给您回话。',
      trap: '这一格请空着',
      send: '说给社区听',
      empty: '还没写字。写两句就行。',
      long: '太长了，最多 500 字。',
      again: '没收到。回到这一页再说一次。',
      elsewhere: '请从公示栏这一页发。',
      tooOften: '刚才说的人有点多。过几分钟再来，急事打电话。',
      thanks: '收到了，社区会看',
      number: (no) => `${no} 号`,
      secret: '口令',
      keep: '记下这两样，以后凭它查办到哪一步。',
      emergency: '起火打 119，有人受伤打 120，报警打 110。别等这里回话。',
    },
    asked: {
      key: '我说的办到哪了',
      title: '我说的办到哪了',
      lead: '填说的时候给您的号码和口令。',
      number: '号码',
      secret: '口令',
      look: '查一下',
      unknown: '号码和口令对不上。看看有没有抄错。',
      of: (no, day) => `${no} 号，${day} 说的`,
      stands: { received: '收到了，还没派出去', inHand: '有人在办', handled: '办好了' },
      answers: '贴出来的答复',
    },
  },
  en: {
    tag: 'en',
    title: 'Public board',
    sub: (compound) => `For all to see · ${compound} · no login`,
    before: 'Before',
    after: 'After',
    receipt: (n) => `Receipt ${n}`,
    whole: 'See all',
    earlier: 'Earlier',
    sections: {
      story: 'What changed',
      works: 'Works',
      resolutions: 'Decided together',
      accounts: 'Accounts',
      month: 'This month',
      answers: 'Questions and answers',
      notice: 'Notices',
    },
    updated: (at) => `Updated ${at}`,
    ago: (days) =>
      days === 0 ? 'Updated today' : days === 1 ? 'No update for 1 day' : `No update for ${days} days`,
    noNames: 'No names, no door numbers',
    paper: 'Print A4',
    back: 'Back to the board',
    other: '中文',
    empty: {
      title: 'Nothing hangs here yet',
      text: 'Every month you will find here:',
      plan: [
        'What was put right, before and after',
        'Accounts: what came in, where it went',
        'What was decided together',
        'How far the works are',
      ],
    },
    version: (n) => `Version ${n}`,
    hung: (day) => `hung ${day}`,
    versions: 'All versions',
    now: 'The present version',
    old: 'An earlier version: its words only, its pictures are not shown any more.',
    down: 'taken down',
    why: (reason) => `Why: ${reason}`,
    missing: 'This page does not hang, or was taken down.',
    which: 'Which compound?',
    whichSub: 'Press the one you live in',
    scan: 'Scan to read it on a phone',
    printed: (day) => `printed ${day}`,
    windows: (n, of) => `${n} of ${of} windows lit`,
    say: {
      key: 'Have your say',
      title: 'Have your say',
      lead: 'To the community office. No login, no name needed.',
      words: 'What is it, and where',
      wordsHelp: 'Up to 500 characters. Numbers of identity and bank cards are blotted out.',
      name: 'What to call you (optional)',
      phone: 'Phone (optional)',
      phoneHelp: 'Only the office sees it, to answer you.',
      trap: 'Leave this empty',
      send: 'Send it to the office',
      empty: 'Nothing written yet. Two lines will do.',
      long: 'Too long: 500 characters at most.',
      again: 'It did not arrive. Go back to this page and say it once more.',
      elsewhere: 'Please send it from the board’s own page.',
      tooOften: 'Many are writing just now. Come back in a few minutes; if it is urgent, call.',
      thanks: 'Received; the office will look',
      number: (no) => `No. ${no}`,
      secret: 'Word',
      keep: 'Write both down: with them you can ask later how far it is.',
      emergency: 'Fire 119, injury 120, police 110. Do not wait for an answer here.',
    },
    asked: {
      key: 'How far is mine',
      title: 'How far is mine',
      lead: 'Give the number and the word that you were given.',
      number: 'Number',
      secret: 'Word',
      look: 'Look',
      unknown: 'Number and word do not fit. Look whether one was copied wrongly.',
      of: (no, day) => `No. ${no}, said on ${day}`,
      stands: {
        received: 'Received, not given to anybody yet',
        inHand: 'Somebody is at it',
        handled: 'Put right',
      },
      answers: 'Answers that hang',
    },
  },
}

const SHANGHAI_MS = 8 * 3_600_000
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** 11月24日, or 2025年11月24日 when `now` is in another year; ISO instants. */
export function dayIn(language: Language, instant: string, now?: string): string {
  const [year, month, day] = inShanghai(instant).slice(0, 10).split('-').map(Number) as [
    number,
    number,
    number,
  ]
  const rest = language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`
  if (now !== undefined && inShanghai(now).startsWith(String(year))) return rest
  return language === 'zh' ? `${year}年${rest}` : `${rest} ${year}`
}

/** 17:30 in Shanghai. */
export function timeOf(instant: string): string {
  return inShanghai(instant).slice(11, 16)
}

function inShanghai(instant: string): string {
  return new Date(Date.parse(instant) + SHANGHAI_MS).toISOString()
}

/** The language somebody asked for, else the first of ours that their browser names, else Chinese. */
export function languageOf(asked: string | undefined, accepted: string | undefined): Language {
  if (asked === 'zh' || asked === 'en') return asked
  const first = (accepted ?? '')
    .split(',')
    .map((one) => one.trim().slice(0, 2).toLowerCase())
    .find((one) => one === 'zh' || one === 'en')
  return first === 'en' ? 'en' : 'zh'
}
