import { expect, test } from '@playwright/test'
import { common } from '#ui/words/zh/common.ts'
import { feedback } from '#ui/words/zh/feedback.ts'
import { people } from '#ui/words/zh/people.ts'
import { start } from '#ui/words/zh/start.ts'
import { today } from '#ui/words/zh/today.ts'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'

let server: RealServer

test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
})
test.afterAll(() => server.remove())

test('a store that a newer version wrote is left as it is, and said in words', async ({ page }) => {
  await goTo(page, `${server.origin}/api/health`)
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('linbian', 5000)
        opening.onupgradeneeded = () => opening.result.createObjectStore('tomorrow')
        opening.onsuccess = () => {
          opening.result.close()
          done()
        }
      }),
  )
  await goTo(page, server.origin)
  await expect(page.getByText(start.newer.title)).toBeVisible()
  expect(await page.evaluate(async () => (await indexedDB.databases())[0]?.version)).toBe(5000)
})

test('a store that does not open never looks like an empty one', async ({ page }) => {
  await page.addInitScript(() => {
    const broken = () => {
      throw new DOMException('the backing store is broken', 'UnknownError')
    }
    Object.defineProperty(IDBFactory.prototype, 'open', { value: broken })
  })
  await goTo(page, server.origin)
  await expect(page.getByText(start.notOpened.title)).toBeVisible()
})

test('what is being written and cannot be kept is said above the form, until it is kept again', async ({
  page,
}) => {
  await goTo(page, server.origin)
  await page.getByRole('button', { name: people.roles.gridWorker }).click()
  await expect(page.getByText(today.device.people).first()).toBeVisible()
  await page.addInitScript(() => {
    const put = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, 'put')
      ?.value as IDBObjectStore['put']
    Object.assign(globalThis, { draftsFail: true })
    IDBObjectStore.prototype.put = function (...row) {
      const request = put.apply(this, row)
      if (this.name === 'drafts' && 'draftsFail' in globalThis) this.transaction.abort()
      return request
    }
  })
  await goTo(page, `${server.origin}/feedback/new`)
  const words = page.getByLabel(feedback.capture.words)
  await words.fill('灯不亮')
  const said = page.getByRole('alert').filter({ hasText: common.refused['disk.lost'] })
  await expect(said).toBeVisible()
  await expect(words).toHaveValue('灯不亮')

  await page.evaluate(() => Reflect.deleteProperty(globalThis, 'draftsFail'))
  await words.fill('灯不亮，晚上看不见')
  await expect(said).toBeHidden()
})
