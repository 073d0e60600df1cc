import { expect, test } from 'vitest'
import { writeFeedback } from '#commands/feedback.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const WORDS = '王家说楼道灯晃眼'

test('who joins on a shared tablet sends what the first person left, in the first person’s name, and is not shown it', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const supervisor = { role: 'supervisor', deviceKind: 'shared' } as const
  const liao = await compound.joins({ name: '廖姐', ...supervisor })
  liao.wire.cut()
  const done = await writeFeedback(liao, {
    place: place('bin-1'),
    text: WORDS,
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    ending: { is: 'praise' },
  })
  if (!done.ok) throw new Error(done.refused)
  liao.wire.mend()

  const tang = await compound.joins({ name: '老唐', ...supervisor }, liao)
  expect([tang.enrolment.device, tang.me === liao.me]).toEqual([liao.enrolment.device, false])
  expect(tang.reader().all<Feedback>('feedback')).toEqual([])
  await office.sync()
  expect(office.view.get<Feedback>(done.value)).toMatchObject({ text: WORDS, author: liao.me, no: 1 })
  expect(tang.status.getState()).toMatchObject({ unsent: 0, link: 'good' })
})

test('on somebody’s own phone nobody else’s invitation is used up', async () => {
  const compound = await twoDevices()
  const phone = await compound.joins({ name: '何桂英' })
  const { code } = await compound.invite({ name: '老唐' })
  const answer = await compound
    .browserOf(phone)
    .post('/api/join', { key: code, deviceKind: 'own', attempt: crypto.randomUUID() })
  expect(await answer.json()).toEqual({ refused: 'deviceOfAnother' })
  const looked = await compound.stranger().send('/api/invitations/look', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key: code, attempt: crypto.randomUUID() }),
  })
  expect(looked.status).toBe(200)
})
