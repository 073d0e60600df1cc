import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeId, PersonId, RecordId } from '#domain/ids.ts'
import { basesIn } from '#store/bases.ts'
import { openBook } from '#store/book.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import type { OutboxRow, SentRow } from '#store/outbox.ts'
import { putPosition } from '#store/position.ts'
import { type RoundEnd, round } from '#sync/run.ts'
import { openStatus } from '#sync/status.ts'
import { position } from '#test/support/changes.ts'
import type { SyncRequest } from '#wire/messages.ts'
import { runs } from './runs.ts'
import { others, respond, restored, statesOf, type TinyReply, tinyServer } from './tinyServer.ts'

const WEATHER = [
  'lost',
  'lostAnswer',
  'twice',
  'portal',
  'tooLarge',
  'broken',
  'busy',
  'otherEcho',
  'half',
] as const
type Weather = (typeof WEATHER)[number] | 'good'

/** What happens before a round, and what the net makes of each question in it. */
interface Turn {
  readonly writes: number
  readonly theirs: number
  readonly scope: boolean
  /** A told restore to a log this long. */
  readonly restore: number | undefined
  readonly weather: readonly Weather[]
}

const turn: fc.Arbitrary<Turn> = fc.record({
  writes: fc.nat(6),
  theirs: fc.nat(3),
  scope: fc.constantFrom(false, false, false, false, true),
  restore: fc.option(fc.nat(30), { nil: undefined, freq: 6 }),
  weather: fc.array(fc.constantFrom<Weather>('good', 'good', ...WEATHER), { maxLength: 5 }),
})

const AT = '2026-03-04T07:00:00.000Z'

const EMPTY = {
  kind: 'shift',
  v: 1,
  place: 'root',
  author: 'wang',
  at: AT,
  day: '2026-03-04',
  window: 'morning',
  taps: [],
  checks: {},
  fills: {},
}

/** A state of the tiny server in the words of the wire. */
function worded(reply: TinyReply, request: SyncRequest): string {
  const record = ({ record: id, seq }: TinyReply['records'][number]) => ({ ...EMPTY, id, seq })
  return JSON.stringify({
    protocol: 1,
    request: request.request,
    epoch: reply.epoch,
    ...(reply.turn && { turn: reply.turn }),
    scope: reply.scope,
    parts: [{ place: 'root', group: 'bins' }],
    acked: reply.acked,
    outcomes: reply.outcomes.map((one) => ({ ...one, outcome: { is: 'applied' } })),
    own: reply.own.map((one) => ({ record: record(one) })),
    from: request.cursor,
    to: reply.to,
    records: reply.records.map(record),
    forget: [],
    more: reply.more,
    photos: [],
    serverTime: AT,
  })
}

async function live(turns: readonly Turn[], page: number) {
  const server = tinyServer(page)
  const disk = memoryDisk()
  await disk.write(['meta'], async (tx) => putPosition(tx, position()))
  const written: string[] = []
  let weather: Weather[] = []
  let asked = 0
  let ids = 0

  const post = async (body: string) => {
    asked += 1
    const request = JSON.parse(body) as SyncRequest
    const now = weather.shift() ?? 'good'
    if (now === 'lost') throw new Error('no way there')
    if (now === 'portal') return { status: 200, text: '<html>Please log in</html>' }
    if (now === 'tooLarge') return { status: 413, text: '' }
    if (now === 'broken') return { status: 502, text: 'Bad Gateway' }
    if (now === 'busy') return { status: 503, text: JSON.stringify({ refused: 'busy' }) }
    if (now === 'twice') respond(server, request)
    const text = worded(respond(server, request), request)
    if (now === 'lostAnswer') throw new Error('no way back')
    if (now === 'half') return { status: 200, text: text.slice(0, text.length / 2) }
    if (now === 'otherEcho') return { status: 200, text: text.replace(request.request, 'another') }
    return { status: 200, text }
  }
  const ends = {
    disk,
    book: openBook(),
    status: openStatus(),
    device: 'own',
    newId: () => `id-${(ids += 1)}`,
    post,
  } as const
  const write = () =>
    disk.write(['outbox'], async (tx) => {
      const id = `mine-${written.length}`
      written.push(id)
      const change = {
        id: id as ChangeId,
        record: `r${written.length % 5}` as RecordId,
        name: 'shift.tally',
        v: 1,
        actor: 'wang' as PersonId,
        body: { open: { at: AT, args: { counter: 'right' } } },
      }
      await tx.append('outbox', { change } satisfies OutboxRow)
    })
  const kept = () =>
    disk.read(['outbox', 'sent'], async (tx) => {
      const outbox = await tx.range<OutboxRow>('outbox')
      const sent = await tx.range<SentRow>('sent')
      return { outbox: outbox.map(({ value }) => value), sent: sent.map(({ value }) => value) }
    })
  const everythingIsKept = async () => {
    const { outbox, sent } = await kept()
    const here = [...sent, ...outbox].map(({ change }) => change.id as string)
    expect([...here].sort()).toEqual([...written].sort())
    const there = server.log.map(({ id }) => id)
    expect(new Set(there).size).toBe(there.length)
  }

  for (const one of turns) {
    for (let index = 0; index < one.writes; index += 1) await write()
    for (let index = 0; index < one.theirs; index += 1) others(server, `r${index + 3}`)
    if (one.scope) server.scope += 1
    if (one.restore !== undefined) restored(server, Math.min(one.restore, server.log.length), true)
    weather = [...one.weather]
    await round(ends)
    await everythingIsKept()
  }
  weather = []
  asked = 0
  const end: RoundEnd = await round(ends)
  await everythingIsKept()
  const bases = await disk.read(['pages', 'singles'], basesIn)
  return { server, written, end, asked, ...(await kept()), bases, book: ends.book, status: ends.status }
}

describe('the runner, with the store it stands on', () => {
  it('INV-5 INV-2 INV-10 W10 whatever the net made of earlier rounds, one good round of at most 200 questions sends all, forgets nothing and knows what the server knows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(turn, { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        async (turns, page) => {
          const { server, written, end, asked, outbox, sent, bases, book, status } = await live(turns, page)
          expect(end).toBe('done')
          expect(asked).toBeLessThanOrEqual(200)
          expect(outbox).toEqual([])
          expect(sent.filter((row) => row.again)).toEqual([])
          for (const id of written) expect(server.log.filter((one) => one.id === id)).toHaveLength(1)
          const known = (all: Iterable<{ readonly id: string }>) =>
            [...all]
              .map((one) => ({ record: one.id, seq: (one as unknown as { seq: number }).seq }))
              .sort((a, b) => a.seq - b.seq)
          expect(known(bases.values())).toEqual(statesOf(server))
          // The book in memory says what a start from the disk would say.
          expect(known(book.bases())).toEqual(statesOf(server))
          expect(status.getState()).toMatchObject({ link: 'good', unsent: 0, complete: true })
        },
      ),
      runs(120),
    )
  })
})
