import type { ConfigRefusal } from './config.ts'
import type { ListenRefusal } from './listen.ts'
import type { StoreRefusal } from './store.ts'

export type Refusal =
  | ConfigRefusal
  | StoreRefusal
  | ListenRefusal
  | 'olderBackup'
  | 'restoreUnfinished'
  | 'notBuilt'

/** What whoever starts the server reads when it does not start: Chinese, English, each with what to do. */
export const SENTENCES: Readonly<Record<Refusal, readonly [zh: string, en: string]>> = {
  option: ['不认得这个启动选项，只有 --demo。', 'Unknown option: there is only --demo.'],
  portInvalid: ['PORT 不是 0 到 65535 之间的数。', 'PORT is not a number from 0 to 65535.'],
  originInvalid: [
    'ORIGIN 不是网址，要写成 https://例子.cn 这样。',
    'ORIGIN is not an address like https://example.org.',
  ],
  tlsHalf: ['TLS_CERT 和 TLS_KEY 要么都写，要么都不写。', 'Give both TLS_CERT and TLS_KEY, or neither.'],
  databaseUrl: [
    'DATABASE_URL 要写成 postgres://用户:口令@主机/数据库名；不写就用内置的 SQLite。',
    'DATABASE_URL must be like postgres://user:passphrase@host/database; without it the embedded SQLite is used.',
  ],
  demoDatabase: [
    '演示只用自己的数据文件夹。请去掉 DATABASE_URL 再启动。',
    'A demonstration keeps to its own data folder. Remove DATABASE_URL and start again.',
  ],
  databaseAway: [
    '数据库连不上。请检查 DATABASE_URL 里的地址，数据库开了没有。',
    'The database does not answer: check the address in DATABASE_URL, and whether it runs.',
  ],
  databaseLogin: [
    '数据库不认这个用户或口令。请检查 DATABASE_URL。',
    'The database does not take this user or passphrase: check DATABASE_URL.',
  ],
  databaseMissing: [
    '没有这个名字的数据库。请先建好一个空的，编码用 UTF8。',
    'There is no database of this name: make an empty one first, with the encoding UTF8.',
  ],
  databaseTooOld: [
    'PostgreSQL 太旧了，要 14 或更新的版本。',
    'The PostgreSQL is too old: 14 or later is needed.',
  ],
  databaseNotUtf8: [
    '数据库的编码不是 UTF8，存不下所有的字。请另建一个 UTF8 的。',
    'The encoding of the database is not UTF8, so it cannot keep every character: make one that is.',
  ],
  databaseNotFsync: [
    '数据库的 fsync 关着，不能保证写进磁盘。请打开它。',
    'The database runs with fsync off and cannot promise to reach the disk: turn it on.',
  ],
  databaseReadOnly: [
    '这个数据库只能读（多半是备用机）。请接到主库上。',
    'This database can only be read (a standby?): name the primary.',
  ],
  databaseRights: [
    '这个数据库用户不能建表。请把数据库归到它名下。',
    'The user of the database may not make tables: let it own the database.',
  ],
  notWritable: [
    '数据文件夹建不了或写不进去，请换一个或改权限。',
    'The data folder cannot be made or written: choose another, or change its permissions.',
  ],
  newerData: [
    '数据文件夹是更新的版本写的，请用那个版本启动。',
    'The data folder was written by a newer version: start that one.',
  ],
  inUse: [
    '已经有一个邻边在用这个数据文件夹，请先停掉它。',
    'Another Linbian is using this data folder: stop it first.',
  ],
  broken: [
    '数据库打不开，文件可能坏了。请从备份恢复。',
    'The database cannot be opened, the file may be damaged: restore a backup.',
  ],
  sqliteTooOld: ['SQLite 太旧了，请重新运行 npm ci。', 'The SQLite is too old: run npm ci again.'],
  notWal: [
    '数据文件夹所在的磁盘存不住数据（多半是网络盘），请换到本机磁盘。',
    'The disk of the data folder cannot keep a write-ahead log (a network share?): use a local disk.',
  ],
  notFullSync: [
    '数据库不能保证写进磁盘，请换到本机磁盘。',
    'The database cannot promise to reach the disk: use a local disk.',
  ],
  olderBackup: [
    '数据库是 35 天以前的备份，这之后的记录各设备上可能已经没有了。确定要用它，请加上 RESTORE=older-backup 再启动。',
    'The database is a backup from more than 35 days ago; devices may no longer have what came after it. To use it all the same, start with RESTORE=older-backup.',
  ],
  restoreUnfinished: [
    '上一次恢复备份没有做完。请再运行一次 npm run restore，用同一份备份。',
    'The last restore was broken off: run npm run restore once more with the same backup.',
  ],
  notBuilt: [
    '页面还没有构建，请先运行 npm run build。',
    'The pages are not built yet: run npm run build first.',
  ],
  portTaken: [
    '这个端口已经有别的程序在用，请停掉它或换一个 PORT。',
    'Another program uses this port: stop it, or choose another PORT.',
  ],
  portForbidden: [
    '没有权限用这个端口，请换一个大于 1023 的 PORT。',
    'This port needs more permission: choose a PORT above 1023.',
  ],
  hostUnknown: ['HOST 不是这台机器的地址。', 'HOST is not an address of this machine.'],
  certificate: [
    '证书或私钥读不出来，请检查 TLS_CERT 和 TLS_KEY 两个文件。',
    'The certificate or its key cannot be read: check the files of TLS_CERT and TLS_KEY.',
  ],
}
