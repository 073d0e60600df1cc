import type { ComponentType } from 'preact'
import { officePass } from '#device/officePass.ts'
import { inForce } from '#domain/rights.ts'
import { ROLES } from '#domain/roles.ts'
import { lazyScreen } from './lazyScreen.tsx'
import { withEntrance } from './office.ts'
import { PassphraseAgain } from './screens/lock/PassphraseAgain.tsx'
import { useApp } from './state/app.ts'
import { useStore } from './state/view.ts'

/** A screen with acts of the office: on a tablet of several people its officer says their passphrase first. */
function ofOffice(Screen: ComponentType): ComponentType {
  return withEntrance(() => {
    const { ctx, demo, editions, person, today } = useApp()
    // Loaded at this address, it is drawn before it is read who came in.
    useStore(editions)
    const { pass } = useStore(officePass)
    const day = today()
    const officer = person.appointments.some(
      (one) => inForce(one, day) && ROLES[one.role].act.includes('setUp'),
    )
    const asks = ctx.deviceKind === 'shared' && officer && !demo && pass === undefined
    return asks ? <PassphraseAgain /> : <Screen />
  })
}

/** The same, fetched when somebody opens it. */
export function officeScreen(load: () => Promise<ComponentType>) {
  return lazyScreen(async () => ofOffice(await load()))
}
