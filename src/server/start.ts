import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Context, Hono } from 'hono'
import { compoundPlace } from '#domain/places.ts'
import { ok, type Result, refused } from '#domain/result.ts'
import type { Scope } from '#domain/rights.ts'
import type { SyncReply } from '#wire/messages.ts'
import type { OfficeRefusal } from '#wire/refusals.ts'
import { TRACED_GROUPS } from './audit/fromLog.ts'
import { openTrail } from './audit/trail.ts'
import type { BackUpOptions } from './backup/backUp.ts'
import { backupDesk } from './backup/desk.ts'
import { readPutBack, removePutBack, wordIn, writePutBack } from './backup/word.ts'
import { createApp } from './http/app.ts'
import { sessionCookie } from './http/cookie.ts'
import type { Caller, Env } from './http/guard.ts'
import { news as openNews } from './http/news.ts'
import { newsAcross } from './http/newsAcross.ts'
import { tellMoved } from './http/tellMoved.ts'
import type { Log } from './log/log.ts'
import { enterDemo } from './people/demoEntry.ts'
import { ANSWERING, ASKING, FIRM_CODES, GUESSING, guesses, POSTING } from './people/guesses.ts'
import { retain } from './erasure/retention.ts'
import { moments } from './people/moments.ts'
import { fileJournal } from './people/journal.ts'
import { epochAfter, openNote, whetherRestored } from './people/note.ts'
import { isSetUp, type Office } from './people/office.ts'
import { bringRescue } from './people/rescued.ts'
import { replayJournal } from './people/replay.ts'
import type { Store } from './store.ts'
import { newSetUpCode } from './people/setUpCode.ts'
import { noteShut } from './people/shut.ts'
import { type KeptPhotos, keptPhotos } from './photos/kept.ts'
import { maySeePhoto } from './photos/scope.ts'
import { photoUploads } from './photos/uploads.ts'
import { actOnServer } from './records/act.ts'
import { exchange, type ExchangeRefusal } from './records/exchange.ts'
import type { House } from './records/house.ts'
import { takeRescue } from './records/rescue.ts'
import { fileSeals } from './sealing.ts'
import { openWall } from './wall/reading.ts'

/** In milliseconds. */
const DAY = 24 * 3600_000

export interface StartOptions {
  /** For keys, journal and photos; the database stands beside them. */
  readonly dataDir: string
  readonly origin: string | undefined
  readonly https: boolean
  readonly client: { readonly folder: string; readonly earlier: readonly string[] } | undefined
  readonly version: string
  /** The operator's word that a copy older than 35 days may be opened. */
  readonly restore: boolean
  /** A demonstration is entered by one tap, without an invitation. */
  readonly demo: boolean
  /** Where the office's own backups go, and who opens them; without it beside the data, in the open. */
  readonly backups?: Pick<BackUpOptions, 'into' | 'sealTo' | 'databaseUrl'>
  /** Fills a folder where nothing is set up yet, before the first request. */
  readonly seed?: (office: Office, at: Seeding) => Promise<void>
  now(): Date
  newId(): string
  addressOf(c: Context): string | undefined
  failed(what: { readonly route: string; readonly error: unknown }): void
}

/** What a folder is filled through besides the office. `uploads` lies on the same disk as the kept photos. */
export interface Seeding {
  readonly house: House
  readonly kept: KeptPhotos
  readonly uploads: string
}

export interface Started {
  readonly app: Hono<Env>
  readonly office: Office
  /** To be typed in the browser; absent when a compound is here. */
  readonly setUpCode: string | undefined
  /** Ends what waits for news, so that the listener can close. */
  hangUp(): void
  /** After the last request: what is noted is written. */
  close(): Promise<void>
}

/**
 * Puts the server together over an open store. Restored backups get another epoch before the first request (W7). Of
 * several processes that start at once one goes first, and the next finds what it did.
 */
export function start(
  store: Store,
  options: StartOptions,
): Promise<Result<Started, 'olderBackup' | 'restoreUnfinished'>> {
  return store.alone('start', () => startAlone(store, options))
}

async function startAlone(
  store: Store,
  options: StartOptions,
): Promise<Result<Started, 'olderBackup' | 'restoreUnfinished'>> {
  const { db } = store
  const { dataDir, now, newId } = options
  const at = (...names: string[]) => join(dataDir, ...names)
  await mkdir(at('keys'), { recursive: true, mode: 0o700 })
  await mkdir(at('journal'), { recursive: true, mode: 0o700 })
  const seals = await fileSeals(at('keys', 'server.json'))

  const word = await readPutBack(wordIn(dataDir))
  if (word?.unfinished) return refused('restoreUnfinished')
  const found = await whetherRestored(at('journal', 'note.json'), store.log)
  if (found.is === 'old' && !options.restore && !word) return refused('olderBackup')
  let latest = word && word.latest > found.latest ? word.latest : found.latest
  const startEpoch = () => (latest = epochAfter(latest, now(), newId()))
  // The operator's word counts also where the note is as old as the database: a whole folder was put back.
  const isPutBack = found.is !== 'no' || options.restore || word !== undefined
  if (isPutBack) {
    // A start that is cut off here knows it again next time, though the note is new by then.
    await writePutBack(wordIn(dataDir), { latest })
    await store.log.setEpoch(startEpoch(), found.heard)
  }

  const failed = (error: unknown) => options.failed({ route: 'background', error })
  const noted = openNote(at('journal', 'note.json'), store.log, store.alone, now, failed)
  const trail = openTrail({
    db,
    log: store.log,
    keyed: seals.digest,
    alone: store.alone,
    path: at('journal', 'audit.json'),
    now,
    failed,
  })
  const log: Log = {
    ...store.log,
    async setEpoch(...life) {
      const epoch = await store.log.setEpoch(...life)
      noted.note()
      // A device has found it out: of several processes that begin another life, the one whose life counts says so.
      if (epoch === life[0]) await trail.restored()
      return epoch
    },
  }
  const news = openNews()
  const kept = keptPhotos(at('photos'))
  const uploads = await photoUploads(at('uploads'), kept, seals)
  await uploads.tidy()

  const wall = openWall(log, () => now().getTime())
  const clock = () => now().toISOString()
  const tell = tellMoved({ log, seals, clock, newId }, db, news, failed)
  const others = store.hints && newsAcross(store.hints, newId(), tell)
  const house: House = {
    log,
    seals,
    clock,
    newId,
    startEpoch,
    photosHere: kept.arrived,
    photoBroughtBy: kept.broughtBy,
    moved(tenant, touched) {
      noted.note(tenant)
      // What is asked is the team's to read (`survey`), and the page shows it too.
      // The notice says who answers, and how long what is kept.
      if (touched.some(({ group }) => ['wall', 'team', 'settings'].includes(group))) wall.moved(tenant)
      tell(tenant, touched)
      others?.tell(tenant, touched)
      if (touched.some(({ group }) => TRACED_GROUPS.includes(group))) trail.follow(tenant)
    },
  }
  const office: Office = {
    db,
    log,
    seals,
    journal: fileJournal(at('journal', 'office.jsonl')),
    trail,
    act: (tenant, actor, intents) => actOnServer(house, tenant, actor, intents),
    async erased(tenant, { touched, photos }) {
      if (touched.length > 0) house.moved?.(tenant, touched)
      for (const hash of photos) await kept.letGo(tenant, hash)
    },
    knocked(tenant, inviter) {
      // A hint alone: no record has moved.
      const scope: Scope = { place: compoundPlace(tenant), group: 'looks', people: [inviter] }
      tell(tenant, [scope])
      others?.tell(tenant, [scope])
    },
    newId,
    now,
    alone: store.alone,
  }
  // First: what the journal ends again is added behind the line that says so.
  if (isPutBack) await trail.restored()
  await replayJournal(office, isPutBack)
  if (isPutBack) await removePutBack(wordIn(dataDir))
  if (options.seed && !(await isSetUp(db)))
    await options.seed(office, { house, kept, uploads: at('uploads') })
  const checkTrail = async () => {
    for (const tenant of await trail.daily())
      options.failed({ route: 'trail', error: Object.assign(new Error(tenant), { code: 'TRAIL_BROKEN' }) })
  }
  await checkTrail()
  // One moment may be wrong for it: what is due stays due until tomorrow.
  await retain(office).catch(failed)
  await noted.settled()
  const daily = setInterval(
    () =>
      void checkTrail()
        .then(() => retain(office))
        .catch(failed),
    DAY,
  )
  daily.unref()

  const setUpCode = newSetUpCode()
  const app = createApp({
    ...options,
    office,
    uploads,
    kept,
    news,
    setUpCode,
    guesses: guesses(
      () => now().getTime(),
      GUESSING,
      () => void noteShut(office).catch(failed),
    ),
    moments: moments(seals.digest, () => now().getTime()),
    posts: guesses(() => now().getTime(), POSTING),
    asking: guesses(() => now().getTime(), ASKING),
    answers: guesses(() => now().getTime(), ANSWERING),
    firmCodes: guesses(() => now().getTime(), FIRM_CODES),
    firmWords: guesses(() => now().getTime(), POSTING),
    wall,
    backups: backupDesk({
      dataDir,
      into: `${resolve(dataDir)}-backups`,
      sealTo: [],
      ...options.backups,
      version: options.version,
      now,
      off: options.demo,
    }),
    cookie: sessionCookie(options.https, now),
    exchange: async (caller, raw) => exchanged(await exchange(house, asked(caller), raw)),
    bringRescue: (caller, text) =>
      bringRescue(office, caller, text, (from, file) =>
        takeRescue(house, asked({ ...caller, device: from }), caller.person, file),
      ),
    mayReadPhoto: (caller, hash) => maySeePhoto(house, asked(caller), hash),
    enterDemo: options.demo ? (role) => enterDemo(office, role) : undefined,
  })
  return ok({
    app,
    office,
    setUpCode: (await isSetUp(db)) ? undefined : setUpCode.code,
    hangUp: () => news.close(),
    async close() {
      clearInterval(daily)
      await trail.settled()
      await noted.settled()
      await others?.close()
    },
  })
}

function asked({ tenant, device }: Caller): Parameters<typeof exchange>[1] {
  return {
    tenant,
    device: device.device,
    kind: device.kind,
    people: device.people,
    revoked: device.revoked,
    unknown: device.unknown === true,
  }
}

const WORDS: Readonly<Record<ExchangeRefusal['refused'], OfficeRefusal>> = {
  unreadable: 'badRequest',
  protocol: 'otherProtocol',
  tooLarge: 'tooLarge',
  tenant: 'otherTenant',
  device: 'notAllowed',
}

function exchanged(answer: Awaited<ReturnType<typeof exchange>>): Result<SyncReply, OfficeRefusal> {
  return 'refused' in answer ? refused(WORDS[answer.refused]) : ok(answer)
}
