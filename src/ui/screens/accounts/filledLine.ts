import type { LineForm } from '#commands/accounts.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import type { Direction, Fund, Subject } from '#domain/money/accountWords.ts'
import type { RecordId } from '#domain/ids.ts'
import { centsOf, yuanTyped, type YuanRefusal } from '#domain/money/yuan.ts'
import type { Becoming } from '#ui/state/draft.ts'

/** A line as it stands in the form: a sum is text until it is kept. */
export interface FilledLine extends Becoming {
  readonly month: string
  readonly direction: Direction
  readonly subject: string
  readonly label: string
  readonly cents: string
  readonly voucher: string
  readonly fund: Fund
  readonly works: string
  readonly note: string
  readonly photos: readonly string[]
}

/** Most of what is written down is spent, and from the fees. */
export function blankLine(month: string, works = ''): FilledLine {
  return {
    month,
    direction: 'out',
    subject: works ? 'works' : '',
    label: '',
    cents: '',
    voucher: '',
    fund: 'service',
    works,
    note: '',
    photos: [],
  }
}

export function filledLine(line: AccountLine): FilledLine {
  return {
    month: line.month,
    direction: line.direction,
    subject: line.subject,
    label: line.label ?? '',
    cents: yuanTyped(line.cents),
    voucher: line.voucher ?? '',
    fund: line.fund,
    works: line.works ?? '',
    note: line.note ?? '',
    photos: line.photos,
  }
}

/** What is to be put right first. */
export function lineMissing({ cents, subject }: FilledLine): YuanRefusal | 'subject' | undefined {
  const read = centsOf(cents)
  if (!read.ok) return read.refused
  return subject === '' ? 'subject' : undefined
}

export function asLine(value: FilledLine): LineForm | undefined {
  const read = centsOf(value.cents)
  if (!read.ok || value.subject === '') return undefined
  return {
    month: value.month,
    subject: value.subject as Subject,
    cents: read.value,
    fund: value.fund,
    label: value.label.trim() || undefined,
    voucher: value.voucher.trim() || undefined,
    note: value.note.trim() || undefined,
    works: (value.works || undefined) as RecordId | undefined,
  }
}
