import { expect, test } from 'vitest'
import type { Place } from '#domain/places.ts'
import type { LookReply, PersonRow } from '#wire/office.ts'
import { aCompound, type Browser, PASSPHRASE } from '#test/support/aServer.ts'
import type { Confirms } from '#test/support/enters.ts'

const HOUR = 3600_000

const looks = (on: Browser, key: string, attempt: string = crypto.randomUUID()) =>
  on.post('/api/invitations/look', { key, attempt })
/** Confirms once: in, or before it is answered. */
const confirms = (on: Browser, key: string, form: Confirms = {}) =>
  on.post('/api/join', { key, deviceKind: 'own', attempt: crypto.randomUUID(), ...form })

test('an invitation has a code of eight characters and a link with its secret behind the #', async () => {
  const { invite } = await aCompound()
  const made = await invite()
  expect(made.code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/)
  const link = new URL(made.link)
  expect([link.pathname, link.search]).toEqual(['/join', ''])
  expect(link.hash).toMatch(/^#[\w-]{32}$/)
  expect(made.expiresAt).toBe('2026-03-02T23:00:00.000Z')
})

test('the link carries the public address where there is one', async () => {
  const { invite } = await aCompound({ origin: 'https://wutong.example' })
  expect((await invite()).link).toMatch(/^https:\/\/wutong\.example\/join#/)
})

test('neither code nor secret is kept as it is', async () => {
  const { invite, started } = await aCompound()
  const { code, link } = await invite()
  const kept = JSON.stringify(await started.office.db.selectFrom('invitations').selectAll().execute())
  expect(kept).not.toContain(code)
  expect(kept).not.toContain(link.split('#')[1])
})

test('opening a link never uses the invitation up; confirming does', async () => {
  const { invite, lets, browser, enrolment } = await aCompound()
  const invitation = await invite({ to: '2027-03-31' })
  const { code } = invitation
  const key = invitation.link.split('#')[1]!
  for (let one = 0; one < 20; one += 1) {
    const answer = await looks(browser(), key)
    expect((await answer.json()) as LookReply).toEqual({
      tenant: enrolment.tenant,
      compoundName: '梧桐苑',
      invitedBy: '周敏',
      name: '何桂英',
      role: 'gridWorker',
      placeLabel: '梧桐苑',
      from: '2026-03-02',
      to: '2027-03-31',
      deviceKind: 'own',
      expiresAt: '2026-03-02T23:00:00.000Z',
    })
  }
  const phone = browser()
  expect((await lets(phone, invitation, { key })).status).toBe(200)
  expect((await (await phone.get('/api/me')).json()).people).toMatchObject([
    { name: '何桂英', appointments: [{ role: 'gridWorker', from: '2026-03-02', to: '2027-03-31' }] },
  ])
  for (const again of [key, code]) {
    const looked = await looks(browser(), again)
    const joined = await confirms(browser(), again)
    expect([looked.status, await looked.json()]).toEqual([410, { refused: 'invitationUsed' }])
    expect([joined.status, await joined.json()]).toEqual([410, { refused: 'invitationUsed' }])
  }
})

test('an invitation says the whole way to its place', async () => {
  const { invite, browser, started, enrolment } = await aCompound()
  const places = await started.office.log.transact(enrolment.tenant, (tx) => tx.recordsOf('place'))
  const unit = (places as readonly Place[]).find(({ key }) => key === '1-1')!.id
  const { code } = await invite({ place: unit })
  const looked = await (await looks(browser(), code)).json()
  expect(looked.placeLabel).toBe('1栋 1单元')
})

test('a confirmation whose answer was lost is answered again to the same browser, and to no other', async () => {
  const world = await aCompound()
  const invitation = await world.invite()
  const { code, link } = invitation
  const form = { key: code, deviceKind: 'own', attempt: crypto.randomUUID() } as const
  const lost = await (await world.lets(world.browser(), invitation, form)).json()

  // The answer was lost with its cookie: the browser comes as a stranger.
  const phone = world.browser()
  const looked = await looks(phone, code, form.attempt)
  expect(looked.status).toBe(200)
  const again = await (await phone.post('/api/join', { ...form, key: link.split('#')[1] })).json()
  expect([again.device, again.person]).toEqual([lost.device, lost.person])
  expect((await (await phone.get('/api/me')).json()).device).toBe(lost.device)

  const other = await confirms(world.browser(), code)
  expect([other.status, await other.json()]).toEqual([410, { refused: 'invitationUsed' }])
  const kept = JSON.stringify(await world.started.office.db.selectFrom('attempts').selectAll().execute())
  expect(kept).not.toContain(form.attempt)
})

test('a lost answer is given again for a quarter of an hour, and never for a stopped device', async () => {
  const world = await aCompound()
  const attempt = crypto.randomUUID()
  const first = await world.invite()
  const { device } = await (await world.lets(world.browser(), first, { attempt })).json()
  await world.officer.post('/api/devices/revoke', { device })
  expect((await confirms(world.browser(), first.code, { attempt })).status).toBe(410)

  const second = await world.invite()
  await world.lets(world.browser(), second, { attempt })
  world.server.clock = new Date(world.server.clock.getTime() + HOUR / 4)
  expect((await confirms(world.browser(), second.code, { attempt })).status).toBe(410)
})

test('the code can be typed in lower case, with gaps and in full width', async () => {
  const { invite, browser } = await aCompound()
  const { code } = await invite()
  const wide = [...code].map((one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)).join(' ')
  for (const key of [` ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)} `, wide]) {
    expect((await looks(browser(), key)).status).toBe(200)
  }
})

test('a mistyped code is told as unknown, and the sixth in a minute is not looked at', async () => {
  const { invite, browser } = await aCompound()
  const { code } = await invite()
  const stranger = browser('198.51.100.7')
  for (let one = 0; one < 5; one += 1) {
    const answer = await looks(stranger, `2222222${one + 2}`)
    expect([answer.status, await answer.json()]).toEqual([404, { refused: 'invitationUnknown' }])
  }
  const blocked = await confirms(stranger, code)
  expect([blocked.status, blocked.headers.get('Retry-After')]).toEqual([429, '60'])
  expect((await confirms(browser(), code)).status).toBe(202)
})

test('an invitation that waited too long is told as expired', async () => {
  const world = await aCompound()
  const { code } = await world.invite({ hours: 2 })
  world.server.clock = new Date(world.server.clock.getTime() + 2 * HOUR)
  const answer = await confirms(world.browser(), code)
  expect([answer.status, await answer.json()]).toEqual([410, { refused: 'invitationExpired' }])
})

test('a withdrawn invitation is told as withdrawn', async () => {
  const { invite, browser, officer } = await aCompound()
  const { code, id } = await invite()
  expect((await officer.post('/api/invitations/withdraw', { id })).status).toBe(200)
  const answer = await confirms(browser(), code)
  expect([answer.status, await answer.json()]).toEqual([410, { refused: 'invitationWithdrawn' }])
  expect((await officer.post('/api/invitations/withdraw', { id: 'none' })).status).toBe(404)
})

test('the office sees which invitations are open, used and expired', async () => {
  const world = await aCompound()
  await world.joined({ name: '甲' })
  world.server.clock = new Date(world.server.clock.getTime() + 1000)
  await world.invite({ name: '乙', hours: 1 })
  world.server.clock = new Date(world.server.clock.getTime() + 2 * HOUR)
  await world.invite({ name: '丙' })
  const { invitations } = await (await world.officer.get('/api/invitations')).json()
  expect(invitations).toMatchObject([
    { name: '丙', state: 'open' },
    { name: '乙', state: 'expired' },
    { name: '甲', state: 'used' },
  ])
})

test.each([
  [{ place: 'nowhere' }, 422, 'placeUnknown'],
  [{ person: 'nobody' }, 422, 'personUnknown'],
  [{ to: '2026-03-01' }, 422, 'endBeforeStart'],
  [{ role: 'inspector' }, 400, 'badRequest'],
  [{ hours: 1000 }, 400, 'badRequest'],
  [{ name: '   ' }, 400, 'badRequest'],
])('an invitation with %j is refused', async (other, status, why) => {
  const { officer, enrolment } = await aCompound()
  const form = {
    name: '何桂英',
    role: 'gridWorker',
    place: enrolment.compound,
    from: '2026-03-02',
    deviceKind: 'own',
    ...other,
  }
  const answer = await officer.post('/api/invitations', form)
  expect([answer.status, await answer.json()]).toEqual([status, { refused: why }])
})

test('only the office invites: a volunteer and a stranger are refused', async () => {
  const { joined, browser, enrolment } = await aCompound()
  const form = {
    name: '何桂英',
    role: 'officer',
    place: enrolment.compound,
    from: '2026-03-02',
    deviceKind: 'own',
  }
  const volunteer = await joined()
  expect(await (await volunteer.browser.post('/api/invitations', form)).json()).toEqual({
    refused: 'notAllowed',
  })
  expect(await (await browser().post('/api/invitations', form)).json()).toEqual({ refused: 'signInFirst' })
})

test('a shared tablet takes several people, a phone of one’s own does not', async () => {
  const { invite, lets, joined } = await aCompound()
  const tablet = await joined({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const second = await invite({ name: '老唐', role: 'supervisor', deviceKind: 'shared' })
  const answer = await lets(tablet.browser, second, { deviceKind: 'shared' })
  expect((await answer.json()).device).toBe(tablet.enrolment.device)
  expect(
    (await (await tablet.browser.get('/api/me')).json()).people.map(({ name }: { name: string }) => name),
  ).toEqual(expect.arrayContaining(['廖姐', '老唐']))

  const phone = await joined({ name: '何桂英' })
  const third = await invite({ name: '别人' })
  const looked = await looks(phone.browser, third.code)
  expect([looked.status, await looked.json()]).toEqual([409, { refused: 'deviceOfAnother' }])
  const refused = await confirms(phone.browser, third.code)
  expect([refused.status, await refused.json()]).toEqual([409, { refused: 'deviceOfAnother' }])
})

test('who was invited for a shared tablet cannot make it a phone of their own', async () => {
  const { invite, lets, browser } = await aCompound()
  const invitation = await invite({ role: 'supervisor', deviceKind: 'shared' })
  expect((await (await lets(browser(), invitation)).json()).deviceKind).toBe('shared')
})

test('somebody who is here already gets another device by an invitation in their name', async () => {
  const { joined, invite, lets, browser, officer } = await aCompound()
  const first = await joined()
  const invitation = await invite({ person: first.enrolment.person })
  const second = await (await lets(browser(), invitation)).json()
  expect(second.person).toBe(first.enrolment.person)
  const { people } = (await (await officer.get('/api/people')).json()) as { people: PersonRow[] }
  expect(people.find(({ person }) => person === second.person)?.devices).toHaveLength(2)
})

test('an invitation in somebody’s name gives them another duty beside what they have, or the same one once more, and makes nobody new', async () => {
  const { joined, invite, lets, officer, started, enrolment } = await aCompound()
  const phone = await joined()
  const { person, device } = phone.enrolment
  const places = await started.office.log.transact(enrolment.tenant, (tx) => tx.recordsOf('place'))
  const unit = (places as readonly Place[]).find(({ key }) => key === '1-1')!.id
  const again = async (other: Parameters<typeof invite>[0]) => {
    const entered = await (await lets(phone.browser, await invite({ person, ...other }))).json()
    expect([entered.person, entered.device]).toEqual([person, device])
    const { people } = (await (await officer.get('/api/people')).json()) as { people: PersonRow[] }
    expect(people).toHaveLength(2)
    return people.find((one) => one.person === person)?.appointments
  }
  const first = { role: 'gridWorker', place: enrolment.compound, from: '2026-03-02' }
  const second = { role: 'floorLead', place: unit, from: '2026-03-09' } as const
  expect(await again({})).toEqual([first])
  expect(await again(second)).toEqual([first, second])
})

test('who gets a passphrase later signs in by the name they said then, and not by one that is an officer’s already', async () => {
  const { joined, invite, lets, browser } = await aCompound()
  const { enrolment } = await joined({ name: '周敏' })
  const invitation = await invite({ name: '周敏', role: 'officer', person: enrolment.person })
  const form = { passphrase: '另一个人的口令又长又好记' }
  expect(await (await confirms(browser(), invitation.code, form)).json()).toEqual({ refused: 'nameTaken' })
  const called = { ...form, name: '小周敏' }
  expect((await lets(browser(), invitation, called)).status).toBe(200)
  const enters = async (name: string, passphrase: string) => {
    const answer = await browser().post('/api/login', { name, passphrase, deviceKind: 'own' })
    return ((await answer.json()) as { person?: string }).person
  }
  expect(await enters('小周敏', form.passphrase)).toBe(enrolment.person)
  expect(await enters('周敏', form.passphrase)).toBeUndefined()
  expect(await enters('周敏', PASSPHRASE)).toBeDefined()
})

test('an invited officer can sign in elsewhere with their own passphrase, under a name of their own', async () => {
  const { invite, lets, browser } = await aCompound()
  const invitation = await invite({ name: '杨帆', role: 'officer' })
  const { code } = invitation
  const taken = await confirms(browser(), code, { name: '周敏', passphrase: PASSPHRASE })
  expect(await taken.json()).toEqual({ refused: 'nameTaken' })
  const short = await confirms(browser(), code, { passphrase: 'short' })
  expect(await short.json()).toEqual({ refused: 'passphraseShort' })
  expect((await lets(browser(), invitation, { passphrase: PASSPHRASE })).status).toBe(200)
  const login = await browser().post('/api/login', {
    name: '杨帆',
    passphrase: PASSPHRASE,
    deviceKind: 'own',
  })
  expect(login.status).toBe(200)
})

test('an officer whose appointment has ended lets nobody in any more, by desk, invitation or passphrase', async () => {
  const world = await aCompound()
  const second = await world.invite({ name: '杨帆', role: 'officer' })
  const other = world.browser()
  const entered = await (await world.lets(other, second, { passphrase: PASSPHRASE })).json()
  const pending = await other.post('/api/invitations', {
    name: '新人',
    role: 'gridWorker',
    place: entered.compound,
    from: '2026-03-02',
    deviceKind: 'own',
  })
  const { code } = await pending.json()
  const end = { person: entered.person, role: 'officer', place: entered.compound, to: '2026-03-01' }
  expect((await world.officer.post('/api/appointments/end', end)).status).toBe(200)

  expect(await (await other.get('/api/people')).json()).toEqual({ refused: 'notAllowed' })
  expect(await (await confirms(world.browser(), code)).json()).toEqual({
    refused: 'notAllowed',
  })
  const login = await world
    .browser()
    .post('/api/login', { name: '杨帆', passphrase: PASSPHRASE, deviceKind: 'own' })
  expect(login.status).toBe(401)
})

test('an officer who signs in on a tablet of the compound joins the others on it', async () => {
  const { joined, browser } = await aCompound()
  const form = { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'own' }
  const tablet = await joined({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const here = await (await tablet.browser.post('/api/login', form)).json()
  expect([here.device, here.deviceKind]).toEqual([tablet.enrolment.device, 'shared'])

  const phone = await joined({ name: '何桂英' })
  const refused = await phone.browser.post('/api/login', form)
  expect([refused.status, await refused.json()]).toEqual([409, { refused: 'deviceOfAnother' }])
  expect((await browser().post('/api/login', form)).status).toBe(200)
})

test('the office names a device, and the name stands in the list until it is taken away', async () => {
  const { joined, officer, browser } = await aCompound()
  const { enrolment } = await joined({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const { device } = enrolment
  const shown = async () => {
    const { people } = (await (await officer.get('/api/people')).json()) as { people: PersonRow[] }
    return people.flatMap(({ devices }) => devices).find((one) => one.device === device)?.name
  }
  expect(await shown()).toBeUndefined()
  expect((await officer.post('/api/devices/name', { device, name: ' 东门那台 ' })).status).toBe(200)
  expect(await shown()).toBe('东门那台')
  expect((await officer.post('/api/devices/name', { device })).status).toBe(200)
  expect(await shown()).toBeUndefined()
  const gone = await officer.post('/api/devices/name', { device: 'nobody', name: '谁的' })
  expect([gone.status, await gone.json()]).toEqual([404, { refused: 'notFound' }])
  expect((await browser().post('/api/devices/name', { device, name: '我的' })).status).toBe(401)
})
