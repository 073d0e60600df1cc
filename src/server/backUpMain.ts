import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { backUp } from './backup/backUp.ts'
import type { Place } from './backup/place.ts'
import { SENTENCES } from './backup/sentences.ts'
import { readConfig } from './config.ts'

/** The package's folder: two above this file, as source and as built. */
const HOME = fileURLToPath(new URL('../..', import.meta.url))

const asked = folderAsked()
const config = readConfig(process.env, [])
if (!asked.ok) say(SENTENCES.optionHere, 2)
else if (!config.ok) say(SENTENCES[config.refused], 2)
else await run(config.value, asked.into)

/** One backup, made while the server runs or not. */
async function run({ dataDir, databaseUrl }: Place, into = `${resolve(dataDir)}-backups`): Promise<void> {
  const { version } = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as { version: string }
  const done = await backUp({ dataDir, databaseUrl, into, version, now: () => new Date() })
  if (!done.ok) return say(SENTENCES[done.refused], 1)
  const { path, manifest } = done.value
  const photos = Object.keys(manifest.files).filter((name) => /\.(jpg|sound)$/.test(name)).length
  const changes = manifest.tables['log'] ?? 0
  process.stdout.write(
    `备份好了 ${path}：${changes} 笔，照片 ${photos} 张。没有加密，钥匙也在里面，请像纸质名册一样锁好。\n` +
      `Backed up to ${path}: ${changes} changes, ${photos} photos. Not encrypted and with the keys: lock it away like the paper.\n`,
  )
}

function folderAsked(): { readonly ok: true; readonly into: string | undefined } | { readonly ok: false } {
  try {
    const { positionals } = parseArgs({ allowPositionals: true })
    return positionals.length > 1 ? { ok: false } : { ok: true, into: positionals[0] }
  } catch {
    return { ok: false }
  }
}

function say(sentence: readonly string[], code: number): void {
  process.stderr.write(`${sentence.join('\n')}\n`)
  process.exitCode = code
}
