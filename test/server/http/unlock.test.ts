import { describe, expect, test } from 'vitest'
import { settingsId } from '#domain/settings.ts'
import { retain } from '#server/erasure/retention.ts'
import type { Log } from '#server/log/log.ts'
import { findDevice } from '#server/people/devices.ts'
import { unlock } from '#server/people/shares.ts'
import type { Enrolment, PersonRow } from '#wire/office.ts'
import type { UnlockReply } from '#wire/unlock.ts'
import { aCompound, type Browser } from '#test/support/aServer.ts'
import { aTalk } from '#test/support/aTalk.ts'

const proof = (letter: string) => `${letter.repeat(43)}=`
const RIGHT = proof('A')
const WRONG = proof('B')

/** A shared tablet that two people have joined; the first has a PIN. */
async function aTablet() {
  const compound = await aCompound()
  const tablet = compound.browser()
  const role = { deviceKind: 'shared', role: 'supervisor' } as const
  const zhou = (await compound.joined({ ...role, name: '周桂芳' }, tablet)).enrolment
  const tang = (await compound.joined({ ...role, name: '唐玉珍' }, tablet)).enrolment
  const asks = (
    path: string,
    { person }: Pick<Enrolment, 'person'>,
    form: object,
    browser: Browser = tablet,
  ) => browser.post(path, { person, ...form })
  const sets = (who: Enrolment, form: object) => asks('/api/unlock/set', who, form)
  const unlocks = (who: Enrolment, form: object) => asks('/api/unlock', who, form)
  const first = (await (await sets(zhou, { proof: RIGHT })).json()) as UnlockReply
  return { ...compound, tablet, zhou, tang, asks, sets, unlocks, first }
}

async function said(answer: Response): Promise<[number, string | undefined]> {
  return [answer.status, ((await answer.json()) as { refused?: string }).refused]
}

describe('the server’s share of a key', () => {
  test('is lent for the proof of a PIN, always the same one, for twelve hours on a shared tablet', async () => {
    const { zhou, unlocks, first } = await aTablet()
    expect(Buffer.from(first.share, 'base64')).toHaveLength(32)
    expect(first.lease).toBe(12 * 3600)
    const again = (await (await unlocks(zhou, { proof: RIGHT })).json()) as UnlockReply
    expect(again.share).toBe(first.share)
  })

  test('is for a week on a phone of one’s own', async () => {
    const { joined } = await aTablet()
    const phone = await joined({ deviceKind: 'own' })
    const form = { person: phone.enrolment.person, proof: RIGHT }
    const lent = (await (await phone.browser.post('/api/unlock/set', form)).json()) as UnlockReply
    expect(lent.lease).toBe(7 * 24 * 3600)
  })

  test('is for as many days on a phone of one’s own as the office says, between one and fourteen', async () => {
    const { joined, started, enrolment } = await aTablet()
    const { tenant, person: officer } = enrolment
    const phone = await joined({ deviceKind: 'own' })
    const form = { person: phone.enrolment.person, proof: RIGHT }
    await phone.browser.post('/api/unlock/set', form)
    const says = async (now: number) => {
      const args = { phoneDays: { now } }
      const intent = { record: settingsId(tenant), name: 'settings.edit', v: 1, args }
      const done = await started.office.act(tenant, officer, [intent])
      const lent = (await (await phone.browser.post('/api/unlock', form)).json()) as UnlockReply
      return [done.ok, lent.lease / (24 * 3600)]
    }
    expect(await says(2)).toEqual([true, 2])
    expect(await says(14)).toEqual([true, 14])
    expect(await says(15)).toEqual([false, 14])
    expect(await says(0)).toEqual([false, 14])
  })

  test('SEC-69 the office reads till when what a device holds can be opened at the latest; of one without a PIN nothing', async () => {
    const compound = await aTablet()
    const { joined, officer, server, started, unlocks, zhou } = compound
    const phone = await joined({ deviceKind: 'own' })
    const until = async (device: string) => {
      const { people } = (await (await officer.get('/api/people')).json()) as { people: PersonRow[] }
      return people.flatMap(({ devices }) => devices).find((one) => one.device === device)?.opensUntil
    }
    const later = (hours: number) => (server.clock = new Date(server.clock.getTime() + hours * 3_600_000))
    const at = (hours: number) => new Date(server.clock.getTime() + hours * 3_600_000).toISOString()
    const first = at(12)
    expect([await until(zhou.device), await until(phone.enrolment.device)]).toEqual([first, undefined])
    later(2)
    expect(await until(zhou.device)).toBe(first)
    await unlocks(zhou, { proof: WRONG })
    expect(await until(zhou.device)).toBe(first)
    await unlocks(zhou, { proof: RIGHT })
    expect(await until(zhou.device)).toBe(at(12))
    // As it was lent by an earlier version: the longest there is, since it was last heard of.
    await started.office.db.updateTable('vault_shares').set({ lent_until: null }).execute()
    expect(await until(zhou.device)).toBe(first)
  })

  test('SEC-90 goes 30 days after its device was stopped and said that it is empty; that of a device in use, or not yet empty, stays', async () => {
    const { joined, officer, server, started, tablet, zhou } = await aTablet()
    const phone = await joined({ deviceKind: 'own' })
    await phone.browser.post('/api/unlock/set', { person: phone.enrolment.person, proof: RIGHT })
    const shares = async () =>
      (await started.office.db.selectFrom('vault_shares').select('device').execute()).map(
        ({ device }) => device,
      )
    const after = async (days: number) => {
      server.clock = new Date(server.clock.getTime() + days * 24 * 3_600_000)
      await retain(started.office)
    }
    await officer.post('/api/devices/revoke', { device: zhou.device })
    await after(40)
    expect(await shares()).toHaveLength(2)
    expect((await aTalk(tablet, zhou).ask([], { wiped: true })).status).toBe(200)
    await after(30)
    expect(await shares()).toHaveLength(2)
    await after(1)
    expect(await shares()).toEqual([phone.enrolment.device])
  })

  test('is another one for each person, and for each device of a person', async () => {
    const { tang, sets, first } = await aTablet()
    const other = (await (await sets(tang, { proof: RIGHT })).json()) as UnlockReply
    expect(other.share).not.toBe(first.share)
  })

  test('lies nowhere in the database in clear, and the proof only as a slow hash', async () => {
    const { first, started } = await aTablet()
    const [row] = await started.office.db.selectFrom('vault_shares').selectAll().execute()
    expect(JSON.stringify(row)).not.toContain(first.share)
    expect(JSON.stringify(row)).not.toContain(RIGHT)
    expect(row?.proof).toMatch(/^\$argon2id\$/)
  })

  test('SEC-16 is not lent for a wrong proof: after five each waits a minute, after ten only an invitation helps', async () => {
    const tablet = await aTablet()
    const { zhou, unlocks, server } = tablet
    const later = (seconds: number) => (server.clock = new Date(server.clock.getTime() + seconds * 1000))
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect(await said(await unlocks(zhou, { proof: WRONG }))).toEqual([403, 'codeWrong'])
    const waits = await unlocks(zhou, { proof: RIGHT })
    expect([waits.status, waits.headers.get('Retry-After')]).toEqual([429, '60'])
    for (let wrong = 5; wrong < 10; wrong += 1) {
      later(61)
      expect(await said(await unlocks(zhou, { proof: WRONG }))).toEqual([403, 'codeWrong'])
    }
    later(3600)
    expect(await said(await unlocks(zhou, { proof: RIGHT }))).toEqual([403, 'notLent'])
    expect(await said(await tablet.sets(zhou, { proof: RIGHT, was: RIGHT }))).toEqual([403, 'notLent'])

    await tablet.joined({ person: zhou.person, deviceKind: 'shared', role: 'supervisor' }, tablet.tablet)
    expect((await tablet.sets(zhou, { proof: WRONG })).status).toBe(200)
    expect((await unlocks(zhou, { proof: WRONG })).status).toBe(200)

    // What the office reads of it: at the fifth, and at the tenth.
    const { rows } = (await (await tablet.officer.get('/api/audit')).json()) as {
      rows: { what: string; actor: string; device?: string }[]
    }
    const line = { actor: zhou.person, device: zhou.device }
    expect(rows.filter(({ what }) => what === 'pin.wrong')).toMatchObject([line, line])
  })

  test('counts the wrong ones of each person for themselves, and the right one ends the count', async () => {
    const { zhou, tang, sets, unlocks } = await aTablet()
    await sets(tang, { proof: RIGHT })
    for (let wrong = 0; wrong < 4; wrong += 1) await unlocks(zhou, { proof: WRONG })
    expect((await unlocks(zhou, { proof: RIGHT })).status).toBe(200)
    for (let wrong = 0; wrong < 5; wrong += 1) await unlocks(zhou, { proof: WRONG })
    expect((await unlocks(zhou, { proof: RIGHT })).status).toBe(429)
    expect((await unlocks(tang, { proof: RIGHT })).status).toBe(200)
  })

  test('of many tries at the same moment only as many are judged as would be one after the other', async () => {
    const { zhou, started } = await aTablet()
    const { office } = started
    const device = (await findDevice(office.db, zhou.device))!
    const asking = 30
    // They come to the count together: none looks at it before the last one is there.
    const there: (() => void)[] = []
    const log: Log = {
      ...office.log,
      async transact(tenant, body) {
        const done = await office.log.transact(tenant, body)
        await new Promise<void>((on) => {
          if (there.push(on) === asking) for (const each of there) each()
        })
        return done
      },
    }
    const caller = { tenant: zhou.tenant, device }
    const form = { person: zhou.person, proof: WRONG }
    const answers = await Promise.all(
      Array.from({ length: asking }, () => unlock({ ...office, log }, caller, form)),
    )
    const said = answers.map((one) => (one.ok ? 'lent' : one.refused))
    expect(said.filter((one) => one === 'codeWrong').length).toBeLessThanOrEqual(5)
    expect(said.every((one) => one === 'codeWrong' || one === 'tooOften')).toBe(true)
  })

  test('is changed with the PIN, by whoever knows the one that holds', async () => {
    const { zhou, sets, unlocks, first } = await aTablet()
    expect(await said(await sets(zhou, { proof: WRONG }))).toEqual([403, 'notLent'])
    expect(await said(await sets(zhou, { proof: WRONG, was: WRONG }))).toEqual([403, 'codeWrong'])
    const next = (await (await sets(zhou, { proof: WRONG, was: RIGHT })).json()) as UnlockReply
    expect(next.share).not.toBe(first.share)
    expect((await unlocks(zhou, { proof: RIGHT })).status).toBe(403)
    expect((await unlocks(zhou, { proof: WRONG })).status).toBe(200)
  })

  test('SEC-21 is not lent to a device that the office has stopped, to somebody whose appointment has ended, or who is not of the device', async () => {
    const tablet = await aTablet()
    const { zhou, tang, officer, unlocks, sets, server } = tablet
    await sets(tang, { proof: RIGHT })
    const elsewhere = await tablet.joined({ deviceKind: 'own' })
    expect(await said(await tablet.asks('/api/unlock', zhou, { proof: RIGHT }, elsewhere.browser))).toEqual([
      403,
      'notLent',
    ])
    expect(await said(await sets(elsewhere.enrolment, { proof: RIGHT }))).toEqual([403, 'notLent'])

    const place = tablet.enrolment.compound
    await officer.post('/api/appointments/end', {
      person: zhou.person,
      role: 'supervisor',
      place,
      to: '2026-03-02',
    })
    server.clock = new Date(server.clock.getTime() + 24 * 3600_000)
    expect(await said(await unlocks(zhou, { proof: RIGHT }))).toEqual([403, 'notLent'])
    expect((await unlocks(tang, { proof: RIGHT })).status).toBe(200)
    await officer.post('/api/devices/revoke', { device: zhou.device })
    expect(await said(await unlocks(tang, { proof: RIGHT }))).toEqual([403, 'notAllowed'])
  })
})
