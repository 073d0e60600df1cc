import { plural } from '#ui/plural.ts'
import type { officeDay as zhOfficeDay } from '#ui/words/zh/officeDay.ts'

export const officeDay: typeof zhOfficeDay = {
  title: 'The compound today',
  knock: {
    title: (count) =>
      count === 1
        ? 'Somebody you invited waits for you to let them in'
        : `${count} people you invited wait for you to let them in`,
    text: 'They have a number; compare it with yours.',
    go: 'Compare the number',
  },
  shifts: 'Bin shifts',
  drops: 'Drops',
  dropsSub: (right, corrected, unsorted) => `${right} correct, ${corrected} corrected, ${unsorted} unsorted`,
  rate: 'Correct',
  selfCounted: 'counted by supervisors',
  incidents: 'At the bins',
  visits: 'Visits',
  met: (count) => `${count} met`,
  remarks: 'Remarks',
  orders: 'Closed',
  by: (who, when) => `${who}, ${when}`,
  photos: (count) => plural(count, 'photo'),
  open: 'on duty',
  closed: (when) => `handed over ${when}`,
  nothing: 'Nobody has noted anything this day',
  note: (text) => `Note: ${text}`,
  seeDay: (date) => `See ${date}`,
  earlier: 'Day before',
  later: 'Day after',
}
