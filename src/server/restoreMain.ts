import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { drill } from './backup/drill.ts'
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
else if (asked.backup === undefined) await list(config.value.backupDir)
else {
  const key = asked.key === undefined ? undefined : await secretIn(asked.key)
  if (asked.key !== undefined && key === undefined) say(SENTENCES.keyFile, 1)
  else if (asked.check) await check(asked.backup, key)
  else await run(config.value, asked.backup, key, asked)
}

/** Puts one back. */
async function run(
  { dataDir, databaseUrl }: Place,
  backup: string,
  key: string | undefined,
  words: { yes: boolean; old: boolean },
): Promise<void> {
  const { yes, old } = words
  const done = await restore({ dataDir, databaseUrl, backup, key, yes, old, now: () => new Date() })
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

/** Puts a backup back for trial and changes nothing. Without its key a sealed one can only be compared with its manifest. */
async function check(backup: string, key: string | undefined): Promise<void> {
  const read = await readManifest(backup)
  if (!read.ok) return say(SENTENCES[read.refused], 1)
  const isShut = read.value.sealedTo !== undefined && key === undefined
  const done = isShut ? await proven(backup, read.value) : await drill(backup, key)
  if (!done.ok) return say(SENTENCES[done.refused], 1)
  const [zh, en] = isShut
    ? ['这份备份是完整的，锁着没打开', 'This backup is whole, sealed and was not opened']
    : ['试着恢复了一遍，这份备份是完整的', 'Put back for trial, this backup is whole']
  process.stdout.write(`${zh}：${when(read.value)}。\n${en}: ${when(read.value)}.\n`)
}

/** The line with the key; the `age` tool writes remarks above it. */
async function secretIn(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line.startsWith('AGE-SECRET-KEY-'))
}

async function list(shelf: string): Promise<void> {
  for (const { path, manifest } of await backupsIn(shelf))
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
      options: { check: flag, yes: flag, old: flag, key: { type: 'string' } },
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
