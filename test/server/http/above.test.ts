import { expect, test } from 'vitest'
import { retain } from '#server/erasure/retention.ts'
import { aCompound, PASSPHRASE, ROSTER } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'

const NAMES = ['王秀兰', '李国强', '陈桂芳', '周敏', '13800000001']

async function lookedAtFromAbove() {
  const world = await aCompound()
  const { browser, enrolment } = await world.joined({ name: '罗科长', role: 'overseer', to: '2026-03-20' })
  return { ...world, above: browser, theirs: enrolment }
}

test('the level above sees a page of numbers of the compounds of whoever invited them, and no name', async () => {
  const { above, officer, server, failures } = await lookedAtFromAbove()
  const page = await above.get('/gongshi/counts')
  const text = await page.text()
  expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  expect(text).toContain('梧桐苑')
  expect(text).toContain('不到 5')
  for (const name of NAMES) expect(text).not.toContain(name)
  expect(text).not.toContain('<script')

  server.clock = new Date(server.clock.getTime() + 3600_000)
  const added = { compound: '兰亭苑', rows: ROSTER, points: [], emergency: [], passphrase: PASSPHRASE }
  expect((await officer.post('/api/compounds', added)).status).toBe(200)
  expect(await (await above.get('/gongshi/counts?lang=en')).text()).toMatch(/梧桐苑[^]*兰亭苑/)
  expect(failures).toEqual([])
})

test('the counts are there as long as the appointment runs; the invitation that says whose they are goes with it', async () => {
  const { joined, server, started } = await aCompound()
  const { browser } = await joined({ name: '罗科长', role: 'overseer', to: '2026-06-30' })
  await joined({ name: '何桂英' })
  const invited = () => started.office.db.selectFrom('invitations').select('role').execute()
  const on = async (day: string) => {
    server.clock = new Date(`${day}T04:00:00.000Z`)
    await retain(started.office)
  }
  await on('2026-04-02')
  expect(await (await browser.get('/gongshi/counts')).text()).toContain('梧桐苑')
  await on('2026-06-30')
  expect(await (await browser.get('/gongshi/counts')).text()).toContain('梧桐苑')
  expect(await invited()).toEqual([{ role: 'overseer' }])
  expect(await started.office.db.selectFrom('knocks').selectAll().execute()).toEqual([])
  await on('2026-07-01')
  expect(await invited()).toEqual([])
})

test('SEC-92 it reads nothing else: no record comes to its device, and no desk opens', async () => {
  const { above, theirs } = await lookedAtFromAbove()
  const reply = await (await aTalk(above, theirs).ask()).json()
  expect(JSON.stringify(reply)).not.toContain('梧桐苑')
  expect(reply).toMatchObject({ records: [], parts: [{ person: theirs.person }] })
  for (const path of ['/api/people', '/api/invitations', '/api/compounds', '/api/audit', '/api/backups'])
    expect([path, (await above.get(path)).status]).toEqual([path, 403])
})

test('whoever opens it and may not is told so on a page, in their language; a program hears a refusal', async () => {
  const { officer, browser } = await lookedAtFromAbove()
  const opened = { Accept: 'text/html,application/xhtml+xml', 'Accept-Language': 'en' }
  for (const [who, status] of [
    [officer, 403],
    [browser(), 401],
  ] as const) {
    const page = await who.get('/gongshi/counts', opened)
    expect([page.status, page.headers.get('Cache-Control')]).toEqual([status, 'no-store'])
    expect(await page.text()).toContain('This page is not open to you now')
    expect(
      await (await who.get('/gongshi/counts', { ...opened, 'Accept-Language': 'zh-CN' })).text(),
    ).toContain('这一页您现在看不了')
    expect(await (await who.get('/gongshi/counts')).json()).toMatchObject({ refused: expect.any(String) })
  }
})

test('the page is for the level above alone, and ends with its last day and with its device', async () => {
  const { above, officer, browser, server, theirs } = await lookedAtFromAbove()
  expect((await officer.get('/gongshi/counts')).status).toBe(403)
  expect((await browser().get('/gongshi/counts')).status).toBe(401)
  server.clock = new Date('2026-03-21T04:00:00.000Z')
  expect((await above.get('/gongshi/counts')).status).toBe(403)
  server.clock = new Date('2026-03-20T04:00:00.000Z')
  expect((await above.get('/gongshi/counts')).status).toBe(200)
  expect((await officer.post('/api/devices/revoke', { device: theirs.device })).status).toBe(200)
  expect((await above.get('/gongshi/counts')).status).toBe(403)
})
