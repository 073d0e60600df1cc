import { fold } from '#domain/catalogue.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Group, Role } from '#domain/roles.ts'
import { did, stamped } from '#test/models/history.ts'
import type { Only } from './askAll.ts'
import { Cells } from './cells.ts'
import { type GroupRow, GROUPS } from './groups.ts'
import { groupOf, inPlace, SOMEBODY } from './inPlace.ts'
import { ALL_ROLES, type Situation, SITUATIONS } from './roles.ts'
import { asOthers, type Sample } from './samples.ts'
import { type Caller, door, OURS, type World } from './world.ts'

export const ALL_GROUPS = Object.keys(GROUPS) as readonly Group[]

const DEVICES: readonly DeviceKind[] = ['own', 'shared']

/** Far from the numbers of the other cells. */
const NUMBERS = 1_000_000

/**
 * Every group by everybody, everywhere, on both kinds of device: what the pages really bring of records that lie in their place,
 * and what of those they wrote themselves; and the parts that the answer names.
 */
export async function askGroups(
  world: World,
  samples: ReadonlyMap<string, Sample>,
  only: Only = {},
): Promise<Cells> {
  const cells = new Cells()
  const others = statesOf(samples)
  for (const group of ALL_GROUPS)
    if (!others.has(group)) throw new Error(`no sample of any kind lies in the group ${group}`)
  await world.put([...others.values()].flat())

  let nth = NUMBERS * 2
  for (const role of only.roles ?? ALL_ROLES) {
    for (const situation of only.situations ?? SITUATIONS) {
      for (const kind of DEVICES) {
        const caller = await world.caller(role, situation, kind)
        const own = writtenBy(caller, others, () => (nth += 1))
        if (caller.tenant === OURS) await world.put([...own.values()])
        const sent = await walked(world, caller)
        cells.cells += ALL_GROUPS.length * 2
        for (const group of ALL_GROUPS) {
          const row: GroupRow = GROUPS[group]
          const label = `${group} to ${role}, ${situation}, on ${kind === 'own' ? 'their own device' : 'a shared one'}`
          const here = reads(row, role, situation, kind)
          const named = caller.tenant === OURS && sent.parts.has(group)
          const found =
            named === isNamed(row, role, situation, kind)
              ? foundOf(others.get(group) ?? [], sent.ids)
              : 'another part named'
          cells.held(label, said(here), found)
          const mine = own.get(group)
          const theirs = here || readsOwn(row, situation, kind)
          cells.held(
            `${label}, written by them`,
            said(theirs),
            said(mine !== undefined && sent.ids.has(mine.id)),
          )
        }
      }
    }
  }
  cells.add(await askNobody(world))
  return cells
}

function reads(row: GroupRow, role: Role, situation: Situation, kind: DeviceKind): boolean {
  if (!row.roles.has(role) || (kind === 'shared' && !row.shared)) return false
  return situation === 'ownPlace' || (situation === 'otherPlace' && row.wide)
}

/** Among the parts that the answer names, by which a device forgets the others. */
function isNamed(row: GroupRow, role: Role, situation: Situation, kind: DeviceKind): boolean {
  return (
    reads(row, role, situation, kind) || (situation === 'otherPlace' && reads(row, role, 'ownPlace', kind))
  )
}

function readsOwn(row: GroupRow, situation: Situation, kind: DeviceKind): boolean {
  const stands = situation === 'ownPlace' || situation === 'otherPlace'
  return row.author && stands && (kind === 'own' || row.shared)
}

const said = (reads: boolean) => (reads ? 'sent' : 'nothing')

function foundOf(records: readonly Recorded[], sent: ReadonlySet<RecordId>): string {
  const there = records.filter(({ id }) => sent.has(id))
  if (there.length === 0) return 'nothing'
  return there.length === records.length ? 'sent' : `${there.length} of ${records.length} sent`
}

/** What every sample was before and is afterwards, begun by somebody else, by the group it lies in. */
function statesOf(samples: ReadonlyMap<string, Sample>): ReadonlyMap<Group, readonly Recorded[]> {
  const states = new Map<Group, Recorded[]>()
  let nth = NUMBERS
  for (const sample of samples.values()) {
    for (const after of [false, true]) {
      const { before, args, record } = inPlace(asOthers(sample), SOMEBODY, (nth += 1))
      const made = did(2, sample.name, args, SOMEBODY, record)
      const state = after ? fold(before, made, stamped(2)).record : before
      // Whom else a record names reads it too: here nobody of the world.
      if (!state || !(state.place === door(nth) || state.kind === 'place')) continue
      const { group } = groupOf(state)
      states.set(group, [...(states.get(group) ?? []), state])
    }
  }
  return states
}

/** One record of each group that names its author to its readers, written by them. */
function writtenBy(
  { person }: Caller,
  others: ReadonlyMap<Group, readonly Recorded[]>,
  nth: () => number,
): ReadonlyMap<Group, Recorded> {
  const own = new Map<Group, Recorded>()
  for (const [group, records] of others) {
    const found = records[0]
    if (found) own.set(group, { ...found, id: `own.${nth()}` as RecordId, author: person })
  }
  return own
}

async function walked(
  world: World,
  caller: Caller,
): Promise<{ ids: ReadonlySet<RecordId>; parts: ReadonlySet<Group> }> {
  const ids = new Set<RecordId>()
  const parts = new Set<Group>()
  let cursor = ''
  for (let page = 0; page < 1000; page += 1) {
    const reply = await world.sync(caller, { cursor, limit: 1000 })
    for (const { id } of reply.records) ids.add(id)
    for (const part of reply.parts) if ('group' in part) parts.add(part.group)
    if (cursor !== '' && !reply.more) return { ids, parts }
    cursor = reply.to
  }
  throw new Error('a walk without an end')
}

async function askNobody(world: World): Promise<Cells> {
  const cells = new Cells()
  const { tenant, device } = await world.caller('officer', 'ownPlace', 'own')
  const said = { protocol: 1, request: 'q', tenant, device, stream: 's', epoch: '', acked: 0, cursor: '' }
  const answer = await world.send('POST /api/sync', undefined, {
    ...said,
    changes: [],
    unsent: 0,
    limit: 1000,
  })
  const text = await answer.text()
  cells.cells += ALL_GROUPS.length
  for (const group of ALL_GROUPS)
    cells.held(
      `${group} to nobody`,
      'nothing',
      answer.status === 401 && !text.includes('records') ? 'nothing' : text,
    )
  return cells
}
