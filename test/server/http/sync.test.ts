import { expect, test } from 'vitest'
import { aCompound } from '#test/support/aServer.ts'
import { aTalk, recordsIn } from '#test/support/aTalk.ts'

const shiftId = '0c3f5c5e-0000-4000-8000-000000000001'

async function aDay() {
  const world = await aCompound()
  const point = await world.started.office.log.transact(world.enrolment.tenant, (tx) => tx.recordsOf('place'))
  const binPoint = point.find((one) => (one as { what?: string }).what === 'binPoint')!.id
  const tablet = await world.joined({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const opening = {
    record: shiftId,
    name: 'shift.open',
    args: { place: binPoint, day: '2026-03-02', window: 'morning' },
  }
  return { ...world, binPoint, tablet, opening, talk: aTalk(tablet.browser, tablet.enrolment) }
}

test('only an enrolled device syncs', async () => {
  const { browser, tablet } = await aDay()
  const answer = await aTalk(browser(), tablet.enrolment).ask()
  expect([answer.status, await answer.json()]).toEqual([401, { refused: 'signInFirst' }])
})

test('a device cannot speak for another device, nor for another compound', async () => {
  const { tablet, officer, enrolment } = await aDay()
  const other = await aTalk(officer, tablet.enrolment).ask()
  expect([other.status, await other.json()]).toEqual([403, { refused: 'notAllowed' }])
  const elsewhere = await aTalk(officer, { ...enrolment, tenant: 'other' as typeof enrolment.tenant }).ask()
  expect([elsewhere.status, await elsewhere.json()]).toEqual([403, { refused: 'otherTenant' }])
})

test('W11 an app of another protocol is told so', async () => {
  const { talk, tablet } = await aDay()
  const answer = await tablet.browser.post('/api/sync', { ...talk.request([]), protocol: 2 })
  expect([answer.status, await answer.json()]).toEqual([409, { refused: 'otherProtocol' }])
})

test('what the tablet writes the office reads, and the tablet never gets a resident’s name', async () => {
  const { talk, opening, officer, enrolment } = await aDay()
  const replies = await talk.sync([
    opening,
    { record: shiftId, name: 'shift.tally', args: { counter: 'right' } },
  ])
  expect(replies.flatMap(({ outcomes }) => outcomes).map(({ outcome }) => outcome.is)).toEqual([
    'applied',
    'applied',
  ])
  expect(JSON.stringify(replies)).not.toContain('王秀兰')
  expect(recordsIn(replies, 'resident')).toEqual([])

  const office = await aTalk(officer, enrolment).sync()
  expect(recordsIn(office, 'shift')).toMatchObject([{ id: shiftId, taps: [['right', expect.any(String)]] }])
  expect(recordsIn(office, 'resident')).toHaveLength(3)
})

test('W7 W8 a revoked device: what it still had is taken, and it is shown nothing any more', async () => {
  const { talk, opening, officer, tablet, started } = await aDay()
  await talk.sync()
  expect((await officer.post('/api/devices/revoke', { device: tablet.enrolment.device })).status).toBe(200)

  const replies = await talk.sync([opening])
  expect(replies.flatMap(({ outcomes }) => outcomes)).toMatchObject([{ outcome: { is: 'applied' } }])
  expect(recordsIn(replies)).toEqual([])
  expect(replies.flatMap(({ own }) => own)).toEqual([{ forget: shiftId }])
  expect(replies.at(-1)?.parts).toEqual([])
  expect(
    await started.office.log.transact(tablet.enrolment.tenant, (tx) => tx.record(shiftId as never)),
  ).toBeDefined()

  expect(await (await tablet.browser.get('/api/me')).json()).toMatchObject({ revoked: true, people: [] })
  expect(await (await tablet.browser.get('/api/news')).json()).toEqual({ refused: 'notAllowed' })
})

test('the office sees when a device was last heard of and what it keeps back', async () => {
  const world = await aDay()
  world.server.clock = new Date('2026-03-02T09:00:00+08:00')
  await world.talk.ask([], { unsent: 7 })
  const { people } = await (await world.officer.get('/api/people')).json()
  const [device] = people.find(({ name }: { name: string }) => name === '廖姐').devices
  expect(device).toMatchObject({
    lastContact: '2026-03-02T01:00:00.000Z',
    unsent: 7,
    revoked: false,
    deviceKind: 'shared',
  })
})

test('what was sent and not taken is still on the device; the list says so, also of one that was stopped', async () => {
  const { talk, opening, officer, tablet } = await aDay()
  const tally = { record: shiftId, name: 'shift.tally', args: { counter: 'right' } }
  const unsent = async () => {
    const { people } = await (await officer.get('/api/people')).json()
    return people.find(({ name }: { name: string }) => name === '廖姐').devices[0].unsent as number
  }
  await talk.ask([opening, tally], { epoch: 'another life', unsent: 5 })
  expect(await unsent()).toBe(7)
  // Another tab of it got through meanwhile.
  await talk.sync([opening, tally])
  expect(await unsent()).toBe(0)
  await officer.post('/api/devices/revoke', { device: tablet.enrolment.device })
  await talk.ask([], { unsent: 3 })
  expect(await unsent()).toBe(3)
})

test('W12 news says only that something moved, and only to those in whose scope it did', async () => {
  const { officer, opening, talk, joined, started } = await aDay()
  const neighbour = await joined({ name: '何桂英', role: 'party' })
  const office = await listen(officer)
  const party = await listen(neighbour.browser)
  await talk.sync([opening])
  expect(await office.next()).toBe('event: moved\ndata: moved\n\n')
  started.hangUp()
  expect(await party.rest()).not.toContain('moved')
})

test('W12 the devices of whoever has nothing to do any more hear so at once', async () => {
  const { officer, tablet } = await aDay()
  const heard = await listen(tablet.browser)
  const { people } = await (await officer.get('/api/people')).json()
  const { person, appointments } = people.find(({ name }: { name: string }) => name === '廖姐')
  const [{ role, place }] = appointments
  const ending = { person, role, place, to: '2026-03-01' }
  expect((await officer.post('/api/appointments/end', ending)).status).toBe(200)
  expect(await heard.next()).toBe('event: moved\ndata: moved\n\n')
})

test('W12 a device that the office stops hears so at once, and nobody else does', async () => {
  const { officer, tablet } = await aDay()
  const [here, there] = [await listen(tablet.browser), await listen(officer)]
  await officer.post('/api/devices/revoke', { device: tablet.enrolment.device })
  expect(await here.next()).toBe('event: moved\ndata: moved\n\n')
  const next = there.next()
  await officer.post('/api/devices/revoke', { device: 'nobody knows it' })
  expect(await Promise.race([next, new Promise((after) => setTimeout(after, 200, 'nothing'))])).toBe(
    'nothing',
  )
})

test('W12 whoever confirms an invitation is hinted at to the inviter, whose own device hears how many wait; nobody else does', async () => {
  const { officer, enrolment, talk, invite, browser, server } = await aDay()
  const mine = aTalk(officer, enrolment)
  const waits = async () => (await mine.sync()).at(-1)?.knocks
  const office = await listen(officer)
  expect(await waits()).toBeUndefined()
  const { code } = await invite({ name: '何桂英' })
  const knock = { key: code, deviceKind: 'own', attempt: crypto.randomUUID() }
  const on = browser()
  expect((await on.post('/api/join', knock)).status).toBe(202)
  expect(await office.next()).toBe('event: moved\ndata: moved\n\n')
  expect(await waits()).toBe(1)
  expect((await talk.sync()).at(-1)?.knocks).toBeUndefined()
  expect(JSON.stringify(await mine.sync())).not.toContain('何桂英')
  // Nobody has answered for so long that the number is over.
  server.clock = new Date(server.clock.getTime() + 11 * 60_000)
  expect(await waits()).toBeUndefined()
  // The same browser gets another one, and is let in.
  const { waiting } = (await (await on.post('/api/join', knock)).json()) as { waiting: string }
  expect(await waits()).toBe(1)
  const { invitations } = (await (await officer.get('/api/invitations')).json()) as {
    invitations: readonly { id: string; name: string }[]
  }
  const { id } = invitations.find(({ name }) => name === '何桂英')!
  await officer.post('/api/invitations/answer', { id, number: waiting, yes: true })
  expect(await waits()).toBeUndefined()
})

/** Reads a browser's news as it comes, from behind its first line. */
async function listen(browser: { get(path: string): Promise<Response> }) {
  const answer = await browser.get('/api/news')
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  return {
    next: async () => (await reader.read()).value ?? '',
    async rest() {
      let text = ''
      for (let one = await reader.read(); !one.done; one = await reader.read()) text += one.value
      return text
    },
  }
}

test('an answer that comes late does not put back the session of before, and one that is a week old is kept up', async () => {
  const { talk, tablet, server } = await aDay()
  const first = tablet.browser.cookie
  const sets = async () => (await talk.ask()).headers.getSetCookie().map((one) => one.split('!')[0])
  const wait = (days: number) => (server.clock = new Date(server.clock.getTime() + days * 24 * 3600_000))
  expect(await sets()).toEqual([])
  wait(6)
  expect(await sets()).toEqual([])
  wait(1)
  expect(await sets()).toEqual([first?.split('!')[0]])
  expect(await sets()).toEqual([])
  // Of an older app: it says no day.
  tablet.browser.cookie = first?.split('!')[0]
  expect(await sets()).toEqual([first?.split('!')[0]])
})
