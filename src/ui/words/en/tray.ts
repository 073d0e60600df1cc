import type { tray as zhTray } from '#ui/words/zh/tray.ts'

export const tray: typeof zhTray = {
  why: {
    noNetwork: 'No network, waits here',
    sending: 'On its way',
    next: 'Goes in a moment',
    photo: 'Words arrived, photo on its way',
    authorAway: 'Its author is not here now; it goes all the same',
    noLongerEnrolled: 'This device is no longer on the list',
    newerServer: 'Needs the new version first',
    tooLarge: 'Too large to get through',
    disk: 'Trouble with this device’s storage',
  },
  todo: { open: 'See it', send: 'Send now', file: 'Save a file', update: 'Update' },
  byOthers: (what, count) => `By others: ${what}, ${count}`,
  notShown: (what, count) => `${what}, ${count}; on their way to the office`,
  more: (count, left) => `${count} more of ${left}`,
  unread: 'The list cannot be shown just now. Everything is still on this device.',
  answer: {
    done: 'Sent, everything arrived',
    noWay: 'The office was not reached. Everything is here and goes by itself.',
  },
  filed: 'File saved. Bring it to the office.',
  filedText: 'Photos are not in it. They are on this device: keep Linbian on it.',
  nothingToFile: 'Nothing to save, all is sent',
}
