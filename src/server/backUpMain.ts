import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { backUp } from './backup/backUp.ts'
import { newKeyPair } from './backup/seal.ts'
import { SENTENCES } from './backup/sentences.ts'
import { type Config, readConfig } from './config.ts'

/** The package's folder: two above this file, as source and as built. */
const HOME = fileURLToPath(new URL('../..', import.meta.url))

const asked = readAsked()
const config = readConfig(process.env, [])
if (!asked.ok) say(SENTENCES.optionHere, 2)
else if (!config.ok) say(SENTENCES[config.refused], 2)
else if (asked.newKey !== undefined) await makeKey(asked.newKey)
else await run(config.value, asked.into)

/** One backup, made while the server runs or not. */
async function run(config: Config, into = config.backupDir): Promise<void> {
  const { dataDir, databaseUrl, sealTo } = config
  const { version } = JSON.parse(await readFile(join(HOME, 'package.json'), 'utf8')) as { version: string }
  const done = await backUp({ dataDir, databaseUrl, into, sealTo, version, now: () => new Date() })
  if (!done.ok) return say(SENTENCES[done.refused], 1)
  const { path, manifest } = done.value
  const photos = Object.keys(manifest.files).filter((name) => /\.(jpg|sound)(\.age)?$/.test(name)).length
  const changes = manifest.tables['log'] ?? 0
  const [zh, en] =
    sealTo.length > 0
      ? ['已锁好，只有拿着钥匙的人打得开。', 'Sealed: only who has the key opens it.']
      : [
          '没有加密，钥匙也在里面，请像纸质名册一样锁好。',
          'Not encrypted and with the keys: lock it away like the paper.',
        ]
  process.stdout.write(
    `备份好了 ${path}：${changes} 笔，照片 ${photos} 张。${zh}\n` +
      `Backed up to ${path}: ${changes} changes, ${photos} photos. ${en}\n`,
  )
}

/** A pair of keys: the secret one into a file that is to be taken away from here, the open one is printed. */
async function makeKey(path: string): Promise<void> {
  const { secret, open } = await newKeyPair()
  try {
    await writeFile(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST'
    return say(SENTENCES[there ? 'keyThere' : 'backupsNotWritable'], 1)
  }
  process.stdout.write(
    `钥匙在 ${path}。请抄到优盘或印在纸上，离开这台机器，两个人各存一份；丢了，锁着的备份就打不开了。\n` +
      `启动备份时写上：BACKUP_SEAL_TO=${open}\n` +
      `The key is in ${path}. Take it away from this machine, on a stick or on paper, with two people; without it nobody opens a sealed backup.\n` +
      `Back up with: BACKUP_SEAL_TO=${open}\n`,
  )
}

function readAsked() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'new-key': { type: 'string' } },
    })
    const [into, more] = positionals
    if (more !== undefined) return { ok: false } as const
    return { ok: true, into, newKey: values['new-key'] } as const
  } catch {
    return { ok: false } as const
  }
}

function say(sentence: readonly string[], code: number): void {
  process.stderr.write(`${sentence.join('\n')}\n`)
  process.exitCode = code
}
