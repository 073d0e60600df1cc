import type { doorPaper as zh } from '#ui/words/zh/doorPaper.ts'

export const doorPaper: typeof zh = {
  title: 'Print the building',
  sub: 'Door numbers and empty boxes only, nothing about anybody',
  none: 'No such building',
  noneText: 'Go back to the buildings and come again',
  date: 'Date',
  who: 'Who went',
  how: 'Tick a box for each home you reached. Nothing about people is written here.',
  units: (from, to) => (from === to ? from : `${from}–${to}`),
  floors: (from, to) => `${from}–${to}`,
  doors: (from, to) => `doors ${from}–${to} of each floor`,
  floor: 'Floor',
}
