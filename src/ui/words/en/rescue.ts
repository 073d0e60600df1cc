import { plural } from '#ui/plural.ts'
import type { rescue as zhRescue } from '#ui/words/zh/rescue.ts'

export const rescue: typeof zhRescue = {
  title: 'Take in a file',
  how: 'When a device cannot send, its person presses the line at the top, saves a file and passes it to you. Choose it here. Taking it in twice counts nothing twice.',
  choose: 'Choose the file',
  other: 'Another one',
  notTaken: 'This file was not taken in',
  taking: 'Taking it in…',
  offline: 'This needs a network. Keep the file and come back.',
  from: (device, when) => (when === '' ? device : `${device}, saved ${when}`),
  unknownDevice: 'A device nobody knows',
  taken: (count) => (count === 0 ? 'Nothing new' : `${plural(count, 'entry', 'entries')} taken in`),
  here: (count) => `${count} were here already and are not counted again`,
  held: (count) => `${count} wait for your decision`,
  heldWhy: (count, why) => `${count}: ${why}`,
  missing: (count) => `The file is not whole: ${count} missing. Save it there once more.`,
  decide: 'See what to decide',
  keepDevice: 'Once that device has a network it sends by itself too. Nothing is counted twice.',
}
