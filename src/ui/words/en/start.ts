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
  again: 'Try again',
}
