import { plural } from '#ui/plural.ts'
import type { shift as zhShift } from '#ui/words/zh/shift.ts'

export const shift: typeof zhShift = {
  more: 'More',
  moreTitle: 'More for this shift',
  tool: {
    bags: 'Open and check bags',
    bins: 'How full, hauls',
    cards: 'Talk cards',
    leaving: 'Look round before leaving',
    summary: 'Numbers, leave a word',
  },
  together: (names, drops) =>
    `${names.length === 0 ? 'Two devices' : `With ${names.join(', ')}`}: ${plural(drops, 'drop')}`,
  alsoThere: (names) => `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} here too`,
  alsoThereText: 'Each counts for themselves; the numbers add up.',

  dimmed: 'The screen is dark; touch to wake it',
  wake: 'Touch to wake; this one does not count',
  understood: 'Understood',
  sleeps: 'This screen goes off by itself',
  sleepsText: 'In Settings → Display → Sleep, choose 10 minutes. Going dark does no harm; the numbers stay.',
  photosWait: 'Nearly full: no photos for now',
  photosWaitText: 'Your taps are still saved. Delete some photos on this device and you can take more.',
  notKeptText: 'All before it is saved. Tap again.',
  notKeptFull: 'All before it is saved. This device is full: delete some photos, then tap again.',

  day: 'Which day',
  otherDay: 'Write down an earlier one',
  which: (day, window) => `${day} ${window}`,
  forgotten: (who, which) =>
    who === undefined ? `You did not hand over ${which}` : `${who} did not hand over ${which}`,
  forgottenText: (drops) =>
    `${plural(drops, 'drop')} counted; none will be lost. Ticked, it is handed over as you start.`,
  maybeThere: 'They may still be here: ask first.',
  closeToo: (who) => (who === undefined ? 'Hand it over too' : `Hand over for ${who}`),
  lookFirst: 'Look at it first',
  closedToo: (who, which) =>
    who === undefined ? `Handed over: ${which}` : `Handed over for ${who}: ${which}`,
  closedBy: (by) => `handed over by ${by}`,
  keepNote: 'Leave this word',
  noteKept: 'Kept; the hand-over is yours now',
  correctedBy: (who) => `corrected by ${who}`,

  after: {
    title: 'Handed over',
    quiet: 'Not one tap. Right if nobody came; if some are missing, fix the numbers.',
    unlooked: (arrival, leaving) =>
      `Not looked at: ${[arrival > 0 && `${arrival} on arrival`, leaving > 0 && `${leaving} on leaving`]
        .filter(Boolean)
        .join(', ')}. That is all right too.`,
    goOn: 'Too early: go on',
    wentOn: 'Going on; the numbers are all here',
    noteKept: 'The word is kept',
    taken: (who) => `${who} has taken over. Your numbers can still be fixed.`,
    next: 'How the next one begins',
    nextText:
      'Give them this tablet: they press below, enter under their own name, then start the shift. The numbers never mix.',
    nextKey: 'Next person',
    bags: 'Opened bags',
    bagsNone: 'No bags noted',
    bagAdd: 'Add one that was forgotten',
    bagOne: 'This bag',
    bagNew: 'One more bag',
    bagOut: 'This was no bag',
    bagWhat: 'How was it',
    bagWhatFirst: 'Choose how it was',
  },
}
