import type { RecordId } from '#domain/ids.ts'
import type { Member } from '#domain/member.ts'
import type { View } from '#store/view.ts'

/** How colleagues call somebody; empty for a person this device does not know. */
export function memberName(view: View, person: string): string {
  return view.get<Member>(person as RecordId)?.name ?? ''
}
