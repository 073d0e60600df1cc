import type { Duty } from '#domain/bins/duty.ts'
import type { AgendaItem } from '#domain/council/agendaItem.ts'
import type { Meeting } from '#domain/council/meeting.ts'
import type { Resolution } from '#domain/council/resolution.ts'
import type { AccountYear, BudgetLine } from '#domain/money/accountYear.ts'
import type { FeeRate } from '#domain/money/feeRate.ts'
import type { Lookup } from '#domain/lookup.ts'
import type { Order } from '#domain/ledger/order.ts'
import type { Place } from '#domain/places.ts'
import type { Recorded } from '#domain/record.ts'
import type { Recording } from '#domain/bins/recording.ts'
import type { WasteRule } from '#domain/bins/wasteRule.ts'
import type { Finding, History } from '../history.ts'
import { plain } from './lookups.ts'

/**
 * INV-23: at most one live place of a key, one phone record of a resident, one order and one name of a remark, one order of an item of a sheet, one
 * sound of a card in a dialect, one look-up of a person's word, one answer of the compound for a thing; one sitting of a day,
 * one item of a matter and one resolution of an item; one year, one line of a budget, one sheet of fees. */
export function naturalKeys({ end }: History): readonly Finding[] {
  const findings: Finding[] = []
  for (const [tenant, { records }] of end.servers) {
    const owners = new Map<string, string>()
    for (const record of records) {
      const key = keyOf(record)
      if (key === undefined) continue
      const before = owners.get(key)
      if (before !== undefined && before !== record.id)
        findings.push({ is: 'twins', what: `${key} of ${tenant} is ${before} and ${record.id}` })
      owners.set(key, record.id)
    }
  }
  return findings
}

function keyOf(record: Recorded): string | undefined {
  const one = record as Recorded & { resident?: string; feedback?: string; from?: readonly string[] }
  if (record.kind === 'place') return `place ${(record as Place).key}`
  if (record.kind === 'contact') return `contact of ${one.resident}`
  if (record.kind === 'reporter') return `reporter of ${one.feedback}`
  if (record.kind === 'duty') {
    const { place, when, window } = record as Duty
    return `duty at ${place} ${when} ${window}`
  }
  if (record.kind === 'recording') {
    const { card, dialect } = record as Recording
    return `recording of ${card} ${dialect}`
  }
  if (record.kind === 'lookup') return `${record.author} misses ${plain((record as Lookup).word)}`
  if (record.kind === 'wasteRule') {
    const { item, label } = record as WasteRule
    return `rule for ${item ?? plain(label)}`
  }
  if (record.kind === 'meeting') {
    const { meetingKind, day, circle = '' } = record as Meeting
    // Its day may be put right afterwards: then it is another sitting that stands under the old one's id.
    return record.won?.['day'] ? undefined : `${meetingKind} meeting of ${day} ${circle}`
  }
  if (record.kind === 'agendaItem') {
    const { meeting, from, listed } = record as AgendaItem
    return listed === 'added' ? undefined : `item of ${from[0]} at ${meeting}`
  }
  if (record.kind === 'resolution') return `resolution of ${(record as Resolution).item}`
  if (record.kind === 'accountYear') return `year ${(record as AccountYear).year}`
  if (record.kind === 'budgetLine') {
    const { year, fund, subject } = record as BudgetLine
    return `budget of ${year} ${fund} ${subject}`
  }
  if (record.kind === 'feeRate') return `fees of ${record.place} ${(record as FeeRate).month}`
  if (record.kind !== 'order') return undefined
  const { sheet } = record as Order
  if (!sheet) return `order of ${one.from?.[0]}`
  return `order of ${record.place} ${sheet.day} ${sheet.window} ${sheet.item}`
}
