import { plural } from '#ui/plural.ts'
import type { heardWhen as zh } from '#ui/words/zh/heardWhen.ts'

export const heardWhen: typeof zh = {
  key: (when, homes) => `Heard: ${when}${homes > 1 ? `, ${plural(homes, 'home')}` : ''}`,
  title: 'When was it heard?',
  text: 'The clock starts when the office receives it. This only says when the word was said.',
  heard: { now: 'just now', morning: 'this morning', yesterday: 'yesterday' },
  other: 'Another time',
  day: 'Day',
  clock: 'Time',
  ahead: 'That is still to come. Choose an earlier time',
  affected: 'How many homes it touches',
  homes: 'homes',
  less: 'One home fewer',
  more: 'One home more',
  done: 'That is it',
  toReceipt: (time) => `From word to office: ${time}`,
}
