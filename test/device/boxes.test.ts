import { describe, expect, test } from 'vitest'
import { halfByPin, imported, newPinLock } from '#device/pinLock.ts'
import { sealing } from '#device/sealing.ts'
import {
  closeShare,
  newDeviceKey,
  newVaultLock,
  openRoot,
  openShare,
  openVaultLock,
  sealRoot,
  vaultKek,
} from '#device/vaultKeys.ts'
import { newVaultRoot } from '#device/vaultCipher.ts'
import type { PersonId } from '#domain/ids.ts'
import { memorySeals } from '#server/sealing.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { personKeys } from '#store/personKeys.ts'

const wang = 'wang' as PersonId
const PIN = '4071'
const INSIDE = { at: '2026-11-24T08:00:00.000Z', args: { text: '三楼灯不亮' } }

interface Box {
  readonly text: string
  /** What boxes of this kind began with before they named their algorithm. */
  readonly before: string
  open(text: string): Promise<unknown>
}

async function authorsBox(withPin: boolean): Promise<Box> {
  const server = await memorySeals()
  const disk = memoryDisk()
  const { lock, privateKey } = await newPinLock(PIN)
  if (withPin) await disk.write(['keys'], async (tx) => tx.put('keys', wang, lock))
  const seals = sealing({
    server: { id: server.key, raw: server.publicKey },
    keys: personKeys(disk),
    unlocked: () => true,
    privateKey: () => privateKey,
  })
  return {
    text: await seals.toAuthor(wang, 'c1', INSIDE),
    before: withPin ? '2.' : '',
    open: (text) => seals.byAuthor(wang, 'c1', text),
  }
}

async function aVault() {
  const { stretched } = await newPinLock(PIN)
  const deviceKey = await newDeviceKey()
  const kek = await vaultKek(stretched, btoa('the share of the server, 32 byte'))
  const { lock, half } = await newVaultLock(deviceKey, kek)
  return { deviceKey, kek, lock, half }
}

const BOXES: Readonly<Record<string, () => Promise<Box>>> = {
  'what somebody without a PIN wrote': () => authorsBox(false),
  'what somebody with a PIN wrote': () => authorsBox(true),
  'the private half behind a PIN': async () => {
    const { lock, stretched } = await newPinLock(PIN)
    return { text: lock.box!, before: '', open: (box) => halfByPin({ ...lock, box }, stretched) }
  },
  'the private half behind PIN, share and device': async () => {
    const { lock, deviceKey, kek } = await aVault()
    return { text: lock.box, before: '', open: (box) => openVaultLock({ ...lock, box }, deviceKey, kek) }
  },
  'the key of the vault, sealed to a person': async () => {
    const { lock, half } = await aVault()
    const root = await sealRoot(newVaultRoot(), lock.point)
    const by = await imported(half)
    return {
      text: root.sealed,
      before: '',
      open: (sealed) => openRoot({ ...lock, root: { ...root, sealed } }, by),
    }
  },
  'the share that the server has lent': async () => {
    const { deviceKey } = await aVault()
    return {
      text: await closeShare(deviceKey, wang, btoa('a share')),
      before: '',
      open: (box) => openShare(deviceKey, wang, box),
    }
  },
  'what the server seals for itself': async () => {
    const seals = await memorySeals()
    return {
      text: await seals.close('about', { n: 1 }),
      before: '',
      open: (text) => seals.reveal('about', text),
    }
  },
}

describe.each(Object.entries(BOXES))('%s', (_, make) => {
  test('SEC-32 says with which algorithm it was closed, and under another name it is refused and not guessed at', async () => {
    const { text, open } = await make()
    const [name, box] = text.split('.')
    expect(name).toMatch(/^(P256-A256GCM|A256GCM|A256GCM-A256GCM)$/)
    expect(await open(text)).toBeDefined()
    for (const other of ['A256GCM', 'A256GCM-A256GCM', 'P256-A256GCM', 'XC20P', 'A256GCM2', '3'])
      if (other !== name) expect(await open(`${other}.${box}`), other).toBeUndefined()
  })

  test('opens also where it lies on a disk of a version that did not say so yet', async () => {
    const { text, before, open } = await make()
    expect(await open(before + text.split('.')[1])).toEqual(await open(text))
  })
})
