import type { Bug } from '../bug.ts'

const EXCHANGE = 'src/server/records/exchange.ts'
const PAGE = 'src/server/records/page.ts'
const PUSH = 'src/server/records/push.ts'
const SCOPE = 'src/server/records/scope.ts'
const WRITE = 'src/server/records/write.ts'

/** What a server may do wrong with what it is told and with what it tells. */
export const SERVER: readonly Bug[] = [
  {
    name: 'the acknowledgement leaves before the transaction is durable',
    lesson: 'the answer is known, why keep the device waiting for the disk',
    caughtBy: 'sim',
    file: EXCHANGE,
    find: `  const found = await log.transact(caller.tenant, (tx) =>
    answer(tx, house, caller, request, cursor, letters, now),
  )`,
    put: `  const found = await new Promise<Found>((resolve, reject) => {
    log
      .transact(caller.tenant, async (tx) =>
        resolve(await answer(tx, house, caller, request, cursor, letters, now)),
      )
      .catch(reject)
  })`,
  },
  {
    name: 'the epoch of a request is ignored',
    lesson: 'the cursor has it, so the request need not',
    caughtBy: 'sim',
    file: EXCHANGE,
    find: `  if (request.epoch !== epoch) return { turn: 'epoch', epoch }
`,
    put: '',
  },
  {
    name: 'a change is known only within the request that brings it',
    lesson: 'who sends twice has lost the answer; nobody remembers the id',
    caughtBy: 'sim',
    file: 'src/server/records/desk.ts',
    find: `row: async (change) => rows.get(change) ?? tx.row(change),`,
    put: `row: async (change) => rows.get(change),`,
  },
  {
    name: 'a number under another id is a repetition',
    lesson: 'two clones of one device count alike; the second one is told that its words are here',
    caughtBy: 'test/server/records/push.test.ts',
    file: PUSH,
    find: `        if ((await desk.tx.at(stream, letter.n)) !== letter.arrival.change.id) return { fork: true, acked }
`,
    put: '',
  },
  {
    name: 'a gap in a stream is passed over',
    lesson: 'what is missing will come; it comes under a number that is taken',
    caughtBy: 'test/server/records/push.test.ts',
    file: PUSH,
    find: `      if (letter.n !== acked + fresh.length + 1) return { fork: again !== undefined, acked }
`,
    put: '',
    and: {
      file: PUSH,
      find: `for (const { n, arrival } of fresh) await desk.tx.receipt(stream, n, arrival.change.id)`,
      put: `for (const [i, { arrival }] of fresh.entries()) await desk.tx.receipt(stream, acked + 1 + i, arrival.change.id)`,
    },
  },
  {
    name: 'a stream is the device that has it',
    lesson: 'one device, one counter: a clone and a restored profile never get out of their fork',
    caughtBy: 'test/journeys/device.test.ts',
    file: EXCHANGE,
    find: `const stream = request.stream as StreamId`,
    put: `const stream = request.device as StreamId`,
  },
  {
    name: 'a page is filled before it is filtered',
    lesson: 'a limit in the query and the rights after it: few are left, so that must be the end',
    caughtBy: 'sim',
    file: PAGE,
    find: `desk.tx.recordsAfter(end, CHUNK)`,
    put: `desk.tx.recordsAfter(end, Math.min(CHUNK, limit))`,
  },
  {
    name: 'a page ends one record too far',
    lesson: 'the cursor is moved before the record is looked at',
    caughtBy: 'sim',
    file: PAGE,
    find: `      if (sight.sees(record)) {
        const told`,
    put: `      end = seq
      if (sight.sees(record)) {
        const told`,
  },
  {
    name: 'who may not read a record any more is not told to forget it',
    lesson: 'a page has what changed and may be read; what may not be read is simply not there',
    caughtBy: 'test/server/records/page.test.ts',
    file: PAGE,
    find: `    if (!before || seen.has(id) || !sight.saw(before)) continue`,
    put: `    if (!before || seen.has(id) || !sight.saw(before) || (await desk.get(id))) continue`,
  },
  {
    name: 'rights are kept over requests',
    lesson: 'the appointments of a person hardly ever change',
    caughtBy: 'sim',
    file: 'src/server/records/desk.ts',
    find: `    appointments: async (person) => appointmentsOf(asMember(await desk.get(memberId(person)))),`,
    put: `    appointments: async (person) => {
      const key = \`\${tenant} \${person}\`
      const known = APPOINTED.get(key) ?? appointmentsOf(asMember(await desk.get(memberId(person))))
      if (known.length > 0) APPOINTED.set(key, known)
      return known
    },`,
    and: {
      file: 'src/server/records/desk.ts',
      find: `export async function openDesk(`,
      put: `const APPOINTED = new Map<string, readonly Appointment[]>()

export async function openDesk(`,
    },
  },
  {
    name: 'a device that was sent away still gets pages',
    lesson: 'its unsent work is welcome, so its session lives on',
    caughtBy: 'sim',
    file: SCOPE,
    find: `of caller.revoked ? [] : caller.people`,
    put: `of caller.people`,
  },
  {
    name: 'the marks of the winners leave the server',
    lesson: 'a field of the record is a field of the reply',
    caughtBy: 'sim',
    file: SCOPE,
    find: `  if (shaped.won === undefined) return shaped
  const { won: _, ...rest } = shaped
  return rest`,
    put: `  return shaped`,
  },
  {
    name: 'an app of then is sent the shape of now',
    lesson: 'whoever asks has the newest app, it was installed this morning',
    caughtBy: 'test/server/records/push.test.ts',
    file: SCOPE,
    find: `lowered(upgraded(record), shapes)`,
    put: `upgraded(record)`,
  },
  {
    name: 'a subtree that moves is not walked again',
    lesson: 'nobody got or lost a right, so the scope is the same',
    caughtBy: 'sim',
    file: SCOPE,
    find: `JSON.stringify([caller.kind, parts, moves])`,
    put: `JSON.stringify([caller.kind, parts])`,
  },
  {
    name: 'half an act is folded and half is held',
    lesson: 'every change is judged for itself',
    caughtBy: 'sim',
    file: 'src/server/records/take.ts',
    find: `  if (steps.some((step) => step.outcome.is === 'held')) return holdAct(desk, arrivals, steps)
  await write(desk, steps)`,
    put: `  const kept = steps.filter((step) => step.outcome.is === 'held')
  if (kept.length === steps.length) return holdAct(desk, arrivals, steps)
  await write(desk, steps)
  for (const { arrival, outcome } of kept) if (outcome.is === 'held') await keepBack(desk, arrival, outcome.why)`,
  },
  {
    name: 'rights are asked on the record as it was only',
    lesson: 'who may edit may also move it where they may not',
    caughtBy: 'test/server/records/push.test.ts',
    file: 'src/server/records/judge.ts',
    find: `      (before === undefined || mayAct(actor, [one], verb.act, before, was, desk.day)) &&
      mayAct(actor, [one], verb.act, after, will, desk.day),`,
    put: `      before === undefined
        ? mayAct(actor, [one], verb.act, after, will, desk.day)
        : mayAct(actor, [one], verb.act, before, was, desk.day),`,
  },
  {
    name: 'a held change is kept without its words',
    lesson: 'the log has them; who decides reads the record',
    caughtBy: 'sim',
    file: 'src/server/records/keep.ts',
    find: `device, why, body }
  await onHeld(desk, 'held.keep'`,
    put: `device, why, body: null }
  await onHeld(desk, 'held.keep'`,
  },
  {
    name: 'what waits is not folded when its record comes',
    lesson: 'it will be asked for again; nobody asks',
    caughtBy: 'sim',
    file: WRITE,
    find: `    if (!before) await waitingFollow(desk, after.id)`,
    put: ``,
  },
  {
    name: 'the parts of a record stay behind when it moves',
    lesson: 'a part has a place of its own, and nobody moved that',
    caughtBy: 'test/server/records/push.test.ts',
    file: WRITE,
    find: `    if (before && before.place !== after.place) await partsFollow(desk, before, after)
`,
    put: '',
  },
  {
    name: 'a database that is behind a device goes on as if nothing had been',
    lesson:
      'an older file under the same epoch: new numbers for new things, and cursors that are ahead of them',
    caughtBy: 'test/server/records/restored.test.ts',
    file: EXCHANGE,
    find: `  if (place && (await isAhead(tx, place))) return { turn: 'ahead', epoch, beyond: epoch }
`,
    put: '',
  },
  {
    name: 'a first stamp vouches for any words',
    lesson: 'the seal is ours, so what comes with it is ours too',
    caughtBy: 'test/server/records/restored.test.ts',
    file: 'src/server/records/first.ts',
    find: `  if (digest !== (await seals.digest(wording(change, { at: change.at, args: change.args })))) return undefined
`,
    put: '',
  },
  {
    name: 'what was ended after a backup is in force again when it is put back',
    lesson: 'the database is the truth, and the database says that this device is welcome',
    caughtBy: 'test/server/people/restore.test.ts',
    file: 'src/server/people/replay.ts',
    find: `    if (entry.is === 'deviceRevoked') await revokeDevice(office.db, entry.tenant, entry.device, entry.at)
    else if`,
    put: `    if`,
  },
]
