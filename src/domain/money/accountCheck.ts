import { maxLength, minLength, optional, pipe, regex, strictObject, string } from 'valibot'
import type { AccountLine } from './accountLine.ts'
import { monthOfYear } from './accountWords.ts'
import { fingerprint } from '#domain/fingerprint.ts'
import { id, type RecordId } from '#domain/ids.ts'
import { creation, fresh, type Kind, type Recorded } from '#domain/record.ts'
import { balance } from './yuan.ts'

/** Somebody of the owners looked a month's figures over, as they stood then. Only ever added. */
export interface AccountCheck extends Recorded {
  readonly kind: 'accountCheck'
  readonly month: string
  /** `stateOf` the month's lines when they were looked at: another one means that something changed since. */
  readonly seen: string
  /** What came in and what went out, as they read it. */
  readonly income: number
  readonly spent: number
  readonly note?: string
}

export const accountCheck: Kind<AccountCheck> = {
  kind: 'accountCheck',
  // As the lines it is about.
  sealed: true,
  scopeOf: (record) => ({ place: record.place, group: 'books', people: [] }),
  verbs: {
    check: creation({
      v: 1,
      args: strictObject({
        place: id,
        month: monthOfYear,
        seen: pipe(string(), regex(/^[0-9a-z]{1,16}$/)),
        income: balance,
        spent: balance,
        note: optional(pipe(string(), minLength(1), maxLength(200))),
      }),
      act: 'checkMoney',
      create: ({ place, note, ...args }, change, stamp): AccountCheck => ({
        ...fresh('accountCheck', place as RecordId, change, stamp),
        kind: 'accountCheck',
        ...args,
        ...(note !== undefined && { note }),
      }),
    }),
  },
}

/** One word for what stands in a list of lines: any sum, subject or receipt that changes makes it another; order does not. */
export function stateOf(lines: readonly AccountLine[]): string {
  const told = lines
    .filter((one) => !one.voided)
    .map((one) =>
      JSON.stringify([
        one.id,
        one.month,
        one.direction,
        one.subject,
        one.label ?? '',
        one.cents,
        one.voucher ?? '',
        one.fund,
        one.note ?? '',
        [...one.photos].sort(),
      ]),
    )
  return fingerprint(told.sort().join('\n'))
}
