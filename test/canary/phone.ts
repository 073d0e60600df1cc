import { appendFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import { letIn } from '#test/browser/support/letIn.ts'
import { onDisk, sent } from '#test/browser/support/onDisk.ts'
import { Profile } from '#test/browser/support/profile.ts'
import { heard, type SharedTablet } from '#test/browser/support/sharedTablet.ts'
import type { Birds } from './birds.ts'
import { begin, wordsOn, writeOver } from './words.ts'

const PHONE = { width: 390, height: 844 }
const LIAO = '廖素芬'

/** What a grid worker's own phone goes through: it holds every name and number, and hears more. Each time it lies closed it is looked into. */
export async function aPhonesLife(
  here: SharedTablet,
  { names, remarks }: Birds,
  on: { readonly sw: string; readonly noRoom: number; look(when: string, folder: string): Promise<void> },
): Promise<void> {
  const phone = (await Profile.make(PHONE)).answers()
  const some = (from: number, count: number) => remarks.slice(from, from + count).join(' ')
  const toWrite = () => phone.page.goto(`${here.origin}/feedback/new`)
  const restart = async () => {
    await phone.close()
    await phone.open(`${here.origin}/`)
    await isIn(phone.page)
    await phone.close()
  }
  try {
    const page = await phone.open(
      (await here.invites({ name: LIAO, role: 'gridWorker', deviceKind: 'own' })).link,
    )
    await letIn(page, here.asks)
    await isIn(page)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await expect.poll(async () => (await onDisk(page))['vaultPages']?.length).toBeGreaterThan(0)
    await toWrite()
    await heard(page, some(0, 8))
    await sent(page)
    // It was read: names stand on the screen, and so in whatever a browser keeps of one.
    await page.goto(`${here.origin}/doors/search`)
    await page.getByLabel(zh.doors.searchFor).fill(names[0]!)
    await expect(page.getByText(names[0]!).first()).toBeVisible()
    await restart()
    await on.look('phone, locked', phone.folder)

    here.wire.cut()
    await phone.open(`${here.origin}/feedback/new`)
    await begin(phone.page, some(8, 10))
    await phone.kill()
    await on.look('phone, fallen', phone.folder)

    here.wire.mend()
    await phone.open(`${here.origin}/`)
    await isIn(phone.page)
    await appendFile(on.sw, '\n// one build more\n')
    await phone.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    await phone.page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting)
    await phone.close()
    await on.look('phone, new version', phone.folder)

    await phone.open(`${here.origin}/feedback/new`)
    await expect(wordsOn(phone.page)).toHaveValue(some(8, 10))
    const protocol = await phone.page.context().newCDPSession(phone.page)
    await protocol.send('Storage.overrideQuotaForOrigin', { origin: here.origin, quotaSize: on.noRoom })
    await writeOver(phone.page, some(8, 10), some(18, 10))
    await protocol.send('Storage.overrideQuotaForOrigin', { origin: here.origin })
    await phone.close()
    await on.look('phone, full disk', phone.folder)

    const { people } = await here.asked<{
      people: readonly { name: string; devices: readonly { device: string }[] }[]
    }>('/api/people')
    const device = people.find(({ name }) => name === LIAO)!.devices[0]!.device
    await here.asked('/api/devices/revoke', { device })
    await phone.open(`${here.origin}/`)
    await expect.poll(async () => (await onDisk(phone.page))['pages']).toEqual([])
    await expect.poll(async () => (await onDisk(phone.page))['vaultPages']).toEqual([])
    await phone.close()
    await on.look('phone, wiped', phone.folder)
  } finally {
    await phone.remove()
  }
}

const isIn = (page: Page) => expect(page.locator('.nav')).toBeVisible()
