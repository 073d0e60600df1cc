import type { shift as zhShift } from '#ui/words/zh/shift.ts'

export const shift: typeof zhShift = {
  more: 'More',
  moreTitle: 'More for this shift',
  tool: {
    bags: 'Open and check bags',
    bins: 'How full, hauls',
    cards: 'Talk cards',
    leaving: 'Look round before leaving',
  },
}
