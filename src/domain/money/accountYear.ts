import { integer, maxValue, minValue, number, optional, picklist, pipe, strictObject } from 'valibot'
import { edited } from '#domain/edits.ts'
import {
  bookYear,
  type Direction,
  direction,
  type Fund,
  fund,
  type Subject,
  subject,
} from './accountWords.ts'
import type { Change, Stamp } from '#domain/change.ts'
import { derivedId, id, type RecordId } from '#domain/ids.ts'
import { marked, mergeFields } from '#domain/merge.ts'
import { creation, fresh, type Kind, type Recorded } from '#domain/record.ts'
import { balance, centsOrNone } from './yuan.ts'

/** Before the year, in it, after it. */
export const STAGES = ['budget', 'running', 'final'] as const
export type Stage = (typeof STAGES)[number]

/** What holds for a year of the books as a whole. One record a year. */
export interface AccountYear extends Recorded {
  readonly kind: 'accountYear'
  /** `2024` */
  readonly year: string
  readonly stage?: Stage
  /** Of the fees that are due, how much is expected to come in, in percent: a budget of what can be collected. */
  readonly rate?: number
  /** What each fund had on the first of January, in cents; absent: nobody wrote it, and it is carried over. */
  readonly service?: number
  readonly commonIncome?: number
  readonly maintenance?: number
}

/** One line of the year's budget: a subject of a fund. */
export interface BudgetLine extends Recorded {
  readonly kind: 'budgetLine'
  readonly year: string
  readonly fund: Fund
  readonly direction: Direction
  readonly subject: Subject
  /** Of the whole year; none: it was struck out. */
  readonly cents: number
}

export function accountYearId(compound: RecordId, year: string): RecordId {
  return derivedId('accountYear', compound, year)
}

/** One record for a subject of a fund in a year: who plans it twice plans the same. */
export function budgetLineId(compound: RecordId, year: string, of: Fund, subject: Subject): RecordId {
  return derivedId('budgetLine', compound, year, of, subject)
}

/** The field in which a year keeps what a fund began with. */
export const OPENING_FIELD = {
  service: 'service',
  common_income: 'commonIncome',
  maintenance: 'maintenance',
} as const satisfies Readonly<Record<Fund, keyof AccountYear>>

const edit = <S extends Parameters<typeof optional>[0]>(schema: S) => edited(optional(schema))
const setArgs = strictObject({
  place: id,
  year: bookYear,
  stage: edit(picklist(STAGES)),
  rate: edit(pipe(number(), integer(), minValue(0), maxValue(100))),
  service: edit(balance),
  commonIncome: edit(balance),
  maintenance: edit(balance),
})

export const accountYear: Kind<AccountYear> = {
  kind: 'accountYear',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'money', people: [] }),
  verbs: {
    set: creation({
      v: 1,
      args: setArgs,
      act: 'enterMoney',
      create: ({ place, year, ...edits }, change, stamp): AccountYear => ({
        ...fresh('accountYear', place as RecordId, change, stamp),
        kind: 'accountYear',
        year,
        ...Object.fromEntries(
          Object.entries(edits).flatMap(([field, one]) => (one?.now === undefined ? [] : [[field, one.now]])),
        ),
        ...marked(stamp, ...Object.keys(edits)),
      }),
      meet: (record: AccountYear, { stage, rate, service, commonIncome, maintenance }, change, stamp) => {
        const edits = { stage, rate, service, commonIncome, maintenance }
        return mergeFields(record, edits as never, change, stamp)
      },
    }),
  },
}

interface LineArgs {
  readonly place: string
  readonly year: string
  readonly fund: Fund
  readonly direction: Direction
  readonly subject: Subject
  readonly was?: number | undefined
  readonly cents: number
}

export const budgetLine: Kind<BudgetLine> = {
  kind: 'budgetLine',
  sealed: false,
  scopeOf: (record) => ({ place: record.place, group: 'money', people: [] }),
  verbs: {
    set: creation<BudgetLine, LineArgs>({
      v: 1,
      args: strictObject({
        place: id,
        year: bookYear,
        fund,
        direction,
        subject,
        was: optional(centsOrNone),
        cents: centsOrNone,
      }),
      act: 'enterMoney',
      create: (args, change: Change, stamp?: Stamp): BudgetLine => ({
        ...fresh('budgetLine', args.place as RecordId, change, stamp),
        kind: 'budgetLine',
        year: args.year,
        fund: args.fund,
        direction: args.direction,
        subject: args.subject,
        cents: args.cents,
        ...marked(stamp, 'cents'),
      }),
      meet: (record, { was, cents }, change, stamp) =>
        mergeFields(record, { cents: { was, now: cents } }, change, stamp),
    }),
  },
}
