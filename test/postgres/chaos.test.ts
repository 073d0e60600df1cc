import { beforeAll, expect, onTestFinished, test } from 'vitest'
import type { RecordId } from '#domain/ids.ts'
import type { Shift } from '#domain/bins/shift.ts'
import { countsOf, tapsIn } from '#domain/bins/tallies.ts'
import { DatabaseAway } from '#server/log/away.ts'
import { askPostgres, type Postgres, startPostgres } from '#test/support/aPostgres.ts'
import { aCompound, aServer, type Browser, type TestServer } from '#test/support/aServer.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { Enrolment } from '#wire/office.ts'

let postgres: Postgres
beforeAll(async () => {
  postgres = await startPostgres()
  return () => postgres.stop()
})

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Taps at the bins until it is told to stop; sends each tap until it is acknowledged, to whichever server answers. */
class Robot {
  readonly shift = crypto.randomUUID() as string as RecordId
  readonly acked: string[] = []
  refused = 0
  #on = true
  readonly #stream = crypto.randomUUID()
  readonly #browsers: readonly Browser[]
  readonly #me: Enrolment

  constructor(me: Enrolment, cookie: string | undefined, servers: readonly TestServer[]) {
    this.#me = me
    this.#browsers = servers.map((one) => Object.assign(one.browser(), { cookie }))
  }

  async work(place: RecordId): Promise<void> {
    await this.#send('shift.open', { place, day: '2026-03-02', window: 'morning' })
    while (this.#on) await this.#send('shift.tally', { counter: 'right' })
  }

  stop(): void {
    this.#on = false
  }

  async #send(name: string, args: object): Promise<void> {
    const n = this.acked.length + 1
    const id = crypto.randomUUID()
    const body = { open: { at: '2026-03-01T23:10:00.000Z', args } }
    const change = { n, id, record: this.shift, name, v: 1, actor: this.#me.person, body }
    const { tenant, device, epoch } = this.#me
    const stood = { stream: this.#stream, epoch, acked: n - 1, cursor: '', unsent: 0, limit: 0 }
    for (;;) {
      const request = {
        protocol: 1,
        request: crypto.randomUUID(),
        tenant,
        device,
        ...stood,
        changes: [change],
      }
      const browser = this.#browsers[Math.floor(Math.random() * this.#browsers.length)]!
      const answer = await browser.post('/api/sync', request)
      if (answer.status === 503) {
        expect(await answer.json()).toEqual({ refused: 'serverBusy', retryAfter: 5 })
        this.refused += 1
        await wait(20)
        continue
      }
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
      const reply = (await answer.json()) as SyncReply
      // A server that had forgotten what it acknowledged would ask for another stream.
      expect(reply.turn).toBeUndefined()
      expect(reply.outcomes).toMatchObject([{ n, id, outcome: { is: 'applied' } }])
      this.acked.push(id)
      return
    }
  }
}

async function aBusyCompound() {
  const name = `chaos_${Date.now()}`
  await askPostgres(postgres.at, `create database ${name} template template0`)
  const databaseUrl = `${postgres.at}/${name}`
  const world = await aCompound({ databaseUrl })
  const other = await aServer({ folder: world.folder, databaseUrl })
  const servers = [world.server, other]
  const robots: Robot[] = []
  for (const name of ['廖姐', '老唐', '周婆婆', '小罗']) {
    const { browser, enrolment } = await world.joined({ name, role: 'supervisor', deviceKind: 'shared' })
    robots.push(new Robot(enrolment, browser.cookie, servers))
  }
  const { tenant } = world.enrolment
  const places = await other.started.office.log.transact(tenant, (tx) => tx.recordsOf('place'))
  const point = places.find((one) => (one as { what?: string }).what === 'binPoint')!.id
  onTestFinished(() => robots.forEach((one) => one.stop()))
  const working = robots.map((one) => one.work(point))
  const acked = () => robots.reduce((sum, one) => sum + one.acked.length, 0)
  const refused = () => robots.reduce((sum, one) => sum + one.refused, 0)
  return {
    servers,
    name,
    /** Whether enough was taken and refused to tell anything: a slow machine takes longer, not less. */
    isTelling: () => acked() > 20 && refused() > 5,
    /** Lets them end what they are at, and compares what is there with what they were told. */
    async judge() {
      for (const one of robots) one.stop()
      await Promise.all(working)
      const { rows, shifts } = await other.started.office.log.transact(tenant, async (tx) => ({
        rows: await tx.rows(0, await tx.head()),
        shifts: await Promise.all(robots.map(({ shift }) => tx.record(shift))),
      }))
      const there = rows.map(({ change }) => change as string)
      const taken = robots.flatMap((one) => one.acked)
      return {
        lost: taken.filter((one) => !there.includes(one)).length,
        doubled: there.length - new Set(there).size,
        gaps: rows.filter(({ seq }, index) => seq !== index + 1).length,
        counted: shifts.map((one) => (one ? tapsIn(countsOf(one.record as Shift)) : 0)),
        tapped: robots.map((one) => one.acked.length - 1),
        strange: servers
          .flatMap(({ failures }) => failures)
          .filter(({ error }) => !(error instanceof DatabaseAway)),
      }
    },
  }
}

test('INV-1 INV-3 connections of two servers are cut at random: nothing acknowledged is lost, nothing is done twice', async () => {
  const { judge, name, isTelling } = await aBusyCompound()
  for (let cut = 0; cut < 60 || !isTelling(); cut += 1) {
    await wait(30 + Math.random() * 60)
    await askPostgres(
      postgres.at,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' order by random() limit 2`,
    )
  }
  const { counted, tapped, ...found } = await judge()
  expect(found).toEqual({ lost: 0, doubled: 0, gaps: 0, strange: [] })
  expect(counted).toEqual(tapped)
})

test('INV-1 INV-3 the database falls under two servers and comes back: nothing acknowledged is lost, nothing is done twice', async () => {
  const { judge, isTelling } = await aBusyCompound()
  for (let fall = 0; fall < 5 || !isTelling(); fall += 1) {
    await wait(300 + Math.random() * 500)
    await postgres.crash()
    await wait(100 + Math.random() * 200)
    await postgres.again()
  }
  await wait(300)
  const { counted, tapped, ...found } = await judge()
  expect(found).toEqual({ lost: 0, doubled: 0, gaps: 0, strange: [] })
  expect(counted).toEqual(tapped)
})
