import type { firmLink as zh } from '#ui/words/zh/firmLink.ts'
import { orderChoices } from './orderFields.ts'

export const firmLink: typeof zh = {
  row: 'Link for the firm',
  rowSub: 'No account: they answer by themselves',
  title: 'Link for the firm',
  text: (vendor) => `${vendor} opens it, enters the code, sees this slip and answers.`,
  what: 'They see where, what and by when. No name and no phone of a resident.',
  make: 'Make a link',
  made: 'Made. It works once it has reached the office.',
  notYet: 'Not at the office yet. The link opens once it was sent.',
  code: 'Code',
  message: ({ compound, no, address, code }) =>
    `${compound}, work slip ${no}. Open it to see the job, and press whether you take it and when it is fixed:\n${address}\nCode ${code}`,
  messageName: 'Message for the firm',
  copy: 'Copy the message',
  copied: 'Copied: paste it to the firm',
  notCopied: 'Not copied. Press long on the text above to select it.',
  qr: 'Code that opens the link',
  ends: 'Good for 30 days. It closes by itself when the job is done or goes to somebody else.',
  stop: 'Call the link back',
  stopped: 'Called back: it opens no more',
  slip: 'Print the slip with its code',
  says: orderChoices.says,
  hindrance: orderChoices.hindrance,
  panel: 'What the firm says',
  byLink: 'by the link',
  look: {
    took: '',
    fixed: 'The firm says it is fixed: look at it',
    cannot: 'The firm cannot do it: ask another',
  },
  lookText: 'Once you have seen it, note it as fixed yourself. The firm’s word closes nothing.',
  waiting: 'Firms have answered',
  slipScan: 'Scan to see the slip and answer',
}
