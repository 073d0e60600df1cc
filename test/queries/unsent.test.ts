import { describe, expect, test } from 'vitest'
import type { Change } from '#domain/change.ts'
import type { ActId, ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import { type UnsentState, unsentItems } from '#queries/unsent.ts'
import { openBook } from '#store/book.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { sealed } from '#store/outbox.ts'
import { unsentRows } from '#store/unsent.ts'
import { change, EAST_GATE, openShift, SHIFT, tap, TENANT, WANG } from '#test/support/changes.ts'
import { plainSeals } from '#test/support/plainSeals.ts'

const LI = 'li' as PersonId
const OFFLINE: UnsentState = { link: 'none' }
const EARLIER = '2026-03-04T06:00:00.000Z'
const NO_PHOTOS: readonly string[] = []

const remark = (record: string, rest: Partial<Change> = {}) =>
  change(
    'feedback.write',
    {
      place: EAST_GATE,
      text: `灯不亮 ${record}`,
      category: 'lighting',
      urgency: 'u3',
      channel: 'door_visit',
      affected: 1,
      heardAt: '2026-03-04T07:00:00.000Z',
      photos: [],
      name: 'none',
    },
    { record: record as RecordId, ...rest },
  )

/** What is in the outbox; the book shows what the person who is here can open. */
async function unsent(...changes: readonly Change[]) {
  const disk = memoryDisk()
  const rows = await Promise.all(changes.map((one) => sealed(plainSeals, TENANT, one)))
  await disk.write(['outbox'], async (tx) => {
    for (const row of rows) void tx.append('outbox', row)
  })
  const view = openBook()
  view.load(
    [],
    changes.filter(({ actor, name }) => actor === WANG || name.startsWith('shift')),
  )
  return { view, rows: await unsentRows(disk) }
}
const items = async (state: UnsentState, ...changes: readonly Change[]) => {
  const { view, rows } = await unsent(...changes)
  return unsentItems(view, WANG, { rows, photos: NO_PHOTOS }, state)
}

describe('the list of what is on this device only', () => {
  test('is empty where nothing is', async () => {
    expect(await items(OFFLINE)).toEqual([])
  })

  test('names own work as its person thinks of it: forty taps of one shift are one thing', async () => {
    const taps = Array.from({ length: 40 }, () => tap())
    expect(await items(OFFLINE, openShift(), ...taps, remark('f1', { at: EARLIER }))).toMatchObject([
      { own: { kind: 'shift', count: 1 }, why: 'noNetwork', todo: 'open', href: `/bins/${SHIFT}` },
      { own: { kind: 'feedback', text: '灯不亮 f1' }, why: 'noNetwork', todo: 'open', href: '/feedback/f1' },
    ])
  })

  test.each([
    [{ link: 'none' }, 'noNetwork', 'open'],
    [{ link: 'trying' }, 'sending', 'open'],
    [{ link: 'good' }, 'next', 'open'],
    [{ link: 'none', stopped: 'noLongerEnrolled' }, 'noLongerEnrolled', 'file'],
    [{ link: 'good', stopped: 'newerServer' }, 'newerServer', 'update'],
    [{ link: 'none', stopped: 'tooLarge' }, 'tooLarge', 'file'],
    [{ link: 'none', stopped: 'disk' }, 'disk', 'file'],
  ] as const)('says why it is still here and one thing to do: %o', async (state, why, todo) => {
    expect(await items(state, remark('f1'))).toMatchObject([{ why, todo }])
  })

  test('where a thing has no screen of its own, what is left to do is to send', async () => {
    const order = change('order.note', { text: '去看过了', photos: [] }, { record: 'o1' as RecordId })
    expect(await items(OFFLINE, order)).toMatchObject([{ kind: 'order', todo: 'send', count: 1 }])
  })

  test('of another person only kind, time and number are said, also where the words lie open', async () => {
    const others = { actor: LI }
    const shift = openShift({ ...others, record: 's2' as RecordId, at: '2026-03-04T08:00:00.000Z' })
    const list = await items(
      OFFLINE,
      shift,
      tap({ ...others, record: 's2' as RecordId, at: '2026-03-04T09:00:00.000Z' }),
      remark('f1', others),
      remark('f2', { ...others, at: '2026-03-04T10:00:00.000Z' }),
    )
    const same = { why: 'authorAway', todo: 'send', byOthers: true }
    expect(list).toEqual([
      { key: 'others shift', kind: 'shift', count: 1, at: '2026-03-04T09:00:00.000Z', ...same },
      { key: 'others feedback', kind: 'feedback', count: 2, at: '2026-03-04T10:00:00.000Z', ...same },
    ])
  })

  test('own work that cannot be shown any more is still counted by its kind', async () => {
    const { rows } = await unsent(remark('f1'), remark('f2'))
    expect(unsentItems(openBook(), WANG, { rows, photos: [] }, OFFLINE)).toMatchObject([
      { kind: 'feedback', count: 2, why: 'noNetwork', todo: 'send' },
    ])
  })

  test('what has arrived without its photo is named with that reason, and only once', async () => {
    const { view, rows } = await unsent(
      change(
        'incident.record',
        { place: EAST_GATE, type: 'overflow', action: 'reported_pm', photos: ['a'.repeat(64)] },
        { record: 'i1' as RecordId, act: 'a' as ActId },
      ),
    )
    const photos = ['a'.repeat(64)]
    expect(unsentItems(view, WANG, { rows, photos }, OFFLINE)).toHaveLength(1)
    expect(unsentItems(view, WANG, { rows: [], photos }, { link: 'good' })).toMatchObject([
      { key: 'photo i1', kind: 'incident', why: 'photo' },
    ])
  })

  test('three hundred remarks are three hundred lines, in the time of one look', async () => {
    const many = Array.from({ length: 300 }, (_, index) => remark(`f${index}`))
    const list = await items(OFFLINE, ...many)
    expect(new Set(list.map(({ key }) => key)).size).toBe(300)
  })

  test('the row of a sealed change still knows when it was written, and nothing of it leaves the device', async () => {
    const row = await sealed(plainSeals, TENANT, remark('f1', { id: 'c' as ChangeId }))
    expect(row.at).toBe('2026-03-04T07:00:00.000Z')
    expect(row.change).not.toHaveProperty('at')
  })
})
