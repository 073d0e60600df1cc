import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { aSetUp, PASSPHRASE } from '#test/support/aServer.ts'
import { anInstallation, builtServer, run } from '#test/support/anInstallation.ts'
import { enters } from '#test/support/enters.ts'
import type { Enrolment, InvitationReply } from '#wire/office.ts'

builtServer()

/** Invented; each stands somewhere in what is said to the server, and nowhere else in the world. */
const BIRDS = {
  resident: '金丝雀甲',
  phone: '13987650001',
  officer: '金丝雀乙',
  invited: '金丝雀丙',
  stranger: '金丝雀丁',
  remark: '金丝雀戊说灯坏了',
  purpose: '金丝雀己要的表',
  address: '金丝雀庚',
  broken: '金丝雀辛',
  passphrase: PASSPHRASE,
}

test('SEC-67 what is said to the server stands in no log line, whatever is asked and whatever fails', async () => {
  const home = await anInstallation()
  const loud = { LOG_LEVEL: 'trace' }
  const first = run(home, loud)
  const { address, code } = await first.ready()
  const ask = (path: string, body?: unknown, cookie = '') =>
    fetch(`${address}${path}`, {
      ...(body !== undefined && {
        method: 'POST',
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
      headers: { 'Content-Type': 'application/json', Cookie: cookie },
    })
  const founded = await ask(
    '/api/setup',
    aSetUp(code!, {
      rows: [
        ['栋', '单元', '房号', '姓名', '电话'],
        ['1', '1', '101', BIRDS.resident, BIRDS.phone],
      ],
      officer: { name: BIRDS.officer, passphrase: BIRDS.passphrase },
    }),
  )
  const cookie = founded.headers.get('Set-Cookie')!.split(';')[0]!
  const here = (await founded.json()) as Enrolment
  const invite = { name: BIRDS.invited, role: 'gridWorker', place: here.compound, from: '2024-01-01' }
  const invited = await ask('/api/invitations', { ...invite, deviceKind: 'own' }, cookie)
  const invitation = (await invited.json()) as InvitationReply
  const change = (n: number, name: string, args: unknown) => ({
    n,
    id: crypto.randomUUID(),
    record: crypto.randomUUID(),
    name,
    v: 1,
    actor: here.person,
    body: { open: { at: new Date().toISOString(), args } },
  })
  const exchange = {
    protocol: 1,
    request: 'r',
    tenant: here.tenant,
    device: here.device,
    stream: crypto.randomUUID(),
    epoch: here.epoch,
    acked: 0,
    cursor: '',
    changes: [
      change(1, 'feedback.write', { text: BIRDS.remark }),
      change(2, 'exportRequest.ask', {
        place: here.compound,
        why: 'office',
        note: BIRDS.purpose,
        homes: 51,
      }),
      change(3, 'look.note', { place: here.compound, what: 'phone', why: 'other', note: BIRDS.purpose }),
    ],
    unsent: 0,
    limit: 100,
  }
  const seen = [
    await ask('/api/login', { name: BIRDS.stranger, passphrase: BIRDS.broken, deviceKind: 'own' }),
    await ask('/api/login', { name: BIRDS.officer, passphrase: BIRDS.passphrase, deviceKind: 'own' }),
    await enters(ask, (path, body) => ask(path, body, cookie), invitation, { name: BIRDS.invited }),
    await ask('/api/sync', exchange, cookie),
    await ask('/api/audit', undefined, cookie),
    await ask(`/api/audit?before=${encodeURIComponent(BIRDS.address)}`, undefined, cookie),
    await ask('/api/audit/check', undefined, cookie),
    await ask('/api/me', undefined, cookie),
    await ask('/api/people', undefined, cookie),
    await ask('/api/invitations', `{"name":"${BIRDS.broken}`, cookie),
    await ask(`/api/${encodeURIComponent(BIRDS.address)}`, undefined, cookie),
  ].map(({ status }) => status)
  expect(seen).toEqual([401, 200, 200, 200, 200, 200, 200, 200, 200, 400, 404])
  first.process.kill('SIGTERM')
  await first.ended()

  // What goes wrong is logged, and says so without a name.
  const database = new DatabaseSync(join(home.data, 'linbian.sqlite'))
  database.prepare('update audit set object = ? where n = 2').run(BIRDS.broken)
  database.exec('drop table attempts')
  database.close()
  const second = run(home, loud)
  const next = await second.ready()
  const attempt = BIRDS.address.repeat(5)
  const failed = await fetch(`${next.address}/api/invitations/look`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ key: invitation.code, attempt }),
  })
  expect(failed.status).toBe(500)
  second.process.kill('SIGTERM')
  await second.ended()
  const said = [first.out(), first.err(), second.out(), second.err()].join('\n')
  expect(said).toContain('TRAIL_BROKEN')
  expect(said).toContain('POST /api/invitations/look')
  for (const bird of Object.values(BIRDS)) expect(said).not.toContain(bird)
})
