import { plural } from '#ui/plural.ts'
import type { crews as zh } from '#ui/words/zh/crews.ts'

export const crews: typeof zh = {
  title: 'Who is in which team',
  sub: 'What a team is given, all its people see; one of them takes it',
  row: 'Who is in which team',
  rowSub: (formed, teams) =>
    formed === teams ? 'Every team has people' : `${formed} of ${teams} teams have people`,
  count: (count) => plural(count, 'person', 'people'),
  nobody: 'Nobody in it yet',
  nobodyHere: 'Nobody in it can see matters here',
  edit: (team) => `${team}: who is in it`,
  name: 'What it is called (optional)',
  nameHelp: (usual) => `Left empty: ${usual}`,
  people: 'Press a name; ✓ is in the team',
  inIt: 'In the team',
  none: 'There is nobody yet who can take something. Ask the office to invite people.',
  saved: 'Noted. Its people see it with the next network',
  notYours: 'The office says who is in a team',
  notYoursText: 'Tell the office who is missing.',
  ofUs: 'Given to our team',
  take: 'I take it',
  waits: (team) => `Given to ${team}, nobody has taken it`,
  keep: 'Say who is in it',
}
