import { expect, test } from '@playwright/test'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'

const port = await aPort()
let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(port)
  await server.start()
})
test.afterAll(() => server?.remove())

test('SEC-52 no text becomes HTML or a script in the page, and no worker of another address begins', async ({
  page,
}) => {
  await goTo(page, server.origin)
  await expect(page.locator('h1').first()).toBeVisible()
  // The app's own worker begins all the same, by the one policy there is.
  await page.evaluate(() => navigator.serviceWorker.ready)
  // As a script of the page itself would try it: what the driver runs is not bound by the page's rules.
  const tried = await page.evaluate(() => {
    const named = (act: () => unknown) => {
      try {
        act()
        return 'went through'
      } catch (error) {
        return (error as Error).name
      }
    }
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown }
    }
    return {
      html: named(() => (document.createElement('p').innerHTML = '<b>x</b>')),
      worker: named(() => new Worker('/assets/other.js')),
      script: named(() => document.createElement('script').setAttribute('src', '/other.js')),
      ownPolicy: named(() => trustedTypes.createPolicy('other', {})),
      samePolicy: named(() => trustedTypes.createPolicy('linbian', {})),
    }
  })
  expect(tried).toEqual({
    html: 'TypeError',
    worker: 'TypeError',
    script: 'TypeError',
    ownPolicy: 'TypeError',
    samePolicy: 'TypeError',
  })
})

test('SEC-51 the page has no way to a place, a payment or another device, and is framed by nobody', async ({
  page,
}) => {
  await goTo(page, server.origin)
  const allowed = await page.evaluate(() => {
    const { featurePolicy } = document as unknown as {
      featurePolicy: { allowsFeature(name: string): boolean }
    }
    return ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'midi', 'display-capture'].filter(
      (name) => featurePolicy.allowsFeature(name),
    )
  })
  expect(allowed).toEqual(['camera', 'microphone'])
  await goTo(page, 'about:blank')
  await page.setContent(`<iframe src="${server.origin}/"></iframe>`)
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/')
})
