import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uploadPhoto } from '#device/upload.ts'
import type { Epoch } from '#domain/ids.ts'
import { listen } from '#server/listen.ts'
import { start } from '#server/start.ts'
import { openStore } from '#server/store.ts'
import { aCutWire } from '#test/support/aCutWire.ts'
import { Volunteer } from '#test/support/aVolunteer.ts'
import { enters } from '#test/support/enters.ts'
import type { Enrolment } from '#wire/office.ts'
import { PHOTOS_PATH } from '#wire/office.ts'
import { CLOSED } from '#wire/photos.ts'
import { withBrowserHalf } from './browserHalf.ts'
import { aCuttingWay, type CuttingWay } from './cutting.ts'

const FORM = {
  compound: '梧桐苑',
  rows: [
    ['栋', '单元', '房号', '姓名'],
    ['1', '1', '101', '王秀兰'],
  ],
  points: [{ label: '东门投放点', windows: [{ window: 'morning', from: '07:00', to: '09:00' }] }],
  emergency: [],
  officer: { name: '周敏', passphrase: '梧桐院子里有两只喜鹊' },
  deviceKind: 'own',
}

/** The real server on a port of its own, a device that sends its photos over a way that can break, and a second device. */
export interface Place {
  readonly device: Volunteer
  readonly other: Volunteer
  readonly way: CuttingWay
  close(): Promise<void>
}

export async function aPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'linbian-photos-'))
  const store = await openStore({ dataDir: folder }, () => `${new Date().toISOString()} first` as Epoch)
  if (!store.ok) throw new Error(store.refused)
  const failures: unknown[] = []
  const started = await start(store.value, {
    dataDir: folder,
    origin: undefined,
    https: false,
    client: undefined,
    version: 'test',
    restore: false,
    demo: false,
    now: () => new Date(),
    newId: randomUUID,
    addressOf: () => '127.0.0.1',
    failed: ({ error }) => failures.push(error),
  })
  if (!started.ok) throw new Error(started.refused)
  const listening = await listen(started.value.app.fetch, { port: 0, host: '127.0.0.1' })
  if (!listening.ok) throw new Error(listening.refused)
  const way = await aCuttingWay(listening.value.port)
  const office = `http://127.0.0.1:${listening.value.port}`

  const told = async (answer: Response) => {
    if (!answer.ok) throw new Error(await answer.text())
    return (await answer.json()) as Enrolment & { id: string; code: string }
  }
  const browser = () => {
    const one = {
      cookie: undefined as string | undefined,
      async send(path: string, init: RequestInit) {
        const headers = new Headers(init.headers)
        if (one.cookie !== undefined) headers.set('Cookie', one.cookie)
        const answer = await fetch(`${office}${path}`, { ...init, headers })
        one.cookie = answer.headers.get('Set-Cookie')?.split(';')[0] ?? one.cookie
        return answer
      },
      async post(path: string, form: unknown) {
        const headers = { 'Content-Type': 'application/json' }
        return one.send(path, { method: 'POST', headers, body: JSON.stringify(form) })
      },
      async enrolled(path: string, form: unknown) {
        return told(await one.post(path, form))
      },
    }
    return one
  }
  const first = browser()
  const second = browser()
  const now = new Date().toISOString()
  const founded = await first.enrolled('/api/setup', { code: started.value.setUpCode, ...FORM })
  const invited = await first.enrolled('/api/invitations', {
    name: '廖姐',
    role: 'supervisor',
    place: founded.compound,
    from: '2020-01-01',
    deviceKind: 'own',
  })
  const joined = await told(await enters(second.post, first.post, invited))
  withBrowserHalf(() => second.cookie)
  const device = await Volunteer.joined(joined, aCutWire(second.send), now)
  // The product's own code of the device, over the way that breaks.
  const to = { endpoint: `http://127.0.0.1:${way.port}${PHOTOS_PATH}`, closed: CLOSED }
  device.upload = (hash, parcel) => uploadPhoto(to, hash, parcel)
  const other = await Volunteer.joined(founded, aCutWire(first.send), now)
  await device.sync()
  await other.sync()
  return {
    device,
    other,
    way,
    async close() {
      way.close()
      started.value.hangUp()
      await listening.value.close(0)
      await started.value.close()
      await store.value.close()
      await rm(folder, { recursive: true, force: true })
      if (failures.length > 0) throw new Error('the server failed', { cause: failures[0] })
    },
  }
}
