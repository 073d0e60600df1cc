import { join } from 'node:path'
import { expect, test } from 'vitest'
import { heldId } from '#domain/held.ts'
import type { ChangeId, Epoch } from '#domain/ids.ts'
import { aFolder } from '#test/support/folder.ts'
import { aLogFile } from '#test/support/logFile.ts'
import { aWorld, openShift, TENANT, WANG } from './world.ts'

async function onAFile() {
  const file = await aLogFile(join(await aFolder(), 'poison.db'), 'epoch-1' as Epoch)
  if (!file.ok) throw new Error(file.refused)
  return aWorld(file.value)
}

test.each([2 ** 31, 2 ** 53, 2 ** 60, 1e300])(
  'W13 a version %d, which no column holds, is held with what came, and what follows goes on',
  async (v) => {
    const world = await onAFile()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const raw = { n: 1, ...openShift('s1'), v, body: { open: { at: '2026-03-04T07:00:00.000Z', args: {} } } }
    const reply = await tablet.send({ raw })
    expect(reply.outcomes.map(({ outcome }) => outcome)).toEqual([{ is: 'held', why: 'unreadable' }])
    const rows = await world.log.transact(TENANT, async (tx) => tx.rows(0, await tx.head()))
    expect(rows.find(({ change }) => change === raw.id)?.body).toEqual({
      raw: JSON.parse(JSON.stringify(raw)),
    })
    expect((await tablet.send(openShift('s2'))).outcomes.at(-1)?.outcome).toEqual({ is: 'applied' })
  },
)

test.each(['a\u0000b', '\ud800', 'x\udc00', '\u001b[31m'])(
  'W13 an id in somebody’s words that no database takes as a key (%j) is held, and kept as it came',
  async (place) => {
    const world = await onAFile()
    const tablet = world.device('tablet', [WANG])
    await tablet.walk()
    const opening = openShift('s1', { id: `bad-${place.length}` as ChangeId }, place as never)
    const reply = await tablet.send(opening)
    expect(reply.outcomes.at(-1)?.outcome).toEqual({ is: 'held', why: 'invalid' })
    const kept = await world.log.transact(TENANT, (tx) => tx.record(heldId(opening.id)))
    expect(kept?.record).toMatchObject({ body: { args: { place } } })
  },
)

test.each(['stream', 'request', 'tenant', 'device'])(
  'W13 a request whose %s is no key is refused whole',
  async (key) => {
    const world = await onAFile()
    const tablet = world.device('tablet', [WANG])
    expect(await tablet.tell({ ...tablet.request([]), [key]: 'a\u0000b' })).toEqual({ refused: 'unreadable' })
  },
)
