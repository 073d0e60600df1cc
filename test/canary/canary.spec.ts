import { execFileSync } from 'node:child_process'
import { appendFile, cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { zh } from '#ui/words/zh/all.ts'
import { onDisk, sent } from '#test/browser/support/onDisk.ts'
import { photoWithGps } from '#test/browser/support/papers.ts'
import { unlock } from '#test/browser/support/pin.ts'
import { heard, leave, noteLocked, SharedTablet } from '#test/browser/support/sharedTablet.ts'
import { aTalk } from '#test/support/aTalk.ts'
import { enters } from '#test/support/enters.ts'
import type { Enrolment } from '#wire/office.ts'
import { allOf, birds } from './birds.ts'
import { aPhonesLife } from './phone.ts'
import { holding, piecesOf, Scanner } from './scan.ts'
import { rosterTaken, takenBy } from './taken.ts'
import { begin, writeOver } from './words.ts'

const HOME = join(import.meta.dirname, '../..')
const ZHOU = { name: '周桂芳', pin: '4071' }
const TANG = { name: '唐玉珍', pin: '9035' }
/** A few hundred kilobytes: an app that is there fits, a photo more does not. */
const NO_ROOM = 300_000

const seed = Number(process.env['CANARY_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const all = birds(seed)
const scanner = new Scanner(allOf(all))
/** Where which word lay open, and what was looked into. */
const where: string[] = []
const looked: Record<string, { files: number; bytes: number }> = {}

let home: string
let here: SharedTablet
let heads = ''

test.beforeAll(async () => {
  process.env['LOG_LEVEL'] = 'trace'
  home = await mkdtemp(join(tmpdir(), 'linbian-package-'))
  await cp(join(HOME, 'dist'), join(home, 'dist'), { recursive: true })
  await cp(join(HOME, 'package.json'), join(home, 'package.json'))
  await symlink(join(HOME, 'node_modules'), join(home, 'node_modules'))
  const homes = all.names.map((name, n) => [
    '1',
    '1',
    `${Math.floor(n / 5) + 1}0${(n % 5) + 1}`,
    name,
    all.phones[n]!,
  ])
  here = await SharedTablet.prepare({ home, rows: [['栋', '单元', '房号', '姓名', '电话'], ...homes] })
})

test.afterAll(async () => {
  await here?.remove()
  await rm(home, { recursive: true, force: true })
})

/** A device of its own without a browser around it. */
async function aStranger() {
  let cookie = ''
  const post = async (path: string, body: unknown): Promise<Response> => {
    const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) }
    const answer = await fetch(here.origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  return post
}

/** The office's own answer, as a browser without a page gets it. */
const says = async (path: string, body: unknown) => Response.json(await here.asked(path, body))

async function asA(role: 'gridWorker' | 'manager' | 'party' | 'supervisor', deviceKind: 'own' | 'shared') {
  const post = await aStranger()
  const invitation = await here.invites({ name: role, role, deviceKind })
  const enrolment = (await (await enters(post, says, invitation, { deviceKind })).json()) as Enrolment
  return aTalk({ post } as never, enrolment)
}

/** In a shift at the east gate: something was seen, in words and with a photo. */
async function noteIncident(text: string): Promise<void> {
  const { page } = here
  const { incident } = zh
  await page.goto(`${here.origin}/bins`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  const begin = page.locator('.bottom-bar .key-primary')
  await begin.waitFor()
  if ((await begin.getAttribute('aria-disabled')) === 'true')
    await page.locator('fieldset').first().locator('label').first().click()
  await begin.click()
  await page.locator('.tally-main').waitFor()
  await page.locator('.shift-tools a').nth(1).click()
  await page.getByRole('button', { name: incident.type.overflow, exact: true }).click()
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await photoWithGps() })
  await page.locator('img.photo').waitFor()
  await page.getByRole('button', { name: incident.addText }).click()
  await page.getByLabel(incident.text).fill(text)
  await page.locator('.bottom-bar .key-primary').click()
  await page.locator('.tally-main').waitFor()
}

/** The shift is handed over, with words for the next one. */
async function handOver(text: string): Promise<void> {
  const { page } = here
  await page.goto(`${page.url()}/summary`)
  await unlock(page, ZHOU.name, ZHOU.pin)
  await page.locator('.summary textarea').first().fill(text)
  await page.locator('.bottom-bar .key-primary').click()
  await expect(page.locator('.summary-note')).toHaveText(text)
}

/** The photo that arrived at the server; undefined as long as none has. */
async function photoAtServer(): Promise<Uint8Array | undefined> {
  const folder = join(here.server.dataDir, 'photos')
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  const jpg = files.find((name) => name.endsWith('.jpg'))
  return jpg === undefined ? undefined : readFile(join(folder, jpg))
}

/** Everything in a folder is looked through; what is found stands in the sum. */
async function look(when: string, folder: string): Promise<void> {
  const { files, bytes, found } = await scanner.folder(folder)
  looked[when] = { files, bytes }
  for (const [word, path] of found) where.push(`${when}: ${word} in ${path.slice(folder.length + 1)}`)
}

function lookInto(when: string, text: string, words = allOf(all)): void {
  looked[when] = { files: 1, bytes: text.length }
  for (const word of scanner.bytes(when, Buffer.from(text)).keys())
    if (words.includes(word)) where.push(`${when}: ${word}`)
}

/** A page that is loaded anew is locked; behind the PIN it is where it was meant to be. */
async function toWrite({ name, pin }: typeof ZHOU): Promise<void> {
  await here.page.goto(`${here.origin}/feedback/new`)
  await unlock(here.page, name, pin)
}

const some = (from: number, count: number) => all.remarks.slice(from, from + count).join(' ')

test('240 words of one building lie nowhere in the open: on a locked tablet and a locked phone, after a fall, a new version, a full disk and a wipe, in logs, on the line, with other roles, in the tables they take away, in a sealed backup', async () => {
  const { tablet, wire } = here
  wire.hear = (bytes) => (heads += bytes.toString('latin1'))

  // What others report, before anybody stands at the tablet.
  const grid = await asA('gridWorker', 'own')
  await grid.sync(
    all.reports.map((text) => ({
      record: crypto.randomUUID(),
      name: 'feedback.write',
      args: { place: here.compound, text, category: 'lighting', urgency: 'u3', channel: 'face' },
    })),
  )

  await tablet.open(`${here.origin}/`)
  await here.joins(ZHOU)
  await here.joins(TANG)
  await here.isReady()
  for (const [n, there] of [
    [0, false],
    [6, true],
  ] as const) {
    await toWrite(ZHOU)
    await heard(here.page, some(n, 6), there)
    await expect(here.page.locator('.capture')).toBeHidden()
  }
  await sent(here.page)
  await toWrite(ZHOU)
  await begin(here.page, some(12, 6))
  await leave(here.page)
  await here.restart('close')
  await look('locked', tablet.folder)

  // Seen without a network, and the tablet is put down: nobody is in when the network comes back.
  wire.cut()
  await noteIncident(all.incidents.join(' '))
  await handOver(all.words.join(' '))
  await leave(here.page)
  await here.restart('close')
  await look('an incident waits', tablet.folder)
  const waiting = await mkdtemp(join(tmpdir(), 'linbian-canary-waiting-'))
  await cp(tablet.folder, waiting, { recursive: true, filter: (path) => !/Singleton/.test(path) })
  wire.mend()
  await here.page.reload()
  await expect.poll(photoAtServer, { timeout: 60_000 }).toBeDefined()
  await expect.poll(async () => (await onDisk(here.page))['outbox']).toEqual([])
  await here.restart('close')
  await look('an incident has arrived', tablet.folder)
  const pieces = piecesOf((await photoAtServer())!)
  for (const [when, folder] of [
    ['a photo waits', waiting],
    ['a photo has arrived', tablet.folder],
  ] as const)
    for (const path of await holding(folder, pieces)) where.push(`${when}: its bytes in ${path}`)
  await rm(waiting, { recursive: true, force: true })
  // What is looked for can be seen: the same bytes, put into a database of a browser in the open.
  await here.office.page.evaluate(
    async (bytes) => {
      const opening = indexedDB.open('in the open')
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows')
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result)
      })
      const tx = database.transaction('rows', 'readwrite', { durability: 'strict' })
      tx.objectStore('rows').put(Uint8Array.from(bytes).buffer, 1)
      await new Promise((resolve) => (tx.oncomplete = resolve))
    },
    [...(await photoAtServer())!],
  )
  expect(await holding(here.office.folder, pieces), 'a photo seen where it does lie open').not.toEqual([])

  wire.cut()
  await noteLocked(here.page, TANG.name, some(18, 6))
  await toWrite(TANG)
  await begin(here.page, some(24, 8))
  await tablet.kill()
  await look('fallen', tablet.folder)

  wire.mend()
  await tablet.open(`${here.origin}/`)
  await expect(here.page.getByRole('heading', { name: zh.lock.who })).toBeVisible()
  await appendFile(join(home, 'dist/client/sw.js'), '\n// another build\n')
  await here.page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
  await here.page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.waiting)
  await here.restart('close')
  await look('new version', tablet.folder)

  const protocol = await here.page.context().newCDPSession(here.page)
  await protocol.send('Storage.overrideQuotaForOrigin', { origin: here.origin, quotaSize: NO_ROOM })
  await toWrite(TANG)
  await writeOver(here.page, some(24, 8), some(32, 8))
  await protocol.send('Storage.overrideQuotaForOrigin', { origin: here.origin })
  await here.restart('close')
  await look('full disk', tablet.folder)

  const { people } = await here.asked<{
    people: readonly { devices: readonly { device: string; deviceKind: string }[] }[]
  }>('/api/people')
  const device = people.flatMap(({ devices }) => devices).find(({ deviceKind }) => deviceKind === 'shared')!
  await here.asked('/api/devices/revoke', { device: device.device })
  await here.page.reload()
  await expect.poll(async () => (await onDisk(here.page))['outbox']).toEqual([])
  await expect.poll(async () => (await onDisk(here.page))['pages']).toEqual([])
  await here.restart('close').catch(() => undefined)
  await look('wiped', tablet.folder)

  await aPhonesLife(here, all, { sw: join(home, 'dist/client/sw.js'), noRoom: NO_ROOM, look })

  for (const [role, kind, words] of [
    ['manager', 'own', [...all.names, ...all.phones]],
    ['party', 'own', [...all.names, ...all.phones]],
    ['supervisor', 'shared', [...all.names, ...all.phones, ...all.reports]],
  ] as const)
    lookInto(`what a ${role} is sent`, JSON.stringify(await (await asA(role, kind)).sync()), [...words])
  for (const role of ['manager', 'party', 'supervisor'] as const) {
    const files = await takenBy(here, role)
    expect(files.length, `tables for a ${role}`).toBeGreaterThan(0)
    lookInto(`tables a ${role} takes away`, files.join('\n'), [...all.names, ...all.phones])
  }
  // What is looked for can be seen: the office takes the roster away.
  const { page } = here.office
  const roster = scanner.bytes('roster', Buffer.from(await rosterTaken(page, here.origin)))
  expect(roster.size, 'words seen in what the office takes away').toBe(all.names.length + all.phones.length)

  lookInto('logs of the server', here.server.logged + here.server.said)
  // What a proxy writes down: addresses and headers, no bodies.
  lookInto(
    'addresses and headers',
    (heads.match(/[A-Z]{3,6} \/\S* HTTP\/1\.1\r\n[^]*?\r\n\r\n/g) ?? []).join(''),
  )

  const shelf = await mkdtemp(join(tmpdir(), 'linbian-canary-backup-'))
  const open = await identityToRecipient(await generateX25519Identity())
  const env = { ...process.env, DATA_DIR: here.server.dataDir, BACKUP_SEAL_TO: open }
  execFileSync(process.execPath, [join(home, 'dist/server/backup.js'), shelf], { env, stdio: 'ignore' })
  await look('sealed backup', shelf)
  // What is looked for can be seen: the data folder, which nobody sealed, is full of it.
  const clear = await scanner.folder(here.server.dataDir)
  await rm(shelf, { recursive: true, force: true })

  const told = {
    canaries: allOf(all).length,
    found: where.length,
    seen: clear.found.size,
    looked,
    seed,
    where,
  }
  const path = process.env['CANARY_TOLD']
  if (path) await writeFile(path, JSON.stringify(told))
  expect(clear.found.size, 'words seen where they do lie open').toBeGreaterThan(130)
  expect(where).toEqual([])
})
