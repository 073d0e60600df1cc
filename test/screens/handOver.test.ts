import { expect, test } from 'vitest'
import { zh } from '#ui/words/zh/all.ts'
import { type Asked, mounted } from './support/mounted.tsx'
import { page, reads, tap, texts, waitFor } from './support/page.ts'
import { holdTimers, timersAfter } from './support/timers.ts'

const { bags, bins, common, feedback, plan, shift, whichBin } = zh
const key = () => page.css('.tally-main')
const shows = (count: number) =>
  expect.element(key()).toHaveAccessibleName(bins.tallyName(bins.counter.right, count))
const handOver = () => page.getByRole('button', { name: bins.handOver, exact: true })

async function begin(more: Asked = {}) {
  await mounted('/bins', { as: 'supervisor', now: '2026-11-24T10:05:00.000Z', ...more })
  await page.css('.bottom-bar .key-primary').click()
  await expect.element(key()).toBeVisible()
}

test('a hand-over is one press and is taken back beside what was said, or on the summary later; the count goes on', async () => {
  await begin()
  await tap(key())
  await shows(1)
  await tap(handOver())
  await expect.element(page.css('.header-sub')).toHaveTextContent('18:05 交班')
  await tap(page.css('.toast').getByRole('button', { name: common.undo }))
  await shows(1)

  await tap(handOver())
  await tap(page.getByRole('button', { name: shift.after.goOn }))
  await shows(1)
  await tap(key())
  await shows(2)
})

test('a second touch of a wet glove presses nothing of what has come under it', async () => {
  await begin()
  await handOver().dblClick()
  await expect.element(page.css('.header-sub')).toHaveTextContent('18:05 交班')
  await expect.element(page.css('.summary')).toBeVisible()
})

test('the word for the next shift is said before, with the press, or after it', async () => {
  holdTimers()
  await begin()
  await tap(page.getByRole('button', { name: shift.more }))
  await tap(page.getByRole('link', { name: shift.tool.summary }))
  const field = page.getByLabelText(bins.summary.note(bins.summary.next.evening))
  await field.fill('桶盖松了')
  await tap(page.getByRole('button', { name: bins.summary.handOver(bins.summary.next.evening) }))
  await reads(page.css('.summary-note'), '桶盖松了')
  // What was said of the hand-over lies over the key for so long.
  timersAfter(10_000)
  await field.fill('水龙头漏')
  await tap(page.getByRole('button', { name: shift.keepNote }))
  await reads(page.css('.summary-note'), '桶盖松了\n水龙头漏')
  await expect.element(field).toHaveValue('')
})

test('a shared tablet says what the next person does; somebody’s own phone does not', async () => {
  await begin({ device: 'shared' })
  await tap(handOver())
  await expect
    .element(page.css('.panel').filter({ hasText: shift.after.next }))
    .toHaveTextContent(shift.after.nextText)
  await expect.element(page.getByRole('link', { name: shift.after.nextKey })).toHaveAttribute('href', '/join')
  await begin()
  await tap(handOver())
  await expect.element(page.css('.panel').filter({ hasText: shift.after.title })).toBeVisible()
  await expect.element(page.css('.panel').filter({ hasText: shift.after.next })).toHaveLength(0)
})

test('opened bags are put right after the hand-over, by their own person', async () => {
  await begin()
  await tap(page.getByRole('button', { name: shift.more }))
  await tap(page.getByRole('link', { name: shift.tool.bags }))
  await tap(page.getByRole('button', { name: bins.streamFull.kitchen }))
  await tap(page.getByRole('button', { name: bags.verdict.good }))
  await tap(page.getByRole('link', { name: common.back }).first())
  await tap(handOver())
  await expect.element(page.css('.summary')).toHaveTextContent(bags.few('1', '1'))
  await tap(page.getByRole('button', { name: bins.summary.correct }))
  const list = page.getByRole('list', { name: shift.after.bags })
  await tap(list.getByRole('button'))
  const sheet = page.css('dialog[open]')
  await tap(sheet.getByText(bags.verdict.bad, { exact: true }))
  await tap(sheet.getByRole('button', { name: bags.fault.hazardous_in }))
  await tap(sheet.getByRole('button', { name: common.save }))
  await expect.element(list).toHaveTextContent(`${bins.stream.kitchen}・${bags.verdict.bad}`)
  await expect.element(list).toHaveTextContent(bags.fault.hazardous_in)
  await expect.element(page.css('.header-sub')).toHaveTextContent(bins.summary.corrected)

  await tap(page.getByRole('button', { name: shift.after.bagAdd }))
  await tap(sheet.getByText(bins.stream.other, { exact: true }))
  await tap(sheet.getByText(bags.verdict.good, { exact: true }))
  await tap(sheet.getByRole('button', { name: common.save }))
  await expect.element(list.getByRole('button')).toHaveLength(2)
  await tap(list.getByRole('button').first())
  await tap(sheet.getByRole('button', { name: shift.after.bagOut }))
  await expect.element(list.getByRole('button')).toHaveLength(1)
  await expect.element(list).toHaveTextContent(`${bins.stream.other}・${bags.verdict.good}`)
})

test('the office puts opened bags right, not what somebody counted, and is named for it', async () => {
  await mounted('/bins/closedForMe/summary', {
    as: 'officer',
    now: '2026-11-24T10:05:00.000Z',
    also: ['closedForMe'],
  })
  await tap(page.getByRole('button', { name: bins.summary.correct }))
  await expect
    .element(page.getByRole('button', { name: bins.summary.more(bins.counter.right) }))
    .toHaveLength(0)
  await tap(page.getByRole('button', { name: shift.after.bagAdd }))
  const sheet = page.css('dialog[open]')
  await tap(sheet.getByText(bins.stream.other, { exact: true }))
  await tap(sheet.getByText(bags.verdict.minor, { exact: true }))
  await tap(sheet.getByRole('button', { name: common.save }))
  await expect.element(page.css('.header-sub')).toHaveTextContent(shift.correctedBy('陈敏'))
})

test('a point that was given up comes back; where none is left the officer is given the key to add one', async () => {
  await mounted('/bins', { as: 'officer' })
  await expect.element(page.css('.empty')).toHaveTextContent(bins.start.notYours)
  await tap(page.getByRole('link', { name: new RegExp(plan.toHub) }))
  await tap(page.getByRole('link', { name: new RegExp(plan.rows.points) }))
  const point = page.css('.rows a').first()
  await waitFor(point)
  const [name = ''] = texts(point.css('.row-title'))
  await tap(point)
  await tap(page.getByRole('button', { name: plan.points.retire }))
  await tap(page.css('dialog[open]').getByRole('button', { name: plan.points.retireGo }))
  const back = page.getByRole('button', { name: plan.points.bringBack })
  await expect.element(back).toBeVisible()
  for (let n = 0; n < 3; n += 1) await tap(page.getByRole('link', { name: common.back }).first())
  await expect.element(page.css('.empty')).toHaveTextContent(bins.start.toAdd)
  await expect
    .element(page.getByRole('link', { name: plan.points.add }))
    .toHaveAttribute('href', '/bins/keep/points/new')
  await tap(page.getByRole('link', { name: new RegExp(plan.toHub) }))
  await tap(page.getByRole('link', { name: new RegExp(plan.rows.points) }))
  await tap(page.getByRole('list', { name: plan.points.gone }).getByRole('link'))
  await tap(back)
  await expect.element(page.getByLabelText(plan.points.name)).toHaveValue(name)
})

test('the photo for a word that is not found comes with its place, its kind and the word', async () => {
  await begin()
  await tap(page.getByRole('link', { name: bins.whichBin }))
  await page.getByLabelText(whichBin.field).fill('量子计算机')
  await tap(page.getByRole('button', { name: whichBin.tellPhoto }))
  await expect
    .element(page.getByLabelText(feedback.capture.words))
    .toHaveValue(whichBin.askText('量子计算机'))
  await reads(
    page.getByRole('group', { name: feedback.capture.what }).getByRole('button', { pressed: true }),
    feedback.capture.keys.dirt,
  )
  await expect.element(page.css('.capture')).toHaveTextContent('东门投放点')
  await tap(page.getByRole('button', { name: common.save }))
  await expect.element(key()).toBeVisible()
})
