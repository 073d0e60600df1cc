import type { demo as zhDemo } from '#ui/words/zh/demo.ts'

export const demo: typeof zhDemo = {
  title: 'Have a look',
  lead: 'Who would you like to be? One tap and you are in.',
  about: 'The compound and everybody in it are invented. Try anything.',
  entering: 'Going in…',
  notYet: 'Not in yet',
  does: {
    gridWorker: 'Knocks on doors, writes remarks',
    supervisor: 'Stands at the bins, shared tablet',
    steward: 'Takes orders, repairs, shows it',
    manager: 'Gives out orders, sees who has them',
    officer: 'Sees the whole day, invites people',
    floorLead: 'Looks after one staircase',
    owners: 'Listens, asks whether it is solved',
    party: 'Listens, follows what happens',
  },
  change: 'Be somebody else',
  changeLead: 'Look as somebody else.',
  sendFirst: (count: number) => `${count} not sent yet`,
  sendFirstText: 'Send first, then change, so that nothing is lost. Drafts stay here until you come back.',
  send: 'Send now',
}
