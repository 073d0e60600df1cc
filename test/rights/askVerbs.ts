import { fold } from '#domain/catalogue.ts'
import { type Outcome, took } from '#domain/change.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import type { Role } from '#domain/roles.ts'
import { same } from '#domain/merge.ts'
import { stamped } from '#test/models/history.ts'
import type { Only } from './askAll.ts'
import { Cells } from './cells.ts'
import { GROUPS } from './groups.ts'
import { groupOf, inPlace, type InPlace, SOMEBODY } from './inPlace.ts'
import { ALL_ROLES, type Situation, SITUATIONS } from './roles.ts'
import { asMine, asOthers, type Sample } from './samples.ts'
import { VERBS, type VerbRow } from './verbs.ts'
import type { Caller, World } from './world.ts'

/**
 * On which record: one that it makes, one's own, somebody else's. Beside them what must tell nothing to whoever has no such right:
 * a record that is not here, and a create of one that is.
 */
type On = 'new' | 'mine' | 'others' | 'missing' | 'taken'

type Says =
  | 'takes'
  | 'takes, marked as late'
  | 'refused'
  | 'waits'
  | 'held: idTaken'
  | 'nothing of ours is touched'

interface Cell extends InPlace {
  readonly id: string
  readonly name: string
  readonly on: On
  readonly says: Says
}

const BATCH = 150
const AT_ONCE = '2026-03-04T03:59:00.000Z'

/** Every change by everybody, everywhere they may stand; one exchange for a great many of them. */
export async function askVerbs(
  world: World,
  samples: ReadonlyMap<string, Sample>,
  only: Only = {},
): Promise<Cells> {
  const cells = new Cells()
  let made = 0
  for (const role of only.roles ?? ALL_ROLES) {
    for (const situation of only.situations ?? SITUATIONS) {
      const caller = await world.caller(role, situation, 'own')
      const asked = [...samples.values()].flatMap((sample) =>
        onWhat(sample, situation).map((on) => cellOf(sample, on, role, situation, caller, (made += 1))),
      )
      cells.cells += asked.length
      await world.put(asked.flatMap(groundOf))
      await ask(world, caller, asked, { role, situation }, cells)
    }
  }
  cells.add(await askNobody(world, samples, made))
  return cells
}

/** What must be here before it is said. */
const groundOf = ({ before, ground }: InPlace): readonly Recorded[] =>
  [ground, before].flatMap((one) => one ?? [])

function onWhat({ before }: Sample, situation: Situation): readonly On[] {
  const also = situation === 'ownPlace'
  return before
    ? ['mine', 'others', ...(also ? (['missing'] as const) : [])]
    : ['new', ...(also ? (['taken'] as const) : [])]
}

function cellOf(
  sample: Sample,
  on: On,
  role: Role,
  situation: Situation,
  { person }: Caller,
  nth: number,
): Cell {
  const { name } = sample
  const row = VERBS[name]
  if (!row) throw new Error(`${name} has no row in test/rights/verbs.ts`)
  const meant = inPlace(on === 'others' ? asOthers(sample) : asMine(sample), person, nth)
  const id = `change-${nth}`
  const cell = { ...meant, id, name, on, says: saysOf(row, on, role, situation) }
  mustTake(cell, person)
  if (on === 'missing') return { id, name, on, says: cell.says, record: cell.record, args: cell.args }
  return on === 'taken' ? { ...cell, before: madeBefore(cell) } : cell
}

/** The same, made before by somebody else, where nobody of the world reads it. */
function madeBefore({ name, record, args }: Cell): Recorded {
  const change = { id: 'earlier', record, name, v: 1, actor: SOMEBODY, at: AT_ONCE, args }
  const made = fold(undefined, change as Parameters<typeof fold>[1], stamped(1)).record
  if (!made) throw new Error(`${name} makes nothing`)
  const nowhere = 'nowhere' as RecordId
  return { ...made, place: nowhere, ...('parent' in made && { parent: nowhere }) }
}

/** Whatever refuses it is a right: the record itself would take it. */
function mustTake({ name, on, record, before, args, id }: Cell, actor: string): void {
  const change = { id, record, name, v: 1, actor, at: AT_ONCE, args } as Parameters<typeof fold>[1]
  const { outcome } = fold(before, change, stamped(2))
  const own = VERBS[name]?.more
  const known = outcome.is === 'held' && outcome.why === 'notAllowed'
  if (took(outcome) || (known && own?.has(on === 'others' ? 'ownOnly' : 'othersOnly'))) return
  throw new Error(`${name} on ${on}: the sample does not take: ${JSON.stringify({ outcome, before, args })}`)
}

function saysOf({ roles, more }: VerbRow, on: On, role: Role, situation: Situation): Says {
  if (situation === 'otherCompound') return 'nothing of ours is touched'
  const has = roles.has(role)
  if (on === 'missing') return has || more.has('author') ? 'waits' : 'refused'
  if (on === 'taken') return has ? 'held: idTaken' : 'refused'
  const own = on !== 'others'
  if (own && more.has('author') && on === 'mine') return 'takes'
  if (!has || more.has(own ? 'othersOnly' : 'ownOnly')) return 'refused'
  if (situation === 'expired') return own && more.has('late') ? 'takes, marked as late' : 'refused'
  if (situation !== 'otherPlace' || more.has('anywhere')) return 'takes'
  return own && more.has('ownAnywhere') ? 'takes' : 'refused'
}

async function ask(
  world: World,
  caller: Caller,
  asked: readonly Cell[],
  who: { readonly role: Role; readonly situation: Situation },
  cells: Cells,
): Promise<void> {
  for (let acked = 0; acked < asked.length; acked += BATCH) {
    const batch = asked.slice(acked, acked + BATCH)
    const changes = batch.map(({ id, record, name, args }, index) => ({
      n: acked + index + 1,
      id,
      record,
      name,
      v: 1,
      actor: caller.person,
      body: { open: { at: AT_ONCE, args } },
    }))
    const { outcomes, own } = await world.sync(caller, { acked, changes })
    const told = new Map(outcomes.map((one) => [one.id as string, one.outcome]))
    const shown = new Set(own.flatMap((state) => ('record' in state ? [state.record.id] : [])))
    const there = await world.there(batch.map(({ record }) => record))
    for (const cell of batch) {
      const label = `${cell.name} by ${who.role}, ${who.situation}, on ${cell.on}`
      const now = there.get(cell.record)
      const outcome = told.get(cell.id)
      const found =
        shown.has(cell.record) && !mayBeShown(cell, now, who, caller) ? 'shown' : foundIn(cell, outcome, now)
      cells.held(label, cell.says, found)
    }
  }
}

/** What came of it, as the answer and the log say; where they differ, that is what is found. */
function foundIn({ says, before }: Cell, outcome: Outcome | undefined, now: Recorded | undefined): string {
  const untouched = before ? same(now, before) : now === undefined
  if (says === 'nothing of ours is touched') return untouched ? says : 'ours is touched'
  if (!outcome) return 'no outcome'
  if (outcome.is === 'waits') return untouched ? 'waits' : 'waits, and is touched'
  if (outcome.is === 'held')
    return !untouched
      ? `held: ${outcome.why}, and is touched`
      : outcome.why === 'notAllowed'
        ? 'refused'
        : `held: ${outcome.why}`
  return outcome.is === 'applied' && outcome.lapsed ? 'takes, marked as late' : 'takes'
}

/** The state that comes back beside an answer is for its readers, as a page is. */
function mayBeShown(
  { on, before }: Cell,
  now: Recorded | undefined,
  { role, situation }: { readonly role: Role; readonly situation: Situation },
  { person }: Caller,
): boolean {
  const record = now ?? before
  if (on !== 'others' || !record) return on !== 'taken'
  const { group, people } = groupOf(record)
  const { roles, wide, author } = GROUPS[group]
  // Whose hands it is in.
  if (author && people.includes(person) && !['revoked', 'copied', 'expired'].includes(situation)) return true
  if (situation === 'ownPlace') return roles.has(role)
  return situation === 'otherPlace' && wide && roles.has(role)
}

/** Whoever is not let in says all of it at once: it is not read, and nothing of it is kept. */
async function askNobody(world: World, samples: ReadonlyMap<string, Sample>, made: number): Promise<Cells> {
  const cells = new Cells()
  const us = await world.caller('officer', 'ownPlace', 'own')
  const all = [...samples.values()].map((sample, nth) => ({
    name: sample.name,
    ...inPlace(sample, us.person, made + nth + 1),
    id: `nobody-${nth}`,
  }))
  await world.put(all.flatMap(groundOf))
  const changes = all.map(({ id, record, name, args }, n) => ({
    n: n + 1,
    id,
    record,
    name,
    v: 1,
    actor: us.person,
    body: { open: { at: AT_ONCE, args } },
  }))
  cells.cells += all.length
  const said = { protocol: 1, request: 'q', tenant: us.tenant, device: us.device, stream: 'none', epoch: '' }
  const rest = { acked: 0, cursor: '', changes, unsent: 0, limit: 0 }
  const { status } = await world.send('POST /api/sync', undefined, { ...said, ...rest })
  const there = await world.there(all.map(({ record }) => record))
  for (const { name, record, before } of all) {
    const untouched = before ? same(there.get(record), before) : there.get(record) === undefined
    cells.held(`${name} by nobody`, 'signInFirst', status === 401 && untouched ? 'signInFirst' : `${status}`)
  }
  return cells
}
