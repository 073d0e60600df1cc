import { expect, test } from 'vitest'
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

test('on a real server nobody is let in by one tap', async () => {
  const { browser, started } = await aServer()
  await browser().post('/api/setup', aSetUp(started.setUpCode!))
  const answer = await browser().post('/api/demo/enter', { role: 'officer' })
  expect([answer.status, await answer.json()]).toEqual([404, { refused: 'notFound' }])
})
