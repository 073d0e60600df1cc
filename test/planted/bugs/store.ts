import type { Bug } from '../bug.ts'

const APPLY = 'src/store/apply.ts'
const BASES = 'src/store/bases.ts'
const COMMIT = 'src/store/commit.ts'
const QUEUE = 'src/store/queue.ts'

/** What a device may do wrong to its own disk. */
export const STORE: readonly Bug[] = [
  {
    name: 'the cursor is saved before the records it speaks of',
    lesson: 'two short transactions instead of a long one: a death between them skips a page for ever',
    caughtBy: 'sim',
    file: APPLY,
    find: `  return disk.write(ALL, async (tx): Promise<Taken> => {
    const position`,
    put: `  await disk.write(['meta'], async (tx) => {
    const before = await positionIn(tx)
    if (before && matches(before, asked) && given.scope === before.scope && !given.turn)
      putPosition(tx, { ...before, cursor: given.to })
  })
  return disk.write(ALL, async (tx): Promise<Taken> => {
    if (!given.turn) asked = { ...asked, cursor: (await positionIn(tx))?.cursor ?? '' }
    const position`,
  },
  {
    name: 'a reply is taken although the cursor has moved meanwhile',
    lesson:
      'the stream is compared, so the rest looks like a repetition; a slow page of another tab lands on a newer one',
    caughtBy: 'test/store/apply.test.ts',
    file: APPLY,
    find: `    position.acked === asked.acked &&
    position.cursor === asked.cursor`,
    put: `    position.acked >= asked.acked`,
  },
  {
    name: 'a new life of the server is entered without sending the sent log again',
    lesson:
      'a restored server of a health programme never got back what its devices had sent (cht-core 8093)',
    caughtBy: 'sim',
    file: APPLY,
    find: `const resending = await sendAgain(tx)`,
    put: `const resending = false`,
  },
  {
    name: 'the bases of the old life stay in the new one',
    lesson: 'the scope is the same, so why walk again',
    caughtBy: 'sim',
    file: APPLY,
    find: `        cursor: '',
        scope: '',
        resending,`,
    put: `        cursor: '',
        resending,`,
  },
  {
    name: 'the sent log is dropped when a change is acknowledged',
    lesson: 'acknowledged means safe, until the server is put back to last week',
    caughtBy: 'sim',
    file: QUEUE,
    find: `    void tx.append('sent', {
      change: row.change,
      ackedAt: serverTime,
      first: row.answer.first,
    } satisfies SentRow)
`,
    put: '',
  },
  {
    name: 'the first stamp is forgotten',
    lesson: 'what was applied is judged again after a restore, by rights that have ended',
    caughtBy: 'sim',
    file: QUEUE,
    find: `first: row.answer.first,`,
    put: `first: '',`,
  },
  {
    name: 'the queue is in the order of the clock of the device',
    lesson: 'a clock that jumps back sends the undo before the tap',
    caughtBy: 'sim',
    file: QUEUE,
    find: `  const outbox = await tx.range<OutboxRow>('outbox')`,
    put: `  const claimed = ({ value }: { value: OutboxRow }) =>
    'open' in value.change.body ? value.change.body.open.at : ''
  const outbox = [...(await tx.range<OutboxRow>('outbox'))].sort((a, b) => (claimed(a) < claimed(b) ? -1 : 1))`,
  },
  {
    name: 'an acknowledgement is believed by its number alone',
    lesson: 'a cloned profile counts on under the same numbers (turso 8129)',
    caughtBy: 'test/store/apply.test.ts',
    file: APPLY,
    find: `answer.n !== acked + 1 + index || answer.id !== row.change.id`,
    put: `answer.n !== acked + 1 + index`,
  },
  {
    name: 'forgetting leaves single rows',
    lesson: 'the pages are where the records are; the singles over them were forgotten',
    caughtBy: 'sim',
    file: BASES,
    find: `  for (const id of gone) tx.delete('singles', id)
`,
    put: '',
  },
  {
    name: 'forgetting does not rewrite page rows',
    lesson: 'a mark over a page hides the record and leaves its words on the disk',
    caughtBy: 'test/store/apply.test.ts',
    file: BASES,
    find: `    else tx.put('pages', key, { walk: value.walk, records: kept } satisfies PageRow)`,
    put: `    else break`,
  },
  {
    name: 'what no part covers stays while own changes of it are pending',
    lesson: 'kind to the author, and a leak: the right has ended',
    caughtBy: 'test/store/apply.test.ts',
    file: APPLY,
    find: `for (const id of await uncovered(tx, given.parts, device)) gone.add(id)`,
    put: `for (const id of await uncovered(tx, given.parts, device)) if (!pending.has(id)) gone.add(id)`,
  },
  {
    name: 'the end of a walk takes records with pending changes along',
    lesson: 'what did not come goes, and with it what the person has just written on',
    caughtBy: 'test/store/apply.test.ts',
    file: BASES,
    find: `    if (pending.has(id)) tx.put('singles', id, { walk, record } satisfies SingleRow)
    else gone.add(id)`,
    put: `    gone.add(id)`,
    and: {
      file: BASES,
      find: `if (value.walk !== walk && !pending.has(value.record.id)) tx.delete('singles', key)`,
      put: `if (value.walk !== walk) tx.delete('singles', key)`,
    },
  },
  {
    name: 'nothing is swept after a walk',
    lesson: 'what arrives overwrites what was there; what does not arrive stays for ever',
    caughtBy: 'sim',
    file: APPLY,
    find: `  const ends = position.walking && !given.more`,
    put: `  const ends = false`,
  },
  {
    name: 'own changes that are acknowledged when a walk begins are in no base',
    lesson: 'the walk will bring them, some pages later; until then they are gone from the screen',
    caughtBy: 'test/store/apply.test.ts',
    file: APPLY,
    find: `    await putSingles(tx, walk, own)
    // Somebody`,
    put: `    // Somebody`,
    and: {
      file: APPLY,
      find: `step: { records: own, forget: [...gone] },`,
      put: `step: { forget: [...gone] },`,
    },
  },
  {
    name: 'saved is said before the transaction has ended',
    lesson:
      'the row was written without an error; only the end of the transaction says that it is on the disk',
    caughtBy: 'sim',
    file: COMMIT,
    find: `    await to.disk.write(`,
    put: `    void to.disk.write(`,
  },
  {
    name: 'a full disk is swallowed',
    lesson: 'quota comes as an abort, not as an error of the request (Dexie 840)',
    caughtBy: 'sim',
    file: COMMIT,
    find: `    if (error instanceof DiskTrouble) return refused(\`disk.\${error.trouble}\`)
    throw error
  }
  to.book`,
    put: `    if (error instanceof DiskTrouble && error.trouble !== 'full') return refused(\`disk.\${error.trouble}\`)
  }
  to.book`,
  },
  {
    name: 'a second tab writes over a row of the outbox',
    lesson: 'the next number is counted in memory, and two tabs count alike',
    caughtBy: 'test/store/commit.test.ts',
    file: COMMIT,
    find: `  try {
    await to.disk.write(`,
    put: `  try {
    const there = await to.disk.read(['outbox'], (tx) => tx.range('outbox'))
    const last = Number(there.at(-1)?.key ?? 0)
    await to.disk.write(`,
    and: {
      file: COMMIT,
      find: `for (const row of rows) void tx.append('outbox', row)`,
      put: `for (const [index, row] of rows.entries()) tx.put('outbox', last + 1 + index, row)`,
    },
  },
  {
    name: 'what is acknowledged stays in the book',
    lesson: 'the base has the tap, and the pending tap is folded onto it once more',
    caughtBy: 'test/store/book.test.ts',
    file: 'src/store/book.ts',
    find: `const left = changes.filter((change) => !acknowledged.has(change.id))`,
    put: `const left = changes.filter((change) => !acknowledged.has(change.id) || bases.has(change.record))`,
  },
  {
    name: 'a draft is called kept before it is on the disk',
    lesson:
      'the save is on its way; on leaving everything is flushed anyhow, except when nobody leaves (Collect 6039)',
    caughtBy: 'sim',
    file: 'src/store/drafts.ts',
    find: `      keepings.set(id, keeping)
      return keeping.done
    },`,
    put: `      keepings.set(id, keeping)
      return Promise.resolve(ok(undefined))
    },`,
  },
  {
    name: 'what is typed before the kept draft is back is written over it',
    lesson:
      'the newer one wins, and nobody types in the first moment, except who knows what they want to write',
    caughtBy: 'test/ui/state/draft.test.ts',
    file: 'src/ui/state/draft.ts',
    find: `          : typedOver(kept, typed.value, empty)`,
    put: `          : typed.value`,
  },
  {
    name: 'a form is saved on leaving it',
    lesson: 'pages that are swiped away, and browsers that are killed behind a camera, never leave',
    caughtBy: 'test/ui/state/draft.test.ts',
    file: 'src/ui/state/draft.ts',
    find: `    else void drafts.keep(form, about, next)
`,
    put: '',
    and: {
      file: 'src/ui/state/draft.ts',
      find: `  }, [drafts, form, about])
`,
      put: `  }, [drafts, form, about])
  useLayoutEffect(() => () => void (unsaved.current && drafts.keep(form, about, value)), [value])
`,
    },
  },
  {
    name: 'a photo is let go when it has arrived, named or not',
    lesson: 'the server has the picture, and throws away what no record names',
    caughtBy: 'test/store/photos.test.ts',
    file: 'src/store/photos.ts',
    find: `if (state === 'received' && isNamedByConfirmed(hash)) await removePhoto(tx, hash)`,
    put: `if (state === 'received') await removePhoto(tx, hash)`,
  },
  {
    name: 'who enrols after another finds what that one could read',
    lesson: "the bases are the compound's, so why load them again",
    caughtBy: 'test/store/enrolment.test.ts',
    file: 'src/store/enrolment.ts',
    find: `    if (was && was.person !== enrolled.person && was.device !== enrolled.device)
      await empty(tx, ['pages', 'singles'])
`,
    put: '',
  },
  {
    name: 'IndexedDB: an abort is no error',
    lesson: 'no request has failed, so everything is on the disk; a full disk speaks at the end only',
    caughtBy: 'test/store/dexieDisk.test.ts',
    file: 'src/store/idbTransaction.ts',
    find: `    if (how === 'abort' && !abortedByUs)
      throw new DiskTrouble(troubleOf(transaction.error), transaction.error)
`,
    put: '',
    and: {
      file: 'src/store/idbTransaction.ts',
      find: `    if (how === 'abort') throw new DiskTrouble('lost')
`,
      put: '',
    },
  },
  {
    name: 'IndexedDB: saved is said at once, and the disk follows',
    lesson: 'relaxed durability is the default of browsers since 2024 and twice as fast',
    caughtBy: 'test/store/dexieDisk.test.ts',
    file: 'src/store/idbTransaction.ts',
    find: `{ durability: 'strict' }`,
    put: `{ durability: 'relaxed' }`,
  },
  {
    name: 'IndexedDB: after a lost connection a row is appended twice',
    lesson: 'the attempt failed, so it is made again; it had not failed, only its end was lost',
    caughtBy: 'test/store/dexieDisk.test.ts',
    file: 'src/store/idbTransaction.ts',
    find: `    if (!before) return add(table, value)
    const kept`,
    put: `    if (before || !before) return add(table, value)
    const kept`,
  },
]
