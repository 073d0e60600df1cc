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
  go: 'Hand it over',
  done: (where, name) => `${where} goes to ${name}. Both will be told.`,
  given: (where, day, name) => `${name} takes over ${where} from ${day}`,
  givenText: 'What you noted is kept; what is unsent is still taken.',
  got: (where, day) => `${where} is yours from ${day}`,
  gotText: (name) => `Before it was ${name}.`,
  understood: 'Got it',
}
