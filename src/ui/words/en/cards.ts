import { plural } from '#ui/plural.ts'
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
  forThing: 'Show the card',
  onlyLook: 'Not on a shift: to look at, nothing is counted',
  local: '△ Differs from place to place; the notice of the compound counts',
  recording: {
    play: { mandarin: 'Play Mandarin', sichuan: 'Play Sichuan' },
    stopPlaying: 'Stop',
    name: { mandarin: 'Mandarin', sichuan: 'Sichuan dialect' },
    open: 'Record',
    title: 'Record it yourselves',
    text: 'Read the card, 20 seconds at most. All devices of the compound can play it, also without a network.',
    none: 'Not recorded',
    kept: 'Recorded',
    record: 'Record',
    again: 'Again',
    stop: 'Done, save it',
    cancel: 'Do not record',
    going: (seconds) => `Recording, ${plural(seconds, 'second')} left`,
    remove: 'Delete',
    removed: 'Deleted',
    saved: 'Recorded; it plays without a network',
    waiting: 'The microphone asks for your leave…',
    refused: {
      notAllowed:
        'The microphone is not allowed. Allow it in the settings and come back. The cards work without.',
      noMicrophone: 'No microphone here; record on another device. The cards work without.',
      cannotRecord: 'This browser cannot record; use another device. The cards work without.',
    },
    notHeard: {
      coming: 'The recording has not arrived yet.',
      closed: 'This one cannot be played.',
      noWay: 'The recording is not on this device yet; it comes with the network.',
      broken: 'This device cannot play it. Read the card aloud.',
    },
  },
  showing: (title) => `${title}, shown to a resident`,
}
