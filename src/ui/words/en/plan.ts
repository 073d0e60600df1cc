import type { zh } from '#ui/words/zh/all.ts'

export const plan: (typeof zh)['plan'] = {
  title: 'Bins and rota',
  toHub: 'Bins, times, rota',
  toHubSub: 'Set by office and property',
  notYours: 'The office and the property keep this',
  notYoursText: 'Ask them to change bins, times or the rota',
  rows: {
    rota: 'Rota',
    rotaSub: 'Which point, which shift, who',
    points: 'Points and bins',
    windows: 'Times',
    windowsSub: 'From when to when, on which days, holidays',
  },
}
