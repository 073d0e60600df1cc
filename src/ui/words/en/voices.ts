import { plural } from '#ui/plural.ts'
import type { voices as zh } from '#ui/words/zh/voices.ts'

export const voices: typeof zh = {
  note: {
    stop: 'That is all',
    cancel: 'Not this one',
    waiting: 'The microphone waits for your yes…',
    going: (seconds) => `Recording, ${seconds} s left`,
    whose: 'Whose voice',
    speaker: { retold: 'I retell it', resident: 'They say it' },
    asked: { retold: 'nobody else', resident: 'ask them first' },
    play: (seconds) => `Listen, ${seconds} s`,
    stopPlaying: 'Stop',
    again: 'Record again',
    drop: 'No recording',
    only: (seconds) => `A recording, ${seconds} s`,
    type: 'Type it',
    typeTitle: 'Listen and type it',
    typed: 'Typed',
    typedBy: (name) => `typed by ${name}`,
    refused: {
      notAllowed:
        'The microphone is not allowed. Allow it for Linbian in the phone’s settings. You can still type or take a photo.',
      noMicrophone: 'This device has no microphone. You can still type or take a photo.',
      cannotRecord: 'This browser cannot record. You can still type or take a photo.',
    },
    notHeard: {
      coming: 'The recording has not arrived yet.',
      closed: 'This one is not for you to hear.',
      noWay: 'The recording is not on this device yet. Listen when there is a network.',
      broken: 'This device cannot play it. Try another.',
    },
  },
  drafts: { another: 'Begin another', gone: 'Given up' },
  same: {
    title: 'Somebody said this. Is it the same?',
    join: 'It is this one',
    joined: 'Put together with it',
    weight: (households, day) => `${plural(households, 'home')}, since ${day}`,
    maybe: 'These may be one thing',
    merge: 'The same thing',
    merged: 'Put together',
    apart: 'Take apart',
    parted: 'Taken apart',
  },
  heard: {
    title: (count) => `Said by ${count}`,
    by: (name) => `heard by ${name}`,
    told: 'Told',
    untold: 'Not told yet',
    someone: 'No name left',
    leads: 'said it first',
  },
  travelled: (time) => `From word to office: ${time}`,
  minutes: (minutes) => `${minutes} min`,
  hours: (hours, minutes) => `${hours} h${minutes > 0 ? ` ${minutes} min` : ''}`,
  days: (days, hours) => `${plural(days, 'day')}${hours > 0 ? ` ${hours} h` : ''}`,
}
