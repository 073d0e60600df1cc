import { expect, test } from '@playwright/test'
import { dayOf } from '#domain/workingDays.ts'
import { zh } from '#ui/words/zh/all.ts'
import { letIn } from './support/letIn.ts'
import { kept, sent } from './support/onDisk.ts'
import { choosePin, unlock } from './support/pin.ts'
import { heard, leave, SharedTablet } from './support/sharedTablet.ts'
import { goTo } from './support/historySettled.ts'

/** Invented. */
const ZHOU = { name: '周桂芳', pin: '4071' }
const HEARD = '朱鹮飞过二单元水表又漏'
const LATER = '川金丝猴蹲在垃圾房门锁'

let here: SharedTablet

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
})

test.afterAll(() => here?.remove())

test('a browser that keeps no key keeps nothing of others either, says so, and takes down what is said', async () => {
  const blank = await here.tablet.open('about:blank')
  // As browsers in private windows, and some of old, do it: a key cannot be written into their database.
  await blank.context().addInitScript(() => {
    const hasKey = (value: unknown): boolean =>
      value instanceof CryptoKey ||
      (typeof value === 'object' && value !== null && Object.values(value).some(hasKey))
    for (const way of ['put', 'add'] as const) {
      const write = IDBObjectStore.prototype[way]
      IDBObjectStore.prototype[way] = function (value, ...rest) {
        if (hasKey(value)) throw new DOMException('no key can be kept here', 'DataCloneError')
        return write.call(this, value, ...rest)
      }
    }
    // Nor do they wake a worker, which this does not reach, to send in their place.
    Reflect.deleteProperty(ServiceWorkerRegistration.prototype, 'sync')
  })
  const { link } = await here.invites({
    name: ZHOU.name,
    role: 'steward',
    from: dayOf(new Date(Date.now() - 5 * 24 * 3_600_000).toISOString()),
  })
  const { page } = here.tablet
  await goTo(page, link)
  await letIn(page, here.asks)
  await choosePin(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.vault-shut')).toContainText(zh.common.vault.off)

  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await heard(page, HEARD)
  await sent(page)
  expect(await kept(page)).not.toContain(HEARD)
  const feedback = page.getByRole('link', { name: zh.common.tabs.feedback, exact: true })
  await feedback.click()
  await expect(page.getByText(HEARD).first()).toBeVisible()

  // Another morning, without a network: what is said is still taken down, and sent once there is one.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await leave(page)
  here.wire.cut()
  await page.reload()
  await unlock(page, ZHOU.name, ZHOU.pin)
  await expect(page.locator('.vault-shut')).toContainText(zh.common.vault.off)
  await feedback.click()
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.getByText(HEARD)).toHaveCount(0)
  await goTo(page, `${here.origin}/feedback/new`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await heard(page, LATER)
  expect(await kept(page)).not.toContain(LATER)
  here.wire.mend()
  await sent(page)
  await feedback.click()
  await expect(page.getByText(HEARD).first()).toBeVisible()
  expect(await kept(page)).not.toContain(LATER)
})
