import { describe, expect, test } from 'vitest'
import { openShift, tap } from '#commands/bins.ts'
import { recordIncident } from '#commands/incidents.ts'
import { writeFeedback } from '#commands/feedback.ts'
import type { CodeRefusal } from '#domain/invitation.ts'
import type { HeldWhy } from '#domain/change.ts'
import type { RosterRefusal } from '#domain/roster/town.ts'
import type { RowWhy } from '#domain/roster/readRow.ts'
import { OFFICE_REFUSALS } from '#device/asking.ts'
import { type Shift } from '#domain/bins/shift.ts'
import { countsOf } from '#domain/bins/tallies.ts'
import type { Feedback } from '#domain/feedback/feedback.ts'
import type { CommitRefusal } from '#store/commit.ts'
import { keepPhoto } from '#store/photoBytes.ts'
import type { Status } from '#sync/status.ts'
import { SENTENCES } from '#server/sentences.ts'
import type { SheetRefusal } from '#sheets/rawSheet.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'
import type { PhotoRefused } from '#ui/state/app.ts'
import { must } from '#test/support/binSide.ts'
import { noRoomIn } from '#test/support/noRoom.ts'
import { aPicture } from '#test/support/pictures.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

/*
 * What is proven elsewhere:
 * a roster file that is no spreadsheet, cut off, empty, locked, a bomb: test/sheets/readSheets.test.ts;
 * a photo that is no picture or has 200 megapixels: test/device/pictureHeader.test.ts, test/browser/abilities.spec.ts;
 * an invitation that is used, expired, withdrawn, mistyped: test/server/http/invitations.test.ts, test/domain/invitation.test.ts;
 * what a reply must be to count: test/sync/reply.test.ts, test/device/office.test.ts;
 * a full disk, byte by byte: test/store/commit.test.ts, drafts.test.ts, photos.test.ts, dexieDisk.test.ts;
 * unknown fields, deep nesting, 50 MB: test/server/http/body.test.ts, app.test.ts, test/server/records/push.test.ts;
 * a data folder of a newer version, a port that is taken: test/server/main.test.ts;
 * two tabs, a clock off by ten years, a database that vanished: test/journeys/device.test.ts.
 */

/** All members of a union: one that is missing here, or too many, is a type error. */
const all = <K extends string>(members: Record<K, true>) => Object.keys(members) as K[]

const SHEET = all<SheetRefusal | RosterRefusal>({
  tooLarge: true,
  tooManyRows: true,
  tooSlow: true,
  emptyFile: true,
  locked: true,
  notSpreadsheet: true,
  damaged: true,
  noRows: true,
  readerMissing: true,
  empty: true,
  noHeadings: true,
  nothingUnderstood: true,
})
const ROWS = all<RowWhy>({
  noDoor: true,
  doorUnreadable: true,
  doorIsDate: true,
  doorAmbiguous: true,
  floorMismatch: true,
  partsMismatch: true,
  noBuilding: true,
  noUnit: true,
  nameTooLong: true,
  phoneUnreadable: true,
  ageUnreadable: true,
  sameAgain: true,
  vacantWithName: true,
  sum: true,
})
const COMMIT = all<CommitRefusal>({
  nothingToDo: true,
  notPossible: true,
  tooLarge: true,
  notChecked: true,
  notReady: true,
  'disk.full': true,
  'disk.lost': true,
  'disk.blocked': true,
  'disk.newer': true,
  'disk.closed': true,
  'disk.broken': true,
})
const PHOTO = all<PhotoRefused>({
  notAPicture: true,
  tooManyPixels: true,
  cannotDecode: true,
  'disk.full': true,
  'disk.lost': true,
  'disk.blocked': true,
  'disk.newer': true,
  'disk.closed': true,
  'disk.broken': true,
})
const HELD = all<HeldWhy>({
  notAllowed: true,
  invalid: true,
  newer: true,
  wrongState: true,
  unreadable: true,
  recordMissing: true,
  idTaken: true,
  actHeld: true,
  unknownDevice: true,
  decidedBefore: true,
  tellsWho: true,
})
const STOPPED = all<NonNullable<Status['stopped']>>({
  noLongerEnrolled: true,
  newerServer: true,
  tooLarge: true,
  disk: true,
})
const CODE = { tooShort: 'short', tooLong: 'long', otherLetters: 'otherLetters' } as const satisfies Record<
  CodeRefusal,
  string
>

describe('every refusal has a sentence in both languages', () => {
  const pairs: readonly (readonly [what: string, zh: string, en: string])[] = [
    ...SHEET.flatMap((why) => [
      [`${why} title`, zh.setup.sheet.refused[why].title, en.setup.sheet.refused[why].title] as const,
      [`${why} text`, zh.setup.sheet.refused[why].text, en.setup.sheet.refused[why].text] as const,
    ]),
    ...ROWS.map((why) => [why, zh.setup.sheet.why[why], en.setup.sheet.why[why]] as const),
    ...COMMIT.map((why) => [why, zh.common.refused[why], en.common.refused[why]] as const),
    ...PHOTO.map((why) => [`photo ${why}`, zh.photo.refused[why], en.photo.refused[why]] as const),
    ...HELD.map((why) => [`held ${why}`, zh.sync.held[why], en.sync.held[why]] as const),
    ...STOPPED.map((why) => [why, zh.sync.stopped[why], en.sync.stopped[why]] as const),
    ...OFFICE_REFUSALS.map((why) => [why, zh.join.refused[why], en.join.refused[why]] as const),
    ...Object.values(CODE).map((why) => [`code ${why}`, zh.join.code[why], en.join.code[why]] as const),
    ...Object.entries(SENTENCES).map(
      ([why, [chinese, english]]) => [`start ${why}`, chinese, english] as const,
    ),
  ]
  test.each(pairs)('%s', (_, chinese, english) => {
    expect(chinese).toMatch(/\p{Script=Han}/u)
    expect(english).toMatch(/[a-z]{2}/)
    expect(english).not.toBe(chinese)
  })
})

const DAY = '2026-03-02'

async function aCountedShift(drops = 5) {
  const compound = await twoDevices()
  const { office, place } = compound
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  const shift = await must(openShift(tablet, { place: place('bin-1'), day: DAY, window: 'morning' }))
  for (let drop = 0; drop < drops; drop += 1) await must(tap(tablet, shift, 'right'))
  const right = (who: typeof tablet) => countsOf(who.view.get<Shift>(shift)!).right
  return { compound, office, tablet, shift, right }
}

describe('W10 somebody else answers in the place of the server', () => {
  test.each([
    ['a captive portal', 200, '<html><title>请登录无线网</title></html>'],
    ['a portal that speaks JSON', 200, '{"login":"https://wifi.example"}'],
    ['another reply of ours', 200, '{"protocol":1,"request":"of somebody else"}'],
    ['a proxy without a server behind it', 502, '<h1>Bad Gateway</h1>'],
    ['a server in trouble', 500, '{"refused":"serverTrouble"}'],
    ['nothing at all', 200, ''],
  ])('%s: nothing is lost, nothing is thought sent', async (_, status, text) => {
    const { office, tablet, right } = await aCountedShift()
    tablet.wire.answerInstead(status, text)
    expect(await tablet.sync()).toBe('noLink')
    expect(tablet.status.getState()).toMatchObject({ link: 'none', unsent: 6 })
    expect(right(tablet)).toBe(5)
    expect(await tablet.sync()).toBe('done')
    await office.sync()
    expect([right(tablet), right(office)]).toEqual([5, 5])
  })

  test('413 once: it goes in halves, all of it once', async () => {
    const { office, tablet, right } = await aCountedShift(250)
    tablet.wire.answerInstead(413, '<h1>Request Entity Too Large</h1>')
    tablet.wire.answerInstead(413, '')
    expect(await tablet.sync()).toBe('done')
    const sizes = tablet.wire.said.map((one) => (JSON.parse(one) as { changes: unknown[] }).changes.length)
    expect(Math.max(...sizes)).toBe(50)
    await office.sync()
    expect([right(tablet), right(office)]).toEqual([250, 250])
  })

  test('413 always: it gives up for now and keeps everything', async () => {
    const { tablet, right } = await aCountedShift()
    for (let answer = 0; answer < 20; answer += 1) tablet.wire.answerInstead(413, '')
    expect(await tablet.sync()).toBe('noLink')
    expect(tablet.status.getState()).toMatchObject({ link: 'none', unsent: 6 })
    expect(right(tablet)).toBe(5)
  })

  test('a server of another version, and the right one again: the word that it stopped goes away', async () => {
    const { tablet } = await aCountedShift()
    tablet.wire.answerInstead(409, '{"refused":"otherProtocol"}')
    expect(await tablet.sync()).toBe('refused')
    expect(tablet.status.getState()).toMatchObject({ stopped: 'newerServer' })
    expect(await tablet.sync()).toBe('done')
    expect(tablet.status.getState()).not.toHaveProperty('stopped')
  })
})

describe('a device without room', () => {
  test('says so for words and for a photo, keeps what it had, and takes them when there is room', async () => {
    const { compound, tablet, shift, right, office } = await aCountedShift()
    const disk = noRoomIn(['outbox', 'photos'])
    await tablet.restart(undefined, disk.options)
    const said = { place: compound.place('bin-1'), shift, type: 'overflow', action: 'none' } as const
    const photo = { hash: 'a'.repeat(64), bytes: aPicture(), at: tablet.now() }
    expect(await keepPhoto(tablet.photos, photo, tablet.me)).toEqual({ ok: false, refused: 'disk.full' })
    expect(await recordIncident(tablet, { ...said, photos: [] })).toEqual({ ok: false, refused: 'disk.full' })
    expect(await tap(tablet, shift, 'right')).toEqual({ ok: false, refused: 'disk.full' })
    const remark = {
      place: compound.place('bin-1'),
      text: '桶边地滑',
      category: 'lighting',
      urgency: 'u3',
      channel: 'bin_side',
      photos: [],
      ending: { is: 'undecided' },
    } as const
    expect(await writeFeedback(tablet, remark)).toEqual({ ok: false, refused: 'disk.full' })
    // What was refused is not shown as if it were there.
    expect(right(tablet)).toBe(5)
    expect(tablet.view.all('incident')).toEqual([])
    expect(tablet.view.all('feedback')).toEqual([])

    disk.free()
    expect((await keepPhoto(tablet.photos, photo, tablet.me)).ok).toBe(true)
    await must(tap(tablet, shift, 'right'))
    expect((await writeFeedback(tablet, remark)).ok).toBe(true)
    await tablet.sync()
    await office.sync()
    expect(right(office)).toBe(6)
    expect(office.view.all<Feedback>('feedback').map(({ text }) => text)).toEqual(['桶边地滑'])
  })

  test('takes nothing half of what the office sends, and does not say that it is still at it', async () => {
    const { compound, office, tablet, right } = await aCountedShift()
    await tablet.sync()
    const said = { place: compound.place('bin-1'), type: 'overflow', action: 'none', photos: [] } as const
    const incident = await must(recordIncident(office, said))
    await office.sync()
    const disk = noRoomIn(['singles', 'pages'])
    await tablet.restart(undefined, disk.options)
    await expect(tablet.sync()).rejects.toThrow('disk: full')
    expect(tablet.status.getState().link).toBe('none')
    expect(tablet.view.get(incident)).toBeUndefined()
    expect(right(tablet)).toBe(5)

    disk.free()
    expect(await tablet.sync()).toBe('done')
    expect(tablet.view.get(incident)).toMatchObject({ type: 'overflow' })
  })
})

test('W11 W13 fields nobody knows and nests too deep, in one batch with honest work: that work is done', async () => {
  const { compound, office, tablet, shift, right } = await aCountedShift(1)
  await tablet.sync()
  await tablet.sync()
  const said = JSON.parse(tablet.wire.said.at(-1)!) as Record<string, unknown> & { acked: number }
  const body = (args: unknown) => ({ open: { at: '2026-03-02T00:00:00.000Z', args } })
  const change = (n: number, args: string) =>
    `{"n":${n},"id":"bad-${n}","record":"${shift}","name":"shift.tally","v":1,"actor":"${tablet.me}","new":{},"body":${args}}`
  const deep = `${'['.repeat(40)}${']'.repeat(40)}`
  const changes = [
    change(said.acked + 1, JSON.stringify(body({ counter: 'right' }))),
    change(said.acked + 2, JSON.stringify(body({ counter: 'right', rank: 1 }))),
    change(said.acked + 3, `{"open":{"at":"2026-03-02T00:00:00.000Z","args":${deep}}}`),
    change(said.acked + 4, JSON.stringify(body({ counter: 'right' }))),
  ]
  const request = JSON.stringify({ ...said, changes: [], unknown: { to: 'us' } })
  const answer = await compound
    .browserOf(tablet)
    .post('/api/sync', request.replace('"changes":[]', `"changes":[${changes.join(',')}]`))
  const reply = (await answer.json()) as { outcomes: { outcome: unknown }[] }
  expect(reply.outcomes.map(({ outcome }) => outcome)).toEqual([
    { is: 'applied' },
    { is: 'held', why: 'invalid' },
    { is: 'held', why: 'invalid' },
    { is: 'applied' },
  ])
  await office.sync()
  expect(right(office)).toBe(3)
})
