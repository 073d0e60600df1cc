import { expect, test } from 'vitest'
import { sealing } from '#device/sealing.ts'
import type { PersonId } from '#domain/ids.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { personKeys } from '#store/personKeys.ts'
import type { ReopenReply } from '#wire/drafts.ts'
import type { Enrolment } from '#wire/office.ts'
import { aCompound } from '#test/support/aServer.ts'

const AT = '2026-03-02T08:00:00.000Z'
const idOf = (author: PersonId) => `${encodeURIComponent(author)}/feedback.capture/`

/** A phone that joined, and how it seals what is half written. */
async function aPhone() {
  const compound = await aCompound()
  const phone = compound.browser()
  const enrolment = (await (await compound.lets(phone, await compound.invite())).json()) as Enrolment
  const seals = sealing({
    server: enrolment.serverKey,
    keys: personKeys(memoryDisk()),
    unlocked: () => true,
  })
  const draft = async (author: PersonId, id = idOf(author), tenant = enrolment.tenant) => {
    const { sealed, key } = await seals.toServer(tenant, id, { at: AT, args: { text: '写到一半' } })
    return { id, sealed, key }
  }
  const reopen = async (drafts: readonly unknown[]) =>
    ((await (await phone.post('/api/drafts/reopen', { drafts })).json()) as ReopenReply).drafts
  return { ...compound, enrolment, phone, draft, reopen }
}

test('what somebody had half written is opened for them, also when their key on the device is lost', async () => {
  const { enrolment, draft, reopen } = await aPhone()
  expect(await reopen([await draft(enrolment.person)])).toEqual([
    { id: idOf(enrolment.person), inside: { at: AT, args: { text: '写到一半' } } },
  ])
})

test('nobody is given what another wrote, what was sealed under another id or in another compound, or what is damaged', async () => {
  const { enrolment, draft, reopen } = await aPhone()
  const mine = await draft(enrolment.person)
  const other = await draft('somebody-else' as PersonId)
  expect(
    await reopen([
      other,
      { ...other, id: mine.id },
      { ...mine, id: `${mine.id}door-1203` },
      await draft(enrolment.person, mine.id, 'elsewhere' as never),
      { ...mine, sealed: mine.sealed.slice(0, -8) },
      { ...mine, key: 'another' },
    ]),
  ).toEqual([])
})

test('a change that waits in an outbox cannot be passed off as a draft', async () => {
  const { enrolment, draft, reopen } = await aPhone()
  const change = await draft(enrolment.person, '01890a5d-ac96-774b-bcce-b302099a8057')
  expect(await reopen([change, { ...change, id: idOf(enrolment.person) }])).toEqual([])
})

test('a device that the office has stopped is given nothing', async () => {
  const { enrolment, phone, draft, officer } = await aPhone()
  await officer.post('/api/devices/revoke', { device: enrolment.device })
  const answer = await phone.post('/api/drafts/reopen', { drafts: [await draft(enrolment.person)] })
  expect([answer.status, await answer.json()]).toEqual([403, { refused: 'notAllowed' }])
})
