import { type Result, refused } from '#domain/result.ts'
import type { Sheet } from '#domain/rosterSheets.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { FILE_BYTES } from '#sheets/readSheets.ts'

const PATIENCE_MS = 10_000

/** The sheets of a chosen file, read in a worker that is ended when it takes too long. */
export async function readRosterFile(file: File): Promise<Result<readonly Sheet[], SheetRefusal>> {
  if (file.size > FILE_BYTES) return refused('tooLarge')
  let bytes: ArrayBuffer
  try {
    bytes = await file.arrayBuffer()
  } catch {
    return refused('damaged')
  }
  const worker = new Worker(new URL('./readSheets.worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise((settle) => {
      const timer = setTimeout(() => settle(refused('tooSlow')), PATIENCE_MS)
      worker.addEventListener('message', ({ data }: MessageEvent<Result<readonly Sheet[], SheetRefusal>>) => {
        clearTimeout(timer)
        settle(data)
      })
      worker.addEventListener('error', () => {
        clearTimeout(timer)
        settle(refused('damaged'))
      })
      worker.postMessage(bytes, [bytes])
    })
  } finally {
    worker.terminate()
  }
}
