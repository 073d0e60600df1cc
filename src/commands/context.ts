import type { Change } from '#domain/change.ts'
import type { PersonId, RecordId, TenantId } from '#domain/ids.ts'
import type { Result } from '#domain/result.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { CommitRefusal, Intent } from '#store/commit.ts'
import type { View } from '#store/view.ts'

/** What a command stands on: who acts, on what they see, and the one way to make something durable. */
export interface Context {
  readonly tenant: TenantId
  readonly compound: RecordId
  readonly me: PersonId
  readonly deviceKind: DeviceKind
  readonly view: View
  newId(): string
  /** ISO instant, the device's claim. */
  now(): string
  /** All intents in one act, durable when it resolves with `ok`; the draft they were written in goes in the same moment. */
  commit(intents: readonly Intent[], draft?: WrittenIn): Promise<Done>
}

/** A form and the record or place it is about. */
export interface WrittenIn {
  readonly form: string
  readonly about: string
}

export type Done = Result<readonly Change[], CommitRefusal>
