import { whereOf } from '#domain/places.ts'
import type { Matter } from '#queries/matters.ts'
import type { MonthPack } from '#queries/month.ts'
import type { Reader } from '#queries/reader.ts'
import type { Cell, Table } from '#sheets/writeXlsx.ts'
import type { Spoken } from '#ui/screens/binReport/names.ts'
import { whyOpen, zoneOf } from './says.ts'

interface Told extends Spoken {
  readonly reader: Reader
  /** Who has an order in hand. */
  readonly whoOf: (matter: Matter) => string
  /** With doors, words and who has it. */
  readonly internal: boolean
}

/** The month as tables: every figure with the number it stands on, so that a street can add it to those of others. */
export function monthTables(pack: MonthPack, told: Told): readonly Table[] {
  const { papers } = told.words
  const { sheet, head } = papers.month
  const { bins, heard, survey } = pack
  return [
    { name: sheet.sum, head: [head.what, head.n, head.of], rows: sums(pack, told) },
    ...(bins
      ? [
          {
            name: sheet.weeks,
            head: [head.monday, head.rate, head.drops],
            rows: bins.weeks.map(({ monday, rate }) => [monday, rate.percent, rate.drops]),
          },
        ]
      : []),
    ...(heard ? heardTables(heard, told) : []),
    ...(survey
      ? [
          {
            name: sheet.survey,
            head: [head.question, head.good, head.valid],
            rows: survey.asks.map((one) => [one.text, one.good, one.valid]),
          },
        ]
      : []),
  ]
}

function sums({ bins, heard, visits, together }: MonthPack, { words, internal }: Told): readonly Cell[][] {
  const { row } = words.papers.month
  const { resolutions, worksFinished, money, fees } = together
  const part = (name: string, of: { n: number; of: number } | undefined) => (of ? [[name, of.n, of.of]] : [])
  return [
    ...(bins
      ? [
          [row.sessions, bins.report.sessions.held, bins.report.sessions.planned],
          [row.bags, bins.report.bags.good, bins.report.bags.checked],
          [row.incidents, bins.report.events.incidents.length],
        ]
      : []),
    ...(heard
      ? [
          [row.remarks, heard.remarks],
          ...part(row.matters, heard.matters),
          [row.left, heard.left.length],
          ...part(row.told, heard.told),
          ...part(row.onTime, heard.orders?.onTime),
          ...part(row.reopened, heard.orders?.reopened),
        ]
      : []),
    ...(visits
      ? [[row.knocked, visits.figures.met, visits.figures.knocked], ...part(row.lit, visits.lit)]
      : []),
    ...part(row.resolutions, resolutions),
    ...(worksFinished > 0 ? [[row.works, worksFinished]] : []),
    ...(money
      ? [
          [row.income, money.income / 100],
          [row.spent, money.spent / 100],
        ]
      : []),
    // Openly no sums of fees: they are the office's and the committee's.
    ...(fees && internal ? [[row.fees, fees.n / 100, fees.of / 100]] : []),
  ]
}

function heardTables(heard: NonNullable<MonthPack['heard']>, told: Told): readonly Table[] {
  const { words, reader, internal, whoOf } = told
  const { month, feedback, common, papers } = words
  const { sheet, head } = papers.month
  const open = month.sheet.head
  const { categories } = feedback.capture
  return [
    {
      name: sheet.kinds,
      head: [head.kind, head.count],
      rows: heard.categories.map(({ category, count }) => [categories[category], count]),
    },
    {
      name: sheet.went,
      head: [head.went, head.count],
      rows: Object.entries(heard.went).map(([went, count]) => [
        went === 'open' ? month.undecided : feedback.dispositions[went as keyof typeof feedback.dispositions],
        count,
      ]),
    },
    {
      name: sheet.open,
      head: [open.no, open.what, open.where, open.track, open.why, ...(internal ? [open.who] : [])],
      rows: [...heard.open, ...heard.left].map((one) => [
        one.remark.no === undefined ? common.noNumber : String(one.remark.no),
        (internal && one.remark.text) || categories[one.category],
        internal ? whereOf(one.remark.place, reader.tree) : zoneOf(one.remark.place, reader.tree, told),
        feedback.drawers[one.track],
        whyOpen(one, told),
        ...(internal ? [whoOf(one)] : []),
      ]),
    },
  ]
}
