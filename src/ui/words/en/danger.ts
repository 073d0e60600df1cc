import type { danger as zh } from '#ui/words/zh/danger.ts'

export const danger: typeof zh = {
  title: 'Not sent yet. Call first',
  sent: 'Call first',
  sure: 'It has arrived. Call all the same',
  calls: {
    fire: 'Fire',
    police: 'Police',
    ambulance: 'Ambulance',
    gas: 'Gas',
    lift: 'Lift repair',
    dutyDesk: 'Duty desk',
    other: 'Call',
  },
  kinds: {
    gas: 'Gas smell',
    fire: 'Smoke, fire',
    lift: 'Stuck in lift',
    shock: 'Electric shock',
    noAnswer: 'No answer at door',
    falling: 'Things thrown down',
    charging: 'Charging in hallway',
  },
  hints: {
    gas: 'No switches, no flame. Open windows, get out',
    fire: 'Take the stairs, never the lift',
    lift: 'Tell them: leave the doors, help is coming',
    shock: 'Cut the power, do not touch',
    noAnswer: 'Knock again, ask neighbours and family',
    falling: 'Step away from below',
    charging: 'Pull the plug, keep away',
  },
  ring: (name, number) => `Call ${name}, ${number}`,
  made: 'The call was made',
  madeSaid: 'Noted: the call was made',
  kindsTitle: 'Danger',
}
