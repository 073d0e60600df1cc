import type { start as zhStart } from '#ui/words/zh/start.ts'

export const start: typeof zhStart = {
  notSecure: {
    title: 'Nothing can be kept at this address',
    text: 'It has to begin with https, so that you can write without a network. Ask the office for the new address or code.',
  },
  noDisk: {
    title: 'This browser does not let us save',
    text: 'It may be a private window, or storage is turned off. Use a normal window, or the browser that came with the phone.',
  },
  tooOld: {
    title: 'This browser is too old',
    text: 'Update it, or open the page in the browser that came with the phone.',
  },
  blocked: {
    title: 'Another window has an older Linbian open',
    text: 'What you wrote is still there. Close the other windows, then try again.',
  },
  newer: {
    title: 'A newer Linbian saved what is on this device',
    text: 'It is all there. Try again with a network, and you get the newer version.',
  },
  notOpened: {
    title: 'The storage of this device did not open',
    text: 'What you wrote is still there. Close the browser and open it again, or restart the phone. If that does not help, show it to the office.',
  },
  again: 'Try again',
  elsewhere: 'To the other compound',
  toFile: 'Save what is not sent',
  filed: {
    done: 'The file is saved. Bring it to the office.',
    nothing: 'Nothing unsent can be read now. What was written is still there.',
  },
}
