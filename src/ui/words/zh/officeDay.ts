/** The compound's day, which the office sees in the place of their own. */
export const officeDay = {
  title: '社区今天',
  knock: {
    title: (count: number) =>
      count === 1 ? '您请的人在等您让他进来' : `您请的 ${count} 个人在等您让他们进来`,
    text: '他那边有一个号码，跟您这边对一对。',
    go: '去对号码',
  },
  shifts: '督导',
  drops: '投放',
  dropsSub: (right: number, corrected: number, unsorted: number) =>
    `正确 ${right}・纠正 ${corrected}・未分类 ${unsorted}`,
  rate: '正确率',
  selfCounted: '督导员自记',
  incidents: '桶边情况',
  visits: '走访',
  met: (count: number) => `见到 ${count} 户`,
  remarks: '民情',
  orders: '办完',
  by: (who: string, when: string) => `${who}・${when}`,
  photos: (count: number) => `${count} 张照片`,
  open: '在岗',
  closed: (when: string) => `${when} 交班`,
  nothing: '这天还没人记',
  note: (text: string) => `留言：${text}`,
  seeDay: (date: string) => `看${date}`,
  earlier: '前一天',
  later: '后一天',
}
