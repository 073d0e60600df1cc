import { expect, onTestFinished, test, vi } from 'vitest'
import { zh } from '#ui/words/zh/all.ts'
import { mounted } from './support/mounted.tsx'
import { goBack, page, reads, texts, waitFor } from './support/page.ts'

const words = zh.cards.recording

async function slots() {
  await mounted('/bins/cards?card=empty_bag', { as: 'officer' })
  await page.getByRole('button', { name: words.open }).click()
}

const sichuan = () => page.getByRole('region', { name: words.name.sichuan })

test('the office records a card in a dialect, and it can be played, said again and taken away', async () => {
  await slots()
  await expect.element(sichuan()).toHaveTextContent(words.none)
  await sichuan().getByRole('button', { name: words.record }).click()
  const left = () => Number(/还剩 (\d+) 秒/.exec(texts(sichuan()).join(''))?.[1])
  await expect.poll(left).toBeGreaterThan(0)
  const whole = left()
  await expect.poll(left).toBeLessThan(whole)
  await page.getByRole('button', { name: words.stop }).click()
  await expect.element(page.css('.toast')).toHaveTextContent(words.saved)
  await expect.element(sichuan()).toHaveTextContent(words.kept)
  goBack()
  // Back closes what lies on top: the card itself is still there.
  await expect.element(page.css('.card-say').first()).toBeVisible()
  await page.getByRole('button', { name: words.play.sichuan }).click()
  // The gallery has no office to bring the bytes from, and the card says so.
  await reads(page.css('.card-trouble'), words.notHeard.noWay)
  await page.getByRole('button', { name: words.open }).click()
  await sichuan().getByRole('button', { name: words.remove }).click()
  await expect.element(sichuan()).toHaveTextContent(words.none)
})

test('who stops half-way keeps nothing', async () => {
  await slots()
  await sichuan().getByRole('button', { name: words.record }).click()
  await waitFor(page.getByRole('button', { name: words.stop }))
  await page.getByRole('button', { name: words.cancel }).click()
  await expect.element(sichuan()).toHaveTextContent(words.none)
})

const refusing = (name: string) => () => {
  vi.spyOn(navigator.mediaDevices, 'getUserMedia').mockRejectedValue(new DOMException('', name))
  return () => vi.restoreAllMocks()
}

function withoutRecorder(): () => void {
  const { MediaRecorder } = globalThis
  Reflect.deleteProperty(globalThis, 'MediaRecorder')
  return () => void Object.assign(globalThis, { MediaRecorder })
}

test.each([
  ['notAllowed', refusing('NotAllowedError')],
  ['noMicrophone', refusing('NotFoundError')],
  ['cannotRecord', withoutRecorder],
] as const)('a microphone that is not to be had is told in one sentence, %s', async (why, spoil) => {
  onTestFinished(spoil())
  await slots()
  await sichuan().getByRole('button', { name: words.record }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent(words.refused[why])
  await expect.element(sichuan().getByRole('button', { name: words.record })).toBeVisible()
})

test('a supervisor hears recordings and makes none', async () => {
  await mounted('/bins/cards?card=empty_bag', { as: 'supervisor' })
  await expect.element(page.css('.card-say').first()).toBeVisible()
  await expect.element(page.getByRole('button', { name: words.open })).toHaveLength(0)
})
