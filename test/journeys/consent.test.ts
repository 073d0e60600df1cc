import { expect, test } from 'vitest'
import { askedAgain, keepCare, withdrawConsent } from '#commands/care.ts'
import { moveOut } from '#commands/moves.ts'
import { enterResident } from '#commands/residents.ts'
import type { Care } from '#domain/doors/care.ts'
import type { Consent } from '#domain/doors/consented.ts'
import type { Held } from '#domain/held.ts'
import { type Reasons, reasonsId } from '#domain/reasons.ts'
import { careId } from '#domain/doors/resident.ts'
import { consentsToSee } from '#queries/careParts.ts'
import { elevationOf } from '#queries/doors.ts'
import { household } from '#queries/residents.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const [MONDAY, WEDNESDAY, SUNDAY] = ['2026-03-02', '2026-03-04', '2026-03-08']
const GIVEN: Consent = { basis: 'self', at: MONDAY, how: 'spoken', reviewBy: '2026-09-02' }
/** What nobody else here agreed to: where one of these words turns up, it is hers. */
const HERS = ['livesAlone', 'hospitalEscort', 'losesAbility', 'specialFamily', '2026-09-02']
const TAGS = {
  tags: ['livesAlone'],
  needs: ['hospitalEscort'],
  reasons: ['losesAbility', 'specialFamily'],
} as const

async function must(done: Promise<{ ok: boolean; refused?: unknown }>): Promise<void> {
  const answer = await done
  if (!answer.ok) throw new Error(`refused: ${String(answer.refused)}`)
}

async function bare() {
  const compound = await twoDevices()
  return { compound, place: compound.place }
}

/** Somebody behind 1-1-101 who agreed on Monday, two volunteers of her building, and the office on two devices. */
async function agreed() {
  const compound = await twoDevices()
  const { place, joins, office } = compound
  const home = place('1-1-1-101')
  const at = (who: Volunteer) => household(who.reader(), home, who.clock.slice(0, 10))!.people[0]!
  const worker = { role: 'gridWorker', place: place('1') } as const
  const a = await joins({ name: '何桂英', ...worker })
  const b = await joins({ name: '任国清', ...worker })
  const second = await joins({ name: '陈晓', role: 'officer' })
  const { resident } = at(office)
  await must(keepCare(office, { resident }, { ...TAGS, consent: GIVEN }))
  await office.sync()
  // As they are kept from a walk on: in pages, many records a row.
  for (const one of [a, b, second]) await one.sync()
  const day = (when: string) => {
    compound.clock = `${when}T02:00:00.000Z`
    for (const one of [office, a, b, second]) one.clock = compound.clock
  }
  return { compound, home, resident, at, office, a, b, second, day }
}

const lies = async (who: Volunteer) => {
  const found: string[] = []
  for (const word of HERS) if (await who.holds(word)) found.push(word)
  return found
}

const withdraws = (
  who: Volunteer,
  { parts }: { parts: Parameters<typeof withdrawConsent>[1] },
  day: string,
) => must(withdrawConsent(who, parts, day))

test('INV-14 a consent that is taken back on Wednesday is on no device on Sunday, in no row of its disk, also where a walk had put it into a page', async () => {
  const { compound, at, office, a, b, second, day, resident } = await agreed()
  // A walk anew: what she agreed to lies in a page among others now, nothing lies over it.
  for (const one of [b, second]) {
    await one.disk.write(['meta', 'pages', 'singles'], async (tx) => {
      for (const { key } of await tx.range('pages')) tx.delete('pages', key)
      for (const { key } of await tx.range('singles')) tx.delete('singles', key)
      const [position] = (await tx.range('meta')).filter(({ key }) => key === 'position')
      tx.put('meta', 'position', { ...(position!.value as object), cursor: '', scope: '' })
    })
    await one.restart()
    await one.sync()
    expect(one.disk.snapshot().rows.singles.size).toBe(0)
  }
  expect(await lies(b)).toEqual(['livesAlone', 'hospitalEscort', '2026-09-02'])
  expect(await lies(second)).toEqual(HERS)
  expect(at(b).care).toMatchObject({ tags: ['livesAlone'], needs: ['hospitalEscort'] })
  // A volunteer is never told why.
  expect(b.view.get<Reasons>(reasonsId(resident.id))).toBeUndefined()

  b.wire.cut()
  second.wire.cut()
  day(WEDNESDAY)
  await withdraws(a, at(a), WEDNESDAY)
  expect(at(a).care).toBeUndefined()
  await a.sync()
  expect(await lies(a)).toEqual([])
  await office.sync()
  expect(await lies(office)).toEqual([])
  // The reasons went with it though nobody who took it back may read them.
  expect(office.view.get<Reasons>(reasonsId(resident.id))).toMatchObject({ tags: [], withdrawnAt: WEDNESDAY })

  day(SUNDAY)
  for (const one of [b, second]) {
    one.wire.mend()
    await one.sync()
    expect([await lies(one), at(one).care]).toEqual([[], undefined])
    await one.restart()
    expect([await lies(one), at(one).care]).toEqual([[], undefined])
  }
  expect(compound.server.failures).toEqual([])
})

test('what the office wrote of her before, and sends only after, brings nothing back; a new consent does', async () => {
  const { at, office, a, second, day, resident } = await agreed()
  second.wire.cut()
  day('2026-03-03')
  const seen = {
    resident,
    care: second.view.get<Care>(careId(resident.id)),
    reasons: second.view.get<Reasons>(reasonsId(resident.id)),
  }
  await must(
    keepCare(second, seen, {
      tags: ['livesAlone'],
      needs: ['hospitalEscort', 'meal'],
      reasons: ['losesAbility'],
    }),
  )
  day(WEDNESDAY)
  await withdraws(a, at(a), WEDNESDAY)
  await a.sync()
  day(SUNDAY)
  second.wire.mend()
  await second.sync()
  await office.sync()
  for (const one of [a, office, second]) {
    await one.sync()
    expect(at(one).care).toBeUndefined()
    expect(one.view.get<Care>(careId(resident.id))).toMatchObject({ tags: [], needs: [] })
  }
  for (const one of [office, second])
    expect(one.view.get<Reasons>(reasonsId(resident.id))).toMatchObject({ tags: [] })
  // Nor does a copy of it wait there for a decision.
  expect(office.view.all<Held>('held')).toEqual([])
  for (const one of [a, office, second]) expect(await lies(one)).toEqual([])

  const care = office.view.get<Care>(careId(resident.id))
  const anew = { ...GIVEN, at: SUNDAY, basis: 'family' as const }
  await must(
    keepCare(office, { resident, care }, { tags: ['livesAlone'], needs: [], reasons: [], consent: anew }),
  )
  await office.sync()
  await a.sync()
  expect(at(a).care).toEqual({ tags: ['livesAlone'], needs: [] })
})

test('reasons that nobody had written when the consent ended do not begin with it afterwards, nor after she agreed to something else', async () => {
  const { compound, place } = await bare()
  const { office, joins } = compound
  const home = place('1-1-1-102')
  const [person] = household(office.reader(), home, MONDAY)!.people
  const { resident } = person!
  await must(keepCare(office, { resident }, { tags: ['livesAlone'], needs: [], reasons: [], consent: GIVEN }))
  await office.sync()
  const second = await joins({ name: '陈晓', role: 'officer' })
  second.wire.cut()
  const care = second.view.get<Care>(careId(resident.id))
  await must(
    keepCare(second, { resident, care }, { tags: ['livesAlone'], needs: [], reasons: ['lowIncome'] }),
  )
  await must(withdrawConsent(office, [{ care: office.view.get<Care>(careId(resident.id)) }], WEDNESDAY))
  await office.sync()
  const anew = { ...GIVEN, at: '2026-03-06' }
  const ended = office.view.get<Care>(careId(resident.id))
  await must(
    keepCare(office, { resident, care: ended }, { tags: [], needs: ['meal'], reasons: [], consent: anew }),
  )
  await office.sync()
  second.wire.mend()
  await second.sync()
  await office.sync()
  for (const one of [office, second]) {
    await one.sync()
    expect(one.view.get<Reasons>(reasonsId(resident.id))).toMatchObject({ tags: [], withdrawnAt: WEDNESDAY })
    expect(one.view.get<Care>(careId(resident.id))).toMatchObject({ needs: ['meal'], consent: anew })
    expect(await one.holds('lowIncome')).toBe(false)
  }
  expect(compound.server.failures).toEqual([])
})

test('W7 a server put back to before it was taken back ends without it again, on every device', async () => {
  const { compound, at, office, a, b, day, resident } = await agreed()
  const backup = await compound.backUp()
  day(WEDNESDAY)
  await withdraws(a, at(a), WEDNESDAY)
  await a.sync()
  await office.sync()
  expect(await lies(office)).toEqual([])
  await compound.restore(backup)
  day(SUNDAY)
  // Who comes first is shown the old state by a server that knows no better.
  await b.sync()
  expect(at(b).care).toBeDefined()
  for (let turn = 0; turn < 3; turn += 1) for (const one of [a, office, b]) await one.sync()
  for (const one of [a, office, b]) expect([await lies(one), at(one).care]).toEqual([[], undefined])
  expect(office.view.get<Reasons>(reasonsId(resident.id))).toMatchObject({ tags: [], withdrawnAt: WEDNESDAY })
})

test('a move-out meets a care tag that was written elsewhere: both are kept, nobody sees it behind the door, and the office is told', async () => {
  const { compound, place } = await bare()
  const { office, joins } = compound
  const home = place('1-1-1-101')
  const a = await joins({ name: '何桂英', place: place('1') })
  const [person] = household(office.reader(), home, MONDAY)!.people
  const { resident } = person!
  a.wire.cut()
  office.wire.cut()
  await must(moveOut(a, [resident.id], '2026-03-01'))
  await must(keepCare(office, { resident }, { ...TAGS, consent: GIVEN }))
  expect(elevationOf(office.reader(), place('1'), MONDAY)?.withCare).toBe(1)
  a.wire.mend()
  office.wire.mend()
  await a.sync()
  await office.sync()
  await a.sync()
  for (const one of [a, office]) {
    const seen = household(one.reader(), home, MONDAY)!
    expect([seen.people, seen.movedOut.map(({ name }) => name)]).toEqual([[], ['欧阳灯芯']])
    expect(elevationOf(one.reader(), place('1'), MONDAY)?.withCare).toBe(0)
  }
  expect(consentsToSee(office.reader(), MONDAY)).toMatchObject({
    toAsk: [],
    away: [{ resident: { id: resident.id, movedOut: '2026-03-01' }, care: { needs: ['hospitalEscort'] } }],
  })
  // A new family comes in: nothing of hers is shown with them.
  await must(enterResident(office, home, { name: '尉迟石竹', phone: '' }))
  expect(household(office.reader(), home, MONDAY)!.people).toMatchObject([{ resident: { name: '尉迟石竹' } }])
  expect(household(office.reader(), home, MONDAY)!.people[0]).not.toHaveProperty('care')
  // The office asks her, and takes it away where she does not need it any more.
  await must(withdrawConsent(office, consentsToSee(office.reader(), MONDAY).away, MONDAY))
  await office.sync()
  await a.sync()
  expect(consentsToSee(office.reader(), MONDAY).away).toEqual([])
  expect(await lies(a)).toEqual([])
})

test('a consent is asked for again when its day comes near, and then it is no more among those to ask', async () => {
  const { at, office, day, resident } = await agreed()
  expect(consentsToSee(office.reader(), MONDAY).toAsk).toEqual([])
  day('2026-08-25')
  const [due] = consentsToSee(office.reader(), '2026-08-25').toAsk
  expect(due).toMatchObject({ reviewBy: '2026-09-02', resident: { id: resident.id } })
  await must(askedAgain(office, due!, '2027-02-25'))
  await office.sync()
  expect(consentsToSee(office.reader(), '2026-08-25')).toEqual({ toAsk: [], away: [] })
  expect(at(office).parts[0]).toMatchObject({
    care: { consent: { reviewBy: '2027-02-25' } },
    reasons: { consent: { reviewBy: '2027-02-25' } },
  })
})

test('a shared tablet holds nothing of it', async () => {
  const { compound } = await agreed()
  const tablet = await compound.joins({
    name: '周桂芳',
    role: 'gridWorker',
    place: compound.place('1'),
    deviceKind: 'shared',
  })
  await tablet.sync()
  expect(await lies(tablet)).toEqual([])
  expect(elevationOf(tablet.reader(), compound.place('1'), MONDAY)?.withCare).toBe(0)
})
