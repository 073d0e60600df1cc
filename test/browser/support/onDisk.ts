import { expect, type Page } from '@playwright/test'
import type { Recorded } from '#domain/record.ts'
import { zh } from '#ui/words/zh/all.ts'

/**
 * Everything that lies in a database of the browser's, table by table, read past the product. A page that goes elsewhere meanwhile, as
 * one does that was emptied, is read where it arrives. `disk`: a further compound's.
 */
export async function onDisk(page: Page, disk = 'linbian'): Promise<Record<string, unknown[]>> {
  for (;;) {
    try {
      return await readFrom(page, disk)
    } catch (error) {
      if (!String(error).includes('Execution context was destroyed')) throw error
      await page.waitForLoadState()
    }
  }
}

function readFrom(page: Page, disk: string): Promise<Record<string, unknown[]>> {
  return page.evaluate(async (name) => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((done, failed) => {
        request.addEventListener('success', () => done(request.result))
        request.addEventListener('error', () => failed(request.error))
      })
    const db = await settled(indexedDB.open(name))
    const all: Record<string, unknown[]> = {}
    for (const table of db.objectStoreNames) {
      const rows = await settled(db.transaction(table).objectStore(table).getAll())
      // Keys and photo bytes are not text; their presence is enough.
      all[table] = JSON.parse(JSON.stringify(rows)) as unknown[]
    }
    db.close()
    return all
  }, disk)
}

/** The confirmed records of a device, singles over pages. */
export async function records(page: Page): Promise<Recorded[]> {
  const { pages = [], singles = [] } = await onDisk(page)
  const found = new Map<string, Recorded>()
  for (const { records } of pages as { records: Recorded[] }[])
    for (const one of records) found.set(one.id, one)
  for (const { record } of singles as { record: Recorded }[]) found.set(record.id, record)
  return [...found.values()]
}

const unsentOn = async (page: Page) => (await onDisk(page))['outbox']?.length

/**
 * Everything this device did has reached the office and come back. The strip alone may still say so of what was done
 * before; an act lies in the outbox as soon as a person reads that it is kept.
 */
export async function sent(page: Page): Promise<void> {
  await expect.poll(() => unsentOn(page)).toBe(0)
  await expect(page.locator('.strip')).toContainText(zh.sync.strip.done)
}

/** Everything a browser keeps of people: its database, what lies in Cache Storage but the app itself, and what is kept beside. */
export async function kept(page: Page): Promise<string> {
  const cached = await page.evaluate(async () => {
    const texts: string[] = []
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const { pathname } = new URL(request.url)
        if (/\.(js|css|html|woff2?|png|svg)$/.test(pathname) || pathname === '/') continue
        // One of before may be going at this moment.
        texts.push(request.url, (await (await cache.match(request))?.text()) ?? '')
      }
    }
    return texts
  })
  const beside = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  return [JSON.stringify(await onDisk(page)), ...cached, beside].join('\n')
}
