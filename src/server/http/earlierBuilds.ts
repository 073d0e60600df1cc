import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'

const BUILDS = 5

/**
 * Copies this build's assets beside the data and answers the folders of the last builds, newest first. A page opened
 * before an update asks for chunks of its own build; they stay here for the last five.
 */
export async function keepBuilds(client: string, folder: string): Promise<readonly string[]> {
  const assets = join(client, 'assets')
  const names = await readdir(assets).catch(() => [])
  if (names.length === 0) return []
  const build = createHash('sha256').update(names.toSorted().join('\n')).digest('hex').slice(0, 16)
  const target = join(folder, build)
  await mkdir(folder, { recursive: true })
  if (!(await stat(target).catch(() => undefined))) {
    const half = `${target}.half`
    await cp(assets, join(half, 'assets'), { recursive: true })
    await rename(half, target)
  }
  const now = new Date()
  await utimes(target, now, now)

  const kept = await Promise.all(
    (await readdir(folder)).map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })),
  )
  const newest = kept.toSorted((a, b) => b.at - a.at)
  for (const { name } of newest.slice(BUILDS)) await rm(join(folder, name), { recursive: true, force: true })
  return newest.slice(0, BUILDS).map(({ name }) => join(folder, name))
}
