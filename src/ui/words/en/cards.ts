import type { cards as zh } from '#ui/words/zh/cards.ts'

export const cards: typeof zh = {
  title: 'Talk cards',
  sub: 'Show one, say one sentence',
  kinds: { talk: 'Explain', thanks: 'Thank' },
  which: 'Which cards',
  told: 'Told',
  counted: (count) => `Explained: ${count}`,
  thanked: 'Put away',
  close: 'Close',
  onlyLook: 'Not on a shift: to look at, nothing is counted',
  local: '△ Differs from place to place; the notice of the compound counts',
  showing: (title) => `${title}, shown to a resident`,
}
