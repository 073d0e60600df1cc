import { onTestFinished } from 'vitest'
import type { Epoch } from '#domain/ids.ts'
import { type Started, start, type StartOptions } from '#server/start.ts'
import { openStore } from '#server/store.ts'
import { databaseUrlOf } from './engine.ts'
import { type Confirms, enters } from './enters.ts'
import { aFolder } from './folder.ts'
import type { Enrolment, InvitationReply, Invite, SetUp } from '#wire/office.ts'

/** A browser with its own cookies, at an address of its own. */
export interface Browser {
  get(path: string, headers?: HeadersInit): Promise<Response>
  post(path: string, body: unknown, headers?: HeadersInit): Promise<Response>
  send(path: string, init: RequestInit): Promise<Response>
  /** All of them, as they are sent. */
  cookie: string | undefined
}

export interface TestServer {
  readonly started: Started
  readonly folder: string
  /** What a developer would have to look at. */
  readonly failures: { readonly route: string; readonly error: unknown }[]
  clock: Date
  browser(address?: string): Browser
  stop(): Promise<void>
}

const MONDAY = '2026-03-02T07:00:00+08:00'

/**
 * A whole server in one process, over a real database (`engine.ts` says which); no port is opened. `onFile`: on the
 * embedded database whatever the run stands on, where a test is about its file.
 */
export async function aServer(
  options: Partial<StartOptions> & { folder?: string; onFile?: true; databaseUrl?: string } = {},
): Promise<TestServer> {
  const folder = options.folder ?? (await aFolder())
  const store = await openStore(
    {
      dataDir: folder,
      databaseUrl: options.databaseUrl ?? (options.onFile ? undefined : await databaseUrlOf(folder)),
    },
    () => `${new Date(MONDAY).toISOString()} first` as Epoch,
  )
  if (!store.ok) throw new Error(`store: ${store.refused}`)
  const failures: TestServer['failures'] = []
  const server = { clock: new Date(MONDAY) }
  const started = await start(store.value, {
    dataDir: folder,
    origin: undefined,
    https: false,
    client: undefined,
    version: 'test',
    restore: false,
    demo: false,
    now: () => server.clock,
    newId: () => crypto.randomUUID(),
    addressOf: (c) => c.req.header('X-Test-Address'),
    failed: (what) => failures.push(what),
    ...options,
  })
  if (!started.ok) {
    await store.value.close()
    throw new Error(`start: ${started.refused}`)
  }
  let stopped = false
  const stop = async () => {
    if (stopped) return
    stopped = true
    started.value.hangUp()
    await started.value.close()
    await store.value.close()
  }
  onTestFinished(stop)
  return Object.assign(server, {
    started: started.value,
    folder,
    failures,
    stop,
    browser: (address = '192.0.2.1') => aBrowser(started.value, address),
  })
}

function aBrowser({ app }: Started, address: string): Browser {
  const jar = new Map<string, string>()
  const keep = (pair = '') => jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  const browser: Browser = {
    get cookie() {
      return jar.size === 0 ? undefined : [...jar].map((pair) => pair.join('=')).join('; ')
    },
    set cookie(text) {
      jar.clear()
      for (const pair of text?.split('; ') ?? []) keep(pair)
    },
    get: (path, headers) => browser.send(path, { ...(headers && { headers }) }),
    post: (path, body, headers) =>
      browser.send(path, {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'Content-Type': 'application/json', ...(headers as Record<string, string>) },
      }),
    async send(path, init) {
      const headers = new Headers(init.headers)
      headers.set('X-Test-Address', address)
      if (browser.cookie !== undefined) headers.set('Cookie', browser.cookie)
      const answer = await app.request(path, { ...init, headers })
      for (const cookie of answer.headers.getSetCookie()) {
        const pair = cookie.split(';')[0] ?? ''
        if (cookie.includes('Max-Age=0')) jar.delete(pair.slice(0, pair.indexOf('=')))
        else keep(pair)
      }
      return answer
    },
  }
  return browser
}

export const PASSPHRASE = '梧桐院子里有两只喜鹊'

export const ROSTER = [
  ['栋', '单元', '房号', '姓名', '电话'],
  ['1', '1', '101', '王秀兰', '13800000001'],
  ['1', '1', '102', '李国强', ''],
  ['1', '2', '201', '陈桂芳', '13800000003'],
]

export function aSetUp(code: string, other: Partial<SetUp> = {}): SetUp {
  return {
    code,
    compound: '梧桐苑',
    rows: ROSTER,
    points: [
      {
        label: '东门投放点',
        windows: [
          { window: 'morning', from: '07:00', to: '09:00' },
          { window: 'evening', from: '18:30', to: '20:30' },
        ],
      },
    ],
    emergency: [{ label: '物业值班', number: '028-8000 0000' }],
    officer: { name: '周敏', passphrase: PASSPHRASE },
    deviceKind: 'own',
    ...other,
  }
}

/** A server that is set up, its officer's browser and enrolment. */
export async function aCompound(options: Parameters<typeof aServer>[0] = {}) {
  const server = await aServer(options)
  const officer = server.browser()
  const answer = await officer.post('/api/setup', aSetUp(server.started.setUpCode ?? ''))
  if (!answer.ok) throw new Error(`set-up: ${await answer.text()}`)
  const enrolment = (await answer.json()) as Enrolment

  const invite = async (other: Partial<Invite> = {}): Promise<InvitationReply> => {
    const form = {
      name: '何桂英',
      role: 'gridWorker',
      place: enrolment.compound,
      from: '2026-03-02',
      deviceKind: 'own',
      ...other,
    }
    const made = await officer.post('/api/invitations', form)
    if (!made.ok) throw new Error(`invite: ${await made.text()}`)
    return (await made.json()) as InvitationReply
  }
  /** A new browser that has joined. */
  const joined = async (other: Partial<Invite> = {}, browser = server.browser()) => {
    const answer = await enters(browser.post, officer.post, await invite(other), {
      deviceKind: other.deviceKind ?? 'own',
    })
    if (!answer.ok) throw new Error(`join: ${await answer.text()}`)
    return { browser, enrolment: (await answer.json()) as Enrolment }
  }
  /** Confirms an invitation on a browser, the officer says yes, and it confirms again. */
  const lets = (on: Browser, invitation: InvitationReply, form: Confirms = {}) =>
    enters(on.post, officer.post, invitation, form)
  return { ...server, server, officer, enrolment, invite, lets, joined }
}
