import { thisBrowser } from '#device/browser.ts'
import { isInstalled } from '#device/install.ts'
import { keepsWhatIsWritten } from '#device/keepingTrial.ts'
import { openOffice } from '#device/office.ts'
import { canKeep } from '#device/persistence.ts'
import type { Entrance } from './office.ts'

/** The entrance of this browser; what to do with an enrolment is the caller's, and `fetching` what it asks with. */
export function entranceHere(
  own: Pick<Entrance, 'enrol' | 'enter' | 'offer' | 'here' | 'inviterPin' | 'several'>,
  fetching?: typeof fetch,
): Entrance {
  return {
    office: openOffice(fetching),
    browser: thisBrowser(),
    installed: isInstalled(),
    keeps: async () => canKeep() === 'yes' && (await keepsWhatIsWritten()),
    ...own,
  }
}
