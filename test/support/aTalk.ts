import type { SyncReply } from '#wire/messages.ts'
import type { Enrolment } from '#wire/office.ts'
import type { Browser } from './aServer.ts'

export interface Said {
  readonly record: string
  readonly name: string
  readonly args: unknown
  readonly actor?: string
}

/** The wire of one device as it is: numbers its changes and keeps the cursor, and nothing more. */
export function aTalk(browser: Browser, enrolment: Enrolment) {
  const stream = crypto.randomUUID()
  let acked = 0
  let cursor = ''
  let sent = 0

  const request = (changes: readonly unknown[], more: object = {}) => ({
    protocol: 1,
    request: crypto.randomUUID(),
    tenant: enrolment.tenant,
    device: enrolment.device,
    stream,
    epoch: enrolment.epoch,
    acked,
    cursor,
    changes,
    unsent: 0,
    limit: 1000,
    ...more,
  })
  return {
    request,
    /** One exchange; answers the raw response. */
    ask: (changes: readonly unknown[] = [], more: object = {}) =>
      browser.post('/api/sync', request(changes, more)),
    /** Pushes and takes until nothing is left; answers all replies. */
    async sync(said: readonly Said[] = [], more: object = {}): Promise<readonly SyncReply[]> {
      const replies: SyncReply[] = []
      let changes: readonly unknown[] = said.map(({ args, actor, ...one }) => {
        sent += 1
        const body = { open: { at: '2026-03-01T23:10:00.000Z', args } }
        return { n: sent, id: crypto.randomUUID(), v: 1, actor: actor ?? enrolment.person, body, ...one }
      })
      for (;;) {
        const answer = await this.ask(changes, more)
        if (!answer.ok) throw new Error(`sync: ${answer.status} ${await answer.text()}`)
        const reply = (await answer.json()) as SyncReply
        replies.push(reply)
        acked = reply.acked
        cursor = reply.to
        changes = []
        if (!reply.more || replies.length > 20) return replies
      }
    },
  }
}

export function recordsIn(replies: readonly SyncReply[], kind?: string) {
  const all = replies.flatMap(({ records }) => records)
  return kind === undefined ? all : all.filter((one) => one.kind === kind)
}
