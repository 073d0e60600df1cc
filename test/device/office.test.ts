import { expect, expectTypeOf, test } from 'vitest'
import type * as toldOn from '#device/invitations.ts'
import type * as told from '#device/office.ts'
import { OFFICE_REFUSALS } from '#device/asking.ts'
import { openOffice } from '#device/office.ts'
import { holdPass } from '#device/officePass.ts'
import type * as saidOn from '#wire/invitations.ts'
import * as said from '#wire/office.ts'
import { REFUSALS } from '#wire/refusals.ts'

const answering = (body: unknown, status = 200) =>
  openOffice(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }))

const look = {
  tenant: 't',
  compoundName: '春和苑',
  role: 'gridWorker',
  expiresAt: '2024-03-04T16:00:00.000Z',
}

test('an answer of our server is handed on', async () => {
  expect(await answering(look).look('7K2M94QX')).toEqual({ ok: true, value: look })
})

test('what is confirmed once is asked again under the same number', async () => {
  const sent: { path: string; attempt?: string }[] = []
  const office = openOffice(async (path, init) => {
    sent.push({ path: path as string, attempt: JSON.parse(init?.body as string).attempt })
    throw new TypeError('failed to fetch')
  })
  await office.join({ key: '7K2M94QX', deviceKind: 'own' })
  await office.look('7K2M94QX')
  await office.join({ key: '7K2M94QX', deviceKind: 'own' })
  expect(new Set(sent.map(({ attempt }) => attempt))).toHaveLength(1)
  expect(sent[0]?.attempt).toMatch(/^[\w-]{36}$/)
})

test('a refusal keeps its reason and when to try again', async () => {
  expect(await answering({ refused: 'invitationUsed' }, 410).look('7K2M94QX')).toEqual({
    ok: false,
    refused: 'invitationUsed',
  })
  expect(await answering({ refused: 'tooOften', retryAfter: 60 }, 429).look('x')).toEqual({
    ok: false,
    refused: 'tooOften',
    retryAfter: 60,
  })
})

test('W10 the page of a hotel network, a proxy error and silence are no connection', async () => {
  for (const office of [
    answering('<html>请登录</html>'),
    answering({ welcome: true }),
    answering('', 502),
    answering({ error: 'bad gateway' }, 502),
    answering('null'),
    openOffice(async () => {
      throw new TypeError('failed to fetch')
    }),
  ]) {
    expect(await office.look('7K2M94QX')).toEqual({ ok: false, refused: 'noConnection' })
  }
})

test('a reason of a newer server is trouble there, not a wrong answer here', async () => {
  expect(await answering({ refused: 'somethingNew' }, 400).look('x')).toEqual({
    ok: false,
    refused: 'serverTrouble',
  })
})

test('a secret travels in the body, never in the address', async () => {
  let address = ''
  let sent = ''
  const office = openOffice(async (input, init) => {
    address = typeof input === 'string' ? input : ''
    sent = typeof init?.body === 'string' ? init.body : ''
    return Response.json(look)
  })
  await office.look('a-very-long-secret')
  expect(address).toBe('/api/invitations/look')
  expect(sent).toContain('a-very-long-secret')
})

test('the device knows every reason the server gives for an act of the office, and adds only that there is no connection', () => {
  const ofActs = REFUSALS.filter((reason) => !reason.startsWith('photo'))
  expect([...OFFICE_REFUSALS].sort()).toEqual([...ofActs, 'noConnection'].sort())
})

test('what the server answers is what the device reads', () => {
  expectTypeOf<said.Enrolment>().toExtend<told.Enrolment>()
  expectTypeOf<said.LookReply>().toExtend<told.Look>()
  expectTypeOf<said.InvitationReply>().toExtend<told.Invitation>()
  expectTypeOf<saidOn.InvitationRow>().toExtend<toldOn.InvitationRow>()
  expectTypeOf<said.PersonRow>().toExtend<told.PersonRow>()
  expectTypeOf<said.HealthReply>().toExtend<told.Health>()
  expectTypeOf<told.Invite['role']>().toExtend<said.Invite['role']>()
})

test('what a passphrase opened goes with every act until it is dropped, and a server that wants it again ends it', async () => {
  const sent: (string | null)[] = []
  const office = openOffice(async (_, init) => {
    sent.push(new Headers(init?.headers).get(said.PASS_HEADER))
    return sent.length < 3
      ? Response.json({ people: [] })
      : Response.json({ refused: 'passphraseAgain' }, { status: 401 })
  })
  await office.people()
  holdPass('the-pass')
  await office.people()
  await office.people()
  await office.people()
  expect(sent).toEqual([null, 'the-pass', 'the-pass', null])
})
