import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sealing } from '#device/sealing.ts'
import type { ChangeId, TenantId } from '#domain/ids.ts'
import { fileSeals, memorySeals, type ServerSeals } from '#server/sealing.ts'
import { aFolder } from '#test/support/folder.ts'

const TENANT = 'compound-a' as TenantId
const CHANGE = 'change-1' as ChangeId
const INSIDE = { at: '2026-03-04T07:00:00.000Z', args: { text: '三楼的灯不亮' } }

function deviceOf(seals: ServerSeals) {
  const keys = { get: async () => undefined, putIfNone: async (_: unknown, value: unknown) => value }
  return sealing({ server: { id: seals.key, raw: seals.publicKey }, keys, unlocked: () => true })
}

describe('sealed bodies', () => {
  it('a body that a device sealed is opened by the server it was sealed to', async () => {
    const seals = await memorySeals()
    const body = await deviceOf(seals).toServer(TENANT, CHANGE, INSIDE)
    expect(body.sealed).not.toContain('灯')
    expect(await seals.open(TENANT, CHANGE, body.key, body.sealed)).toEqual(INSIDE)
  })

  it('a body is bound to its compound, its change and the key', async () => {
    const seals = await memorySeals()
    const { key, sealed } = await deviceOf(seals).toServer(TENANT, CHANGE, INSIDE)
    const spoilt = `${sealed.slice(0, -4)}AAAA`
    const opened = await Promise.all([
      seals.open('compound-b' as TenantId, CHANGE, key, sealed),
      seals.open(TENANT, 'change-2' as ChangeId, key, sealed),
      seals.open(TENANT, CHANGE, 'another key', sealed),
      seals.open(TENANT, CHANGE, key, spoilt),
      seals.open(TENANT, CHANGE, key, ''),
      seals.open(TENANT, CHANGE, key, '不是 base64'),
      (await memorySeals()).open(TENANT, CHANGE, key, sealed),
    ])
    expect(opened.every((one) => one === undefined)).toBe(true)
  })

  it('what the server seals for itself is read only under the same name, and only by itself', async () => {
    const seals = await memorySeals()
    const text = await seals.close('cursor|a', { at: 7 })
    expect(await seals.reveal('cursor|a', text)).toEqual({ at: 7 })
    expect(await seals.reveal('cursor|b', text)).toBeUndefined()
    expect(await (await memorySeals()).reveal('cursor|a', text)).toBeUndefined()
  })

  it('half a key file, left by a start that was killed, is none: the next start makes a whole one', async () => {
    const folder = await aFolder()
    await writeFile(join(folder, 'server.json.new'), '{"key":')
    const made = await fileSeals(join(folder, 'server.json'))
    expect(await readdir(folder)).toEqual(['server.json'])
    expect((await fileSeals(join(folder, 'server.json'))).key).toBe(made.key)
  })

  it('the keys of a data folder stay the same, for the server’s own eyes', async () => {
    const path = join(await aFolder(), 'keys.json')
    const before = await fileSeals(path)
    const { key, sealed } = await deviceOf(before).toServer(TENANT, CHANGE, INSIDE)
    const cursor = await before.close('cursor|a', { at: 7 })
    const after = await fileSeals(path)
    expect([after.key, after.publicKey, await after.digest('x')]).toEqual([
      before.key,
      before.publicKey,
      await before.digest('x'),
    ])
    expect(await after.open(TENANT, CHANGE, key, sealed)).toEqual(INSIDE)
    expect(await after.reveal('cursor|a', cursor)).toEqual({ at: 7 })
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })
})
