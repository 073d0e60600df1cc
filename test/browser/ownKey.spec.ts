import { cp, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { zh } from '#ui/words/zh/all.ts'
import type { PersonRow } from '#wire/office.ts'
import { aPort } from './support/aPort.ts'
import { answerTo, asOurPage } from './support/asOurPage.ts'
import { barriers, misfits } from './support/eye.ts'
import { kept, onDisk, records, sent } from './support/onDisk.ts'
import { Profile } from './support/profile.ts'
import { RealServer } from './support/server.ts'
import { heard } from './support/sharedTablet.ts'
import { enterAs } from './support/walk.ts'
import { goTo } from './support/historySettled.ts'

/** On the tablet of a demonstration: its people have no PIN. */
const PHONE = { width: 390, height: 844 }
const DESK = { width: 1280, height: 800 }
let server: RealServer
let office: Profile

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  server = await RealServer.prepare(await aPort())
  await server.start('--demo')
  office = await Profile.make(DESK)
  await enterAs(await office.open(`${server.origin}/`), server.origin, 'officer', zh)
})
test.afterAll(async () => {
  await office?.remove()
  await server?.remove()
})

const deviceOn = async (page: Page) => {
  const meta = (await onDisk(page))['meta'] as readonly { readonly device?: string }[]
  return meta.find((row) => row.device !== undefined)!.device!
}
const rowOf = async (device: string) => {
  const { people } = await answerTo<{ people: readonly PersonRow[] }>(office.page, '/api/people')
  return people.flatMap(({ devices }) => devices).find((one) => one.device === device)!
}
const keysOn = (page: Page) =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done) => request.addEventListener('success', () => done(request.result)))
    const db = await settled(indexedDB.open('linbian'))
    const keys = await settled(db.transaction('keys').objectStore('keys').getAllKeys())
    db.close()
    return keys.map(String)
  })
const isReady = (page: Page) => page.waitForFunction(() => navigator.serviceWorker.controller !== null)
const nudge = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')))

async function aPhone(): Promise<{ profile: Profile; page: Page; device: string }> {
  const profile = await Profile.make(PHONE)
  const page = await profile.open(`${server.origin}/`)
  await enterAs(page, server.origin, 'supervisor', zh)
  await sent(page)
  await isReady(page)
  return { profile, page, device: await deviceOn(page) }
}

test('SEC-14 a browser becomes a device with a pair that no script reads, signs what it asks, and goes on in two tabs and after a kill', async () => {
  const { profile, page, device } = await aPhone()
  try {
    const found = await page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const opening = indexedDB.open('linbian')
        opening.addEventListener('success', () => done(opening.result))
      })
      const pair = await new Promise<{ privateKey: CryptoKey; point: string }>((done) => {
        const asking = db.transaction('keys').objectStore('keys').get('device/pair')
        asking.addEventListener('success', () => done(asking.result))
      })
      db.close()
      const { type, extractable, usages } = pair.privateKey
      const read = await crypto.subtle.exportKey('pkcs8', pair.privateKey).catch((error: Error) => error.name)
      return { type, extractable, usages, read, point: pair.point.length }
    })
    expect(found).toEqual({
      type: 'private',
      extractable: false,
      usages: ['sign'],
      read: 'InvalidAccessError',
      point: 88,
    })
    expect(await rowOf(device)).toMatchObject({ ownKey: true })
    expect(
      await page.evaluate(async () => (await fetch('/api/photos/arrived', { method: 'POST' })).status),
    ).toBe(403)

    await goTo(page, `${server.origin}/feedback/new`)
    await heard(page, '二单元门口的灯一闪一闪', true)
    await sent(page)
    const tab = await page.context().newPage()
    await goTo(tab, `${server.origin}/`)
    await sent(tab)
    // A browser writes down who it is for the server when it is closed.
    await profile.close()
    await sent(await profile.open(`${server.origin}/`))
    await profile.kill()
    const again = await profile.open(`${server.origin}/feedback/new`)
    await heard(again, '三单元的门关不上', true)
    await sent(again)
    await goTo(office.page, `${server.origin}/feedback`)
    for (const text of ['二单元门口的灯一闪一闪', '三单元的门关不上'])
      await expect(office.page.getByText(text).first()).toBeVisible()
  } finally {
    await profile.remove()
  }
})

test('SEC-24 the cookie in another browser gets nothing, its unsent work arrives, the office is told and the device goes on', async ({
  browser,
}) => {
  const { profile, page, device } = await aPhone()
  const name = await page.evaluate(() => document.title)
  expect(name).not.toBe('')
  let other: BrowserContext | undefined
  try {
    // Enrolled in its own right, with something that has not been sent; then with the other's cookie and names.
    other = await browser.newContext({ viewport: PHONE, locale: 'zh-CN' })
    await other.addCookies(await page.context().cookies())
    const copy = await other.newPage()
    await goTo(copy, `${server.origin}/api/health`)
    for (const path of ['/api/me', '/api/people', '/api/audit', '/api/invitations'])
      expect((await asOurPage(copy, path)).status, path).toBe(403)
    const { tenant, stream, epoch } = (
      (await onDisk(page))['meta'] as readonly Record<string, string>[]
    ).find((row) => row['stream'] !== undefined)!
    const change = {
      n: 1,
      id: crypto.randomUUID(),
      record: crypto.randomUUID(),
      name: 'feedback.write',
      v: 1,
      actor: await personOn(page),
      body: {
        open: {
          at: new Date().toISOString(),
          args: {
            place: await placeOn(page),
            text: '从抄来的那台写的',
            category: 'lighting',
            urgency: 'u3',
            channel: 'face',
            affected: 1,
            heardAt: new Date().toISOString(),
            photos: [],
            name: 'none',
          },
        },
      },
    }
    const said = {
      protocol: 1,
      request: 'q',
      tenant,
      device,
      stream: `${stream}-other`,
      epoch,
      acked: 0,
      cursor: '',
    }
    const reply = await answerTo<{ acked: number; records: unknown[]; parts: unknown[]; wipe?: true }>(
      copy,
      '/api/sync',
      { ...said, changes: [change], unsent: 0, limit: 500 },
    )
    expect(reply).toMatchObject({ acked: 1, records: [], parts: [] })
    expect(reply).not.toHaveProperty('wipe')

    await nudge(page)
    await sent(page)
    await goTo(office.page, `${server.origin}/people`)
    // The one of before was asked for without its signature too.
    await expect(office.page.getByRole('heading', { name: zh.people.copiedTitle(2) })).toBeVisible()
    await expect(office.page.locator('.people .row').filter({ hasText: zh.people.copied })).toHaveCount(2)
    expect(await rowOf(device)).toHaveProperty('copiedAt')
    expect(await barriers(office.page, 'all')).toEqual([])
    expect(await misfits(office.page)).toEqual([])
    await office.page.getByRole('button', { name: zh.people.copiedSeen, exact: true }).click()
    await expect(office.page.getByRole('heading', { name: zh.people.copiedTitle(2) })).toHaveCount(0)
    await expect(office.page.locator('.people .row').filter({ hasText: /可能被复制，.+看过/ })).toHaveCount(2)
    expect(await rowOf(device)).toHaveProperty('copySeen.by')
    await goTo(office.page, `${server.origin}/people/trail`)
    await expect(office.page.getByText(zh.trace.trail.what['device.copySeen']('')).first()).toBeVisible()
    await expect(office.page.getByText(zh.trace.trail.what['device.copied']('')).first()).toBeVisible()
    await goTo(office.page, `${server.origin}/feedback`)
    await expect(office.page.getByText('从抄来的那台写的').first()).toBeVisible()
    expect((await asOurPage(page, '/api/me')).status).toBe(200)
  } finally {
    await other?.close()
    await profile.remove()
  }
})

test('SEC-30 a device that was stopped is empty after its next contact, its unsent words have arrived, and the list says so', async () => {
  const { profile, page, device } = await aPhone()
  try {
    await goTo(page, `${server.origin}/feedback/new`)
    await heard(page, '先前传过的一句', true)
    await sent(page)
    expect((await onDisk(page))['pages']).not.toEqual([])
    const before = await keysOn(page)
    expect(before.length).toBeGreaterThan(2)
    const phone = page.context()
    await phone.setOffline(true)
    await goTo(page, `${server.origin}/feedback/new`)
    await heard(page, '停用以前没传的一句', true)
    await goTo(page, `${server.origin}/feedback/new`)
    await expect(page.locator('.capture textarea').first()).toBeVisible()

    await answerTo(office.page, '/api/devices/revoke', { device })
    expect(await rowOf(device)).not.toHaveProperty('wipedAt')
    await phone.setOffline(false)
    await nudge(page)
    await expect.poll(async () => (await rowOf(device)).wipedAt).toBeDefined()
    const lying = await onDisk(page)
    for (const table of ['outbox', 'pages', 'singles', 'vaultPages', 'vaultSingles', 'photos'])
      expect(lying[table], table).toEqual([])
    expect((await keysOn(page)).toSorted()).toEqual(['device/pair', 'device/visit'])
    await goTo(page, `${server.origin}/`)
    await expect(page.getByText(zh.today.device.emptied)).toBeVisible()
    const all = await kept(page)
    for (const text of ['先前传过的一句', '停用以前没传的一句']) expect(all).not.toContain(text)

    await goTo(office.page, `${server.origin}/feedback`)
    await expect(office.page.getByText('停用以前没传的一句').first()).toBeVisible()
    await goTo(office.page, `${server.origin}/people`)
    const row = office.page.locator('.people .row').filter({ hasText: zh.people.stopped }).last()
    await expect(row).toContainText(/清空了/)
  } finally {
    await profile.remove()
  }
})

test('SEC-24 two copies of one profile, with its key, are noticed when both have been used for a while', async () => {
  test.setTimeout(600_000)
  const { profile, device } = await aPhone()
  await profile.close()
  const folder = await mkdtemp(join(tmpdir(), 'linbian-profile-'))
  await cp(profile.folder, folder, { recursive: true })
  const copy = Profile.on(folder, PHONE)
  try {
    // A number lasts for a minute.
    await expect(async () => {
      for (const one of [profile, copy]) {
        const page = await one.open(`${server.origin}/`)
        await expect(page.locator('.nav')).toBeVisible()
        expect((await asOurPage(page, '/api/me')).status).toBe(200)
        await sent(page)
        await one.close()
      }
      expect(await rowOf(device)).toHaveProperty('copiedAt')
    }).toPass({ intervals: [20_000], timeout: 500_000 })
  } finally {
    await copy.remove()
    await profile.remove()
  }
})

async function personOn(page: Page): Promise<string> {
  const meta = (await onDisk(page))['meta'] as readonly { readonly person?: string }[]
  return meta.find((row) => row.person !== undefined)!.person!
}

/** A bin point of theirs. */
async function placeOn(page: Page): Promise<string> {
  return (await records(page)).find((one) => (one as { what?: string }).what === 'binPoint')!.id
}
