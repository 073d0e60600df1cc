import type { notice as zh } from '#ui/words/zh/notice.ts'

export const notice: typeof zh = {
  title: 'What residents are told',
  open: 'How residents’ data is kept',
  sub: 'It stands on the public notice, for every resident',
  page: 'The notice for residents',
  pageSub: 'No login; prints on A4',
  answers: 'Whom residents ask',
  who: 'Who answers',
  whoHelp: 'A person or an office',
  number: 'Phone',
  where: 'Where, and when somebody is there (optional)',
  deadlines: 'How many days it stays',
  deadlinesText:
    'After that it goes by itself. It can be shorter and never longer. What is still open never goes.',
  after: {
    movedOut: 'Names and phones, after moving out',
    remark: 'Who said it, after the matter is over',
    photos: 'Pictures and recordings, after the matter is over',
    look: 'Who looked at names and phones',
  },
  range: (least, most) => `${least} to ${most} days`,
  missing: 'Say who answers, and the phone',
  wrongDays: 'One number of days does not fit',
  save: 'Save',
  saved: 'Saved; the notice says it too',
  same: 'Nothing was changed',
  notYours: 'Only community officers change this',
}
