import { SENTENCES as SERVER, type Refusal as ServerRefusal } from '#server/sentences.ts'
import type { Ahead } from './ahead.ts'
import type { BackUpRefusal } from './backUp.ts'
import type { RestoreRefusal } from './restore.ts'

/** What a start is refused for too has its sentence there, unless there is another thing to do here. */
export type Refusal =
  | ServerRefusal
  | BackUpRefusal
  | RestoreRefusal
  | 'optionHere'
  | 'whichBackup'
  | 'keyFile' // there is no secret key in the file that was named
  | 'keyThere' // a new key would take the place of another

type Sentence = readonly [zh: string, en: string]

/** What an operator reads when a backup is not made or not put back: Chinese, English, each with what to do. */
export const SENTENCES: Readonly<Record<Refusal, Sentence>> = {
  ...SERVER,
  optionHere: [
    '不认得这个写法。备份：npm run backup -- [放到哪个文件夹]，做一把锁备份的钥匙：npm run backup -- --new-key <文件>；恢复：npm run restore -- <备份> [--key <钥匙文件>] [--check] [--yes] [--old]。',
    'Unknown option. Backup: npm run backup -- [folder to put it in], a key to seal backups: npm run backup -- --new-key <file>; restore: npm run restore -- <backup> [--key <key file>] [--check] [--yes] [--old].',
  ],
  whichBackup: ['要恢复哪一份？请写在后面。', 'Which backup? Name it.'],
  nothingHere: [
    '数据文件夹里没有数据库，没有可备份的。请检查 DATA_DIR。',
    'There is no database in the data folder, so nothing to back up: check DATA_DIR.',
  ],
  insideData: [
    '备份不能放在数据文件夹里面，那样会一起丢。请换一个文件夹，最好是另一块盘。',
    'A backup inside the data folder would be lost with it: choose another folder, best on another disk.',
  ],
  backupRunning: ['另一份备份正在做，请等它做完。', 'Another backup is being made: wait for it.'],
  backupsNotWritable: [
    '读不了数据文件夹，或者写不进放备份的文件夹。请用运行服务器的那个用户来做，或改权限。',
    'The data folder cannot be read, or the folder for backups cannot be written: run this as the user of the server, or change permissions.',
  ],
  diskFull: [
    '放备份的盘满了，这一份没有做成，先前的都还在。',
    'The disk for backups is full. This one was not made, the earlier ones are there.',
  ],
  noBackup: ['那里没有备份。', 'There is no backup there.'],
  backupIncomplete: [
    '这份备份不全，缺文件，没有恢复。请用另一份。',
    'This backup is incomplete, files are missing. Nothing was restored: use another one.',
  ],
  backupDamaged: [
    '这份备份坏了，内容和做的时候不一样，没有恢复。请用另一份。',
    'This backup is damaged, it is not what it was when it was made. Nothing was restored: use another one.',
  ],
  keyMissing: [
    '这份备份是锁着的。请带上钥匙：--key <钥匙文件>。',
    'This backup is sealed. Bring the key: --key <key file>.',
  ],
  keyOther: [
    '这把钥匙打不开这份备份。请找做备份时用的那一把。',
    'This key does not open this backup: look for the one that was named when it was made.',
  ],
  keyFile: [
    '这个文件里没有钥匙（AGE-SECRET-KEY-…），或者读不了。',
    'There is no key (AGE-SECRET-KEY-…) in this file, or it cannot be read.',
  ],
  keyThere: [
    '那里已经有一个文件了，没有动它。请换一个名字。',
    'There is a file already, and it was left alone: choose another name.',
  ],
  sealToInvalid: [
    'BACKUP_SEAL_TO 不是一把公开的钥匙（age1…）。没有备份；请改正，或去掉它。',
    'BACKUP_SEAL_TO is no public key (age1…). Nothing was backed up: correct it, or leave it away.',
  ],
  newerBackup: [
    '这份备份是更新的版本做的，请用那个版本恢复。',
    'A newer version made this backup: restore it with that one.',
  ],
  newerData: [
    '数据是更新的版本写的，请用那个版本来备份。',
    'A newer version wrote the data: back it up with that one.',
  ],
  inUse: ['服务器还在运行，请先停掉它。', 'The server is still running: stop it first.'],
  broken: [
    '数据库读不出来，文件可能坏了。用最近的一份备份恢复：npm run restore。',
    'The database cannot be read, the file may be damaged: restore the latest backup with npm run restore.',
  ],
  otherKeys: [
    '这个数据文件夹是另一个服务器的，钥匙不一样，没有恢复。请检查 DATA_DIR，或恢复到空文件夹。',
    'This data folder belongs to another server, its keys are different. Nothing was restored: check DATA_DIR, or restore into an empty folder.',
  ],
  oldBackup: [
    '这份备份是 35 天以前的，那之后的记录有一部分各设备上已经没有了，补不回来。确定要用它，请加上 --old。',
    'This backup is more than 35 days old; some of what came after it is on no device any more and will not come back. To use it all the same, add --old.',
  ],
  newerHere: [
    '现在的数据库里有备份里没有的东西，见上。恢复后各设备会把自己写的再传一遍；在服务器页面上办的（邀请、职务、名册）要重办。现在的数据库会放到一边，不会删。确定要恢复，请加上 --yes。',
    'The present database knows more than the backup, see above. Devices will send again what was written on them; what was done at the desk of the server (invitations, appointments, rosters) has to be done again. The present database is put aside, not deleted. To go on, add --yes.',
  ],
  unreadableHere: [
    '不知道现在的数据库里有没有更新的东西。它会放到一边，不会删。确定要恢复，请加上 --yes。',
    'Nobody can tell whether the present database is newer. It is put aside, not deleted. To go on, add --yes.',
  ],
  databaseNotEmpty: [
    'DATABASE_URL 这个库里已经有东西了。请新建一个空库（createdb），把 DATABASE_URL 改成它，再恢复、启动；原来的库不动。',
    'The database of DATABASE_URL has something in it. Make an empty one (createdb), name that one in DATABASE_URL, then restore and start; the old one stays as it is.',
  ],
  restoreFull: [
    '数据文件夹的盘满了，没有恢复，原来的都还在。',
    'The disk of the data folder is full. Nothing was restored, everything is as it was.',
  ],
}

/** How much a compound's database knows that the backup does not. */
export function aheadSentence({ name, changes, last }: Ahead): Sentence {
  const at = last.slice(0, 16).replace('T', ' ')
  return [
    `${name}：有 ${changes} 笔备份里没有，最后一笔在 ${at}（UTC）。`,
    `${name}: ${changes} changes are not in the backup, the last one of ${at} UTC.`,
  ]
}
