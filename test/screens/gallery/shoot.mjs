// node shoot.mjs PORT OUT NAME PATH [WIDTHxHEIGHT] [full] [CLICK-SELECTOR]: one picture of a gallery page.
import { chromium } from '@playwright/test'

const say = (...words) => process.stdout.write(`${words.join(' ')}\n`)
const [port, out, ...jobs] = process.argv.slice(2)
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
for (const job of jobs) {
  const [name, path, size = '390x844', full, click] = job.split(' ')
  const [width, height] = size.split('x').map(Number)
  const page = await browser.newPage({ viewport: { width, height } })
  page.on('pageerror', (error) => say(name, String(error)))
  page.on('console', (message) => message.type() === 'error' && say(name, message.text()))
  await page.goto(`http://127.0.0.1:${port}${path}`)
  await page.waitForSelector('h1', { timeout: 8000 }).catch(() => say(name, 'no title'))
  if (click) await page.click(click)
  await page.waitForTimeout(400)
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (sideways > 0) say(name, `${sideways}px sideways`)
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: full === 'full' })
  await page.close()
}
await browser.close()
