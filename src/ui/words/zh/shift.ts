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
}
