import { openShift, tap } from '#commands/bins.ts'
import { setCheck } from '#commands/checks.ts'
import { recordIncident } from '#commands/incidents.ts'
import { enterResident } from '#commands/residents.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { openToResidents, planSurvey } from '#commands/survey.ts'
import { recordVisit } from '#commands/visits.ts'
import type { DeviceId, PersonId, RecordId, TenantId } from '#domain/ids.ts'
import { memberId } from '#domain/member.ts'
import { compoundPlace } from '#domain/places.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Survey } from '#domain/survey/survey.ts'
import { enter, enrolmentOf, type Office } from '#server/people/office.ts'
import { withTicket } from '#server/people/ticket.ts'
import type { Enrolment, InvitationReply } from '#wire/office.ts'
import { aCutWire, type Reach } from '#test/support/aCutWire.ts'
import { Volunteer } from '#test/support/aVolunteer.ts'
import { enters } from '#test/support/enters.ts'
import { aPictureOf, type Who } from './ask.ts'
import { OPEN_SURVEY, PASSPHRASE, ROSTER } from './roster.ts'

/** One browser that was let in. */
export interface Somebody {
  readonly enrolment: Enrolment
  readonly cookie: string
}

export interface People {
  readonly who: Readonly<Record<Exclude<Who, 'nobody'>, Somebody>>
  /** Devices and people that may be sent away. */
  readonly spare: readonly Enrolment[]
  readonly invitations: readonly InvitationReply[]
  /** What devices of ours have said, word by word. */
  readonly said: readonly string[]
}

type Post = (path: string, body: unknown, cookie?: string) => Promise<Response>

/** Everybody comes in through the same doors as in life; only the second compound and the forgotten device are put here. */
export async function settle(
  reach: Reach,
  office: Office,
  code: string,
  clock: () => string,
): Promise<People> {
  const post: Post = (path, body, cookie) =>
    reach(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...(cookie !== undefined && { Cookie: cookie }) },
    })
  const officer = await letIn(post('/api/setup', foundingForm(code)))
  const { compound, tenant } = officer.enrolment
  const invite = async (more: object) => {
    const form = {
      name: '何桂英',
      role: 'gridWorker',
      place: compound,
      from: '2026-03-01',
      deviceKind: 'own',
      ...more,
    }
    return (await told(post('/api/invitations', form, officer.cookie))) as InvitationReply
  }
  let attempts = 0
  const newAttempt = () => `browser-${String((attempts += 1)).padStart(20, '0')}`
  const joins = async (more: object = {}) => {
    const deviceKind = (more as { deviceKind?: DeviceKind }).deviceKind ?? 'own'
    const office = (path: string, body: unknown) => post(path, body, officer.cookie)
    return letIn(enters(post, office, await invite(more), { deviceKind, attempt: newAttempt() }))
  }
  const volunteer = await joins()
  const tablet = await joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const [revoked, ended, forgotten] = [
    await joins({ name: '小周' }),
    await joins({ name: '老陈' }),
    await joins({ name: '赵姐' }),
  ]
  const spare = [await joins({ name: '甲' }), await joins({ name: '乙' }), await joins({ name: '丙' })]
  const invitations = []
  for (let number = 0; number < 8; number += 1)
    invitations.push(
      await invite({ name: `客${number}`, role: number % 2 ? 'officer' : 'supervisor', hours: 72 }),
    )

  const wires = [
    { who: officer, does: officeDay },
    { who: volunteer, does: doorDay },
    { who: tablet, does: binDay },
  ]
  const said: string[] = []
  for (const { who, does } of wires) said.push(...(await aDay(reach, who, clock(), does)))

  await told(post('/api/devices/revoke', { device: revoked.enrolment.device }, officer.cookie))
  const end = { person: ended.enrolment.person, role: 'gridWorker', place: compound, to: '2026-03-01' }
  await told(post('/api/appointments/end', end, officer.cookie))
  await forget(office, forgotten.enrolment.device)
  const elsewhere = await anotherCompound(office)
  for (const { cookie } of [officer, volunteer, tablet])
    for (const number of [1, 2, 3]) await announce(reach, cookie, number)
  return {
    who: { officer, volunteer, tablet, revoked, ended, elsewhere, forgotten },
    spare: spare.map(({ enrolment }) => enrolment).filter((one) => one.tenant === tenant),
    invitations,
    said,
  }
}

async function told(answer: Promise<Response>): Promise<unknown> {
  const said = await answer
  if (!said.ok) throw new Error(`refused while the people came in: ${await said.text()}`)
  return said.json()
}

async function letIn(answer: Promise<Response>): Promise<Somebody> {
  const cookie = (await answer).headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return { enrolment: (await told(answer)) as Enrolment, cookie }
}

export function foundingForm(code: string): object {
  return {
    code,
    compound: '梧桐苑',
    rows: ROSTER,
    points: [{ label: '东门投放点', windows: [{ window: 'morning', from: '07:00', to: '09:00' }] }],
    emergency: [{ label: '物业值班', number: '028-8000 0000' }],
    officer: { name: '周敏', passphrase: PASSPHRASE },
    deviceKind: 'own',
  }
}

/** A device of ours works and syncs; answers what it said. Its ids are counted, so that every world hears the same. */
async function aDay(
  reach: Reach,
  { enrolment, cookie }: Somebody,
  clock: string,
  does: (one: Volunteer) => Promise<void>,
) {
  const said: string[] = []
  const stream = `day-of-${enrolment.device}`
  const wire = aCutWire((path, init) => {
    const headers = { ...(init.headers as Record<string, string>), Cookie: cookie }
    if (typeof init.body !== 'string') return reach(path, { ...init, headers })
    const text = JSON.stringify({ ...(JSON.parse(init.body) as object), stream })
    said.push(text)
    return reach(path, { ...init, headers, body: text })
  })
  const one = await Volunteer.joined(enrolment, wire, clock)
  let ids = 0
  one.newId = () => `day-${enrolment.device.slice(-4)}-${(ids += 1)}`
  await one.sync()
  await does(one)
  await one.sync()
  one.disk.close()
  return said
}

const at = (one: Volunteer, what: string) =>
  one.view.all('place').find((place) => (place as unknown as { what: string }).what === what)?.id ??
  one.compound

async function binDay(one: Volunteer): Promise<void> {
  const done = await openShift(one, { place: at(one, 'binPoint'), day: '2026-03-02', window: 'morning' })
  const shift = made(done)
  await tap(one, shift, 'right')
  await tap(one, shift, 'unsorted')
  await setCheck(one, shift, 'ground', 'good')
  const photo = await one.takePhoto(aPictureOf(0).bytes)
  await recordIncident(one, {
    place: at(one, 'binPoint'),
    shift,
    type: 'overflow',
    action: 'called_haulier',
    photos: [photo],
  })
}

async function doorDay(one: Volunteer): Promise<void> {
  await recordVisit(one, { dwelling: at(one, 'dwelling'), outcome: 'noAnswer', note: '门口有快递' })
  await writeFeedback(one, {
    place: at(one, 'dwelling'),
    text: '楼道灯不亮',
    category: 'lighting',
    urgency: 'u3',
    channel: 'door_visit',
    photos: [],
    reporter: { displayName: '李孃孃', agreed: false },
    ending: { is: 'undecided' },
  })
}

async function officeDay(one: Volunteer): Promise<void> {
  await enterResident(one, at(one, 'dwelling'), { name: '陈桂芳', phone: '13800000003' })
  // It is open for ever: requests are sent on the day of the machine.
  const plan = {
    title: '月月谈',
    questions: [{ ask: 'overall', text: '满意吗' }],
    picked: 'everyHome',
    from: '2026-01-01',
    until: '9999-12-31',
  } as const
  made(await planSurvey(one, plan, OPEN_SURVEY))
  made(await openToResidents(one, one.view.get<Survey>(OPEN_SURVEY)!, true))
}

function made(done: {
  readonly ok: boolean
  readonly value?: readonly { readonly record: RecordId }[]
}): RecordId {
  const first = done.value?.[0]
  if (!done.ok || !first) throw new Error('a command of the day was refused')
  return first.record
}

/** An upload that has not begun. */
async function announce(reach: Reach, cookie: string, number: number): Promise<void> {
  const { bytes, hash } = aPictureOf(number)
  const metadata = `hash ${Buffer.from(hash).toString('base64')}`
  const size = String(bytes.length)
  const headers = {
    Cookie: cookie,
    'Tus-Resumable': '1.0.0',
    'Upload-Length': size,
    'Upload-Metadata': metadata,
  }
  const made = await reach('/api/photos', { method: 'POST', headers })
  if (!made.ok) throw new Error(`an upload was refused: ${await made.text()}`)
}

/** As after a restore from an older backup: only the ticket in its cookie speaks for the device. */
async function forget({ db }: Office, device: DeviceId): Promise<void> {
  await db.deleteFrom('sessions').where('device', '=', device).execute()
  await db.deleteFrom('device_people').where('device', '=', device).execute()
  await db.deleteFrom('devices').where('id', '=', device).execute()
}

async function anotherCompound(office: Office): Promise<Somebody> {
  const tenant = 'another-compound' as TenantId
  const person = 'their-officer' as PersonId
  const place = compoundPlace(tenant)
  const appointments = [{ role: 'officer', place, from: '2026-03-01' }]
  const done = await office.act(tenant, 'server' as PersonId, [
    {
      record: place,
      name: 'place.enter',
      v: 1,
      args: { what: 'compound', key: 'compound', label: '银杏里', order: 0 },
    },
    { record: memberId(person), name: 'member.join', v: 1, args: { place, name: '邻居', appointments } },
  ])
  if (!done.ok) throw new Error(done.refused)
  await office.db
    .insertInto('compounds')
    .values({ tenant, place, name: '银杏里', made_at: office.now().toISOString() })
    .execute()
  const kind = 'own' as const
  const { token, device } = await office.db
    .transaction()
    .execute((db) => enter(office, db, { tenant, person, kind }))
  const enrolment = await enrolmentOf(office, { tenant, person, kind, device })
  const text = await withTicket(office.seals, token, { tenant, person, device, kind })
  return { enrolment, cookie: `linbian=${encodeURIComponent(text)}` }
}
