import { fileURLToPath } from 'node:url'
import { type Page, expect, test } from '@playwright/test'
import { build } from 'vite'
import { goTo } from './support/historySettled.ts'

const HOME = 'http://localhost/'
let script = ''

test.beforeAll(async () => {
  const entry = fileURLToPath(new URL('./abilities.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'chrome99',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  const [result] = Array.isArray(built) ? built : [built]
  if (!result || !('output' in result)) throw new Error('nothing was built')
  script = result.output[0].code
})

/** An empty page of a secure origin with the abilities in it; answered without a server. */
async function open(page: Page) {
  await page.route(`${HOME}**`, (route) =>
    route.request().url().endsWith('.js')
      ? route.fulfill({ contentType: 'text/javascript', body: script })
      : route.fulfill({
          contentType: 'text/html',
          body: '<script type="module" src="/abilities.js"></script>',
        }),
  )
  await goTo(page, HOME)
  await page.waitForFunction(() => 'abilities' in window)
}

test('the disk keeps every promise of its contract in a real browser', async ({ page }) => {
  await open(page)
  const outcomes = await page.evaluate(async () => {
    const { dexieDisk, diskContract } = window.abilities
    const results: string[] = []
    for (const { title, run } of diskContract) {
      const name = `contract ${results.length}`
      const handles: ReturnType<typeof dexieDisk>[] = []
      const again = () => {
        const handle = dexieDisk(name)
        handles.push(handle)
        return handle
      }
      const make = async () => ({
        disk: again(),
        anotherTab: again,
        end: async () => {
          for (const handle of handles) handle.close()
        },
      })
      results.push(
        await run(make).then(
          () => 'kept',
          (error: Error) => `${title}: ${error.message}`,
        ),
      )
    }
    return results
  })
  expect(outcomes.filter((outcome) => outcome !== 'kept')).toEqual([])
  expect(outcomes.length).toBeGreaterThan(40)
})

test('a real second tab hears of new rows', async ({ page, context }) => {
  await open(page)
  const told = page.evaluate(async () => {
    const disk = window.abilities.dexieDisk('two tabs')
    await disk.read(['outbox'], (tx) => tx.range('outbox'))
    return new Promise((resolve) => {
      disk.watch('outbox', () => resolve(disk.read(['outbox'], (tx) => tx.range('outbox'))))
      document.title = 'watching'
    })
  })
  await page.waitForFunction(() => document.title === 'watching')
  const other = await context.newPage()
  await open(other)
  await other.evaluate(() =>
    window.abilities
      .dexieDisk('two tabs')
      .write(['outbox'], (tx) => tx.append('outbox', 'from the other tab')),
  )
  expect(await told).toEqual([{ key: 1, value: 'from the other tab' }])
})

test('rows are there when the page is loaded anew', async ({ page }) => {
  await open(page)
  await page.evaluate(() =>
    window.abilities.dexieDisk('anew').write(['outbox'], (tx) => tx.append('outbox', 'kept')),
  )
  await page.reload()
  await page.waitForFunction(() => 'abilities' in window)
  const rows = await page.evaluate(() =>
    window.abilities.dexieDisk('anew').read(['outbox'], (tx) => tx.range('outbox')),
  )
  expect(rows).toEqual([{ key: 1, value: 'kept' }])
})

test('a full disk is told as full, keeps what it had, and nothing of what did not fit', async ({
  page,
  context,
}) => {
  await open(page)
  const browser = await context.newCDPSession(page)
  await browser.send('Storage.overrideQuotaForOrigin', { origin: new URL(HOME).origin, quotaSize: 5_000_000 })
  const outcome = await page.evaluate(async () => {
    const disk = window.abilities.dexieDisk('full')
    const noise = crypto.getRandomValues(new Uint8Array(60_000))
    for (let saved = 0; saved < 20; saved++) {
      const writing = disk.write(['meta', 'pages'], async (tx) => {
        tx.put('meta', 'saved', saved + 1)
        for (let n = 0; n < 50; n++) tx.put('pages', saved * 50 + n, noise.slice().buffer)
      })
      const trouble = await writing.then(
        () => undefined,
        (error: { trouble?: string }) => error.trouble ?? 'none told',
      )
      if (trouble === undefined) continue
      const there = await disk.read(['meta', 'pages'], async (tx) => ({
        told: (await tx.get<number>('meta', 'saved')) ?? 0,
        rows: (await tx.range('pages')).length,
      }))
      return { trouble, saved, ...there }
    }
    return undefined
  })
  expect(outcome?.trouble).toBe('full')
  expect(outcome?.told).toBe(outcome?.saved)
  expect(outcome?.rows).toBe((outcome?.saved ?? 0) * 50)
})

test('W14 a photo with a place in it leaves the device small, upright and without a word about it', async ({
  page,
}) => {
  await open(page)
  const taken = await page.evaluate(async () => {
    const { dexieDisk, photoBytes, photosOn, readJpeg, taken: keep, takePhoto } = window.abilities
    const canvas = Object.assign(document.createElement('canvas'), { width: 4000, height: 3000 })
    const context = canvas.getContext('2d')!
    // Noise does not compress: the worst a camera can give.
    for (let n = 0; n < 60_000; n++) {
      context.fillStyle = `hsl(${(n * 137) % 360} 80% ${20 + (n % 60)}%)`
      context.fillRect((n * 7919) % 4000, (n * 104_729) % 3000, 40, 40)
    }
    const plain = new Uint8Array(
      await (await new Promise<Blob | null>((resolve) =>
        canvas.toBlob(resolve, 'image/jpeg', 0.95),
      ))!.arrayBuffer(),
    )
    // EXIF as a phone writes it: orientation 6 (turned by a quarter), and a GPS block with a latitude.
    const tiff = [
      [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 2],
      [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0],
      [0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0],
      [0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 56, 0, 0, 0, 0],
      [0, 30, 0, 0, 0, 1, 0, 0, 0, 39, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1],
    ].flat()
    const exif = [...new TextEncoder().encode('Exif\0\0'), ...tiff]
    const camera = new Blob([
      plain.slice(0, 2),
      new Uint8Array([0xff, 0xe1, 0, exif.length + 2, ...exif]),
      plain.slice(2),
    ])

    const photo = await takePhoto(camera)
    if (!photo.ok) return photo
    const { bytes, hash, width, height } = photo.value
    const markers: number[] = []
    for (
      let at = 2;
      bytes[at] === 0xff && bytes[at + 1] !== 0xda;
      at += 2 + (bytes[at + 2]! << 8) + bytes[at + 3]!
    ) {
      markers.push(bytes[at + 1]!)
    }
    const disk = dexieDisk('photos')
    await keep(disk, { hash, bytes, at: '2026-11-24T08:00:00Z' })
    const kept = await photoBytes(photosOn(disk), hash)
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', kept!))
    return {
      size: bytes.length,
      width,
      height,
      markers,
      read: readJpeg(bytes),
      sameHash: hash === Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    }
  })
  expect(taken).toMatchObject({
    width: 1200,
    height: 1600,
    sameHash: true,
    read: { ok: true, value: { width: 1200, height: 1600 } },
  })
  if (!('markers' in taken)) return
  expect(taken.size).toBeLessThanOrEqual(300 * 1024)
  expect(taken.markers.filter((marker) => marker > 0xe0 && marker <= 0xef)).toEqual([])
})

test('what is not a photo is refused in words, and 200 megapixels without being decoded', async ({
  page,
}) => {
  await open(page)
  const refusals = await page.evaluate(async () => {
    const { takePhoto } = window.abilities
    const canvas = Object.assign(document.createElement('canvas'), { width: 64, height: 48 })
    canvas.getContext('2d')!.fillRect(0, 0, 30, 30)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
    const picture = new Uint8Array(await blob!.arrayBuffer())
    const frame = picture.findIndex((byte, at) => byte === 0xff && picture[at + 1] === 0xc0)
    const huge = picture.slice()
    huge.set([10_000 >> 8, 10_000 & 255, 20_000 >> 8, 20_000 & 255], frame + 5)
    const real = window.createImageBitmap
    let decoded = 0
    window.createImageBitmap = ((...args: Parameters<typeof real>) => {
      decoded += 1
      return real(...args)
    }) as typeof real
    const of = async (...parts: BlobPart[]) => {
      const taken = await takePhoto(new Blob(parts))
      return taken.ok ? 'taken' : taken.refused
    }
    return {
      text: await of('not a picture'),
      svg: await of('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      empty: await of(),
      huge: await of(huge),
      decodedBefore: decoded,
      damaged: await of(picture.slice(0, frame + 20)),
      whole: await of(picture),
    }
  })
  expect(refusals).toEqual({
    text: 'notAPicture',
    svg: 'notAPicture',
    empty: 'notAPicture',
    huge: 'tooManyPixels',
    decodedBefore: 0,
    damaged: 'cannotDecode',
    whole: 'taken',
  })
})

test('the shelf of copies outlives the page, and stands apart from the disk', async ({ page }) => {
  await open(page)
  await page.evaluate(async () => {
    const shelf = window.abilities.cacheShelf('tenant')
    await shelf.put('a/1?', '一')
    await shelf.put('b', 'two')
    await shelf.put('b', 'two again')
    await shelf.delete('none')
  })
  await page.reload()
  await page.waitForFunction(() => 'abilities' in window)
  const entries = await page.evaluate(async () => {
    const shelf = window.abilities.cacheShelf('tenant')
    const before = await shelf.list()
    await shelf.delete('a/1?')
    return { before, after: await shelf.list(), other: await window.abilities.cacheShelf('another').list() }
  })
  expect(entries).toEqual({
    before: [
      { key: 'a/1?', text: '一' },
      { key: 'b', text: 'two again' },
    ],
    after: [{ key: 'b', text: 'two again' }],
    other: [],
  })
})
