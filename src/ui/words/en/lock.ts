import type { lock as zh } from '#ui/words/zh/lock.ts'

export const lock: typeof zh = {
  who: 'Who is on today?',
  own: 'This phone is locked',
  keptOwn: 'All you wrote is here, what is not sent goes by itself',
  kept: 'Changing over loses nothing, all of it is on this device',
  noTurn: 'No shift today',
  turn: (window, time) => `${window} ${time}`,
  noPin: 'No PIN yet',
  choose: 'Press your name first',
  enter: (name, digits) => `${name}, enter your ${digits} digits`,
  entered: (lit, of) => `${lit} of ${of} digits entered`,
  notOpened: 'Not opened: the device may be full. Make some room and enter it again.',
  opening: 'Opening…',
  wrong: 'Not that one, try again',
  rule: 'After 5 wrong ones it rests 1 minute',
  wait: (seconds) => `A minute’s rest, ${seconds} seconds left`,
  inviter:
    'Wrong 10 times: it cannot be opened here any more. Ask whoever invited you for a new invitation and set a new PIN with it on this device. All you wrote is here.',
  officer:
    'Wrong 10 times: it cannot be opened here any more. Sign in anew with your passphrase and set a new PIN. All you wrote is here.',
  back: 'One back',
  forgot: 'Forgot it',
  forgotTitle: 'If you forgot your PIN',
  forgotText:
    'Nobody but you knows it, and nobody can look it up. Ask whoever invited you for a new invitation, join with it on this device and set a new PIN. All you wrote is here.',
  forgotOfficer:
    'Nobody but you knows it, and nobody can look it up. Sign in anew with your passphrase and set a new PIN. All you wrote is here.',
  haveInvitation: 'I have an invitation',
  havePassphrase: 'Sign in with a passphrase',
  note: 'Write it down',
  whose: 'Who writes?',
  goOn: (name) => `Go on counting · ${name}`,
  counting: 'Counting, locked',
  countingText: 'While it is locked only what was counted since is shown. It all belongs to this shift.',
  toLock: 'Back',
  office: {
    title: 'Passphrase first',
    text: 'Several people use this device. For the office’s work enter your own passphrase; after a change of person or a lock, enter it again.',
    other: (name) => `${name} has opened this: it takes ${name}’s own passphrase.`,
  },
  set: {
    own: 'Choose a PIN for this phone',
    keptOwn: 'Then you are in. What you write is kept here',
    title: (name, digits) => `${name}, choose ${digits} digits`,
    again: 'Once more',
    why: 'Several people use this device: it opens for you with these. No birthday, and nothing like 1234.',
    whyOwn:
      'This phone holds what concerns others: it opens with these. No birthday, and nothing like 123456.',
    notSet: 'Not set: the device may be full. Make some room and begin again.',
    differ: 'They are not the same, begin again',
    later: 'Later',
    refused: { pinDigits: 'Enter all digits', pinTrivial: 'Too easy to guess, take another' },
    draftsLater: 'What was half written comes back with the network.',
  },
}
