import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const TOOL = join(import.meta.dirname, 'main.ts')
const RUN = join(import.meta.dirname, '..', 'run.mjs')

const run = (...options: string[]) => promisify(execFile)(process.execPath, [RUN, TOOL, ...options])

// A share of the 500; every run draws other bytes, and says its seed.
it('INV-21 F-46 W14 photos that are cut at random bytes, asked or answered, all arrive with the hash of their bytes, and none is ever nowhere', async () => {
  const seed = process.env['SEED'] ?? String(Math.floor(Math.random() * 2 ** 31))
  const { stdout } = await run('--cuts', '60', '--seed', seed, '--json')
  const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, number>
  expect(found).toMatchObject({ cuts: 60, equal: 60, lost: 0, letGoEarly: 0, seed: Number(seed) })
  // Cut again and again, and still no photo went from its beginning each time.
  expect(found['inRequest']).toBeGreaterThan(0)
  expect(found['inReply']).toBeGreaterThan(0)
})

it('an option that it does not know is told in one sentence', async () => {
  const failed = await run('--cutz', '3').then(
    () => undefined,
    (error: { code: number; stderr: string }) => error,
  )
  expect(failed?.code).toBe(2)
  expect(failed?.stderr).toContain('npm run photos')
})
