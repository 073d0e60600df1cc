import { cp } from 'node:fs/promises'
import type { RecordId } from '#domain/ids.ts'
import { placeId } from '#domain/places.ts'
import type { DeviceKind } from '#domain/rights.ts'
import type { Place } from '#server/backup/place.ts'
import type { Enrolment, InvitationReply, Invite, SetUp } from '#wire/office.ts'
import { aCutWire, type CutWire } from './aCutWire.ts'
import { aServer, aSetUp, type Browser, type TestServer } from './aServer.ts'
import { Volunteer } from './aVolunteer.ts'
import { copyDatabase, databaseUrlOf, keepDatabase, newDatabaseFor } from './engine.ts'
import { enters } from './enters.ts'
import { aFolder } from './folder.ts'

/** Who lives here. Strange names and numbers: where one of them turns up, it came from here. */
export const RESIDENTS = [
  ['1', '1', '101', '欧阳灯芯', '13811110101'],
  ['1', '1', '102', '司徒青石', '13811110102'],
  ['1', '2', '201', '令狐白露', '13811110201'],
  ['2', '1', '101', '端木霜降', '13822220101'],
  ['2', '1', '201', '独孤谷雨', '13822220201'],
] as const

export const NAMES_AND_PHONES = RESIDENTS.flatMap(([, , , name, phone]) => [name, phone])

/** What two people and an office in one compound need: a server in this process, devices, and wires between them. */
export interface Compound {
  readonly office: Volunteer
  /** The server as it stands now. */
  readonly server: TestServer
  /** Server time. */
  clock: string
  /** A place by its key: `1`, `1-2`, `1-1-1-101`, `bin-1`, `compound`. */
  place(key: string): RecordId
  invite(invite: Partial<Invite>): Promise<InvitationReply>
  /** Somebody is invited and joins on a new browser, or on the one given. */
  joins(invite: Partial<Invite>, on?: Volunteer): Promise<Volunteer>
  /** Somebody confirms an invitation on a device that is here already; nothing is synced yet. */
  takesOver(on: Volunteer, invitation: InvitationReply): Promise<Volunteer>
  /** Something the office does at its desk. */
  desk(path: string, body: unknown): Promise<Response>
  /** The browser behind a device, for what is no part of the sync. */
  browserOf(who: Volunteer): Browser
  /** A wire of another browser, without a device. */
  stranger(): CutWire
  /** As by kill -9: what is on its disk at this moment is all that is left. */
  falls(): Promise<void>
  rises(): Promise<void>
  /** Where the server keeps what it keeps. */
  data(): Promise<Place>
  /** The server is stopped, an operator does something to what it keeps, or to an empty place, and it starts on that. */
  operated(work: (data: Place) => Promise<void>, on?: 'its own' | 'an empty place'): Promise<void>
  /** A copy of the database, as an operator makes one. */
  backUp(): Promise<string>
  /** The database is put back to a copy; the rest of the folder stays. */
  restore(backup: string): Promise<void>
}

const MONDAY = '2026-03-01T23:00:00.000Z'

export async function twoDevices(setUp: Partial<SetUp> = {}): Promise<Compound> {
  const browsers = new Map<CutWire, Browser>()
  let server: TestServer | undefined = await aServer()
  let folder = server.folder
  let clock = MONDAY

  const standing = () => {
    if (!server) throw new TypeError('failed to fetch')
    return server
  }
  let addresses = 0
  const aWire = (): CutWire => {
    const wire: CutWire = aCutWire((path, init) => {
      standing()
      return browsers.get(wire)!.send(path, init)
    })
    browsers.set(wire, standing().browser(`192.0.2.${(addresses += 1)}`))
    return wire
  }
  const browserOf = (wire: CutWire): Browser => {
    const found = browsers.get(wire)
    if (!found) throw new Error('no browser behind this wire')
    return found
  }
  const enrolled = async (answer: Response) => {
    if (!answer.ok) throw new Error(`refused: ${await answer.text()}`)
    return (await answer.json()) as Enrolment
  }
  const rise = async (on: string) => {
    folder = on
    server = await aServer({ folder: on })
    server.clock = new Date(clock)
    for (const [wire, old] of browsers) {
      const fresh = server.browser()
      fresh.cookie = old.cookie
      browsers.set(wire, fresh)
    }
  }

  const officeWire = aWire()
  const form = aSetUp(server.started.setUpCode ?? '', {
    rows: [['栋', '单元', '房号', '姓名', '电话'], ...RESIDENTS.map((row) => [...row])],
    ...setUp,
  })
  const founded = await enrolled(await browserOf(officeWire).post('/api/setup', form))
  const office = await Volunteer.joined(founded, officeWire, clock)
  await office.sync()

  const desk = (path: string, body: unknown) => browserOf(officeWire).post(path, body)
  const invite = async (other: Partial<Invite>): Promise<InvitationReply> => {
    const usual = { role: 'gridWorker', place: founded.compound, from: '2026-03-01', deviceKind: 'own' }
    const made = await desk('/api/invitations', { ...usual, ...other })
    if (!made.ok) throw new Error(`refused: ${await made.text()}`)
    return (await made.json()) as InvitationReply
  }

  const entersOn = async (wire: CutWire, invitation: InvitationReply, deviceKind: DeviceKind) =>
    enrolled(await enters(browserOf(wire).post, desk, invitation, { deviceKind }))

  return {
    office,
    get server() {
      return standing()
    },
    get clock() {
      return clock
    },
    set clock(instant) {
      clock = instant
      if (server) server.clock = new Date(instant)
    },
    place: (key) => placeId(founded.tenant, key),
    invite,
    async joins(other, on) {
      const wire = on?.wire ?? aWire()
      const told = await entersOn(wire, await invite(other), other.deviceKind ?? 'own')
      const one = await Volunteer.joined(told, wire, clock, on?.storage)
      await one.sync()
      return one
    },
    async takesOver(on, invitation) {
      const told = await entersOn(on.wire, invitation, on.deviceKind)
      return Volunteer.joined(told, on.wire, clock, on.storage)
    },
    desk,
    browserOf: (who) => browserOf(who.wire),
    stranger: aWire,
    async falls() {
      const left = await aFolder()
      // Of a note that is being written the half is left out: it may have its name by the time it is looked at.
      const isWhole = (path: string) => !/note\.json\.[^/]+$/.test(path)
      await cp(folder, left, { recursive: true, filter: isWhole })
      await standing().stop()
      keepDatabase(folder, left)
      server = undefined
      folder = left
    },
    rises: () => rise(folder),
    data: async () => ({ dataDir: folder, databaseUrl: await databaseUrlOf(folder) }),
    async operated(work, on = 'its own') {
      await standing().stop()
      server = undefined
      // At a place of its own: connections of this process may outlive their server.
      const next = await aFolder()
      if (on === 'its own') await cp(folder, next, { recursive: true })
      await newDatabaseFor(next)
      await work({ dataDir: next, databaseUrl: await databaseUrlOf(next) })
      await rise(next)
    },
    async backUp() {
      const into = await aFolder()
      await copyDatabase(folder, into)
      return into
    },
    async restore(backup) {
      await standing().stop()
      const put = await aFolder()
      await cp(folder, put, {
        recursive: true,
        filter: (path) => !path.includes('linbian.sqlite'),
      })
      await copyDatabase(backup, put)
      await rise(put)
    },
  }
}
