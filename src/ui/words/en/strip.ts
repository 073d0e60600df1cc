import { plural } from '#ui/plural.ts'
import type { strip as zhStrip } from '#ui/words/zh/strip.ts'

export const strip: typeof zhStrip = {
  kept: 'Saved here',
  waiting: (count) => `${count} to upload`,
  photos: (count) => `${plural(count, 'photo')} to upload`,
  done: 'all uploaded',
  sending: 'Uploading',
  progress: (done, of) => `${done} / ${of}`,
  fetching: 'Still fetching',
  fetched: (count) => (count === 0 ? 'just begun' : `${count} so far`),
  notWhole: 'Not all here yet',
  fetchedLater: 'goes on with a signal',
  notFetched: 'Cannot be fetched',
  noSignal: 'No signal',
  stillWorks: 'works all the same',
  places: (count) => plural(count, 'thing'),
  decide: 'for you to decide',
  read: 'to read',
  stuck: 'Not getting through',
  opens: ', see what is waiting',
}
