import type { DeviceId } from '#domain/ids.ts'
import { createStore } from 'zustand/vanilla'
import { compoundPlace } from '#domain/places.ts'
import { dayOf } from '#domain/workingDays.ts'
import { openBook } from '#store/book.ts'
import { commit } from '#store/commit.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { openStatus } from '#sync/status.ts'
import type { App, DeviceState } from '#ui/state/app.ts'
import { plainSeals } from '#test/support/plainSeals.ts'
import { type As, appointmentsFor, inventedRecords, NOW, PEOPLE, TENANT } from './invented.ts'
import { matterFromAddress } from './matter.ts'
import { othersFromAddress } from './others.ts'

/** What the screens are handed, on invented records in memory. `asked` says for whom, when and in which state. */
export async function inventedApp(asked: URLSearchParams): Promise<App> {
  const as = (asked.get('as') ?? 'gridWorker') as As
  const person = PEOPLE[as]
  const book = openBook()
  book.load([...inventedRecords(), ...othersFromAddress(asked), ...matterFromAddress(asked)], [])
  const disk = memoryDisk()
  const status = openStatus()
  const now = () => asked.get('now') ?? NOW
  let ids = 0
  const newId = () => `own-${(ids += 1)}`
  const ctx = {
    tenant: TENANT,
    compound: compoundPlace(TENANT),
    me: person.id,
    deviceKind: asked.get('device') === 'shared' ? ('shared' as const) : ('own' as const),
    view: book,
    newId,
    now,
    commit: (intents: Parameters<typeof commit>[2]) =>
      commit({ disk, book, seals: plainSeals, tenant: TENANT, newId, now }, person.id, intents),
  }
  status.setState({ link: 'good', complete: true, lastGood: '2026-11-24T04:10:00.000Z' })
  if (asked.has('waiting')) {
    for (const [n, text] of ['灯不亮', '楼道堆了纸箱', '要人陪去医院'].entries()) {
      await ctx.commit([
        {
          record: `w${n}` as never,
          name: 'feedback.write',
          v: 1,
          args: {
            place: ctx.compound,
            text,
            category: 'lighting',
            urgency: 'u3',
            channel: 'face',
            affected: 1,
            heardAt: now(),
            name: 'none',
            photos: [],
          },
        },
      ])
    }
    status.setState({ unsent: 3, link: 'none' })
  }
  return {
    ctx,
    deviceId: 'phone' as DeviceId,
    editions: book.editions,
    status,
    person: { name: person.name, appointments: appointmentsFor(as) },
    device: createStore<DeviceState>(() => ({
      update: asked.has('update') ? 'waiting' : 'none',
      readyOffline: true,
      room: { is: asked.has('full') ? 'textOnly' : 'plenty' },
    })),
    takeUpdate: () => undefined,
    demo: asked.has('demo'),
    nudge: () => status.setState({ link: 'trying' }),
    receiptRead: () => status.setState({ notTaken: [] }),
    photosTold: () => status.setState({ refusedPhotos: [] }),
    waiting: book.waiting,
    unsent: async () => undefined,
    toFile: async () => 'done',
    drafts: {
      keep: async () => undefined,
      open: async () => undefined,
      list: async () => [],
      drop: async () => undefined,
      onTakenOut: () => () => undefined,
    },
    takePhoto: async () => ({ ok: false, refused: 'cannotDecode' }),
    keepSound: async () => ({ ok: true, value: { hash: 'a'.repeat(64) } }),
    photo: async () => ({ is: 'noWay' }),
    photosStand: async (hashes) => ({ of: hashes.length, waiting: 0, refused: 0 }),
    now,
    today: () => dayOf(now()),
  }
}
