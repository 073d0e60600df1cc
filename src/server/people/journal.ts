import { open, readFile } from 'node:fs/promises'
import type { DeviceId, PersonId, TenantId } from '#domain/ids.ts'
import type { Appointment } from '#domain/rights.ts'

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

/**
 * An append-only file beside the database, one JSON line an entry. Written before the database is, replayed before the
 * first request: a database that was put back from a backup knows again who has left.
 */
export interface Journal {
  append(entry: JournalEntry): Promise<void>
  entries(): Promise<readonly JournalEntry[]>
}

export function fileJournal(path: string): Journal {
  return {
    async append(entry) {
      const file = await open(path, 'a', 0o600)
      try {
        await file.writeFile(`${JSON.stringify(entry)}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
    async entries() {
      const text = await readFile(path, 'utf8').catch(() => '')
      return text.split('\n').flatMap(readLine)
    },
  }
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
