import { appendFile, cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { feedback } from '#ui/words/zh/feedback.ts'
import { people } from '#ui/words/zh/people.ts'
import { today } from '#ui/words/zh/today.ts'
import { aPort } from './support/aPort.ts'
import { RealServer } from './support/server.ts'
import { goTo } from './support/historySettled.ts'

const HOME = join(import.meta.dirname, '../..')

let home: string
let server: RealServer

/** A package of its own, so that another build can be laid over it. */
test.beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'linbian-package-'))
  await cp(join(HOME, 'dist'), join(home, 'dist'), { recursive: true })
  await cp(join(HOME, 'package.json'), join(home, 'package.json'))
  await symlink(join(HOME, 'node_modules'), join(home, 'node_modules'))
  server = await RealServer.prepare(await aPort(), undefined, home)
  await server.start('--demo')
})

test.afterAll(async () => {
  await server.remove()
  await rm(home, { recursive: true, force: true })
})

test('a new version waits until the person takes it, and a half-written remark survives it', async ({
  page,
}) => {
  await goTo(page, server.origin)
  await page.getByRole('button', { name: people.roles.gridWorker }).click()
  await expect(page.getByText(today.device.people).first()).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect(page.getByText(today.device.update)).toBeHidden()

  await goTo(page, `${server.origin}/feedback/new`)
  await page.getByLabel(feedback.capture.words).fill('楼道的灯一闪一闪')
  await appendFile(join(home, 'dist/client/sw.js'), '\n// another build\n')
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting)
  // Nothing happens to the form under the person's hands.
  await expect(page.getByLabel(feedback.capture.words)).toHaveValue('楼道的灯一闪一闪')

  await goTo(page, server.origin)
  const loaded = page.waitForEvent('load')
  await page.getByRole('button', { name: today.device.takeUpdate }).click()
  await loaded
  await expect(page.getByText(today.device.people).first()).toBeVisible()
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null),
  ).toBeNull()
  await expect(page.getByText(today.device.update)).toBeHidden()

  await goTo(page, `${server.origin}/feedback/new`)
  await expect(page.getByLabel(feedback.capture.words)).toHaveValue('楼道的灯一闪一闪')
})
