import { ourScript } from '#device/ourScript.ts'
import { type Result, refused } from '#domain/result.ts'
import type { Sheet } from '#domain/roster/sheets.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { FILE_BYTES } from '#sheets/readSheets.ts'
// oxlint-disable-next-line import/default -- with this ending the bundler answers with the address
import address from './roster.worker.ts?worker&url'
import type { Answers, Asked } from './talk.ts'

const PATIENCE_MS = 20_000

/** A file that was read and is held in a worker, which plans with it as often as somebody says something else of its columns. */
export interface RosterReader {
  /** Answers in the order of asking. Refused: `tooSlow`, and the reader is at its end. */
  ask<A extends Asked>(asked: A): Promise<Result<Answers[A['ask']], SheetRefusal>>
  end(): void
}

/** Reads a chosen file. Where it cannot be read nothing is left behind. */
export async function openFile(
  file: File,
): Promise<Result<{ readonly sheets: readonly Sheet[]; readonly reader: RosterReader }, SheetRefusal>> {
  if (file.size > FILE_BYTES) return refused('tooLarge')
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return refused('damaged')
  }
  const reader = aReader()
  const read = await reader.ask({ ask: 'read', bytes })
  if (read.ok && read.value.ok) return { ok: true, value: { sheets: read.value.value, reader } }
  reader.end()
  return read.ok ? refused(read.value.ok ? 'damaged' : read.value.refused) : read
}

/** A reader of sheets that were read before. */
export async function openSheets(sheets: readonly Sheet[]): Promise<RosterReader> {
  const reader = aReader()
  await reader.ask({ ask: 'hold', sheets })
  return reader
}

type Settle = (result: Result<never, SheetRefusal> | { readonly ok: true; readonly value: unknown }) => void

function aReader(): RosterReader {
  const worker = new Worker(ourScript(address), { type: 'module' })
  const waiting: { settle: Settle; timer: ReturnType<typeof setTimeout> }[] = []
  let here = false
  let ended: SheetRefusal | undefined
  const giveUp = (why: SheetRefusal) => {
    ended = why
    worker.terminate()
    for (const { settle, timer } of waiting.splice(0)) {
      clearTimeout(timer)
      settle(refused(why))
    }
  }
  worker.addEventListener('message', ({ data }: MessageEvent<{ here: true } | { answer: unknown }>) => {
    if ('here' in data) return void (here = true)
    const next = waiting.shift()
    if (!next) return
    clearTimeout(next.timer)
    next.settle({ ok: true, value: data.answer })
  })
  // A worker that never began was not fetched: no network, or a new version took its place.
  worker.addEventListener('error', () => giveUp(here ? 'damaged' : 'readerMissing'))
  return {
    ask: (asked) =>
      new Promise((resolve) => {
        if (ended) return resolve(refused(ended))
        const timer = setTimeout(() => giveUp(here ? 'tooSlow' : 'readerMissing'), PATIENCE_MS)
        waiting.push({ settle: resolve as Settle, timer })
        worker.postMessage(asked, asked.ask === 'read' ? [asked.bytes] : [])
      }),
    end: () => giveUp('damaged'),
  }
}
