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
}
