import { type FileHandle, open, readFile } from 'node:fs/promises'
import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import type { Appointment } from '#domain/rights.ts'
import type { Erasure } from '#server/erasure/erasure.ts'

/** What must never come back with an older copy of the database. */
export type JournalEntry =
  | {
      readonly is: 'deviceRevoked'
      readonly at: string
      readonly tenant: TenantId
      readonly device: DeviceId
    }
  | {
      readonly is: 'appointmentEnded'
      readonly at: string
      readonly tenant: TenantId
      readonly person: PersonId
      /** The appointment with its last day. */
      readonly appointment: Appointment
    }
  | {
      readonly is: 'invitationEnded'
      readonly at: string
      readonly tenant: TenantId
      readonly invitation: string
    }
  | ({ readonly is: 'residentErased' } & Erasure)

/**
 * An append-only file beside the database, one JSON line an entry. Written before the database is, replayed before the
 * first request: a database that was put back from a backup knows again who has left, and whom
 * to know no more.
 */
export interface Journal {
  append(entry: JournalEntry): Promise<void>
  entries(): Promise<readonly JournalEntry[]>
}

export function fileJournal(path: string): Journal {
  return {
    async append(entry) {
      const file = await open(path, 'a+', 0o600)
      try {
        const start = (await isTorn(file)) ? '\n' : ''
        await file.writeFile(`${start}${JSON.stringify(entry)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    async entries() {
      // A journal that is there and cannot be read is no empty one: who has left would be let in again.
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      })
      return text.split('\n').flatMap(readLine)
    },
  }
}

/** Whether the last line has no end: what is written behind it would be lost with it. */
async function isTorn(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return false
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0] !== 0x0a
}

/** A power cut can tear the last line: its act was never answered. */
function readLine(line: string): readonly JournalEntry[] {
  if (line === '') return []
  try {
    return [JSON.parse(line) as JournalEntry]
  } catch {
    return []
  }
}
