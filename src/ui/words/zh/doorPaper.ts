export const doorPaper = {
  title: '打印楼面图',
  sub: '只有门牌和空格，没有人的事',
  none: '没有这栋楼',
  noneText: '回楼栋看看，再来打印',
  date: '日期',
  who: '谁走的',
  how: '走到一户，勾一格。这张纸上不写人。',
  units: (from: string, to: string) => (from === to ? from : `${from}到${to}`),
  floors: (from: string, to: string) => `${from}到${to}`,
  doors: (from: number, to: number) => `每层第 ${from}–${to} 户`,
  floor: '楼层',
}
