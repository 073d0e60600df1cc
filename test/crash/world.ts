import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeviceKind } from '#domain/rights.ts'
import type { DiskImage } from '#store/memoryDisk.ts'
import { aCutWire } from '#test/support/aCutWire.ts'
import { Volunteer } from '#test/support/aVolunteer.ts'
import { enters } from '#test/support/enters.ts'
import type { Enrolment, InvitationReply, Invite } from '#wire/office.ts'
import type { Answered } from './desk.ts'
import { inside } from './inside.ts'
import { aLedger, type Ledger } from './ledger.ts'
import { aPlace, cleared } from './package.ts'
import type { ServerProcess } from './serverProcess.ts'

/** A browser that has no page: its cookie, and the way to whatever server runs now. */
export interface Line {
  post(path: string, body: unknown): Promise<Response>
  get(path: string): Promise<Response>
  readonly wire: ReturnType<typeof aCutWire>
}

/** A moment of a world, to begin from as often as one likes. */
export interface WorldImage {
  readonly folder: string
  readonly epoch: string
  readonly disks: readonly DiskImage[]
  readonly ledger: Ledger
}

const PATIENCE = 30_000
/** Whoever stands at the counter of the office comes from an address of their own; guessing is not what is tried here. */
let addresses = 0

/** One server and the devices that know it. The devices are the product's own, on memory disks; nothing of them is killed. */
export class World {
  readonly server: ServerProcess
  ledger: Ledger = aLedger()
  readonly devices: Volunteer[] = []
  /** The officer's. */
  office: Line | undefined
  /** What the office was told is done. */
  answered: Answered[] = []

  constructor(server: ServerProcess) {
    this.server = server
  }

  line(): Line {
    let cookie = ''
    const address = `192.0.2.${(addresses = (addresses + 1) % 250)}`
    const wire = aCutWire(async (path, init) => {
      const headers = new Headers(init.headers)
      headers.set('Cookie', cookie)
      headers.set('X-Forwarded-For', address)
      const signal = AbortSignal.timeout(PATIENCE)
      const answer = await fetch(`${this.server.origin}${path}`, { ...init, headers, signal })
      const body = await answer.arrayBuffer()
      const told = answer.headers.get('Set-Cookie')?.split(';')[0]
      if (told !== undefined) cookie = told
      this.ledger.hear(path, answer.status, new TextDecoder().decode(body))
      const { status } = answer
      return new Response(status === 204 ? null : body, { status, headers: answer.headers })
    })
    const send = (method: string) => (path: string, body?: unknown) => {
      const headers = { 'Content-Type': 'application/json' }
      return wire.send(path, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    }
    return { wire, post: send('POST'), get: send('GET') }
  }

  async invite(other: Partial<Invite>): Promise<InvitationReply> {
    const [officer] = this.devices
    if (!officer || !this.office) throw new Error('nobody is here yet')
    const usual = { place: officer.compound, role: 'gridWorker', from: '2026-01-01', deviceKind: 'own' }
    return told(await this.office.post('/api/invitations', { ...usual, ...other }))
  }

  /** A device that has just been let in; nothing is synced yet. */
  async enters(enrolment: Enrolment, line: Line): Promise<Volunteer> {
    const one = await Volunteer.joined(enrolment, line.wire, new Date().toISOString())
    const commit = one.commit.bind(one)
    one.commit = async (intents) => {
      one.clock = new Date().toISOString()
      const done = await commit(intents)
      if (done.ok) this.ledger.save(done.value)
      return done
    }
    this.devices.push(one)
    return one
  }

  /** A browser confirms an invitation, and the office says yes to it. */
  async letIn(line: Line, invitation: InvitationReply, deviceKind: DeviceKind = 'own'): Promise<Enrolment> {
    if (!this.office) throw new Error('nobody is here yet')
    return told(await enters(line.post, this.office.post, invitation, { deviceKind }))
  }

  async joins(other: Partial<Invite>): Promise<Volunteer> {
    const line = this.line()
    return this.enters(await this.letIn(line, await this.invite(other), other.deviceKind), line)
  }

  /** Everybody sends what they have, until all is said. Answers who could not. */
  async drain(): Promise<readonly string[]> {
    const ends = await Promise.all(
      this.devices.map(async (one) => {
        let end = await one.sync()
        for (let more = 0; more < 20 && end !== 'done'; more += 1) end = await one.sync()
        return end === 'done' ? [] : [`a device could not send: ${end}`]
      }),
    )
    return ends.flat()
  }

  /** The server must not run. */
  async image(): Promise<WorldImage> {
    const folder = await aPlace('image')
    await cp(this.server.dataDir, folder, { recursive: true })
    const { epoch } = this.devices.length > 0 ? await inside(folder) : { epoch: '' }
    return {
      folder,
      epoch,
      disks: this.devices.map((one) => one.disk.snapshot()),
      ledger: this.ledger.copy(),
    }
  }

  /** The server must not run; devices that came later than the image are forgotten. */
  async back({ folder, disks, ledger }: WorldImage): Promise<void> {
    await cleared(this.server.dataDir)
    this.server.dataDir = await aPlace('data')
    await cp(folder, this.server.dataDir, { recursive: true })
    this.devices.length = disks.length
    for (const [index, one] of this.devices.entries()) await one.restart(disks[index])
    this.ledger = ledger.copy()
    this.answered = []
  }

  at(...names: string[]): string {
    return join(this.server.dataDir, ...names)
  }
}

/** @throws for a refusal */
export async function told<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
