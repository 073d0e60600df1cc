import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { Content } from '#domain/wall/publication.ts'
import { STYLE } from '#server/wall/style.ts'
import { aWall, PAGE } from '#test/support/onTheWall.ts'

const page = (title: string, more: Partial<Content> = {}): Content => ({ ...PAGE, title, ...more })

test('an empty wall says what will hang here, and how to say something', async () => {
  const { visitor } = await aWall()
  const answer = await visitor.get('/gongshi')
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain('还没有贴出来的')
  expect(text).toContain('改之前、改之后')
  expect(text).toContain('href="/gongshi/say"')
  expect(text).toContain('不显示姓名和门牌')
})

test('no cookie, no script, nothing from elsewhere, and no style but its own', async () => {
  const { visitor, hang } = await aWall()
  await hang('p1')
  const answer = await visitor.get('/gongshi')
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  const policy = answer.headers.get('Content-Security-Policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/script|unsafe|\*/)
  const text = await answer.text()
  expect(text).not.toMatch(/<script|javascript:|\son[a-z]+=| style=/i)
  expect(text).toContain(`<style>${STYLE}</style>`)
  expect(text.match(/(?:src|href|action)="(?!\/gongshi|data:,)[^"]*"/g)).toBeNull()
})

test('search engines may list the board and keep no copy or picture of it; its other pages they leave alone', async () => {
  const { visitor, hang } = await aWall()
  await hang('p1')
  const robots = async (path: string) =>
    (await (await visitor.get(path)).text()).match(/<meta name="robots" content="([^"]*)"/)?.[1]
  expect(await robots('/gongshi')).toBe('nofollow, noarchive, noimageindex')
  for (const path of ['/gongshi/a4', '/gongshi/say', '/gongshi/asked'])
    expect(await robots(path), path).toBe('noindex')
})

test('what somebody wrote is text, wherever it stands', async () => {
  const { visitor, hang } = await aWall()
  const evil = '<img src=x onerror=alert(1)>"\'&</title>'
  await hang(
    'p1',
    page(evil, {
      lines: [evil],
      figures: [{ label: evil, value: evil }],
      table: { head: [evil, 'b', 'c', 'd'], rows: [[evil, evil]] },
    }),
  )
  for (const path of ['/gongshi', '/gongshi/a4', '/gongshi/p/p1', '/gongshi/p/p1/1']) {
    const text = await (await visitor.get(path)).text()
    expect(text).toContain('&lt;img src=x')
    expect(text).not.toContain('<img src=x')
    expect(text).not.toContain('"\'&<')
  }
})

test('stories stand first, the newest of them on top; how old the page is stands in plain sight', async () => {
  const { visitor, hang, server } = await aWall()
  await hang('p1', page('账目二月'), 'accounts')
  server.clock = new Date('2026-03-03T17:30:00+08:00')
  await hang('p2', page('旧的灯'))
  server.clock = new Date('2026-03-04T17:30:00+08:00')
  await hang('p3', page('新的灯'))
  server.clock = new Date('2026-03-09T08:00:00+08:00')
  const text = await (await visitor.get('/gongshi')).text()
  const at = ['新的灯', '旧的灯', '账目二月'].map((one) => text.indexOf(one))
  expect(at).toEqual([...at].sort((a, b) => a - b))
  expect(text).toContain('3月4日 17:30 更新')
  expect(text).toContain('5 天没更新了')
})

test('in English the frame is English and what hangs stays Chinese, and says so', async () => {
  const { visitor, hang } = await aWall()
  await hang('p1')
  for (const [path, headers] of [
    ['/gongshi?lang=en', {}],
    ['/gongshi', { 'Accept-Language': 'en-GB,en;q=0.9,zh;q=0.5' }],
  ] as const) {
    const text = await (await visitor.get(path, headers)).text()
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('Have your say')
    expect(text).toContain('<h3 lang="zh-CN">灯亮了</h3>')
  }
  expect(await (await visitor.get('/gongshi', { 'Accept-Language': 'fr,zh;q=0.5' })).text()).toContain(
    '<html lang="zh-CN">',
  )
})

test('a browser that has the page hears that it is still this one, until something hangs or comes down', async () => {
  const { visitor, hang, act } = await aWall()
  await hang('p1')
  const first = await visitor.get('/gongshi')
  const tag = first.headers.get('ETag')!
  expect(first.headers.get('Cache-Control')).toContain('must-revalidate')
  const again = await visitor.get('/gongshi', { 'If-None-Match': tag })
  expect([again.status, await again.text()]).toEqual([304, ''])
  await act('p1', 'takeDown', { n: 1, reason: '写错了' })
  expect((await visitor.get('/gongshi', { 'If-None-Match': tag })).status).toBe(200)
})

test('a correction is another version; the older one is listed with its day and why, and keeps its words', async () => {
  const { visitor, hang, act, picture } = await aWall()
  const before = await picture(1)
  await hang('p1', page('余下 13,244', { before }), 'accounts')
  await act('p1', 'correct', { content: page('余下 19,244'), reason: '漏了电梯广告', looked: true })
  const now = await (await visitor.get('/gongshi/p/p1')).text()
  expect(now).toContain('余下 19,244')
  expect(now).not.toContain('余下 13,244')
  expect(now).toContain('第 2 版 · 2026年3月2日 贴出')
  expect(now).toContain('为什么：漏了电梯广告')
  expect(now).toContain('href="/gongshi/p/p1/1"')
  const old = await (await visitor.get('/gongshi/p/p1/1')).text()
  expect(old).toContain('余下 13,244')
  expect(old).toContain('这是以前的一版')
  // Why there is a better one may be that a face was on it.
  expect(old).not.toContain('<img')
  expect((await visitor.get(`/gongshi/picture/${before}`)).status).toBe(404)
})

test('what waits, and what was taken down, cannot be had: no word of it, no picture', async () => {
  const { visitor, propose, hang, act, picture } = await aWall()
  const [draft, shown, gone] = [await picture(1), await picture(2), await picture(3)]
  await propose('p1', page('等着的', { before: draft }))
  await hang('p2', page('贴着的', { after: shown }))
  await hang('p3', page('取下的', { pictures: [gone] }))
  await act('p3', 'takeDown', { n: 1, reason: '看得见车牌' })
  const status = async (path: string) => (await visitor.get(path)).status
  expect(await status('/gongshi/p/p1')).toBe(404)
  expect(await status('/gongshi/p/p1/1')).toBe(404)
  expect(await status('/gongshi/p/p3/1')).toBe(404)
  expect(await status(`/gongshi/picture/${draft}`)).toBe(404)
  expect(await status(`/gongshi/picture/${gone}`)).toBe(404)
  expect(await status('/gongshi/picture/x')).toBe(404)
  const picturesAnswer = await visitor.get(`/gongshi/picture/${shown}`)
  expect([picturesAnswer.status, picturesAnswer.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
  expect(picturesAnswer.headers.get('Cache-Control')).toContain('immutable')
  const down = await (await visitor.get('/gongshi/p/p3')).text()
  expect(down).toContain('第 1 版')
  expect(down).toContain('取下了')
  expect(down).toContain('看得见车牌')
  for (const path of ['/gongshi', '/gongshi/a4', '/gongshi/p/p3']) {
    const text = await (await visitor.get(path)).text()
    expect(text).not.toContain('等着的')
    expect(text).not.toContain('取下的')
  }
})

test('the server hangs no phone and no door, whoever publishes it', async () => {
  const { visitor, propose, act } = await aWall()
  for (const [id, title] of [
    ['p1', '3-2-501 的灯'],
    ['p2', '打 13800000001'],
  ] as const) {
    await propose(id, page(title))
    await expect(act(id, 'publish', { content: page(title), looked: true })).rejects.toThrow('tellsWho')
  }
  expect(await (await visitor.get('/gongshi')).text()).toContain('还没有贴出来的')
})

test('the paper has the address of the page on it, as words and as a QR code', async () => {
  const { visitor, hang } = await aWall({ origin: 'https://linbian.example' })
  await hang('p1')
  const text = await (await visitor.get('/gongshi/a4')).text()
  expect(text).toContain('https://linbian.example/gongshi')
  expect(text).toMatch(/<svg class="qr"/)
  expect(text).toContain('2026年3月2日 打印')
})

test('a full wall weighs at most 40 KB packed: 30 stories, 12 months of accounts', async () => {
  const { visitor, hang } = await aWall()
  const words = (seed: number, letters: number) =>
    Array.from({ length: letters }, (_, at) =>
      String.fromCharCode(0x4e00 + ((seed * 7919 + at * 104_729) % 20_000)),
    ).join('')
  for (let n = 0; n < 30; n += 1) {
    const figures = Array.from({ length: 6 }, (_, at) => ({
      label: words(n + at, 8),
      value: `${n * 37 + at}`,
    }))
    const lines = [words(n, 280), words(n + 50, 280)]
    await hang(`s${n}`, page(words(n, 30), { lines, figures, before: 'a'.repeat(64), after: 'b'.repeat(64) }))
  }
  for (let month = 1; month <= 12; month += 1) {
    const rows = Array.from({ length: 60 }, (_, at) => [words(month + at, 12), `+ ${at * 1371 + month}`])
    await hang(`a${month}`, page(`${month}月`, { table: { head: ['项目', '元'], rows } }), 'accounts')
  }
  const text = await (await visitor.get('/gongshi')).text()
  expect(gzipSync(text).length).toBeLessThan(40 * 1024)
})
