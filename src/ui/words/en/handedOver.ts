import { plural } from '#ui/plural.ts'
import type { handedOver as zhHandedOver } from '#ui/words/zh/handedOver.ts'

export const handedOver: typeof zhHandedOver = {
  give: 'Hand over',
  title: (where) => `Who takes ${where}?`,
  text: (name, role) => `Now it is ${name}, ${role}`,
  from: 'From when',
  days: { today: 'Today', tomorrow: 'Tomorrow', monday: 'Monday' },
  nobody: 'Nobody else yet',
  nobodyText: 'Invite somebody first, then hand it over.',
  ask: (where, day, name) => `${name} takes ${where} from ${day}?`,
  askText: (name) => `From then on it is no longer ${name}’s. What was noted stays.`,
  unsent: (name, count) =>
    `${name} still has ${plural(count, 'entry', 'entries')} unsent. They will be taken.`,
  how: 'How',
  ways: { over: 'For good', standIn: 'For some days' },
  until: 'Until which day',
  untilWrong: 'The last day is the first day or later',
  askStandIn: (where, from, until, name) => `${name} stands in for ${where} from ${from} to ${until}?`,
  standInText: (name) => `${name} keeps it too; both see it. It ends by itself on that day.`,
  standInDone: (where, name) => `${name} stands in for ${where}. It ends by itself.`,
  go: 'Hand it over',
  done: (where, name) => `${where} goes to ${name}. Both will be told.`,
  given: (where, day, name) => `${name} takes over ${where} from ${day}`,
  givenText: 'What you noted is kept; what is unsent is still taken.',
  got: (where, day) => `${where} is yours from ${day}`,
  gotText: (name) => `Before it was ${name}.`,
  understood: 'Got it',
}
