import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { COMPOUND_HEADER, COMPOUNDS_MOST } from '#domain/severalCompounds.ts'
import { sessionCookie } from '#server/http/cookie.ts'
import type { CompoundRow } from '#wire/compounds.ts'
import type { Enrolment, MeReply } from '#wire/office.ts'
import { aCompound, aSetUp, PASSPHRASE } from '#test/support/aServer.ts'

/** An officer of two compounds; their first browser holds the first of them. */
async function anOfficer() {
  const world = await aCompound()
  const { officer, enrolment } = world
  world.server.clock = new Date(world.server.clock.getTime() + 3600_000)
  const form = { compound: '兰亭苑', community: '庆云社区', rows: [], points: [], emergency: [] }
  const added = await officer.post('/api/compounds', { ...form, passphrase: PASSPHRASE })
  const orchid = ((await added.json()) as CompoundRow).tenant
  const there = { [COMPOUND_HEADER]: orchid }
  const goes = () => officer.post('/api/login', { ...LOGIN, compound: orchid }, there)
  const tenantOf = async (headers?: HeadersInit) =>
    ((await (await officer.get('/api/me', headers)).json()) as MeReply).tenant
  return { ...world, ours: enrolment.tenant, orchid, there, goes, tenantOf }
}

const LOGIN = { name: '周敏', passphrase: PASSPHRASE, deviceKind: 'own' }
const refusal = async (answer: Response) => [answer.status, await answer.json()]
const cookiesOf = (text: string | undefined) =>
  (text ?? '')
    .split('; ')
    .map((pair) => pair.split('=', 1)[0])
    .toSorted()

test('one browser holds two compounds: each has a device and a session of its own, and a request is answered as what it names', async () => {
  const { officer, enrolment, goes, tenantOf, ours, orchid, there } = await anOfficer()
  const entered = (await (await goes()).json()) as Enrolment
  expect(entered).toMatchObject({ tenant: orchid, compoundName: '兰亭苑' })
  expect(entered.device).not.toBe(enrolment.device)
  expect(cookiesOf(officer.cookie)).toEqual(['linbian', `linbian-${orchid}`])
  expect(await tenantOf()).toBe(ours)
  expect(await tenantOf(there)).toBe(orchid)
  // Once more it is the same device.
  expect(await (await goes()).json()).toMatchObject({ device: entered.device })
})

test('naming another compound gives nothing without its session, nor with the own one under its name', async () => {
  const { officer, there, orchid, joined, ours } = await anOfficer()
  expect(await refusal(await officer.get('/api/me', there))).toEqual([401, { refused: 'signInFirst' }])
  const own = officer.cookie
  officer.cookie = own?.replace('linbian=', `linbian-${orchid}=`)
  expect(await refusal(await officer.get('/api/me', there))).toEqual([401, { refused: 'signInFirst' }])
  expect((await officer.get(`/api/news?at=${orchid}`)).status).toBe(401)
  // With both: the session of the first is not asked when the other is named.
  officer.cookie = `${own}; linbian-${orchid}=made~up`
  expect((await officer.get('/api/people', there)).status).toBe(401)
  const { browser } = await joined()
  expect((await browser.get('/api/me', { [COMPOUND_HEADER]: ours })).status).toBe(401)
})

test('what a browser asks for by itself names the compound in its address', async () => {
  const { officer, goes, orchid } = await anOfficer()
  await goes()
  const news = await officer.get(`/api/news?at=${orchid}`)
  expect(news.status).toBe(200)
  await news.body?.cancel()
})

test.each(['..', '../x', 'a b', 'a=b', 'a;b', '%E9', '"', 'x'.repeat(65)])(
  'what is no name is refused and becomes no cookie: %s',
  async (name) => {
    const { officer } = await aCompound()
    const answer = await officer.post('/api/login', LOGIN, { [COMPOUND_HEADER]: name })
    expect(await refusal(answer)).toEqual([400, { refused: 'badRequest' }])
    expect(answer.headers.getSetCookie()).toEqual([])
  },
)

test('who names one compound is let into no other: not by a passphrase, not by an invitation, not by setting up', async () => {
  const { officer, browser, invite, ours, orchid, there, started } = await anOfficer()
  const phone = browser()
  const crossing = await phone.post('/api/login', { ...LOGIN, compound: ours }, there)
  expect(await refusal(crossing)).toEqual([403, { refused: 'otherTenant' }])
  const form = { key: (await invite()).code, deviceKind: 'own', attempt: crypto.randomUUID() }
  expect(await refusal(await phone.post('/api/join', form, there))).toEqual([403, { refused: 'otherTenant' }])
  const setUp = await phone.post('/api/setup', aSetUp(started.setUpCode ?? ''), there)
  expect(await refusal(setUp)).toEqual([403, { refused: 'otherTenant' }])
  expect(phone.cookie).toBeUndefined()
  const { invitations } = (await (await officer.get('/api/invitations')).json()) as {
    invitations: { knocks: unknown[] }[]
  }
  expect(invitations.flatMap(({ knocks }) => knocks)).toEqual([])
  // Without another word it is the named one.
  expect(await (await phone.post('/api/login', LOGIN, there)).json()).toMatchObject({ tenant: orchid })
})

test('leaving one ends the session of that one and no other', async () => {
  const { officer, goes, tenantOf, ours, orchid, there } = await anOfficer()
  await goes()
  const before = officer.cookie
  expect((await officer.post('/api/leave', {}, there)).status).toBe(200)
  expect(cookiesOf(officer.cookie)).toEqual(['linbian'])
  expect(await tenantOf()).toBe(ours)
  officer.cookie = before
  expect((await officer.get('/api/me', there)).status).toBe(401)
  await goes()
  expect((await officer.post('/api/leave', {})).status).toBe(200)
  expect(cookiesOf(officer.cookie)).toEqual([`linbian-${orchid}`])
  expect(await tenantOf(there)).toBe(orchid)
})

test('a browser holds so many and no more, and goes on with those it has', async () => {
  const { officer, goes, orchid } = await anOfficer()
  const more = Array.from({ length: COMPOUNDS_MOST - 1 }, (_, nth) => `linbian-other${nth}=x`)
  const own = officer.cookie
  officer.cookie = [own, ...more].join('; ')
  expect(await refusal(await goes())).toEqual([409, { refused: 'compoundsMany' }])
  officer.cookie = [own, ...more.slice(1)].join('; ')
  expect((await goes()).status).toBe(200)
  expect((await goes()).status).toBe(200)
  expect(cookiesOf(officer.cookie)).toContain(`linbian-${orchid}`)
})

test('stopping the device of one in a browser leaves its device of the other as it is', async () => {
  const { officer, goes, tenantOf, orchid, there } = await anOfficer()
  const { device } = (await (await goes()).json()) as Enrolment
  expect((await officer.post('/api/devices/revoke', { device }, there)).status).toBe(200)
  expect((await officer.get('/api/people', there)).status).toBe(403)
  expect((await officer.get('/api/people')).status).toBe(200)
  expect(await tenantOf(there)).toBe(orchid)
})

test('over TLS every one of them is a cookie that no other host can set', async () => {
  const cookie = sessionCookie(true, () => new Date('2026-03-02'))
  const app = new Hono().get('/', (c) => {
    cookie.set(c, 'secret')
    return c.text(cookie.read(c) ?? '')
  })
  const answer = await app.request('/', {
    headers: { [COMPOUND_HEADER]: 'orchid', Cookie: '__Host-linbian=first; __Host-linbian-orchid=theirs' },
  })
  expect(await answer.text()).toBe('theirs')
  expect(answer.headers.get('Set-Cookie')).toMatch(
    /^__Host-linbian-orchid=secret!20514; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  )
})
