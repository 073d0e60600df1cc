import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Counter } from '#domain/bins/tallies.ts'

/** Where what earlier builds left behind is kept, a folder for each. */
export const RELEASES = join(import.meta.dirname, '../../releases')

/** A device's database belongs to an address: the one under which it was kept. */
export const RELEASE_PORT = 28_737

/** What the devices hold, counted by the build that wrote it. */
export interface Sums {
  readonly counts: Readonly<Record<Counter, number>>
  readonly incidents: number
  readonly visits: number
  readonly remarks: number
  readonly closed: number
}

/** Written down beside what went in: what must come out. */
export interface Golden {
  readonly sums: Sums
  /** Left half written on the phone. */
  readonly draft: string
  /** Who can look at all of it; invented like everything here. */
  readonly officer: { readonly name: string; readonly passphrase: string }
  /** Who stands at the tablet; absent where builds had no PINs yet. */
  readonly tablet?: { readonly name: string; readonly pin: string }
}

/** Of a browser's profile: its database, and who it is for the server. The rest are caches. */
const OF_A_PROFILE = [
  'Local State',
  'Default/IndexedDB',
  'Default/Local Storage',
  'Default/Network',
  'Default/Cookies',
]

/** Puts a server's data and some browser profiles away; all of them are stopped. */
export async function keepRelease(
  name: string,
  dataDir: string,
  profiles: Readonly<Record<string, string>>,
  golden: Golden,
): Promise<void> {
  const folder = join(RELEASES, name)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  pack(join(folder, 'data.tgz'), dataDir)
  for (const [who, profile] of Object.entries(profiles)) {
    const slim = await mkdtemp(join(tmpdir(), 'linbian-kept-'))
    for (const part of OF_A_PROFILE)
      await cp(join(profile, part), join(slim, part), { recursive: true }).catch(() => undefined)
    pack(join(folder, `${who}.tgz`), slim)
    await rm(slim, { recursive: true, force: true })
  }
  await writeFile(join(folder, 'golden.json'), `${JSON.stringify(golden, undefined, 2)}\n`)
}

export async function golden(name: string): Promise<Golden> {
  return JSON.parse(await readFile(join(RELEASES, name, 'golden.json'), 'utf8')) as Golden
}

/** Lays a kept folder out again; answers where. */
export async function laidOut(name: string, part: string, prefix: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), prefix))
  execFileSync('tar', ['-xzf', join(RELEASES, name, `${part}.tgz`), '-C', folder])
  return folder
}

function pack(file: string, folder: string): void {
  execFileSync('tar', ['-czf', file, '--exclude=./assets-kept', '-C', folder, '.'])
}
