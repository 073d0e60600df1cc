import type { Bug } from '../bug.ts'

const RUN = 'src/sync/run.ts'
const PLAN = 'src/sync/plan.ts'
const REPLY = 'src/sync/reply.ts'

/** What a device may do wrong in the conversation. */
export const SYNC: readonly Bug[] = [
  {
    name: 'a row leaves the outbox when it is sent',
    lesson: 'the request went out without an error; whether it arrived nobody said',
    caughtBy: 'sim',
    file: RUN,
    find: `    let answered: Answered
    try {`,
    put: `    let answered: Answered
    if (request.changes.length > 0 && !position.resending) {
      await ends.disk.write(['outbox'], async (tx) => {
        for (const { key } of queue.slice(0, asked.upTo - position.acked)) tx.delete('outbox', key)
      })
    }
    try {`,
  },
  {
    name: 'the page of a login portal is taken for a yes',
    lesson: 'a portal answers everything with 200 and its own page',
    caughtBy: 'sim',
    file: RUN,
    find: `    if (heard.is === 'nothing') return end(ends, 'noLink')`,
    put: `    if (heard.is === 'nothing') {
      if (answered.status === 200) {
        await ends.disk.write(['outbox'], async (tx) => {
          for (const { key } of queue.slice(0, asked.upTo - position.acked)) tx.delete('outbox', key)
        })
      }
      return end(ends, 'noLink')
    }`,
  },
  {
    name: 'live news is relied on',
    lesson: 'nothing to send and no news: why ask; news is lost on every reconnect',
    caughtBy: 'sim',
    file: RUN,
    find: `    const pointer = after.stream`,
    put: `    if (queue.length === 0 && position.scope !== '' && !position.walking) return end(ends, 'done')
    const pointer = after.stream`,
  },
  {
    name: 'the push pointer is never set back',
    lesson: 'what was sent once is not sent twice; the server may have taken less',
    caughtBy: 'test/sync/run.test.ts',
    file: RUN,
    find: `after = { stream: asked.stream, n: taken.after }`,
    put: `after = { stream: asked.stream, n: Math.max(asked.upTo, taken.after) }`,
  },
  {
    name: 'the echoed name of the request is not looked at',
    lesson: 'a proxy answers with the reply to somebody else, or with an older one',
    caughtBy: 'test/sync/reply.test.ts',
    file: REPLY,
    find: `parsed.success && parsed.output.request === request`,
    put: `parsed.success`,
  },
  {
    name: 'what is no JSON is an empty answer',
    lesson: 'a helpful default: on a page of a portal the device learns that it may read nothing',
    caughtBy: 'test/sync/reply.test.ts',
    file: REPLY,
    find: `  } catch {
    return { is: 'nothing' }
  }`,
    put: `  } catch {
    const none = { outcomes: [], own: [], records: [], forget: [], photos: [], parts: [] }
    json = { protocol: 1, request, epoch: '', scope: '', acked: 0, from: '', to: '', more: false, ...none, serverTime: '' }
  }`,
  },
  {
    name: 'a short page is taken for the last one',
    lesson: 'pages have a thousand records, so one with fewer is the last; a server may send what it likes',
    caughtBy: 'sim',
    file: RUN,
    find: `taken.position.scope === position.scope && !reply.more && left`,
    put: `taken.position.scope === position.scope && reply.records.length < request.limit && left`,
  },
  {
    name: 'an act is split over two batches',
    lesson: 'a batch is so many changes; half an act is then judged without the other half',
    caughtBy: 'test/sync/plan.test.ts',
    file: PLAN,
    find: `    if (act !== undefined) while (next < queue.length && queue[next]?.change.act === act) next += 1`,
    put: `    if (act === undefined && next > queue.length) break`,
  },
  {
    name: 'after three times without a link nobody tries again',
    lesson: 'three retries are the default of every library',
    caughtBy: 'test/sync/nudge.test.ts',
    file: 'src/sync/nudge.ts',
    find: `      if (missed === 0 || owed) continue`,
    put: `      if (missed === 0 || owed) continue
      if (missed > 3) break`,
  },
]
