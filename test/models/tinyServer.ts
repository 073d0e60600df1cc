import type { Envelope, SyncRequest } from '#wire/messages.ts'

/**
 * A server in one page: the rules W1, W2, W6, W7 and W8 as a reader of SPEC.md would write them down, without rights, bodies
 * and databases. What it keeps of a change is that it came, once.
 */
export interface TinyServer {
  epoch: number
  /** Stands for the rights of the device: another number, another walk. */
  scope: number
  /** Every change taken, in order; its place plus one is its `seq`. */
  log: { readonly id: string; readonly record: string }[]
  /** Stream → ids acknowledged in it, in order of `n`. */
  streams: Map<string, string[]>
  readonly page: number
}

export function tinyServer(page: number): TinyServer {
  return { epoch: 1, scope: 1, log: [], streams: new Map(), page }
}

/** Somebody else's work, unknown to the device. */
export function others(server: TinyServer, record: string): void {
  server.log.push({ id: `theirs-${server.epoch}-${server.log.length}`, record })
}

/** An older backup is put back. Told: the operator said so, a new epoch begins. Else it is for the devices to find out. */
export function restored(server: TinyServer, upTo: number, told: boolean): void {
  server.log = server.log.slice(0, upTo)
  const known = new Set(server.log.map(({ id }) => id))
  for (const [stream, ids] of server.streams) {
    const lost = ids.findIndex((id) => !known.has(id))
    if (lost >= 0) server.streams.set(stream, ids.slice(0, lost))
  }
  if (told) server.epoch += 1
}

export interface TinyReply {
  readonly epoch: string
  readonly turn?: 'fork' | 'epoch'
  readonly scope: string
  readonly acked: number
  readonly outcomes: readonly { readonly n: number; readonly id: string; readonly first: string }[]
  readonly own: readonly { readonly record: string; readonly seq: number }[]
  readonly records: readonly { readonly record: string; readonly seq: number }[]
  readonly to: string
  readonly more: boolean
}

type Asked = Omit<SyncRequest, 'request'>

export function respond(server: TinyServer, request: Asked): TinyReply {
  const epochTurn = (): TinyReply => ({
    epoch: epochOf(server),
    turn: 'epoch',
    scope: '',
    acked: 0,
    outcomes: [],
    own: [],
    records: [],
    to: '',
    more: false,
  })
  if (request.epoch !== epochOf(server)) return epochTurn()
  const cursor = cursorOf(request.cursor)
  const here = cursor?.epoch === server.epoch ? cursor : undefined
  const changes = request.changes as readonly Envelope[]
  const known = new Map(server.log.map(({ id }, index) => [id, index + 1]))
  const ahead = changes.some(({ id, first }) => first?.startsWith(`${server.epoch}:`) && !known.has(id))
  if (ahead || (here && here.at > server.log.length)) {
    server.epoch += 1
    return epochTurn()
  }
  const acked = server.streams.get(request.stream) ?? []
  if (request.acked > acked.length) return epochTurn()
  server.streams.set(request.stream, acked)

  let fork = false
  for (const { n, id, record } of changes) {
    if (n > acked.length + 1) break
    if (n <= acked.length) {
      fork ||= acked[n - 1] !== id
      continue
    }
    acked.push(id)
    if (known.has(id)) continue
    server.log.push({ id, record })
    known.set(id, server.log.length)
  }
  const last = changes.reduce((most, { n }) => Math.max(most, n), request.acked)
  const bare = {
    epoch: epochOf(server),
    scope: `scope-${server.scope}`,
    acked: acked.length,
    outcomes: [],
    own: [],
    records: [],
    to: request.cursor,
    more: true,
  }
  if (fork) return { ...bare, turn: 'fork' }
  if (request.unsent > 0 || acked.length < last) return bare

  const states = statesOf(server)
  const mine = acked.slice(request.acked)
  const outcomes = mine.map((id, index) => {
    const n = request.acked + 1 + index
    return { n, id, first: `${server.epoch}:${known.get(id) ?? 0}` }
  })
  const touched = new Set(mine.map((id) => server.log[(known.get(id) ?? 0) - 1]?.record ?? ''))
  const own = states.filter(({ record }) => touched.has(record))
  const taken = { ...bare, outcomes, own }
  const start = (at: number) => `${server.epoch}|${server.scope}|${at}`
  if (here?.scope !== server.scope) return { ...taken, to: start(0) }
  if (request.limit === 0) return { ...taken, more: here.at < server.log.length }

  const found = states.filter(({ seq }) => seq > here.at).slice(0, server.page)
  const end = found.length < server.page ? server.log.length : (found.at(-1)?.seq ?? here.at)
  return { ...taken, records: found, to: start(end), more: end < server.log.length }
}

/** Each record with the `seq` of its last change, in order of that. */
export function statesOf({ log }: TinyServer): { record: string; seq: number }[] {
  const last = new Map<string, number>()
  for (const [index, { record }] of log.entries()) last.set(record, index + 1)
  return [...last].map(([record, seq]) => ({ record, seq })).sort((a, b) => a.seq - b.seq)
}

export function epochOf({ epoch }: TinyServer): string {
  return `epoch-${epoch}`
}

function cursorOf(sealed: string): { epoch: number; scope: number; at: number } | undefined {
  const [epoch, scope, at] = sealed.split('|').map(Number)
  return epoch === undefined || scope === undefined || at === undefined ? undefined : { epoch, scope, at }
}
