import type { Window } from '#domain/window.ts'

/** What stands around the five keys of a shift: tools, who else is here, a screen that went dark, a shift that was forgotten. */
export const shift = {
  more: '更多',
  moreTitle: '这一班还能记',
  tool: {
    bags: '开袋检查',
    bins: '桶满没满・清运',
    cards: '讲解卡',
    leaving: '走之前看一圈',
    summary: '看数、留句话',
  },
  together: (names: readonly string[], drops: number) =>
    names.length === 0 ? `两台一起：共 ${drops} 次` : `和${names.join('、')}一起：共 ${drops} 次`,
  alsoThere: (names: readonly string[]) => `${names.join('、')}也在这一班`,
  alsoThereText: '各按各的，数加在一起。',

  dimmed: '屏幕暗了，碰一下就亮',
  wake: '碰一下就亮，这一下不算数',
  understood: '知道了',
  sleeps: '这台的屏幕会自己黑',
  sleepsText: '打开手机设置 → 显示 → 自动熄屏（休眠），改成 10 分钟。黑了也不要紧，数都在。',
  photosWait: '本机快满了，照片先停一停',
  photosWaitText: '按的数照样存，不会丢。删几张手机里的照片，就能再拍。',
  notKeptText: '前面的都存好了。再按一次。',
  notKeptFull: '前面的都存好了。本机满了，删几张手机里的照片，再按一次。',

  day: '哪一天',
  otherDay: '补记以前的',
  which: (day: string, window: Window) =>
    `${day}${{ morning: '早班', evening: '晚班', extra: '加班' }[window]}`,
  forgotten: (who: string | undefined, which: string) => `${who ?? '您'}${which}还没交`,
  forgottenText: (drops: number) => `记了 ${drops} 次，一次也不会少。打着勾，开始时就一起交。`,
  maybeThere: '人可能还在，问一声再交。',
  closeToo: (who: string | undefined) => (who === undefined ? '一起交了' : `替${who}交了`),
  lookFirst: '先去看看',
  closedToo: (who: string | undefined, which: string) =>
    who === undefined ? `${which}交了` : `替${who}交了${which}`,
  closedBy: (by: string) => `${by}替交的`,
  keepNote: '把话留下',
  noteKept: '话留下了，算您交的班',
  correctedBy: (who: string) => `${who}改过`,

  /** What one press of 交班 leads to: what is worth knowing then, and the way back. */
  after: {
    title: '交好了',
    quiet: '一下也没按。没人来就这样；按漏了，就改数。',
    unlooked: (arrival: number, leaving: number) =>
      `${[arrival > 0 && `到岗还有 ${arrival} 样没看`, leaving > 0 && `走之前还有 ${leaving} 样没看`]
        .filter(Boolean)
        .join('，')}。不看也行。`,
    goOn: '交早了，接着督导',
    wentOn: '接着督导，刚才的数都在',
    noteKept: '话留下了',
    taken: (who: string) => `${who}接班了。您的数还能改。`,
    next: '下一位怎么接',
    nextText: '把这台给下一位：点下面，进自己的名字，再点“到岗，开始”。各记各的，数不会混。',
    nextKey: '换下一位用',
    bags: '开过的袋子',
    bagsNone: '没记开袋',
    bagAdd: '漏了一袋，补上',
    bagOne: '这一袋',
    bagNew: '补一袋',
    bagOut: '这袋不算',
    bagWhat: '看得怎么样',
    bagWhatFirst: '先选看得怎么样',
  },
}
