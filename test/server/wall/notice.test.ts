import { expect, test } from 'vitest'
import { keepNotice } from '#commands/notice.ts'
import { FIELDS } from '#domain/fieldCatalogue.ts'
import { ROLES } from '#domain/roles.ts'
import { type Settings, settingsId } from '#domain/settings.ts'
import { toldOf } from '#server/wall/noticePage.ts'
import { NOTICE } from '#server/wall/noticeWords.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

async function aNotice() {
  const compound = await twoDevices()
  const { office } = compound
  const page = async (more = '') => {
    const answer = await compound.server.browser().get(`/gongshi/notice${more}`)
    return { answer, text: await answer.text() }
  }
  const seen = () => office.view.get<Settings>(settingsId(office.tenant))!
  return { compound, office, page, seen }
}

test('anybody reads it without a login and without a script, in both languages; the board leads there', async () => {
  const { compound, page } = await aNotice()
  const { answer, text } = await page()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
  expect(answer.headers.get('Set-Cookie')).toBeNull()
  expect(text).not.toMatch(/<script|https?:\/\//)
  expect(text).toContain('个人信息保护法')
  expect((await page('?lang=en')).text).toContain('What is kept about you')
  const board = await (await compound.server.browser().get('/gongshi')).text()
  expect(board).toContain('href="/gongshi/notice"')
})

test('every kind that speaks of a resident has its words, and each of them stands on the page with who reads it', async () => {
  const { page } = await aNotice()
  const { text } = await page()
  for (const words of Object.values(NOTICE)) {
    expect(toldOf().filter((kind) => words.kinds[kind] === undefined)).toEqual([])
    expect(toldOf().filter((kind) => words.purposes[FIELDS[kind]!.for] === undefined)).toEqual([])
    expect(Object.keys(words.kinds).filter((kind) => !toldOf().includes(kind))).toEqual([])
  }
  for (const kind of toldOf()) expect(text).toContain(NOTICE.zh.kinds[kind])
  // Who reads reasons is read out of the table of rights: the office, and the paid officer of a grid.
  expect(Object.keys(ROLES).filter((role) => ROLES[role as 'officer'].read.includes('reasons'))).toEqual([
    'officer',
    'gridOfficer',
  ])
  const reasons = text.slice(text.indexOf(NOTICE.zh.kinds['reasons']!))
  expect(reasons.slice(0, reasons.indexOf('</article>'))).toContain(
    '<dd>社区工作人员、专职网格员（自己那个网格）</dd>',
  )
})

test('who answers, and days that the office made fewer, stand there at once; more than the table says cannot be had', async () => {
  const { office, page, seen } = await aNotice()
  expect((await page()).text).toContain(NOTICE.zh.whoMissing)
  expect((await page()).text).toContain('搬走 90 天后')
  const answers = { who: '周敏', number: '028-8555 1234', where: '社区二楼，工作日' }
  await must(keepNotice(office, seen(), { answers, deadlines: { movedOut: 30, remark: 730 } }))
  await office.sync()
  const { text } = await page()
  expect(text).toContain('周敏　028-8555 1234　社区二楼，工作日')
  expect(text).toContain('搬走 30 天后')
  expect(seen().deadlines).toEqual({ movedOut: 30 })
  const longer = await keepNotice(office, seen(), { answers, deadlines: { movedOut: 91 } })
  expect(longer).toEqual({ ok: false, refused: 'notPossible' })
  expect(await keepNotice(office, seen(), { answers, deadlines: { movedOut: 30 } })).toEqual({
    ok: false,
    refused: 'nothingToDo',
  })
})
