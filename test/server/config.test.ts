import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'

test('without any configuration the server has all it needs', () => {
  expect(readConfig({}, [])).toEqual({
    ok: true,
    value: {
      port: 8737,
      dataDir: './data',
      backupDir: `${resolve('data')}-backups`,
      sealTo: [],
      demo: false,
      restore: false,
      logLevel: 'error',
    },
  })
})

test('a demonstration has a data folder of its own', () => {
  expect(readConfig({}, ['--demo'])).toMatchObject({ value: { dataDir: './data-demo', demo: true } })
  expect(readConfig({ DATA_DIR: '/srv/l' }, ['--demo'])).toMatchObject({ value: { dataDir: '/srv/l-demo' } })
})

test('the public address is kept without its path', () => {
  expect(readConfig({ ORIGIN: 'https://office.example/' }, [])).toMatchObject({
    value: { origin: 'https://office.example' },
  })
})

test.each(['postgres', 'postgresql'])('a database is named by a %s: address', (protocol) => {
  const DATABASE_URL = `${protocol}://linbian:a%20b@db.example/linbian?sslmode=verify-full`
  expect(readConfig({ DATABASE_URL }, [])).toMatchObject({ value: { databaseUrl: DATABASE_URL } })
})

test.each([
  [{ PORT: 'abc' }, [], 'portInvalid'],
  [{ PORT: '70000' }, [], 'portInvalid'],
  [{ ORIGIN: 'office' }, [], 'originInvalid'],
  [{ ORIGIN: 'ftp://office.example' }, [], 'originInvalid'],
  [{ TLS_CERT: 'cert.pem' }, [], 'tlsHalf'],
  [{ DATABASE_URL: 'mysql://localhost/linbian' }, [], 'databaseUrl'],
  [{ DATABASE_URL: 'postgres://localhost' }, [], 'databaseUrl'],
  [{ DATABASE_URL: 'linbian' }, [], 'databaseUrl'],
  [{ DATABASE_URL: 'postgres://localhost/linbian' }, ['--demo'], 'demoDatabase'],
  [{}, ['--dmeo'], 'option'],
] as const)('%j %j is refused as %s', (env, args, why) => {
  expect(readConfig(env, args)).toEqual({ ok: false, refused: why })
})
