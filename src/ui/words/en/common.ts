import { plural } from '#ui/plural.ts'
import type { common as zhCommon } from '#ui/words/zh/common.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const common: typeof zhCommon = {
  name: 'Linbian',
  nav: 'Main places',
  tabs: { today: 'Today', bins: 'Bins', feedback: 'Remarks', doors: 'Doors' },
  back: 'Back',
  close: 'Close',
  save: 'Save',
  saving: 'Saving…',
  undo: 'Undo',
  cancel: 'Not now',
  retry: 'Try again',
  toToday: 'Back to Today',
  change: 'Change',
  changePerson: 'Change over',
  lock: 'Lock',
  vault: {
    closed: 'Earlier feedback and visits are locked until there is a network. What you write now is kept.',
    closedOwn:
      'Names, phones and what was before are locked until there is a network. What you write now is kept.',
    off: 'This browser cannot lock: what was before shows only online, and goes when you leave. What you write now is kept. Better use another browser.',
    noPin: 'You may see what concerns others now. Choose a PIN first, then it comes.',
    setPin: 'Choose a PIN',
    unchecked:
      'Your PIN is checked once there is a network; what was before is locked. What you write now is kept.',
  },
  hidden: {
    closed: {
      nothing: 'Locked for now',
      some: 'Some is locked: this is not all',
      soon: 'It opens with a network and the PIN',
    },
    noPin: { nothing: 'Locked for now', some: 'Some is locked: this is not all', soon: 'Choose a PIN first' },
    coming: {
      nothing: 'Not here yet',
      some: 'Some is not here yet: this is not all',
      soon: 'It is on its way',
    },
    later: {
      nothing: 'Not here yet',
      some: 'Some is not here yet: this is not all',
      soon: 'It needs a network',
    },
  },
  more: (count) => `${count} more below`,
  fewer: 'One less',
  add: 'One more',
  theme: { spoken: 'Change display:', day: 'Day', sun: 'Sun', night: 'Night' },
  language: { other: '中文', spoken: 'Switch to Chinese 换成中文' },
  tri: { good: 'Good', toFix: 'To fix', unchecked: 'Skip' },
  demo: 'Demo data, all invented',
  noNumber: 'No number yet',
  number: (no) => `No. ${no}`,
  numbered: (no) => (no === undefined ? 'No number yet' : `No. ${no}`),
  me: 'Me',
  photo: {
    noWay: 'The photo is at the office; you can see it with a network',
    coming: 'The photo has not arrived yet; it is on the device that took it',
    closed: 'This photo is not open to you',
    waiting: (count: number) => `${plural(count, 'photo')} still on this device`,
    refused: (count: number) => `${plural(count, 'photo')} the office cannot take, kept on this device`,
    arrived: (count: number, of: number) =>
      count === 0 ? `${plural(of, 'photo')} not here yet` : `${count} of ${of} photos are here`,
  },
  somebody: 'Somebody',
  /** Beside who wrote it (W8). */
  lapsed: 'came after their duty had ended',
  opening: 'Opening. Everything is on this device, nothing is lost.',
  notOpened: {
    title: 'This page did not open',
    text: 'What you wrote is on this device. Connect once and try again.',
  },
  broke: {
    title: 'Something went wrong on this page',
    text: 'What was saved is safe. Go back to Today and try again.',
  },
  refused: {
    nothingToDo: 'It is so already, nothing to change.',
    notPossible: 'This has moved on and cannot be changed now. Look at the latest first.',
    tooLarge: 'Too long for one entry. Write it as two; your words are still here.',
    notChecked: 'Your PIN has not been checked yet: this waits for a network. What you wrote is still here.',
    notReady:
      'Not saved: this app has not all come yet. What you wrote is still here. Get online and save again.',
    'disk.full':
      'This device is nearly full; not saved. Your words are still here. Remove some photos and save again.',
    'disk.lost': 'The storage dropped for a moment. Your words are still here, press save once more.',
    'disk.blocked': 'An older Linbian is open in another window. Close it and save again.',
    'disk.newer': 'A newer Linbian saved here. Reload to get it, then save.',
    'disk.closed': 'This page rested too long. Copy your words, close it and open it again.',
    'disk.broken': 'Not saved. Your words are still here, press save again. If it stays, ask the office.',
  },
  dates: {
    today: 'today',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    weekdays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    months: MONTHS,
    monthDay: (month, day) => `${day} ${MONTHS[month - 1]}`,
    year: (year, rest) => `${rest} ${year}`,
    inMinutes: (minutes) => `in ${minutes} min`,
    inHours: (hours) => `in ${plural(hours, 'hour')}`,
  },
}
