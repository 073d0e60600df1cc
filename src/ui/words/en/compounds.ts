import type { compounds as zh } from '#ui/words/zh/compounds.ts'

export const compounds: typeof zh = {
  title: 'Our compounds',
  sub: 'One community, several compounds',
  add: 'Add a compound',
  here: 'This is the one you see now',
  elsewhere: 'opens in another browser',
  go: 'Go there',
  goTo: (name) => `To ${name ?? 'the other compound'}`,
  held: 'On this phone; opens without a network too',
  unsent: (count) => `${count} not sent yet; they go by themselves`,
  nameless: 'Another compound',
  closed: 'It does not open now; go there and see. What was written is still there',
  firstTime: 'The first time needs a network and your passphrase',
  enter: 'Go in',
  enterText:
    'Your passphrase is the same. After this once, one press takes you there, without a network too.',
  pinThere:
    'Then you set a PIN for it: the residents of each compound have a lock of their own, so that opening one leaves the other closed.',
  notToBeSeen: 'The list is not to be seen now',
  howTitle: 'How to get into another one',
  how: (origin) =>
    `A tablet that several people use holds one compound, so that nothing is written in the wrong one. On your own phone open ${origin}/login , sign in with the same name and passphrase, and choose the compound.`,
  added: 'In “Our compounds”, press “Go there” below its name, and enter your passphrase once.',
  lastTitle: 'You look after this compound',
  lastText: 'You are its first community officer, with the name and passphrase that you have.',
  community: 'What the community is called',
  communityHelp: 'With the first compound you add; may stay empty.',
  passphrase: 'Your passphrase, once more',
  passphraseMissing: 'Enter the passphrase first',
  toList: 'See our compounds',
  colleagues: {
    title: (here) => `Ask a colleague to help look after ${here}`,
    of: (compound) => `of the office of ${compound}`,
    ask: (name, here) => `Ask ${name} to help look after ${here}?`,
    text: (name) =>
      `No invitation is needed. On their own phone ${name} opens “Our compounds” under “People and devices”, presses “Go there” and enters their passphrase once.`,
    until: (day) => `From today on, until ${day}: as in the other compound.`,
    always: 'From today on.',
    go: 'Ask them',
    going: 'Asking…',
    notYet: 'Not asked yet',
    done: (name) => `${name} can come over now`,
    instead: 'Already of another compound’s office?',
    insteadSub: 'Ask them under “Our compounds”, without an invitation',
  },
}
