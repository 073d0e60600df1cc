import { expect, test } from 'vitest'
import { ROLES, type Role } from '#domain/roles.ts'
import { pictureHash } from '#server/demo/pictures.ts'
import { seedDemo } from '#server/demo/seed.ts'
import { aServer } from '#test/support/aServer.ts'
import { aFolder } from '#test/support/folder.ts'

test('a demonstration fills its folder once, and every role of the compound goes in by one tap', async () => {
  const folder = await aFolder()
  const first = await aServer({ demo: true, seed: seedDemo, folder })
  const names = []
  const roles = (Object.keys(ROLES) as Role[]).filter((role) => !ROLES[role].outside)
  for (const role of roles) {
    const entered = await first.browser().post('/api/demo/enter', { role })
    names.push(((await entered.json()) as { name: string }).name)
  }
  expect(names).toEqual([
    '周敏',
    '谢红梅',
    '蒋大勇',
    '陈素芬',
    '何桂英',
    '江秀琼',
    '沈志远',
    '吴海涛',
    '周敏',
    '周敏',
    '任长河',
    '马德华',
    '任长河',
  ])
  const [tenant] = await first.started.office.log.tenants()
  const head = await first.started.office.log.transact(tenant!, (tx) => tx.head())
  expect(head).toBeGreaterThan(2000)
  await first.stop()

  const again = await aServer({ demo: true, seed: seedDemo, folder })
  expect(await again.started.office.log.tenants()).toEqual([tenant])
  expect(await again.started.office.log.transact(tenant!, (tx) => tx.head())).toBe(head)
  expect(again.failures).toEqual([])
})

test('a picture of the demonstration is seen by whoever may read the record that names it', async () => {
  const { browser } = await aServer({ demo: true, seed: seedDemo })
  const steward = browser()
  await steward.post('/api/demo/enter', { role: 'steward' })
  const seen = await steward.get(`/api/photos/${pictureHash('corridor-lit')}`)
  expect([seen.status, seen.headers.get('Content-Type')]).toEqual([200, 'image/jpeg'])
  const supervisor = browser()
  await supervisor.post('/api/demo/enter', { role: 'supervisor' })
  expect((await supervisor.get(`/api/photos/${pictureHash('sofa-gone')}`)).status).not.toBe(200)
  expect((await supervisor.get(`/api/photos/${pictureHash('overflow')}`)).status).toBe(200)
})
