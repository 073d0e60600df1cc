import { expect, test } from 'vitest'
import type { RecordId, TenantId } from '#domain/ids.ts'
import { setUp } from '#server/people/setUp.ts'
import { aServer, aSetUp } from '#test/support/aServer.ts'

test('a demonstration is set up when it starts and is entered by one tap, each time on a new device', async () => {
  const { browser, started } = await aServer({
    demo: true,
    seed: async (office) => void (await setUp(office, aSetUp(''))),
  })
  expect(started.setUpCode).toBeUndefined()
  expect(await (await browser().get('/api/health')).json()).toMatchObject({ setUp: true, demo: true })
  const visitor = browser()
  const first = await (await visitor.post('/api/demo/enter', { role: 'officer' })).json()
  expect(first).toMatchObject({ name: '周敏', deviceKind: 'own' })
  expect((await visitor.get('/api/people')).status).toBe(200)
  const second = await (await browser().post('/api/demo/enter', { role: 'officer' })).json()
  expect(second.device).not.toBe(first.device)
  expect(await (await visitor.post('/api/demo/enter', { role: 'party' })).json()).toEqual({
    refused: 'personUnknown',
  })
})

test('another compound that was added to it is not the one that is entered, whatever the database reads first', async () => {
  const { browser } = await aServer({
    demo: true,
    seed: async (office) => {
      await setUp(office, aSetUp(''))
      const other = { tenant: '00000000-0000-4000-8000-000000000000' as TenantId, place: 'p' as RecordId }
      await office.db
        .insertInto('compounds')
        .values({ ...other, name: '另一个小区', made_at: '2100-01-01T00:00:00.000Z', community: null })
        .execute()
    },
  })
  const entered = await browser().post('/api/demo/enter', { role: 'officer' })
  expect([entered.status, (await entered.json()).name]).toEqual([200, '周敏'])
})

test('on a real server nobody is let in by one tap', async () => {
  const { browser, started } = await aServer()
  await browser().post('/api/setup', aSetUp(started.setUpCode!))
  const answer = await browser().post('/api/demo/enter', { role: 'officer' })
  expect([answer.status, await answer.json()]).toEqual([404, { refused: 'notFound' }])
})
