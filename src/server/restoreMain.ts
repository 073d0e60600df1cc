import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Manifest, proven, readManifest } from './backup/manifest.ts'
import { restore, type Restored } from './backup/restore.ts'
import type { Place } from './backup/place.ts'
import { aheadSentence, SENTENCES } from './backup/sentences.ts'
import { backupsIn } from './backup/shelf.ts'
import { readConfig } from './config.ts'

const asked = readAsked()
const config = readConfig(process.env, [])
if (!asked) say(SENTENCES.optionHere, 2)
else if (!config.ok) say(SENTENCES[config.refused], 2)
else if (asked.backup === undefined) await list(config.value.dataDir)
else if (asked.check) await check(asked.backup)
else await run(config.value, asked.backup, asked)

/** Puts one back. */
async function run(
  { dataDir, databaseUrl }: Place,
  backup: string,
  words: { yes: boolean; old: boolean },
): Promise<void> {
  const { yes, old } = words
  const done = await restore({ dataDir, databaseUrl, backup, yes, old, now: () => new Date() })
  const ahead = (done.ok ? done.value.ahead : done.ahead) ?? []
  for (const one of ahead) process.stdout.write(`${aheadSentence(one).join('\n')}\n`)
  if (!done.ok) return say(SENTENCES[done.refused], 1)
  process.stdout.write(`${told(done.value).join('\n')}\n`)
}

function told({ manifest, aside, photos }: Restored): readonly string[] {
  return [
    `恢复好了，是 ${when(manifest)} 的备份，补了照片 ${photos} 张。现在可以启动服务器；启动后请马上再做一份备份。`,
    `Restored the backup of ${when(manifest)}; ${photos} photos were brought. Start the server now, and make a new backup then.`,
    ...(aside === undefined
      ? []
      : [`原来的数据库在 ${aside}，没有删。`, `The database that was there is kept as ${aside}.`]),
  ]
}

/** Reads all of a backup and changes nothing. */
async function check(backup: string): Promise<void> {
  const read = await readManifest(backup)
  const whole = read.ok ? await proven(backup, read.value) : read
  if (!whole.ok || !read.ok) return say(SENTENCES[whole.ok ? 'noBackup' : whole.refused], 1)
  process.stdout.write(
    `这份备份是完整的：${when(read.value)}。\nThis backup is whole: ${when(read.value)}.\n`,
  )
}

async function list(dataDir: string): Promise<void> {
  for (const { path, manifest } of await backupsIn(`${resolve(dataDir)}-backups`))
    process.stdout.write(`${path}  ${when(manifest)}  ${manifest.tables['log'] ?? 0}\n`)
  say(SENTENCES.whichBackup, 2)
}

function when({ madeAt }: Manifest): string {
  return `${madeAt.slice(0, 16).replace('T', ' ')} UTC`
}

function readAsked() {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { check: flag, yes: flag, old: flag },
    })
    return positionals.length > 1 ? undefined : { ...values, backup: positionals[0] }
  } catch {
    return undefined
  }
}

function say(sentence: readonly string[], code: number): void {
  process.stderr.write(`${sentence.join('\n')}\n`)
  process.exitCode = code
}
