import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const CHECKOUT = process.cwd()

const places = new Set<string>()
// Also where the tool ends in the middle.
process.on('exit', () => {
  for (const place of places) rmSync(place, { recursive: true, force: true })
})

/** A folder that goes with the tool. */
export async function aPlace(name: string): Promise<string> {
  const place = await mkdtemp(join(tmpdir(), `linbian-crash-${name}-`))
  places.add(place)
  return place
}

export function cleared(folder: string): Promise<void> {
  places.delete(folder)
  return rm(folder, { recursive: true, force: true, maxRetries: 5 })
}

/** Builds client and server into a package of its own: what is served meanwhile from `dist` stays as it is. */
export async function aPackage(): Promise<string> {
  const home = await aPlace('package')
  await mkdir(join(home, 'dist'))
  await cp(join(CHECKOUT, 'package.json'), join(home, 'package.json'))
  await symlink(join(CHECKOUT, 'node_modules'), join(home, 'node_modules'))
  await vite('--outDir', join(home, 'dist/client'))
  await vite('--config', 'vite.server.config.ts', '--outDir', join(home, 'dist/server'))
  return home
}

/** Another build of the client beside the same server: every part of it that changed has another name. */
export async function anotherBuild(home: string): Promise<string> {
  const other = await aPlace('package')
  await mkdir(join(other, 'dist'))
  await cp(join(home, 'package.json'), join(other, 'package.json'))
  await cp(join(home, 'dist/server'), join(other, 'dist/server'), { recursive: true })
  await symlink(join(CHECKOUT, 'node_modules'), join(other, 'node_modules'))
  await vite('--outDir', join(other, 'dist/client'))
  return other
}

async function vite(...options: readonly string[]): Promise<void> {
  const tool = join(CHECKOUT, 'node_modules/vite/bin/vite.js')
  const args = [tool, 'build', '--emptyOutDir', '--logLevel', 'error', ...options]
  const building = spawn(process.execPath, args, { cwd: CHECKOUT, stdio: ['ignore', 'ignore', 'inherit'] })
  const [code] = (await once(building, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`vite build ended with ${code}`)
}
