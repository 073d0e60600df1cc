import type { paper as zh } from '#ui/words/zh/paper.ts'

export const paper: typeof zh = {
  form: 'For whom',
  public: 'Public',
  publicSub: 'no names or doors',
  internal: 'Internal',
  internalSub: 'names, keep it inside',
  print: 'Print A4',
  inside: 'Nothing can be saved or printed here. Open this page in the browser (top right)',
  publicFoot: 'Public form · no names, phones or doors',
  internalFoot: 'Internal form · has names, keep it inside',
  page: (nth, of) => `Page ${nth} of ${of}`,
  printed: (when) => `Linbian · printed ${when}`,
  demo: 'Demo data, all invented',
}
