import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Epoch } from '#domain/ids.ts'
import { type Listening, listen } from '#server/listen.ts'
import { type Started, start } from '#server/start.ts'
import { tokenIn } from '#server/people/ticket.ts'
import type { Waiting } from '#wire/invitations.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { Meaning, Who } from './ask.ts'
import type { Engine } from './engine.ts'
import { type Held, heldBy } from './state.ts'
import { KEYS } from './keys.ts'
import { type People, settle } from './people.ts'
import { PASSPHRASE } from './roster.ts'
import { sealedPool } from './sealed.ts'

/** Monday, 07:00 in Shanghai; each request comes seven seconds later, so that guesses are forgotten in time. */
const MORNING = Date.parse('2026-03-01T23:00:00.000Z')
const STEP = 7000
/** Ids that one request may need at most. */
const IDS = 10_000
/** A handler that is not done after this, although nobody listens any more, is never done. */
const PATIENCE = 20_000

/** Where a device stands in its talk with the server, as the device itself would know it. */
interface Position {
  stream: string
  epoch: string
  acked: number
  cursor: string
}

export interface World {
  readonly started: Started
  readonly port: number
  /** What a developer would have to look at. */
  readonly failures: { readonly route: string; readonly error: unknown }[]
  /** Everything that is kept: the database, the files. */
  readonly held: Held
  meaning(who: Who): Meaning
  /** The app's handler, with a note of what is under way. */
  fetch(request: Request): Promise<Response>
  /** Resolves when no request is under way and what is noted is written. */
  quiet(): Promise<void>
  /** The device takes a reply; `path` and what was sent tell whether it is its own. */
  heard(who: Who, path: string, sent: string, status: number, text: string): Promise<void>
  readonly isSetUp: boolean
  stop(): Promise<void>
}

/** A whole server, listening, with everything about it that could be chance counted instead. */
export async function aWorld(engine: Engine, kind: 'compound' | 'fresh'): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'linbian-fuzz-'))
  let clock = MORNING
  let ids = 0
  const newId = () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`
  const now = () => new Date(clock)
  await mkdir(join(folder, 'keys'))
  await writeFile(join(folder, 'keys', 'server.json'), JSON.stringify(KEYS))
  const client = await aClient(join(folder, 'client'))

  const opened = await engine.open(folder, () => `${now().toISOString()} first` as Epoch)
  const failures: World['failures'] = []
  const made = await start(opened.store, {
    dataDir: folder,
    origin: undefined,
    https: false,
    client: { folder: client, earlier: [] },
    version: 'test',
    restore: false,
    demo: kind === 'compound',
    now,
    newId,
    addressOf: (c) => c.req.header('X-Test-Address') ?? `192.0.2.${clock % 251}`,
    failed: (what) => void failures.push(what),
  })
  if (!made.ok) throw new Error(made.refused)
  const started = made.value
  ids = IDS

  const under = { way: 0 }
  let requests = 10
  const fetch = async (request: Request, env: object = {}): Promise<Response> => {
    under.way += 1
    clock += STEP
    // Each request counts on from a number of its own: what one engine asks for apart does not shift the rest.
    ids = (requests += 1) * IDS
    try {
      return await started.app.fetch(request, env)
    } finally {
      under.way -= 1
    }
  }
  const listening = await onAPort(fetch)
  const people = kind === 'compound' ? await peopleOf(started, now) : undefined
  const positions = new Map<Who, Position>()
  const position = (who: Who): Position => {
    const epoch = people?.who[who === 'nobody' ? 'volunteer' : who].enrolment.epoch ?? ''
    const found = positions.get(who) ?? { stream: `stream-of-${who}`, epoch, acked: 0, cursor: '' }
    positions.set(who, found)
    return found
  }
  const places = people ? await placesOf(started, people) : []
  const envelopes = (people?.said ?? []).flatMap(
    (text) => (JSON.parse(text) as { changes: object[] }).changes,
  )
  const sealed = people ? await sealedPool(people) : []

  /** What stands on the screen of whoever confirmed an invitation last. */
  let digits = '000000'
  await started.close()
  return {
    started,
    port: listening.port,
    failures,
    held: await heldBy(opened.watch, folder),
    fetch,
    meaning:
      (who) =>
      (word, number = 0) => {
        const somebody = people?.who[who === 'nobody' ? 'volunteer' : who]
        const of = <T>(list: readonly T[] | undefined) =>
          list && list.length > 0 ? list[number % list.length] : undefined
        switch (word) {
          case 'cookie':
            return who === 'nobody' ? '' : (somebody?.cookie ?? '')
          case 'setUpCode':
            return started.setUpCode ?? 'ABCD2345'
          case 'passphrase':
            return PASSPHRASE
          case 'tenant':
          case 'device':
          case 'person':
          case 'compound':
            return somebody?.enrolment[word] ?? word
          case 'board':
            return somebody?.enrolment.tenant.slice(0, 8) ?? word
          case 'stream':
          case 'epoch':
          case 'cursor':
            return position(who)[word]
          case 'acked':
            return String(position(who).acked)
          case 'n':
            return String(position(who).acked + 1)
          case 'place':
            return of(places) ?? 'place'
          case 'code':
            return of(people?.invitations)?.code ?? 'code'
          case 'secret':
            return of(people?.invitations)?.link.split('#')[1] ?? 'secret'
          case 'invitation':
            return of(people?.invitations)?.id ?? 'invitation'
          case 'digits':
            return digits
          case 'spare':
            return of(people?.spare)?.device ?? 'spare'
          case 'anybody':
            return of(people?.spare)?.person ?? 'anybody'
          case 'said':
            return of(people?.said)
          case 'letter':
            return of(envelopes.map(inside))
          case 'sealed':
            return of(sealed)
          default:
            return undefined
        }
      },
    async quiet() {
      const until = performance.now() + PATIENCE
      // Handlers end after their answers; a turn of the event loop each is enough.
      while (under.way > 0 && performance.now() < until)
        await new Promise<void>((resolve) => setTimeout(resolve, 1))
      if (under.way > 0) {
        failures.push({ route: 'quiet', error: new Error(`a request is under way for ${PATIENCE} ms`) })
        under.way = 0
      }
      await started.close()
    },
    async heard(who, path, sent, status, text) {
      if (status === 202 && path === '/api/join') digits = (JSON.parse(text) as Waiting).waiting
      if (status !== 200 || who === 'nobody') return
      if (path === '/api/leave') return comeBack(started, people!, who)
      if (path === '/api/sync') follow(position(who), sent, text)
    },
    get isSetUp() {
      return kind === 'compound'
    },
    async stop() {
      started.hangUp()
      await listening.close(100)
      await started.close()
      await opened.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function onAPort(fetch: (request: Request) => Promise<Response>): Promise<Listening> {
  const found = await listen(fetch, { port: 0, host: '127.0.0.1' })
  if (!found.ok) throw new Error(found.refused)
  return found.value
}

async function aClient(folder: string): Promise<string> {
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>邻边</title>')
  await writeFile(join(folder, 'sw.js'), '// worker')
  await writeFile(join(folder, 'assets', 'app.js'), 'x'.repeat(5000))
  return folder
}

function peopleOf({ app, office, setUpCode }: Started, now: () => Date): Promise<People> {
  const reach = async (path: string, init: RequestInit) => app.request(path, init)
  return settle(reach, office, setUpCode ?? '', () => now().toISOString())
}

async function placesOf({ office }: Started, people: People): Promise<readonly string[]> {
  const { tenant } = people.who.officer.enrolment
  const places = await office.log.transact(tenant, (tx) => tx.recordsOf('place'))
  return places.map(({ id }) => id as string).toSorted()
}

/** The fields of an envelope without its place in a queue. */
function inside(envelope: object): string {
  const { n: _, ...rest } = envelope as Record<string, unknown>
  return JSON.stringify(rest).slice(1, -1)
}

/** Who has left comes in again by the same cookie: the next requests need them. */
async function comeBack({ office }: Started, people: People, who: Exclude<Who, 'nobody'>): Promise<void> {
  const { cookie, enrolment } = people.who[who]
  const token = tokenIn(decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)))
  const hash = await office.seals.digest(`session ${token}`)
  const session = { hash, device: enrolment.device, person: enrolment.person, opened_at: '' }
  if (who === 'forgotten') return
  await office.db
    .insertInto('sessions')
    .values(session)
    .onConflict((on) => on.doNothing())
    .execute()
}

/** What the device would remember of a reply to a request in its own stream. */
function follow(at: Position, sent: string, text: string): void {
  let request: Partial<Record<string, unknown>>
  try {
    request = JSON.parse(sent.replace(/^\ufeff/, '')) as typeof request
  } catch {
    return
  }
  if (typeof request !== 'object' || request === null || request['stream'] !== at.stream) return
  const reply = JSON.parse(text) as SyncReply
  if (reply.turn === undefined) {
    at.acked = reply.acked
    if (request['cursor'] === at.cursor) at.cursor = reply.to
    return
  }
  at.epoch = reply.epoch
  at.acked = 0
  at.stream = `${at.stream.split('/')[0]}/${Number(at.stream.split('/')[1] ?? 0) + 1}`
}
