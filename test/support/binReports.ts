import { periodOf, type PeriodKind } from '#domain/period.ts'
import type { RecordId } from '#domain/ids.ts'
import { type BinReport, binReport } from '#queries/binReport.ts'
import { type Reader, readerOf } from '#queries/reader.ts'
import { formatsIn } from '#ui/formats.ts'
import type { Spoken } from '#ui/screens/binReport/names.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'
import { COMPOUND, TANG, TENANT, ZHOU } from './binSide.ts'
import { bagsWith, bookOf, OFFICE, writing, type Writing } from './binRecords.ts'

export const SPOKEN: Readonly<Record<'zh' | 'en', Spoken>> = {
  zh: { words: zh, formats: formatsIn('zh', zh.common.dates) },
  en: { words: en, formats: formatsIn('en', en.common.dates) },
}

/** A week at two points of an invented compound, as the office has it. */
export function aTalkedWeek(): Writing {
  const told = writing()
  told.point('bin-east', '东门投放点', '2024-01-01')
  const west = told.point('bin-west', '西门投放点', '2024-01-01')
  told.member(OFFICE, '社区', 'officer')
  told.member(ZHOU, '周桂芳', 'supervisor')
  told.member(TANG, '唐玉珍', 'supervisor')
  told.shift({
    by: ZHOU,
    day: '2024-03-04',
    window: 'morning',
    taps: { right: 49, corrected: 7, unsorted: 5, resorted: 9, explained: 12 },
    bags: bagsWith(9, 10),
    checks: [['lid', 'toFix']],
    fills: [['kitchen', 'full']],
    incidents: [
      ['overflow', 'called_haulier', '=HYPERLINK("http://x","1栋502王婆婆")'],
      ['not_debagged', 'explained', '+86 138 0000 0000'],
    ],
    hauls: [
      ['kitchen', 240, 'litre'],
      ['other', 31.5, 'kg', true],
    ],
    note: '@周姐 桶盖松了',
  })
  told.shift({ by: TANG, day: '2024-03-04', window: 'morning', taps: { right: 11 }, bags: bagsWith(2, 2) })
  told.shift({ by: TANG, day: '2024-03-05', place: west, taps: { right: 8, unsorted: 1 }, note: '-' })
  return told
}

export function reportOn(
  told: Writing,
  kind: PeriodKind,
  day: string,
  point?: RecordId,
): { readonly report: BinReport; readonly reader: Reader } {
  const view = bookOf(told.changes)
  const reader = readerOf(view, { me: OFFICE, compound: COMPOUND, deviceKind: 'own' }, day)
  const now = '2024-03-31T14:00:00.000Z'
  return {
    reader,
    report: binReport({ view, tenant: TENANT, now }, reader, { ...periodOf(kind, day), point }),
  }
}
