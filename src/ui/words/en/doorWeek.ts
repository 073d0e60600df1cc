import type { doorWeek as zhDoorWeek } from '#ui/words/zh/doorWeek.ts'

export const doorWeek: typeof zhDoorWeek = {
  title: 'Doors this week',
  figures: (met, knocked) => `Met ${met} of ${knocked} knocks`,
  outcome: (name, count) => `${name} ${count}`,
  coverage: (lit, livedIn, days) => `${lit} of ${livedIn} homes reached in ${days} days`,
}
