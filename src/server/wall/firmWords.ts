import type { FirmSays, Hindrance } from '#domain/ledger/firmWord.ts'
import type { Language } from './words.ts'

/** What the page for a firm says around its one order. */
export interface FirmWords {
  readonly title: string
  readonly numbered: (no: number) => string
  readonly sub: (compound: string) => string
  readonly lead: string
  readonly code: string
  readonly codeHelp: string
  readonly open: string
  readonly wrongCode: string
  readonly tooManyCodes: string
  readonly to: string
  readonly where: string
  readonly what: string
  readonly noWords: string
  readonly due: string
  readonly noDue: string
  readonly said: string
  readonly says: Readonly<Record<FirmSays, string>>
  readonly hindrance: Readonly<Record<Hindrance, string>>
  readonly note: string
  readonly noteHelp: string
  readonly why: string
  readonly heading: Readonly<Record<'fixed' | 'cannot', string>>
  readonly kept: Readonly<Record<FirmSays, string>>
  readonly twice: string
  readonly empty: string
  readonly long: string
  readonly again: string
  readonly elsewhere: string
  readonly tooOften: string
  readonly gone: string
  readonly goneText: string
  readonly done: string
  readonly doneText: string
  readonly unknown: string
  readonly unknownText: string
  readonly notKept: string
}

export const FIRM_WORDS: Readonly<Record<Language, FirmWords>> = {
  zh: {
    title: '派工单',
    numbered: (no) => `${no} 号派工单`,
    sub: (compound) => `${compound} · 给师傅的`,
    lead: '不用登录，不用装软件。输入派工单上、或者发给您的话里的 6 位口令。',
    code: '6 位口令',
    codeHelp: '只有数字',
    open: '看这张单',
    wrongCode: '口令不对，对一对再输一次。',
    tooManyCodes: '口令试了太多次，过一小时再输。急的话，打电话给物业。',
    to: '派给',
    where: '地方',
    what: '什么事',
    noWords: '看现场',
    due: '什么时候前办好',
    noDue: '单子上没写',
    said: '您说过的',
    says: { took: '我接了', fixed: '修好了', cannot: '修不了' },
    hindrance: {
      parts: '缺配件',
      notMyTrade: '不是我修的活',
      notLetIn: '进不去门',
      tooMuch: '要大修，先商量',
      noTime: '这几天来不了',
      otherwise: '别的原因',
    },
    note: '写一句（可不填）',
    noteHelp: '怎么修的、换了什么。最多 200 字，电话、身份证号会盖掉。',
    why: '为什么修不了',
    heading: { fixed: '修完了', cannot: '修不了的话' },
    kept: {
      took: '记下了：您接了。修完再来这里说一声。',
      fixed: '记下了：您说修好了。物业会去看，看过才算办完。',
      cannot: '记下了：您说修不了。物业会看到，再找人。',
    },
    twice: '这一句已经收过了，只算第一次的。',
    empty: '修不了，先选一个原因。写的都还在。',
    long: '写得太长了，最多 200 字。写的都还在。',
    again: '没收到。写的都还在，再按一次。',
    elsewhere: '请从这一页按。写的都还在。',
    tooOften: '按得有点多，先歇一会儿。写的都还在，急的话打电话给物业。',
    gone: '这张单不用您回了',
    goneText: '可能换了人办，也可能过了 30 天。有疑问，打电话给物业。',
    done: '这件事已经办完了',
    doneText: '物业看过，记成办完了。谢谢您。',
    unknown: '没有这张单',
    unknownText: '地址可能抄错了。请扫派工单上的码，或者点发给您的链接。',
    notKept: '刚才写的没有记上：',
  },
  en: {
    title: 'Work slip',
    numbered: (no) => `Work slip no. ${no}`,
    sub: (compound) => `${compound} · for the firm`,
    lead: 'No login and no app. Enter the code of 6 digits from the slip, or from the message you were sent.',
    code: 'Code of 6 digits',
    codeHelp: 'digits only',
    open: 'Show the slip',
    wrongCode: 'That is not the code. Compare it and enter it again.',
    tooManyCodes: 'Too many codes were tried. Enter it in an hour; if it is urgent, call the property.',
    to: 'For',
    where: 'Where',
    what: 'What',
    noWords: 'see on the spot',
    due: 'To be done by',
    noDue: 'not on the slip',
    said: 'What you said',
    says: { took: 'I take it', fixed: 'It is fixed', cannot: 'I cannot do it' },
    hindrance: {
      parts: 'a part is missing',
      notMyTrade: 'not our kind of work',
      notLetIn: 'nobody let us in',
      tooMuch: 'too big a job, let us talk',
      noTime: 'no time in the next days',
      otherwise: 'something else',
    },
    note: 'A line (optional)',
    noteHelp:
      'How it was repaired, what was replaced. Up to 200 characters; phones and numbers of cards are blotted out.',
    why: 'Why it cannot be done',
    heading: { fixed: 'When it is done', cannot: 'If you cannot do it' },
    kept: {
      took: 'Noted: you take it. Come back here when it is done.',
      fixed: 'Noted: you say it is fixed. The property looks at it; then it is closed.',
      cannot: 'Noted: you cannot do it. The property sees it and asks somebody else.',
    },
    twice: 'This was received before: the first one counts.',
    empty: 'Please choose why it cannot be done. What you wrote is still here.',
    long: 'Too long: 200 characters at most. What you wrote is still here.',
    again: 'It did not arrive. What you wrote is still here: press once more.',
    elsewhere: 'Please press it on this page. What you wrote is still here.',
    tooOften: 'That was often. What you wrote is still here; if it is urgent, call the property.',
    gone: 'This slip needs no answer from you any more',
    goneText: 'Perhaps somebody else does it now, or 30 days are over. If in doubt, call the property.',
    done: 'This is done',
    doneText: 'The property looked at it and closed it. Thank you.',
    unknown: 'There is no such slip',
    unknownText:
      'The address may be copied wrongly. Scan the code on the slip, or open the link you were sent.',
    notKept: 'What you just wrote was not kept:',
  },
}
