import type { zh } from '#ui/words/zh/all.ts'

export const boards: (typeof zh)['boards'] = {
  title: 'For everybody',
  wall: { title: 'Public board', sub: 'What waits, what hangs' },
  bins: { title: 'Bin report', sub: 'By day, week and month' },
  exports: { title: 'Tables to take', sub: 'As a file, or as a form asks' },
}
