import type { GenericSchema } from 'valibot'
import { KINDS } from '#domain/catalogue.ts'
import { fingerprint } from '#domain/fingerprint.ts'
import { type Route, ROUTES } from '#server/http/routes.ts'
import { addCompoundSchema, colleagueSchema } from '#wire/compounds.ts'
import { backUpSchema, tryBackupSchema } from '#wire/backups.ts'
import { reopenSchema } from '#wire/drafts.ts'
import { eraseSchema } from '#wire/erasure.ts'
import { handOverSchema } from '#wire/handOver.ts'
import {
  demoEnterSchema,
  endSchema,
  inviteSchema,
  joinSchema,
  leaveSchema,
  loginSchema,
  nameDeviceSchema,
  lookSchema,
  revokeSchema,
  seenSchema,
  setUpCheckSchema,
  setUpRosterSchema,
  setUpSchema,
} from '#wire/office.ts'
import { importSchema, undoSchema } from '#wire/roster.ts'
import { answerSchema, withdrawSchema } from '#wire/invitations.ts'
import { unlockSchema, unlockSetSchema } from '#wire/unlock.ts'
import { OPEN_SURVEY, ROSTER } from './roster.ts'
import type { Chance } from '#test/sim/random.ts'
import type { Ask, Body, Who } from './ask.ts'
import { fromSchema } from './fromSchema.ts'

/** What is said to a route: JSON to be bent before it is sent, or bytes. */
export interface Form extends Partial<Pick<Ask, 'at' | 'path' | 'headers'>> {
  readonly who?: Who
  readonly json?: unknown
  readonly body?: Body
}

const HOMES = ROSTER.map((row) => row.slice(0, 3))

const SURVEYS = [`/survey/${OPEN_SURVEY}`, '/survey/$place-1', '/survey/r1', '/survey/$wide-64'] as const

const JOBS = ['/job/$place-1', '/job/r1', '/job/$wide-64'] as const

/** Of a PIN that was entered; the last is none. */
const PROOFS = [`${'A'.repeat(43)}=`, `${'B'.repeat(43)}=`, 'x'] as const

const INSIDERS: readonly Who[] = [
  'volunteer',
  'volunteer',
  'tablet',
  'officer',
  'revoked',
  'ended',
  'elsewhere',
  'forgotten',
]

/** A form that the route takes. A route without one is a type error: what is not asked is not proven. */
export const FORMS: Readonly<Record<Route, (dice: Chance, tag: string) => Form>> = {
  'GET /api/health': () => ({}),
  'GET /api/moment': () => ({}),
  'POST /api/setup/check': fresh(setUpCheckSchema),
  'POST /api/setup/roster': fresh(setUpRosterSchema),
  'POST /api/setup': fresh(setUpSchema),
  'POST /api/login': (dice) => ({
    json: {
      name: dice.pick(['周敏', '周敏', '何桂英']),
      passphrase: dice.pick(['$passphrase', '$passphrase', 'x']),
      deviceKind: 'own',
    },
    who: dice.pick(['nobody', 'officer', 'tablet', 'elsewhere'] as const),
    ...(dice.once(3) && { json: fromSchema(loginSchema, dice) }),
  }),
  'POST /api/invitations/look': (dice) =>
    guest(dice, { ...(fromSchema(lookSchema, dice) as object), key: aKey(dice) }),
  'POST /api/join': (dice) =>
    guest(dice, {
      ...(fromSchema(joinSchema, dice) as object),
      key: aKey(dice),
      // Of few browsers: whoever was said yes to comes again.
      attempt: `browser-of-a-stranger-${dice.below(3)}`,
      ...(!dice.once(4) && { inviter: undefined }),
    }),
  'GET /api/backups': () => ({ who: 'officer' }),
  'POST /api/backups': office((dice) => fromSchema(backUpSchema, dice)),
  'POST /api/backups/try': office((dice) => ({
    ...(fromSchema(tryBackupSchema, dice) as object),
    name: dice.pick(['linbian-2026-03-01T00-00-00Z', 'linbian-9999-99-99T99-99-99Z', 'linbian-..']),
  })),
  'GET /api/compounds': office(),
  'GET /gongshi/counts': (dice) => ({ who: dice.pick(INSIDERS) }),
  'POST /api/compounds': office((dice) => ({
    ...(fromSchema(addCompoundSchema, dice) as object),
    passphrase: dice.pick(['$passphrase', '$passphrase', 'x']),
    rows: HOMES,
  })),
  'POST /api/compounds/colleague': office((dice) => fromSchema(colleagueSchema, dice)),
  'POST /api/invitations': office((dice) => fromSchema(inviteSchema, dice)),
  'GET /api/invitations': office(),
  'POST /api/invitations/answer': office((dice) => ({
    ...(fromSchema(answerSchema, dice) as object),
    ...(!dice.once(3) && { id: `$invitation-${dice.below(8)}`, number: '$digits' }),
  })),
  'POST /api/invitations/withdraw': office((dice) => ({
    ...(fromSchema(withdrawSchema, dice) as object),
    ...(!dice.once(3) && { id: `$invitation-${dice.below(4)}` }),
  })),
  'POST /api/roster/import': office((dice) => ({
    ...(fromSchema(importSchema, dice) as object),
    import: dice.pick(['import-a', 'import-b', 'r1']),
    // Of the homes that the compound began with there is nothing to say.
    rows: dice.pick([HOMES, HOMES, ROSTER, []]),
    digest: dice.pick([fingerprint(''), fingerprint(''), 'x']),
  })),
  'POST /api/roster/undo': office((dice) => ({
    ...(fromSchema(undoSchema, dice) as object),
    import: dice.pick(['import-a', 'import-b', 'r1']),
  })),
  'GET /api/people': office(),
  'GET /api/audit': office(),
  'GET /api/audit/check': office(),
  'POST /api/devices/name': office((dice) => ({
    ...(fromSchema(nameDeviceSchema, dice) as object),
    device: dice.pick(['$spare-0', '$spare-1', '$spare-2', 'nobody’s']),
  })),
  'POST /api/devices/seen': office((dice) => ({
    ...(fromSchema(seenSchema, dice) as object),
    device: dice.pick(['$spare-0', '$spare-1', '$spare-2', 'nobody’s']),
  })),
  'POST /api/devices/revoke': office((dice) => ({
    ...(fromSchema(revokeSchema, dice) as object),
    device: dice.pick(['$spare-0', '$spare-1', '$spare-2', 'nobody’s']),
  })),
  'POST /api/appointments/end': office((dice) => ({
    ...(fromSchema(endSchema, dice) as object),
    person: dice.pick(['$anybody-0', '$anybody-1', '$anybody-2', 'nobody']),
    role: 'gridWorker',
    place: '$compound',
  })),
  'POST /api/appointments/hand-over': office((dice) => ({
    ...(fromSchema(handOverSchema, dice) as object),
    person: dice.pick(['$anybody-0', '$anybody-1', '$anybody-2', 'nobody']),
    to: dice.pick(['$person', '$anybody-0', '$anybody-1', '$anybody-2', 'nobody']),
    role: 'gridWorker',
    place: '$compound',
    from: dice.pick(['2026-03-02', '2026-03-09', '2026-02-01', 'soon']),
  })),
  // Of nobody who is here: what stands here is asked for to the end.
  'POST /api/residents/erase': office((dice) => ({
    ...(fromSchema(eraseSchema, dice) as object),
    resident: dice.pick(['$place-0', '$person', 'nobody']),
  })),
  'POST /api/rescue': (dice, tag) => ({
    who: dice.once(5) ? dice.pick(INSIDERS) : 'officer',
    json: {
      linbian: 'unsent',
      v: 1,
      tenant: '$tenant',
      device: dice.pick(['$device', '$spare-1', 'a-device-of-before']),
      at: '2026-03-01T23:10:00.000Z',
      changes: Array.from({ length: dice.below(5) }, (_, index) => aChange(dice, tag, index)),
    },
  }),
  'POST /api/sync': sync,
  'GET /api/news': insider(),
  'GET /api/me': insider(),
  'POST /api/drafts/reopen': insider((dice) => fromSchema(reopenSchema, dice)),
  'POST /api/unlock': insider((dice) => ({
    ...(fromSchema(unlockSchema, dice) as object),
    person: dice.pick(['$person', '$person', '$anybody-1', 'nobody']),
    proof: dice.pick(PROOFS),
  })),
  'POST /api/unlock/set': insider((dice) => ({
    ...(fromSchema(unlockSetSchema, dice) as object),
    person: dice.pick(['$person', '$anybody-0', '$anybody-1', 'nobody']),
    proof: dice.pick(PROOFS),
    ...(dice.once(3) && { was: dice.pick(PROOFS) }),
  })),
  'POST /api/leave': insider((dice) => fromSchema(leaveSchema, dice)),
  'POST /api/photos': (dice) => {
    const number = dice.pick(SOME)
    return {
      who: dice.pick(BRINGERS),
      headers: [
        ...TUS,
        ['Upload-Length', dice.pick([`$size-${number}`, `$size-${number}`, `$size-${number}`, '10', '0'])],
        [
          'Upload-Metadata',
          dice.pick([
            `hash $named-${number}`,
            `hash $named-${number}`,
            'hash eA==',
            // Closed, and sealed to nobody: P256-A256GCM, under the key `x`.
            `hash $named-${number},sealed eA==,alg UDI1Ni1BMjU2R0NN,key eA==`,
          ]),
        ],
      ],
    }
  },
  'POST /api/photos/arrived': insider((dice) => ({
    hashes: [dice.pick(['$photo-0', '$photo-1', '$wide-64']), '0'.repeat(64)],
  })),
  'PATCH /api/photos/:hash': (dice) => {
    const picture = dice.pick(SOME)
    const from = dice.pick([0, 0, 0, 100])
    return {
      who: dice.pick(BRINGERS),
      path: `/api/photos/$photo-${picture}${dice.once(5) ? '~closed' : ''}`,
      headers: [...TUS, ['Upload-Offset', String(from)], ['Content-Type', 'application/offset+octet-stream']],
      body: {
        picture: dice.once(5) ? dice.below(12) : picture,
        from,
        ...(dice.once(3) && { to: 100 + dice.below(900) }),
      },
    }
  },
  'GET /api/photos/:hash': (dice) => ({
    who: dice.pick(INSIDERS),
    path: dice.pick(['/api/photos/$photo-0', '/api/photos/$photo-1', '/api/photos/$wide-64']),
  }),
  'GET /gongshi': onTheWall(''),
  'GET /gongshi/a4': onTheWall('/a4'),
  'GET /gongshi/notice': onTheWall('/notice'),
  'GET /gongshi/p/:page': onTheWall('/p/$place-1', '/p/r1', '/p/$wide-64'),
  'GET /gongshi/p/:page/:n': onTheWall('/p/$place-1/1', '/p/r1/0', '/p/r1/$wide-9'),
  'GET /gongshi/picture/:hash': onTheWall('/picture/$photo-0', '/picture/$photo-1', '/picture/x'),
  'GET /gongshi/say': onTheWall('/say'),
  'POST /gongshi/say': (dice, tag) => ({
    ...onTheWall('/say')(dice),
    headers: PLAIN_FORM,
    body: {
      text: new URLSearchParams({
        once: dice.pick([ONCE, `${ONCE.slice(0, 28)}${tag.padEnd(8, '0').slice(-8)}`, 'x']),
        text: dice.pick(['路灯坏了 <b>13800000001</b>', '$long-500', '$long-501', '', '\ud800\0']),
        name: dice.pick(['', '何嬢嬢', '$wide-13']),
        phone: dice.pick(['', '13800000001', '$wide-21']),
        website: dice.pick(['', '', '', 'x']),
      }).toString(),
    },
  }),
  'GET /gongshi/asked': onTheWall('/asked'),
  'POST /gongshi/asked': (dice) => ({
    ...onTheWall('/asked')(dice),
    headers: PLAIN_FORM,
    body: {
      text: `no=${dice.pick(['1', '2', 'x', '999999999'])}&secret=${dice.pick(['ABCDEF', '$wide-9'])}`,
    },
  }),
  'GET /gongshi/survey/:survey': onTheWall(...SURVEYS),
  'GET /gongshi/survey/:survey/a4': onTheWall(...SURVEYS.map((one) => `${one}/a4`)),
  'POST /gongshi/survey/:survey': (dice, tag) => ({
    ...onTheWall(...SURVEYS)(dice),
    headers: PLAIN_FORM,
    body: {
      text: new URLSearchParams({
        once: dice.pick([ONCE, `${ONCE.slice(0, 28)}${tag.padEnd(8, '0').slice(-8)}`, 'x']),
        overall: dice.pick(['very', 'unclear', 'splendid', '']),
        cleaning: dice.pick(['neutral', '$wide-9', '']),
        wish: dice.pick(['', '多放椅子 <b>13800000001</b>', '$long-200', '$long-201', '\ud800\0']),
        website: dice.pick(['', '', '', 'x']),
      }).toString(),
    },
  }),
  'GET /gongshi/job/:link': onTheWall(...JOBS),
  'POST /gongshi/job/:link': (dice, tag) => ({
    ...onTheWall(...JOBS)(dice),
    headers: PLAIN_FORM,
    body: {
      text: new URLSearchParams({
        ...(dice.once(2) && { code: dice.pick(['000000', '$wide-9', '１２３４５６', '', '\ud800\0']) }),
        once: dice.pick([ONCE, `${ONCE.slice(0, 28)}${tag.padEnd(8, '0').slice(-8)}`, 'x']),
        says: dice.pick(['took', 'fixed', 'cannot', 'splendid', '']),
        hindrance: dice.pick(['parts', 'otherwise', '$wide-9', '']),
        text: dice.pick(['', '换了门机 <b>13800000001</b>', '$long-200', '$long-201', '\ud800\0']),
        website: dice.pick(['', '', '', 'x']),
      }).toString(),
    },
  }),
  'POST /api/demo/enter': (dice) => ({ json: fromSchema(demoEnterSchema, dice) }),
}

const ONCE = '0b0b0b0b-0000-4000-8000-000000000000'
const PLAIN_FORM: readonly (readonly [string, string])[] = [
  ['Content-Type', 'application/x-www-form-urlencoded'],
]

/** Everybody reads the wall, and a cookie changes nothing of it. */
function onTheWall(...paths: readonly string[]) {
  return (dice: Chance): Form => ({
    who: dice.pick(['nobody', 'nobody', ...INSIDERS]),
    path: `/gongshi${dice.pick(paths)}${dice.pick(['', '', '?lang=en', '?lang=x&c=y', '?c=$tenant', '?c=$board', '?c=$board'])}`,
  })
}

/** Few enough that what one request has announced another brings. */
const SOME = [1, 2, 3, 9, 10, 11] as const
const BRINGERS: readonly Who[] = [
  'officer',
  'volunteer',
  'tablet',
  'officer',
  'volunteer',
  'tablet',
  'revoked',
  'forgotten',
]
const TUS: readonly (readonly [string, string])[] = [['Tus-Resumable', '1.0.0']]

function fresh(schema: GenericSchema) {
  return (dice: Chance): Form => {
    const form = fromSchema(schema, dice) as object
    const rows = dice.once(3) ? [] : ROSTER
    return {
      // Most of them while nothing is set up yet.
      at: dice.once(6) ? 'compound' : 'fresh',
      json: { ...form, ...(dice.once(8) ? {} : { code: '$setUpCode' }), ...('rows' in form && { rows }) },
    }
  }
}

function guest(dice: Chance, json: unknown): Form {
  return {
    json,
    who: dice.pick(['nobody', 'nobody', 'tablet', 'volunteer', 'revoked', 'elsewhere'] as const),
  }
}

function aKey(dice: Chance): string {
  const number = dice.below(8)
  return dice.pick([`$code-${number}`, `$secret-${number}`, 'ABCD2345'])
}

function office(json?: (dice: Chance) => unknown) {
  return (dice: Chance): Form => ({
    who: dice.once(4) ? dice.pick(INSIDERS) : 'officer',
    ...(json && { json: json(dice) }),
  })
}

function insider(json?: (dice: Chance) => unknown) {
  return (dice: Chance): Form => ({ who: dice.pick(INSIDERS), ...(json && { json: json(dice) }) })
}

const VERBS = [...KINDS.values()].flatMap((kind) =>
  Object.entries(kind.verbs).map(([verb, { args }]) => ({
    name: `${kind.kind}.${verb}`,
    kind: kind.kind,
    args,
  })),
)

function sync(dice: Chance, tag: string): Form {
  const who = dice.pick(INSIDERS)
  // What a device of ours has said before, word by word.
  if (dice.once(12))
    return {
      who: dice.pick(['volunteer', 'tablet', 'officer'] as const),
      body: { text: `"$said-${dice.below(8)}"` },
    }
  const count = dice.once(30) ? 190 + dice.below(20) : dice.below(6)
  const act = dice.once(3) ? { act: `a-${tag}` } : {}
  return {
    who,
    json: {
      protocol: dice.once(25) ? 2 : 1,
      request: `q-${tag}`,
      tenant: '$tenant',
      device: '$device',
      stream: '$stream',
      epoch: dice.once(40) ? '2020-01-01T00:00:00.000Z x' : '$epoch',
      acked: dice.once(25) ? '$n+0' : '$acked',
      cursor: dice.once(6) ? '' : '$cursor',
      changes: Array.from({ length: count }, (_, index) => ({ ...aChange(dice, tag, index), ...act })),
      unsent: dice.once(10) ? 3 : 0,
      limit: dice.pick([0, 1, 5, 200, 1000]),
      photos: dice.once(5) ? ['$photo-0', '$photo-1'] : [],
    },
  }
}

function aChange(dice: Chance, tag: string, index: number): object {
  const n = `$n+${index}`
  // As a device of ours made it: known already, or sealed and not sent yet.
  if (dice.once(6)) return { n, [`$letter-${dice.below(20)}`]: 0 }
  const { name, kind, args } = dice.pick(VERBS)
  const body = { open: { at: '2026-03-01T23:10:00.000Z', args: fromSchema(args, dice) } }
  return {
    n,
    id: `c-${tag}-${index}`,
    record: dice.pick([`r${1 + dice.below(9)}`, `r-${tag}`, kind === 'member' ? '$anybody-1' : '$place-1']),
    name,
    v: 1,
    actor: dice.once(15) ? '$anybody-1' : '$person',
    body,
    ...(dice.once(20) && { first: '$cursor' }),
  }
}

export const ALL_ROUTES = Object.keys(ROUTES) as readonly Route[]
