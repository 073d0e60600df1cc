import { expect, onTestFinished, test } from 'vitest'
import { later } from './support/clock.ts'
import { everyBarrier } from './support/eye.ts'
import { type Asked, mounted } from './support/mounted.tsx'
import { page, pressTwice, reads, sideways, waitFor } from './support/page.ts'

/** A supervisor at the east gate who opened a tool of the shift: 开袋检查, 桶满没满・清运. */
async function open(tool: 'bags' | 'bins', looks: Asked = {}) {
  await mounted('/bins', { as: 'supervisor', now: '2026-11-24T10:05:00.000Z', ...looks })
  await page.css('.key-primary').click()
  await waitFor(page.css('.tally-main'))
  await page.css('.shift-undo > .key').last().click()
  await page.css(`.more-tools a[href$="/${tool}"]`).click()
}

const good = () => page.getByRole('button', { name: '合格', exact: true })

/** As fast as a hand means it: what comes sooner is a bounce. */
async function goodBag() {
  await good().click()
  later()
}

test('a good bag is one touch once the bin is chosen, a bad one three; the rate waits for ten bags and keeps its base', async () => {
  await open('bags')
  await reads(page.css('.bag-verdict').first(), '先选哪一类')
  await page.getByRole('button', { name: '厨余垃圾' }).click()
  for (let bag = 1; bag <= 6; bag += 1) {
    await goodBag()
    await expect.element(page.css('.bag-number')).toHaveTextContent(`${bag} / 10`)
  }
  await page.getByRole('button', { name: '没沥干' }).click()
  await expect
    .element(page.getByRole('button', { name: '有毛病，按右边' }))
    .toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('button', { name: '小毛病', exact: true }).click()
  await expect.element(page.css('.bag-sample')).toHaveTextContent('6 袋合格。只看了 7 袋，太少，不报率')
  await expect.element(page.css('.bag-sample')).not.toHaveTextContent('%')
  await expect.element(page.css('.bag-sample')).toHaveTextContent('厨余・没沥干 1 袋')
  for (let bag = 8; bag <= 10; bag += 1) {
    await goodBag()
    await expect.element(page.css('.bag-number')).toHaveTextContent(String(bag))
  }
  await expect.element(page.css('.bag-sample')).toHaveTextContent('开袋合格率 10 袋，9 袋合格，90%')
})

test('a bounce counts no bag, and undo names the bag it takes back', async () => {
  await open('bags')
  await page.getByRole('button', { name: '其他垃圾' }).click()
  await pressTwice(good())
  await expect.element(page.css('.bag-number')).toHaveTextContent('1 / 10')
  await page.getByRole('button', { name: '没分好', exact: true }).click()
  await expect.element(page.css('.bag-undo')).toHaveTextContent('其他・没分好・18:05')
  await page.css('.bag-undo button').click()
  await expect.element(page.css('.bag-undo')).toHaveTextContent('其他・合格・18:05')
  await expect.element(page.css('.bag-number')).toHaveTextContent('1 / 10')
})

/** Nobody is to be rung by a test: the link stays a link. Answers the way to end it. */
function callsNobody(): () => void {
  const hold = (event: Event) => {
    if ((event.target as Element).closest('a[href^="tel:"]')) event.preventDefault()
  }
  addEventListener('click', hold, true)
  return () => removeEventListener('click', hold, true)
}

test('a full bin is called for and noted by one press, on a phone and on a tablet that cannot call', async () => {
  onTestFinished(callsNobody())
  await open('bins')
  const kitchen = page.getByRole('button', { name: /^厨余垃圾/ })
  for (const fill of ['空的', '半桶', '满了']) {
    await kitchen.click()
    await expect.element(kitchen).toHaveTextContent(fill)
    // A bounce is not waited for, a press that was meant is.
    later()
  }
  const call = page.getByRole('link', { name: '叫清运 厨余垃圾' })
  await expect.element(call).toHaveAttribute('href', 'tel:02800000009')
  await call.click()
  await expect.element(page.css('.toast')).toHaveTextContent('记下了：叫了清运')
  await expect.element(page.css('.bins-called')).toHaveTextContent('18:05 叫过了')
  await page.getByRole('button', { name: '撤回' }).click()
  await expect.element(page.css('.bins-called')).toHaveLength(0)

  await open('bins', { device: 'shared' })
  await expect.element(page.css('.bins-number')).toHaveTextContent('028-0000 0009')
  await expect.element(page.getByRole('link', { name: /叫清运/ })).toHaveLength(0)
  await page.getByRole('button', { name: '记一笔 其他垃圾' }).click()
  await expect.element(page.getByRole('button', { name: /^其他垃圾，满了/ })).toBeVisible()
  await expect.element(page.css('.bins-called')).toHaveTextContent('18:05 叫过了')
})

test('a haul is bins or a number, litres keep their unit beside the estimate, and what is unclear is asked back', async () => {
  await open('bins')
  await page.getByRole('link', { name: /记清运/ }).click()
  const save = page.css('.bottom-bar .key-primary, .bottom-bar [data-why]')
  await expect.element(save).toHaveTextContent('先选哪一类')
  await page.getByRole('button', { name: '厨余垃圾' }).click()
  await page.getByRole('button', { name: '2 × 240 升' }).click()
  await expect
    .element(page.css('.hauls'))
    .toHaveTextContent('480 升 ≈ 120 公斤（按本小区 0.25 公斤/升估算，物业 11月10日 称的）')
  const amount = page.getByLabelText('或者写个数')
  for (const [typed, said] of [
    ['0', '比零多才记'],
    ['-5', '比零多才记'],
    ['999999', '多打了一个零'],
    ['12,5', '逗号看不清'],
    ['20斤', '1 公斤是 2 斤'],
    ['两百', '只写数字'],
  ] as const) {
    await amount.fill(typed)
    await save.click()
    await expect.element(page.css('.field-error')).toHaveTextContent(said)
  }
  await amount.fill('１，２００')
  await page.getByRole('button', { name: '几样混在一车装了' }).click()
  await page.getByRole('button', { name: /也记一条/ }).click()
  await page.getByLabelText('几点运的').fill('17:40')
  await save.click()
  await expect.element(page.css('.toast')).toHaveTextContent('记下了：厨余 1,200 升')
  await expect.element(page.css('.rows')).toHaveTextContent('17:40')
  await expect.element(page.css('.rows')).toHaveTextContent('混在一车')

  await page.getByRole('button', { name: '其他垃圾' }).click()
  await page.getByRole('button', { name: '1 × 240 升' }).click()
  await expect.element(page.css('.hauls')).not.toHaveTextContent('240 升 ≈')
  await page.getByRole('button', { name: '几样混在一车装了' }).click()
  await expect.element(page.css('.hauls')).toHaveTextContent('18:05 记过“清运混着装”')
  await page.getByLabelText('几点运的').fill('18:30')
  await expect.element(page.css('.field-error')).toHaveTextContent('还没到这个时间')
  await page.getByLabelText('几点运的').fill('18:05')
  await save.click()
  await expect.element(page.css('.rows > li')).toHaveLength(2)
  await page.css('.rows > li').first().getByRole('button', { name: '不算' }).click()
  await page.getByRole('button', { name: '记重了' }).click()
  await expect.element(page.css('.rows > li').first()).toHaveTextContent('不算了：记重了')
})

test('the office says what a litre weighs, and who weighed', async () => {
  await mounted('/bins/keep/weights', { as: 'officer' })
  await expect.element(page.getByLabelText('厨余垃圾，一升几公斤')).toHaveValue('0.25')
  await page.getByLabelText('其他垃圾，一升几公斤').fill('30')
  await page.getByLabelText('谁称的，哪天称的').fill('')
  await page.css('.bottom-bar .key-primary').click()
  await reads(page.css('.field-error'), ['最多 5，看看小数点', '写上谁称的，别人才信得过'])
  await page.getByLabelText('其他垃圾，一升几公斤').fill('0.3')
  await page.getByLabelText('谁称的，哪天称的').fill('物业 11月20日 称了 12 桶')
  await page.css('.bottom-bar .key-primary').click()
  await expect.element(page.css('.toast')).toHaveTextContent('记下了')

  await mounted('/bins/keep/weights', { as: 'supervisor' })
  await expect.element(page.css('main')).toHaveTextContent('这里归社区管')
})

for (const theme of ['day', 'night', 'sun'] as const) {
  test(`bins, hauls and bags are readable at 7 to 1 and every key has a name, ${theme}`, async () => {
    const seen = async (what: string) => {
      expect([what, await everyBarrier()]).toEqual([what, []])
    }
    await open('bins', { theme })
    onTestFinished(callsNobody())
    await page.getByRole('link', { name: '叫清运 有害垃圾' }).click()
    await expect.element(page.css('.bins-called')).toBeVisible()
    await seen('bins')
    await page.getByRole('link', { name: /记清运/ }).click()
    await page.css('.choice-waste').first().click()
    await page.css('.hauls-choices .key').first().click()
    await page.css('.bottom-bar .key-primary').click()
    await waitFor(page.css('.rows'))
    await seen('hauls')
    await open('bags', { theme })
    await page.css('.choice-waste').nth(3).click()
    await good().click()
    await page.css('.bag-faults .choice').first().click()
    await seen('bags')
  })
}

for (const [width, height] of [
  [360, 800],
  [800, 1280],
  [1280, 800],
] as const) {
  test(`bins, hauls and bags break nowhere sideways at ${width} wide with text twice as large`, async () => {
    const over = () => sideways('main, .frame-bar, .key')
    for (const lang of ['zh', 'en'] as const) {
      await open('bins', { text: 200, lang })
      await page.viewport(width, height)
      await waitFor(page.css('.bins-rows'))
      expect(await over(), `bins ${lang}`).toBeLessThanOrEqual(0)
      await page.css('.bottom-bar a').click()
      await page.css('.choice-waste').first().click()
      await page.css('.hauls-choices .key').nth(1).click()
      expect(await over(), `hauls ${lang}`).toBeLessThanOrEqual(0)
      await open('bags', { text: 200, lang })
      await page.viewport(width, height)
      await page.css('.choice-waste').nth(2).click()
      await page.css('.bag-faults .choice').first().click()
      expect(await over(), `bags ${lang}`).toBeLessThanOrEqual(0)
    }
  })
}
