import { beforeAll, expect, test } from 'vitest'
import { zh } from '#ui/words/zh/all.ts'
import { allSent, enteredAs, freshServer, goOffline, goOnline, loadAgain } from './support/entered.ts'
import { goTo, page, waitFor } from './support/page.ts'

beforeAll(() => freshServer())

const words = zh.feedback.capture

test('what is written without a network is kept over a reload, and sent when the network is back', async () => {
  await enteredAs('gridWorker')
  await goOffline()
  await goTo('/feedback/new')
  await page.getByLabelText(words.words).fill('三楼灯不亮')
  await page.css('.kind').first().click()
  await page.getByRole('button', { name: zh.common.save }).click()
  await waitFor(page.css('.toast'))
  await loadAgain()
  await goTo('/')
  await expect.element(page.css('.strip')).toHaveTextContent(zh.sync.strip.waiting(2))
  await goOnline()
  await allSent()
  await expect.element(page.css('.strip')).toHaveTextContent(zh.sync.strip.done)
})

test.each(['officer', 'supervisor', 'steward', 'owners'] as const)(
  'as %s somebody comes in with everything they may read',
  async (role) => {
    await enteredAs(role)
    await expect.element(page.css('.strip')).toHaveTextContent(zh.sync.strip.done)
  },
)
