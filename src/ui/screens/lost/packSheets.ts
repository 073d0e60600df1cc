import type { Answers } from '#domain/settings.ts'
import {
  alsoHeld,
  contact,
  countsAt,
  deviceName,
  lookSaid,
  momentIn,
  noNames,
  type Saying,
  standing,
  trailSaid,
  whose,
} from './says.ts'
import type { Lost } from './useLost.ts'

export interface SheetPart {
  readonly title: string
  readonly lines: readonly string[]
}

/** One A4 of the papers, the same in the file. */
export interface PackSheet {
  readonly title: string
  readonly parts: readonly SheetPart[]
  readonly signed: readonly string[]
  /** Residents read it: nobody is named on it, who used the device neither. */
  readonly forAll?: true
}

export interface Packing {
  readonly compound: string
  readonly answers: Answers | undefined
}

/**
 * The facts, the report and the notice. What the product does not know stays a line to fill in by hand. Nobody who lives here is
 * named in them: the list of those is a sheet of its own.
 */
export function packSheets(say: Saying, lost: Lost, packing: Packing): readonly PackSheet[] {
  return [factsSheet(say, lost), reportSheet(say, lost, packing), noticeSheet(say, lost, packing)]
}

function factsSheet(say: Saying, lost: Lost): PackSheet {
  const { lost: words } = say.words
  const { pack } = words
  const { facts } = pack
  const { device, hold, looks, trail } = lost
  const hand = (label: string) => pack.item(label, pack.blank)
  const at = (instant: string, said: string) => `${momentIn(say, instant)}　${said}`
  const held =
    typeof hold === 'string'
      ? [words.held[hold]]
      : [
          words.held.atMost,
          ...hold.at.map((one) => pack.item(one.where, countsAt(say, one))),
          ...(hold.concerned.length === 0 ? [words.held.noNames, noNames(say, device)] : []),
          ...alsoHeld(say, hold),
        ]
  return {
    title: facts.title,
    parts: [
      {
        title: facts.device,
        lines: [
          `${deviceName(say, device)}・${words[device.deviceKind]}`,
          ...contact(say, device),
          ...standing(say, lost),
        ],
      },
      {
        title: facts.whose,
        lines: whose(say, device).map(({ name, duties }) => [name, duties].filter(Boolean).join('　')),
      },
      { title: facts.happened, lines: [facts.when, facts.where, facts.who, facts.how].map(hand) },
      { title: facts.held, lines: held },
      {
        title: facts.looked,
        lines: !looks
          ? [words.held.notWhole]
          : looks.length === 0
            ? [facts.none]
            : looks.map((one) => at(one.look.at, lookSaid(say, one))),
      },
      {
        title: facts.did,
        lines: !trail
          ? [facts.noTrail]
          : [
              ...(trail.from === undefined ? [] : [facts.didCut(momentIn(say, trail.from))]),
              ...(trail.rows.length === 0 ? [facts.none] : []),
              ...trail.rows.map((row) => at(row.at, trailSaid(say, row))),
            ],
      },
    ],
    signed: pack.signed,
  }
}

function reportSheet(say: Saying, lost: Lost, { compound, answers }: Packing): PackSheet {
  const { pack } = say.words.lost
  const { report } = pack
  const { device, trail } = lost
  const [, last = ''] = contact(say, device)
  return {
    title: report.title,
    parts: [
      { title: report.to, lines: [report.toWhom, `${compound}　${report.about}`] },
      {
        title: report.cause,
        lines: [
          report.causeText(deviceName(say, device), last),
          ...standing(say, lost),
          ...[pack.facts.when, pack.facts.where, pack.facts.how].map((one) => pack.item(one, pack.blank)),
        ],
      },
      { title: report.kinds, lines: [...kindsSaid(say, lost), report.notSeen] },
      { title: report.harm, lines: [names(lost) ? report.harmText : report.harmNone] },
      {
        title: report.done,
        lines: [
          !device.revoked
            ? report.stopNot
            : trail?.stoppedAt
              ? report.stop(momentIn(say, trail.stoppedAt))
              : report.stopNoTime,
          pack.item(report.doneMore, pack.blank),
        ],
      },
      { title: report.can, lines: [report.canText] },
      { title: report.contact, lines: [whomToAsk(say, answers)] },
    ],
    signed: report.sign,
  }
}

function noticeSheet(say: Saying, lost: Lost, { answers }: Packing): PackSheet {
  const { report, notice } = say.words.lost.pack
  return {
    title: notice.title,
    forAll: true,
    parts: [
      { title: notice.dear, lines: [] },
      { title: notice.what, lines: [notice.whatText] },
      { title: notice.kinds, lines: [...kindsSaid(say, lost), report.notSeen] },
      { title: notice.harm, lines: [names(lost) ? report.harmText : report.harmNone] },
      { title: notice.done, lines: [lost.device.revoked ? notice.stopped : notice.toStop, notice.reported] },
      { title: notice.can, lines: [notice.can1, notice.can2, notice.can3, notice.can4] },
      { title: notice.ask, lines: [whomToAsk(say, answers)] },
    ],
    signed: report.sign,
  }
}

function names({ hold }: Lost): boolean {
  return typeof hold === 'string' || hold.concerned.length + hold.tellers.length > 0
}

/** Kinds and how many, of nobody by name. */
function kindsSaid(say: Saying, { hold }: Lost): readonly string[] {
  const { held, pack } = say.words.lost
  const { report } = pack
  if (typeof hold === 'string') return [held[hold]]
  const { number } = say.formats
  const count = (what: 'phone' | 'care' | 'reasons') => hold.concerned.filter((one) => one[what]).length
  const counts = countsAt(say, {
    names: hold.concerned.length,
    phones: count('phone'),
    care: count('care'),
    reasons: count('reasons'),
  })
  const kinds = say.formats.list([...(counts ? [counts] : []), ...alsoHeld(say, hold)])
  const people = hold.concerned.length + hold.tellers.length
  return [
    report.kindsText(kinds),
    people > 0 ? report.scope(number(hold.homes), number(people)) : report.scopeNone,
  ]
}

function whomToAsk({ words }: Saying, answers: Answers | undefined): string {
  const { blank } = words.lost.pack
  return answers ? [answers.who, answers.number, answers.where].filter(Boolean).join('　') : blank
}
