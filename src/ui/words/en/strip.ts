import { plural } from '#ui/plural.ts'
import type { strip as zhStrip } from '#ui/words/zh/strip.ts'

export const strip: typeof zhStrip = {
  kept: 'Saved here',
  waiting: (count) => `${count} to upload`,
  photos: (count) => `${plural(count, 'photo')} to upload`,
  done: 'all uploaded',
  sending: 'Uploading',
  progress: (done, of) => `${done} / ${of}`,
  noSignal: 'No signal',
  stillWorks: 'works all the same',
  places: (count) => plural(count, 'thing'),
  decide: 'for you to decide',
  read: 'to read',
  stuck: 'Not getting through',
  opens: ', see what is waiting',
}
