import type { OfficeRefusal } from '#device/asking.ts'
import type { InvitationRow } from '#device/invitations.ts'
import { useEntrance } from '#ui/office.ts'
import { usePolling } from '#ui/usePolling.ts'

const EVERY_MS = 3000
const FOR_GOOD: readonly OfficeRefusal[] = ['passphraseAgain', 'notAllowed', 'signInFirst']

/** Hears every few seconds what became of the invitations; a network that is away is waited for, a no ends it. Answers how to hear it at once. */
export function useInvitations(onHeard: (rows: readonly InvitationRow[]) => void): () => Promise<void> {
  const { office } = useEntrance()
  const hear = async () => {
    const told = await office.invitations()
    if (told.ok) onHeard(told.value.invitations)
    return told.ok || !FOR_GOOD.includes(told.refused) ? 'more' : 'enough'
  }
  usePolling(EVERY_MS, hear)
  return async () => void (await hear())
}
