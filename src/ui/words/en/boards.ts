import type { zh } from '#ui/words/zh/all.ts'

export const boards: (typeof zh)['boards'] = {
  title: 'For everybody',
  council: { title: 'Council', sub: 'This week’s agenda, what is not done yet' },
  wall: { title: 'Public board', sub: 'What waits, what hangs' },
  accounts: { title: 'Accounts', sub: 'What came, what went, what is left' },
  works: { title: 'Works', sub: 'Who asked, who does it, what it costs' },
  ledger: { title: 'Ledger', sub: 'Mine to do, promised, to be told' },
  bins: { title: 'Bin report', sub: 'By day, week and month' },
  exports: { title: 'Tables to take', sub: 'As a file, or as a form asks' },
  month: { title: 'Face to face', sub: 'The month: print it, hang it' },
  survey: { title: 'Satisfaction', sub: 'Ask, and type in sheets' },
  digest: { title: 'The day in short', sub: 'A text for the group' },
  diary: { title: 'Day book', sub: 'Your own day; whom to answer first' },
}
