import { expect, test } from 'vitest'
import { PASS_HEADER } from '#wire/office.ts'
import type { Enrolment } from '#wire/office.ts'
import { aCompound, type Browser, PASSPHRASE } from '#test/support/aServer.ts'

const OTHERS = '喜鹊窝搭在第三棵树上'

/** A tablet of several people: a supervisor, and two officers who said their passphrases there, 周敏 first. */
async function aTablet() {
  const compound = await aCompound()
  const { browser: tablet } = await compound.joined({
    name: '廖姐',
    role: 'supervisor',
    deviceKind: 'shared',
  })
  const says = async (name: string, passphrase: string, at: Browser = tablet) =>
    (await (await at.post('/api/login', { name, passphrase, deviceKind: 'shared' })).json()) as Enrolment & {
      officePass?: string
    }
  const zhou = await says('周敏', PASSPHRASE)
  const forLin = await compound.invite({ name: '林老师', role: 'officer', deviceKind: 'shared' })
  await compound.lets(tablet, forLin, { deviceKind: 'shared', passphrase: OTHERS })
  const lin = await says('林老师', OTHERS)
  const people = (pass?: string) => tablet.get('/api/people', pass ? { [PASS_HEADER]: pass } : {})
  return { ...compound, tablet, says, people, zhou, lin }
}

const answered = async (answer: Response) => [
  answer.status,
  ((await answer.json()) as { refused?: string }).refused,
]

test('on a tablet of several people the office’s acts ask for its officer’s passphrase, whoever was let in last', async () => {
  const { people, lin } = await aTablet()
  expect(await answered(await people())).toEqual([401, 'passphraseAgain'])
  expect(await answered(await people('something'))).toEqual([401, 'passphraseAgain'])
  expect(await answered(await people(lin.officePass))).toEqual([200, undefined])
})

test('whoever said it acts as themselves, also where another was let in after them', async () => {
  const { tablet, zhou, enrolment } = await aTablet()
  const form = {
    name: '何桂英',
    role: 'gridWorker',
    place: enrolment.compound,
    from: '2026-03-02',
    deviceKind: 'own',
  }
  const pass = { [PASS_HEADER]: zhou.officePass! }
  const { code } = (await (await tablet.post('/api/invitations', form, pass)).json()) as { code: string }
  const look = await tablet.post('/api/invitations/look', { key: code, attempt: crypto.randomUUID() })
  expect(((await look.json()) as { invitedBy: string }).invitedBy).toBe('周敏')
})

test('it ends after half an hour, and counts on no other device', async () => {
  const { server, people, lin, joined } = await aTablet()
  const { browser: other } = await joined({ name: '老唐', role: 'supervisor', deviceKind: 'shared' })
  const elsewhere = await other.get('/api/people', { [PASS_HEADER]: lin.officePass! })
  expect(await answered(elsewhere)).toEqual([403, 'notAllowed'])
  server.clock = new Date(server.clock.getTime() + 30 * 60_000)
  expect(await answered(await people(lin.officePass))).toEqual([401, 'passphraseAgain'])
})

test('with an appointment that has ended it opens nothing', async () => {
  const { officer, people, lin, enrolment } = await aTablet()
  await officer.post('/api/appointments/end', {
    person: lin.person,
    role: 'officer',
    place: enrolment.compound,
    to: '2026-03-01',
  })
  expect(await answered(await people(lin.officePass))).toEqual([403, 'notAllowed'])
})

test('an officer’s own device asks for nothing more, and is given nothing to say it with', async () => {
  const { server, says } = await aTablet()
  const own = server.browser()
  const told = await (
    await own.post('/api/login', { name: '林老师', passphrase: OTHERS, deviceKind: 'own' })
  ).json()
  expect(told).not.toHaveProperty('officePass')
  expect((await own.get('/api/people')).status).toBe(200)
  const shared = await says('林老师', OTHERS, server.browser())
  expect(shared.officePass).toEqual(expect.any(String))
})
