import { describe, expect, test } from 'vitest'
import type { InvitationRow, Waiting } from '#wire/invitations.ts'
import type { Enrolment, InvitationReply, LookReply } from '#wire/office.ts'
import { aCompound, aServer, type Browser, PASSPHRASE } from '#test/support/aServer.ts'
import { copyDatabase } from '#test/support/engine.ts'
import { type Confirms, enters } from '#test/support/enters.ts'
import { aFolder } from '#test/support/folder.ts'

const MINUTE = 60_000

/** A phone that has confirmed as often as the test likes: always with the same number of its own. */
function aPhone(on: Browser, { code }: InvitationReply, form: Confirms = {}) {
  const confirms = { key: code, deviceKind: 'own', attempt: crypto.randomUUID(), ...form }
  const joins = async () => {
    const answer = await on.post('/api/join', confirms)
    return {
      status: answer.status,
      said: (await answer.json()) as Partial<Waiting & Enrolment> & { refused?: string },
    }
  }
  return {
    joins,
    attempt: confirms.attempt,
    /** The number on its screen. */
    number: async () => (await joins()).said.waiting ?? '',
    refused: async () => (await joins()).said.refused,
  }
}

async function aDesk(options: Parameters<typeof aCompound>[0] = {}) {
  const world = await aCompound(options)
  const answers = (id: string, number: string, yes: boolean, by: Browser = world.officer) =>
    by.post('/api/invitations/answer', { id, number, yes })
  const rows = async (by: Browser = world.officer) =>
    ((await (await by.get('/api/invitations')).json()) as { invitations: InvitationRow[] }).invitations
  const later = (minutes: number) =>
    (world.server.clock = new Date(world.server.clock.getTime() + minutes * MINUTE))
  const people = async () =>
    ((await (await world.officer.get('/api/people')).json()) as { people: unknown[] }).people
  const traced = async () => {
    const { rows: lines } = (await (await world.officer.get('/api/audit')).json()) as {
      rows: { what: string }[]
    }
    return lines.map(({ what }) => what).filter((what) => what.startsWith('invitation.'))
  }
  return { ...world, answers, rows, later, people, traced }
}

async function said(answer: Response): Promise<[number, string | undefined]> {
  return [answer.status, ((await answer.json()) as { refused?: string }).refused]
}

describe('the first use of an invitation', () => {
  test('makes nothing: a number of six digits stands on both screens until the inviter has answered', async () => {
    const { invite, browser, rows, people, officer } = await aDesk()
    const invitation = await invite()
    const phone = aPhone(browser(), invitation)
    const first = await phone.joins()
    expect(first).toMatchObject({ status: 202, said: { until: '2026-03-01T23:10:00.000Z' } })
    expect(first.said.waiting).toMatch(/^\d{6}$/)
    expect((await phone.joins()).said.waiting).toBe(first.said.waiting)
    expect(await rows()).toMatchObject([
      { state: 'open', knocks: [{ number: first.said.waiting, deviceKind: 'own' }], vain: 0 },
    ])
    expect(await people()).toHaveLength(1)
    expect((await (await officer.get('/api/people')).json()).people[0].devices).toHaveLength(1)
  })

  test('gives no cookie before the yes, and the enrolment after it', async () => {
    const { invite, browser, answers, rows } = await aDesk()
    const invitation = await invite()
    const on = browser()
    const phone = aPhone(on, invitation)
    const number = await phone.number()
    expect(on.cookie).toBeUndefined()
    expect(await said(await answers(invitation.id, number, true))).toEqual([200, undefined])
    // A yes whose answer was lost is said again.
    expect(await said(await answers(invitation.id, number, true))).toEqual([200, undefined])
    expect(await rows()).toMatchObject([{ state: 'open', knocks: [] }])
    expect(await phone.joins()).toMatchObject({ status: 200, said: { name: '何桂英' } })
    expect(await rows()).toMatchObject([{ state: 'used', knocks: [] }])
  })

  test('is ended by a no: the browser that was meant hears it, another one that the invitation was taken back', async () => {
    const { invite, browser, answers, rows } = await aDesk()
    const invitation = await invite()
    const phone = aPhone(browser(), invitation)
    expect(await said(await answers(invitation.id, await phone.number(), false))).toEqual([200, undefined])
    expect(await phone.joins()).toEqual({ status: 410, said: { refused: 'invitationDeclined' } })
    const looked = { key: invitation.code, attempt: phone.attempt }
    expect(await said(await browser().post('/api/invitations/look', looked))).toEqual([
      410,
      'invitationDeclined',
    ])
    expect(await aPhone(browser(), invitation).refused()).toBe('invitationWithdrawn')
    expect((await rows())[0]).toMatchObject({ state: 'withdrawn', knocks: [] })
  })

  test('stays answered in an older copy of the database: a no is in the journal', async () => {
    const { invite, browser, answers, started } = await aDesk()
    const invitation = await invite()
    await answers(invitation.id, await aPhone(browser(), invitation).number(), false)
    expect(await started.office.journal.entries()).toMatchObject([
      { is: 'invitationEnded', invitation: invitation.id },
    ])
  })

  test('is answered by another officer too, and by nobody else; a wrong number lets nobody in', async () => {
    const { invite, browser, answers, joined, lets } = await aDesk()
    const second = browser()
    await lets(second, await invite({ name: '杨帆', role: 'officer' }), { passphrase: PASSPHRASE })
    const invitation = await invite()
    const phone = aPhone(browser(), invitation)
    const number = await phone.number()
    const other = String((Number(number) + 1) % 1_000_000).padStart(6, '0')
    expect(await said(await answers(invitation.id, other, true))).toEqual([410, 'knockOver'])
    expect(await said(await answers('none', number, true))).toEqual([404, 'invitationUnknown'])
    const volunteer = await joined()
    expect(await said(await answers(invitation.id, number, true, volunteer.browser))).toEqual([
      403,
      'notAllowed',
    ])
    expect(await said(await answers(invitation.id, number, true, browser()))).toEqual([401, 'signInFirst'])
    expect((await phone.joins()).status).toBe(202)
    expect(await said(await answers(invitation.id, number, true, second))).toEqual([200, undefined])
    expect((await phone.joins()).status).toBe(200)
  })

  test('waits ten minutes with one number; then the same browser has another, and the old one lets nobody in', async () => {
    const { invite, browser, answers, later, rows } = await aDesk()
    const invitation = await invite()
    const phone = aPhone(browser(), invitation)
    const number = await phone.number()
    later(10)
    expect(await rows()).toMatchObject([{ knocks: [] }])
    expect(await said(await answers(invitation.id, number, true))).toEqual([410, 'knockOver'])
    const next = await phone.number()
    expect(next).not.toBe(number)
    expect(await said(await answers(invitation.id, next, true))).toEqual([200, undefined])
    // The yes holds as long as the invitation, also for a phone that was without a network.
    later(60)
    expect((await phone.joins()).status).toBe(200)
  })

  test('is over with the invitation, while it waits and after a yes', async () => {
    const { invite, browser, answers, later } = await aDesk()
    const invitation = await invite({ hours: 1 })
    const phone = aPhone(browser(), invitation)
    later(59)
    const number = await phone.number()
    await answers(invitation.id, number, true)
    later(1)
    expect(await phone.refused()).toBe('invitationExpired')
    expect(await said(await answers(invitation.id, number, false))).toEqual([410, 'invitationExpired'])
  })

  test('lets nobody in after the inviter has left', async () => {
    const { invite, browser, lets, officer, enrolment } = await aDesk()
    const on = browser()
    const second = (await (
      await lets(on, await invite({ name: '杨帆', role: 'officer' }), { passphrase: PASSPHRASE })
    ).json()) as Enrolment
    const form = {
      name: '新人',
      role: 'gridWorker',
      place: enrolment.compound,
      from: '2026-03-02',
      deviceKind: 'own',
    }
    const theirs = (await (await on.post('/api/invitations', form)).json()) as InvitationReply
    const end = { person: second.person, role: 'officer', place: second.compound, to: '2026-03-01' }
    await officer.post('/api/appointments/end', end)
    expect(await aPhone(browser(), theirs).refused()).toBe('notAllowed')
  })
})

describe('an invitation that was passed on', () => {
  test('shows a number for each browser; one is let in, the other hears that it is used', async () => {
    const { invite, browser, answers, rows } = await aDesk()
    const invitation = await invite()
    const [theirs, stranger] = [aPhone(browser(), invitation), aPhone(browser(), invitation)]
    const [number, other] = [await theirs.number(), await stranger.number()]
    expect(other).not.toBe(number)
    const shown = (await rows())[0]!.knocks.map((one) => one.number)
    expect(shown.toSorted()).toEqual([number, other].toSorted())
    await answers(invitation.id, number, true)
    expect(await stranger.refused()).toBe('invitationUsed')
    expect(await said(await answers(invitation.id, other, true))).toEqual([410, 'knockOver'])
    expect((await theirs.joins()).status).toBe(200)
    expect(await stranger.refused()).toBe('invitationUsed')
  })

  test('takes three browsers; the fourth is told, the office is told, and who waited can still be let in', async () => {
    const { invite, browser, answers, rows, traced } = await aDesk()
    const invitation = await invite()
    const phones = [1, 2, 3].map(() => aPhone(browser(), invitation))
    const numbers = []
    for (const phone of phones) numbers.push(await phone.number())
    expect(new Set(numbers).size).toBe(3)
    const fourth = aPhone(browser(), invitation)
    expect(await fourth.joins()).toEqual({ status: 409, said: { refused: 'invitationCrowded' } })
    expect((await rows())[0]).toMatchObject({ vain: 1 })
    await answers(invitation.id, numbers[1]!, true)
    expect((await phones[1]!.joins()).status).toBe(200)
    expect(await traced()).toEqual([
      'invitation.used',
      'invitation.letIn',
      'invitation.inVain',
      ...Array.from({ length: 3 }, () => 'invitation.knocked'),
      'invitation.made',
    ])
  })

  test('is told to the office when it is tried again, looked at or confirmed; three times, not for ever', async () => {
    const { invite, browser, lets, rows, traced } = await aDesk()
    const invitation = await invite()
    const theirs = browser()
    await lets(theirs, invitation)
    const looks = (on: Browser) =>
      on.post('/api/invitations/look', { key: invitation.code, attempt: crypto.randomUUID() })
    expect(await said(await looks(browser()))).toEqual([410, 'invitationUsed'])
    expect((await rows())[0]).toMatchObject({ state: 'used', vain: 1 })
    // Whose it was scans their card again: no alarm.
    await looks(theirs)
    expect((await rows())[0]).toMatchObject({ vain: 1 })
    for (let one = 0; one < 6; one += 1) await aPhone(browser(), invitation).refused()
    expect((await rows())[0]).toMatchObject({ vain: 3 })
    expect((await traced()).filter((what) => what === 'invitation.inVain')).toHaveLength(3)
  })

  test('that waited too long is told to the office too: somebody stands there with it', async () => {
    const { invite, browser, later, traced } = await aDesk()
    const invitation = await invite({ hours: 1 })
    later(61)
    expect(await aPhone(browser(), invitation).refused()).toBe('invitationExpired')
    expect(await traced()).toEqual(['invitation.inVain', 'invitation.made'])
  })

  test('of two yeses at once one holds, and of two browsers one comes in', async () => {
    const { invite, browser, answers, people } = await aDesk()
    const invitation = await invite()
    const phones = [aPhone(browser(), invitation), aPhone(browser(), invitation)]
    const numbers = [await phones[0]!.number(), await phones[1]!.number()]
    const yeses = await Promise.all(numbers.map((number) => answers(invitation.id, number, true)))
    expect(yeses.map(({ status }) => status).toSorted()).toEqual([200, 410])
    const ends = await Promise.all(phones.map((phone) => phone.joins()))
    expect(ends.map(({ status }) => status).toSorted()).toEqual([200, 410])
    expect(await people()).toHaveLength(2)
  })

  test('a yes and a no at once: one of them holds', async () => {
    const { invite, browser, answers, people } = await aDesk()
    const invitation = await invite()
    const phone = aPhone(browser(), invitation)
    const number = await phone.number()
    const both = await Promise.all([true, false].map((yes) => answers(invitation.id, number, yes)))
    const isIn = (await phone.joins()).status === 200
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(both[0]!.status === 200).toBe(isIn)
    expect(await people()).toHaveLength(isIn ? 2 : 1)
  })

  test('one browser that asks five times at once has one number', async () => {
    const { invite, browser, rows } = await aDesk()
    const phone = aPhone(browser(), await invite())
    const numbers = await Promise.all(Array.from({ length: 5 }, () => phone.number()))
    expect(new Set(numbers).size).toBe(1)
    expect((await rows())[0]!.knocks).toHaveLength(1)
  })
})

test('a database that was put back asks anew for whoever waited, and for whoever was said yes to', async () => {
  const { invite, browser, answers, server, officer, stop } = await aDesk()
  const [first, second] = [await invite(), await invite({ name: '唐玉珍' })]
  const [waits, isLetIn] = [aPhone(browser(), first), aPhone(browser(), second)]
  const old = [await waits.number(), await isLetIn.number()]
  await answers(second.id, old[1]!, true)
  await stop()
  const backup = await aFolder()
  await copyDatabase(server.folder, backup)
  // Something is done afterwards: what is put back is older than what was noted.
  const again = await aServer({ folder: server.folder })
  const desk = again.browser()
  desk.cookie = officer.cookie
  await enters(again.browser().post, desk.post, await made(desk, first))
  await again.stop()
  await copyDatabase(backup, server.folder)

  const restored = await aServer({ folder: server.folder })
  for (const [at, invitation] of [first, second].entries()) {
    const phone = aPhone(restored.browser(), invitation, { attempt: [waits, isLetIn][at]!.attempt })
    const { status, said: told } = await phone.joins()
    expect([status, told.waiting === old[at]]).toEqual([202, false])
  }

  async function made(by: Browser, like: InvitationReply): Promise<InvitationReply> {
    const { place } = (
      (await (await by.get('/api/invitations')).json()) as { invitations: InvitationRow[] }
    ).invitations.find(({ id }) => id === like.id)!
    const form = { name: '老唐', role: 'gridWorker', place, from: '2026-03-02', deviceKind: 'own' }
    return (await (await by.post('/api/invitations', form)).json()) as InvitationReply
  }
})

test('what is known of who knocked goes with its invitation, a month after it is over', async () => {
  const { invite, browser, server, stop } = await aDesk()
  await aPhone(browser(), await invite()).number()
  const knocks = async ({ started }: Pick<typeof server, 'started'>) =>
    (await started.office.db.selectFrom('knocks').selectAll().execute()).length
  expect(await knocks(server)).toBe(1)
  await stop()
  const month = 32 * 24 * 60 * MINUTE
  const now = () => new Date(server.clock.getTime() + month)
  const later = await aServer({ folder: server.folder, now })
  await later.started.close()
  expect(await knocks(later)).toBe(0)
})

describe('on a shared tablet of which the inviter is one', () => {
  const proof = (letter: string) => `${letter.repeat(43)}=`

  async function aTablet() {
    const desk = await aDesk()
    const tablet = desk.browser()
    await desk.joined({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' }, tablet)
    const login = { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'shared' }
    const zhou = (await (await tablet.post('/api/login', login)).json()) as Enrolment
    await tablet.post('/api/unlock/set', { person: zhou.person, proof: proof('A') })
    const invitation = await desk.invite({ name: '老唐', role: 'supervisor', deviceKind: 'shared' })
    const looked = async (on: Browser) =>
      (await (
        await on.post('/api/invitations/look', { key: invitation.code, attempt: crypto.randomUUID() })
      ).json()) as LookReply
    const byPin = (letter: string, on: Browser = tablet) =>
      aPhone(on, invitation, { deviceKind: 'shared', inviter: proof(letter) }).joins()
    return { ...desk, tablet, zhou, invitation, looked, byPin }
  }

  test('their PIN says yes there and then, and the trail says whose it was', async () => {
    const { tablet, zhou, looked, byPin, traced, browser } = await aTablet()
    expect((await looked(tablet)).inviterHere).toBe(zhou.person)
    expect((await looked(browser())).inviterHere).toBeUndefined()
    expect(await byPin('A')).toMatchObject({ status: 200, said: { device: zhou.device, name: '老唐' } })
    expect((await traced()).slice(0, 2)).toEqual(['invitation.used', 'invitation.letIn'])
  })

  test('a wrong PIN lets nobody in, and the sixth try waits', async () => {
    const { byPin, people, later } = await aTablet()
    for (let one = 0; one < 5; one += 1) {
      expect(await byPin('B')).toMatchObject({ status: 403, said: { refused: 'codeWrong' } })
      later(0.5)
    }
    expect(await byPin('A')).toMatchObject({ status: 429, said: { refused: 'tooOften', retryAfter: 30 } })
    expect(await people()).toHaveLength(2)
    later(1)
    expect((await byPin('A')).status).toBe(200)
  })

  test('it counts nowhere else: on another device, and where the inviter is not one of the tablet’s people', async () => {
    const { byPin, browser, joined } = await aTablet()
    expect(await byPin('A', browser())).toMatchObject({ status: 403, said: { refused: 'notLent' } })
    const other = await joined({ name: '小周', role: 'supervisor', deviceKind: 'shared' })
    expect(await byPin('A', other.browser)).toMatchObject({ status: 403, said: { refused: 'notLent' } })
  })

  test('where they are not beside it, the number does it there too', async () => {
    const { tablet, invitation, answers, zhou } = await aTablet()
    const on = aPhone(tablet, invitation, { deviceKind: 'shared' })
    await answers(invitation.id, await on.number(), true)
    expect(await on.joins()).toMatchObject({ status: 200, said: { device: zhou.device } })
  })
})
