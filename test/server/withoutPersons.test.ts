import { expect, test } from 'vitest'
import { withoutPersons } from '#server/withoutPersons.ts'

test('a log says what failed and where, and nothing of what somebody wrote', () => {
  const error = Object.assign(new TypeError('cannot read 王秀兰 13800000001\n    at the east gate'), {
    code: 'SQLITE_FULL',
  })
  const said = withoutPersons(error)
  expect(said).toMatchObject({ error: 'TypeError', code: 'SQLITE_FULL' })
  expect(said.at[0]).toContain('withoutPersons.test.ts')
  expect(JSON.stringify(said)).not.toMatch(/王秀兰|138|gate/)
  expect(withoutPersons('13800000001')).toEqual({ error: 'string', at: [] })
  expect(withoutPersons(Object.assign(new Error('x'), { code: '13800000001 called' }))).not.toHaveProperty(
    'code',
  )
})
