import type { TenantId } from '#domain/ids.ts'
import { ok } from '#domain/result.ts'
import { planSheets } from '#domain/roster/plan.ts'
import { planImport } from '#domain/roster/diff.ts'
import { columnsOf, gatherSheets, type Sheet, tableOf } from '#domain/roster/sheets.ts'
import { readSheets } from '#sheets/readSheets.ts'
import type { Answers, Asked } from './talk.ts'

// A worker of its own: a hostile or huge file can be given up on, and 50,000 rows never hold the screen.

/** Any name does: ids are the server's to give. */
const PREVIEW = 'preview' as TenantId
let sheets: readonly Sheet[] = []

async function answered(asked: Asked): Promise<Answers[Asked['ask']]> {
  switch (asked.ask) {
    case 'read': {
      const read = await readSheets(asked.bytes)
      if (read.ok) sheets = read.value
      return read
    }
    case 'hold':
      sheets = asked.sheets
      return ok(sheets)
    case 'look': {
      const columns = columnsOf(sheets, asked.mapping)
      const plan = planSheets(sheets, PREVIEW, undefined, asked.mapping)
      if (!plan.ok) return { columns, plan }
      const { intents: _, ...seen } = plan.value
      return { columns, plan: ok(seen) }
    }
    case 'hold against': {
      const columns = columnsOf(sheets, asked.mapping)
      const gathered = gatherSheets(sheets, asked.mapping)
      const diff = planImport(gathered, asked.records)
      if (!diff.ok) return { columns, diff }
      const { rows, counts, digest, town } = diff.value
      const { notUnderstood, warnings } = town
      return { columns, diff: ok({ rows, counts, digest, notUnderstood, warnings, sheets: gathered.sheets }) }
    }
    case 'table':
      return tableOf(sheets, asked.mapping)
  }
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void answered(data).then((answer) => postMessage({ answer }))
})
// Until this is heard an error means that the worker itself could not be had.
postMessage({ here: true })
