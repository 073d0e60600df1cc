import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { anOperator, builtOnce } from '#test/server/backup/anOperator.ts'
import { aFolder } from '#test/support/folder.ts'
import { utf8, workbookOf } from '#test/support/tableFiles.ts'

builtOnce()

test('npm run roster -- check: sentences, or one line of JSON; 0 where it was read, 1 where not, 2 where misused', async () => {
  const folder = await aFolder()
  const [good, page] = [join(folder, '名册.xls'), join(folder, '网页.xls')]
  const rows = [
    ['栋', '单元', '房号', '姓名', '电话'],
    ['1', '1', '101', '周明珍', 13_800_002_207],
    ['1', '1', '楼顶', '杨某', null],
  ]
  await writeFile(good, new Uint8Array(workbookOf('xls', [{ name: '名册', rows }])))
  await writeFile(page, new Uint8Array(utf8('<html><table></table></html>')))
  const operator = await anOperator({ LANG: 'en_US.UTF-8' })

  const told = await operator.run('roster', 'check', good)
  expect([told.code, told.err]).toEqual([0, ''])
  expect(told.out).toContain('1 buildings, 1 units, 1 homes (0 empty), 1 residents, 1 of them with a phone.')

  const json = await operator.run('roster', 'check', good, '--json')
  expect(json.code).toBe(0)
  expect(JSON.parse(json.out.trimEnd().split('\n').at(-1)!)).toEqual({
    buildings: 1,
    units: 1,
    dwellings: 1,
    residents: 1,
    vacant: 0,
    withPhone: 1,
    rejected: [{ sheet: '名册', row: 3, why: 'doorUnreadable', text: '楼顶' }],
    warnings: [],
  })

  const refused = await operator.run('roster', 'check', page, '--json')
  expect([refused.code, refused.out]).toEqual([1, '{"refused":"notSpreadsheet"}\n'])
  expect(refused.err).toContain('.xlsx')
  expect((await operator.run('roster', 'enter', good)).code).toBe(2)
})
