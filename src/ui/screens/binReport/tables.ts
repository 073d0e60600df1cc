import type { Bag } from '#domain/bins/bag.ts'
import { hauledAtOf } from '#domain/bins/haul.ts'
import { actionNow } from '#domain/bins/incidentSteps.ts'
import type { PersonId, RecordId } from '#domain/ids.ts'
import { MOMENTS, type Shift } from '#domain/bins/shift.ts'
import { rateOf, type Counter, COUNTERS, type Counts } from '#domain/bins/tallies.ts'
import { bagRateOf } from '#domain/bins/bag.ts'
import { checksAt } from '#domain/bins/shift.ts'
import { dayOf } from '#domain/workingDays.ts'
import type { BinReport, Sum } from '#queries/binReport.ts'
import type { Table } from '#sheets/writeXlsx.ts'
import { fullPeriodName, type Spoken } from './names.ts'

export interface TableContext extends Spoken {
  nameOf(person: PersonId): string
  labelOf(point: RecordId): string
  /** With names and with what people wrote in their own words. */
  readonly internal: boolean
}

/** 桶边督导, 春和苑, 2024年3月第1周: what its file is called. */
export function fileParts(
  report: BinReport,
  compound: string,
  spoken: Spoken,
): readonly (string | undefined)[] {
  const { table } = spoken.words.sheets
  const [only] = report.asked.point === undefined ? [] : report.points
  const point = only && spoken.words.bins.shortPoint(only.point.label)
  return [table.file, compound, point, fullPeriodName(report.asked, spoken)]
}

/** The report as the five tables that people know; days are texts (`2024-03-04`), counts are numbers. */
export function tablesOf(report: BinReport, context: TableContext): readonly Table[] {
  const { sheet } = context.words.sheets.table
  return [
    { name: sheet.sum, ...sumTable(report, context) },
    { name: sheet.shifts, ...shiftTable(report, context) },
    { name: sheet.incidents, ...incidentTable(report, context) },
    { name: sheet.bags, ...bagTable(report, context) },
    { name: sheet.hauls, ...haulTable(report, context) },
  ]
}

type Rows = Omit<Table, 'name'>

function sumTable(report: BinReport, { words }: TableContext): Rows {
  const { table } = words.sheets
  const row = (name: string, { planned, held }: BinReport['sessions'], sum: Sum, incidents: number) => [
    name,
    planned,
    held,
    ...countsOfRow(sum.counts),
    sum.rate.drops,
    sum.rate.percent,
    ...bagsOfRow(sum.bags),
    incidents,
  ]
  return {
    head: [
      table.point,
      table.planned,
      table.held,
      ...COUNTERS.map((one) => counterHead(one, words)),
      table.drops,
      table.rate,
      table.checked,
      table.good,
      table.accuracy,
      table.incidents,
    ],
    rows: [
      ...report.points.map((one) => row(one.point.label, one.sessions, one, one.incidents)),
      row(table.all, report.sessions, report, report.events.incidents.length),
    ],
  }
}

function shiftTable(report: BinReport, context: TableContext): Rows {
  const { words, formats, nameOf, labelOf, internal } = context
  const { table } = words.sheets
  return {
    head: [
      table.date,
      table.window,
      table.point,
      ...(internal ? [table.who] : []),
      table.from,
      table.to,
      ...COUNTERS.map((one) => counterHead(one, words)),
      table.drops,
      table.rate,
      table.checked,
      table.good,
      table.accuracy,
      table.toFix,
      ...(internal ? [table.note] : []),
    ],
    rows: report.sheets.flatMap((sheet) =>
      sheet.shares.map(({ shift, counts }) => {
        const rate = rateOf(counts)
        return [
          sheet.day,
          words.bins.window[sheet.window],
          labelOf(sheet.point),
          ...(internal ? [nameOf(shift.author)] : []),
          formats.time(shift.at),
          shift.closedAt === undefined ? '' : formats.time(shift.closedAt),
          ...countsOfRow(counts),
          rate.drops,
          rate.percent,
          ...bagsOfRow(bagRateOf(shift.bags ?? [])),
          toFixIn(shift),
          ...(internal ? [shift.note] : []),
        ]
      }),
    ),
  }
}

function incidentTable(report: BinReport, { words, formats, labelOf, internal }: TableContext): Rows {
  const { table } = words.sheets
  return {
    head: [
      table.date,
      table.time,
      table.point,
      table.kind,
      table.stream,
      table.done,
      ...(internal ? [table.text] : []),
    ],
    rows: report.events.incidents.map((one) => [
      dayOf(one.at),
      formats.time(one.at),
      labelOf(one.place),
      words.incident.type[one.type],
      one.stream && words.bins.streamFull[one.stream],
      words.incident.done[actionNow(one)],
      ...(internal ? [one.text] : []),
    ]),
  }
}

function bagTable(report: BinReport, { words, formats, labelOf }: TableContext): Rows {
  const { table } = words.sheets
  const row = (point: RecordId, bag: Bag) => [
    dayOf(bag.at),
    formats.time(bag.at),
    labelOf(point),
    words.bins.streamFull[bag.stream],
    words.bags.verdict[bag.verdict],
    bag.faults.map((fault) => words.bags.fault[fault]).join(words.sheets.group.and),
  ]
  return {
    head: [table.date, table.time, table.point, table.stream, table.verdict, table.faults],
    rows: report.sheets.flatMap((sheet) =>
      sheet.shares.flatMap(({ shift }) => (shift.bags ?? []).map((bag) => row(sheet.point, bag))),
    ),
  }
}

function haulTable(report: BinReport, { words, formats, labelOf }: TableContext): Rows {
  const { table } = words.sheets
  return {
    head: [table.date, table.time, table.point, table.stream, table.amount, table.unit, table.mixed],
    rows: report.events.hauls.map((one) => [
      dayOf(hauledAtOf(one)),
      formats.time(hauledAtOf(one)),
      labelOf(one.place),
      words.bins.streamFull[one.stream],
      one.amount,
      words.hauls.unit[one.unit],
      one.mixed ? table.yes : table.no,
    ]),
  }
}

function countsOfRow(counts: Counts): readonly number[] {
  return COUNTERS.map((one) => counts[one])
}

/** Below ten bags there is no rate: the cell stays empty, a nought would be a lie. */
function bagsOfRow({ checked, good, perMille }: Sum['bags']) {
  return [checked, good, perMille === undefined ? undefined : perMille / 10]
}

function counterHead(counter: Counter, { bins, sheets }: TableContext['words']): string {
  const unit = counter === 'resorted' ? sheets.tallies.bagsUnit : sheets.tallies.timesUnit
  return unit ? `${bins.counter[counter]}（${unit}）` : bins.counter[counter]
}

function toFixIn(shift: Shift): number {
  return MOMENTS.flatMap((when) => Object.values(checksAt(shift, when))).filter((one) => one === 'toFix')
    .length
}
