import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Result } from '#domain/result.ts'
import { type CheckRefusal, checkRoster, type RosterReport } from './roster/check.ts'
import { languageOf, REFUSED, told } from './roster/sentences.ts'

/** For the thread that reads; 50,000 rows of an old .xls need about half of it. */
const MEMORY_MB = 400
const PATIENCE_MS = 60_000

if (isMainThread) await command()
// oxlint-disable-next-line require-post-message-target-origin -- a thread's port, not a window
else parentPort?.postMessage(await checkRoster(String(workerData)))

async function command(): Promise<void> {
  const language = languageOf(process.env)
  const asked = readAsked()
  if (asked === undefined) {
    process.stderr.write(`${REFUSED.usage[language]}\n`)
    process.exitCode = 2
    return
  }
  const read = await inBounds(asked.file)
  if (read.ok) {
    const out = asked.json ? JSON.stringify(read.value) : told(read.value, language).join('\n')
    process.stdout.write(`${out}\n`)
    return
  }
  process.stderr.write(`${REFUSED[read.refused][language]}\n`)
  // The last line is one object, also where nothing can be read.
  if (asked.json) process.stdout.write(`${JSON.stringify({ refused: read.refused })}\n`)
  process.exitCode = 1
}

/** Reads in a thread of its own: a file that takes all memory or no end of time ends it, and there is still somebody to say so. */
async function inBounds(file: string): Promise<Result<RosterReport, CheckRefusal>> {
  const thread = new Worker(new URL(import.meta.url), {
    workerData: file,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const timers: NodeJS.Timeout[] = []
  try {
    return await new Promise<Result<RosterReport, CheckRefusal>>((settle) => {
      timers.push(setTimeout(() => settle({ ok: false, refused: 'tooSlow' }), PATIENCE_MS))
      thread.once('message', settle)
      thread.once('error', ({ code }: NodeJS.ErrnoException) =>
        settle({ ok: false, refused: code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooLarge' : 'damaged' }),
      )
    })
  } finally {
    for (const timer of timers) clearTimeout(timer)
    await thread.terminate()
  }
}

function readAsked(): { readonly file: string; readonly json: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [act, file] = positionals
    return act === 'check' && file !== undefined && positionals.length === 2
      ? { file, json: values.json }
      : undefined
  } catch {
    return undefined
  }
}
