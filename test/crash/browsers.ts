import type { Page } from '@playwright/test'
import { placeId } from '#domain/places.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { type Chance, chance } from '#test/sim/random.ts'
import { aPort } from '#test/browser/support/aPort.ts'
import type { Asks } from '#test/browser/support/letIn.ts'
import { Wire } from '#test/browser/support/wire.ts'
import { today } from '#ui/words/zh/today.ts'
import { founded } from './compound.ts'
import { Device } from './device.ts'
import { note, remark, visit, wordForTheNext } from './forms.ts'
import { inside } from './inside.ts'
import { allSent, joins } from './joins.ts'
import { both, CLEAN, type Verdict } from './judge.ts'
import { anotherBuild, aPlace, cleared } from './package.ts'
import { ServerProcess } from './serverProcess.ts'
import { Tapper } from './tapper.ts'
import { type Found, Writer } from './writer.ts'
import { judgeWritten, type Written } from './written.ts'
import { told, World } from './world.ts'

export interface BrowserHalf extends Verdict {
  readonly kills: number
  /** The most typing that did not come back, ms before the kill. */
  readonly maxDraftLossMs: number
  readonly killsBy: Readonly<Record<string, number>>
}

const PHONE = { width: 390, height: 844 }
const TABLET = { width: 1280, height: 800 }
/** How long a robot is left alone before its browser is killed, ms. */
const LONGEST = 4000

/** Of ten kills. */
const SHARES = {
  typing: 3,
  saving: 2, // in the moment somebody presses the key
  camera: 2, // on opening it, and while a picture is made small
  bins: 2, // a shift with its taps and incidents
  upgrade: 1, // while a new version takes over
} as const
type How = keyof typeof SHARES
const TURNS = (Object.keys(SHARES) as How[]).flatMap((how) => Array.from({ length: SHARES[how] }, () => how))

export async function browserHalf(
  home: string,
  kills: number,
  seed: number,
  say: (text: string) => void,
): Promise<BrowserHalf> {
  const luck = chance(seed)
  const other = await anotherBuild(home)
  const port = await aPort()
  const wire = await Wire.lay(port, port + 1)
  const dataDir = await aPlace('data')
  const servers = [home, other].map((one) => new ServerProcess(one, dataDir, port + 1))
  const stage = new Stage(servers, wire, luck, say)
  try {
    await stage.opens()
    for (let n = 0; n < kills; n += 1) await stage.kill(TURNS[n % TURNS.length] as How)
    return await stage.ends()
  } finally {
    await stage.clears()
    await wire.take()
    await cleared(dataDir)
    await cleared(other)
  }
}

/** One compound, a phone at the doors, a tablet at the bins, two builds that are served in turns. */
class Stage {
  readonly #servers: readonly ServerProcess[]
  readonly #wire: Wire
  readonly #luck: Chance
  readonly #say: (text: string) => void
  #served = 0
  readonly #written: Written[] = []
  #writers: readonly Writer[] = []
  #next: Writer | undefined
  readonly #tapper: Tapper
  #phone!: Device
  #tablet!: Device
  #verdict: Verdict = CLEAN
  #worst = 0
  #kills = 0
  readonly #killsBy: Record<string, number> = {}

  constructor(servers: readonly ServerProcess[], wire: Wire, luck: Chance, say: (text: string) => void) {
    this.#servers = servers
    this.#wire = wire
    this.#luck = luck
    this.#say = say
    this.#tapper = new Tapper(luck)
  }

  get #server(): ServerProcess {
    return this.#servers[this.#served] as ServerProcess
  }

  get #origin(): string {
    return this.#wire.origin
  }

  async opens(): Promise<void> {
    if ((await this.#server.start(undefined, this.#origin)) !== 'up') throw new Error(this.#server.complaints)
    const world = new World(this.#server)
    await founded(world)
    const helper = await world.joins({ name: '王秀英', role: 'gridWorker' })
    await helper.sync()
    const door = (key: string) => placeId(helper.tenant, key)
    const heard = await writeFeedback(helper, {
      place: door('1-1-1-101'),
      text: '电梯门关得太快',
      category: 'elevator',
      urgency: 'u3',
      channel: 'face',
      photos: [],
      ending: { is: 'undecided' },
    })
    if (!heard.ok) throw new Error(heard.refused)
    await helper.sync()
    this.#phone = await Device.make(PHONE)
    this.#tablet = await Device.make(TABLET)
    const forPhone = await world.invite({ name: '何桂英', role: 'gridWorker' })
    const forTablet = await world.invite({ name: '唐玉珍', role: 'supervisor' })
    const inviter: Asks = async (path, body) =>
      told(await (body === undefined ? world.office!.get(path) : world.office!.post(path, body)))
    await joins(this.#phone, forPhone.link, inviter)
    await this.#phone.close()
    const page = await joins(this.#tablet, forTablet.link, inviter)
    await this.#tapper.opensShift(page, this.#origin)
    await this.#tablet.close()
    this.#writers = [
      remark(door('1-1-1-102')),
      visit(door('1-1-2-201')),
      note(heard.value),
      remark(door('1-1-2-202')),
    ].map((form) => new Writer(form, this.#luck, this.#written))
    this.#next = new Writer(wordForTheNext(this.#tapper.shift), this.#luck, this.#written)
  }

  /** One life of a browser: it starts, what came back is judged, somebody works, it is killed. */
  async kill(how: How): Promise<void> {
    if (this.#luck.once(2)) this.#wire.mend()
    else this.#wire.cut()
    const device = how === 'bins' ? this.#tablet : this.#phone
    const life = how === 'bins' ? this.#atTheBins(device) : this.#atTheDoors(device, how)
    const found = await life.catch(async (error: unknown) => {
      const stood = await device.shows()
      device.kill()
      await device.settled()
      return stuck(error, stood)
    })
    this.#kills += 1
    this.#killsBy[how] = (this.#killsBy[how] ?? 0) + 1
    this.#hear(found, how)
    if (this.#kills % 10 === 0) this.#say(`${this.#kills} browser kills`)
  }

  #hear({ lossMs, findings }: Found, how: string): void {
    this.#worst = Math.max(this.#worst, lossMs)
    const back = findings.filter((one) => one.includes('the draft is back')).length
    this.#verdict = both(this.#verdict, {
      ...CLEAN,
      doubled: back,
      savedLost: findings.length - back,
      findings,
    })
    for (const finding of findings) this.#say(`FOUND after ${how}: ${finding}`)
    if (lossMs > 500) this.#say(`${Math.round(lossMs)} ms of typing did not come back`)
  }

  async #atTheBins(device: Device): Promise<Found> {
    const onlyWord = this.#luck.once(4)
    const page = await device.open(`${this.#origin}/bins`)
    if (onlyWord && this.#next) {
      const next = this.#next
      const { field, ...found } = await next.returns(page, this.#origin)
      await this.#untilKilled(device, (stopped) => next.writes(page, this.#origin, field, stopped))
      next.fellAt = device.fellAt
      return found
    }
    const found = await this.#tapper.returns(page, this.#origin)
    await this.#untilKilled(device, (stopped) => this.#tapper.works(page, this.#origin, stopped))
    this.#tapper.fellAt = device.fellAt
    return found
  }

  async #atTheDoors(device: Device, how: How): Promise<Found> {
    const able = this.#writers.filter(({ form }) => how !== 'camera' || form.camera !== undefined)
    const writer = this.#luck.pick(able)
    if (how === 'upgrade') this.#wire.mend()
    const page = await device.open(`${this.#origin}/`)
    const { field, ...found } = await writer.returns(page, this.#origin)
    if (how === 'typing')
      await this.#untilKilled(device, (stopped) => writer.writes(page, this.#origin, field, stopped))
    else {
      await writer.types(page, field, 14, () => false)
      if (how === 'saving') await this.#untilKilled(device, () => writer.saves(page), 400)
      else if (how === 'camera') await this.#atTheCamera(device, page, writer)
      else await this.#whileUpgraded(device, page)
    }
    writer.fellAt = device.fellAt
    return found
  }

  /** The camera opens, and the system takes the memory for it. */
  async #atTheCamera(device: Device, page: Page, writer: Writer): Promise<void> {
    if (this.#luck.once(2)) {
      await writer.opensCamera(page)
      device.kill()
      return device.settled()
    }
    await this.#untilKilled(device, () => writer.photographs(page), 900)
  }

  /** Another build is served, the person says yes, and the browser falls while it takes over. */
  async #whileUpgraded(device: Device, page: Page): Promise<void> {
    await this.#server.kill()
    this.#served = 1 - this.#served
    if ((await this.#server.start(undefined, this.#origin)) !== 'up') throw new Error(this.#server.complaints)
    await page.goto(`${this.#origin}/`)
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update())
    const take = page.getByRole('button', { name: today.device.takeUpdate })
    await take.waitFor({ timeout: 60_000 })
    if (this.#luck.once(2)) this.#wire.cut()
    await this.#untilKilled(device, () => take.click(), 900)
  }

  /** What the robot does ends with its browser; before that an error is one of the product's. */
  async #untilKilled(
    device: Device,
    work: (stopped: () => boolean) => Promise<unknown>,
    longest = LONGEST,
  ): Promise<void> {
    let fallen = false
    const working = work(() => fallen).catch((error: unknown) => {
      if (!fallen) throw error
    })
    const killing = new Promise<void>((resolve) =>
      setTimeout(() => {
        fallen = true
        device.kill()
        resolve()
      }, this.#luck.below(longest)),
    )
    await Promise.all([killing, working])
    await device.settled()
  }

  /** Everything is sent; what the screens said is held against what the server has. */
  async ends(): Promise<BrowserHalf> {
    this.#wire.mend()
    for (const device of [this.#phone, this.#tablet]) {
      const page = await device.open(`${this.#origin}/`)
      for (const robot of device === this.#tablet ? [this.#tapper] : this.#writers)
        this.#hear(
          await robot
            .returns(page, this.#origin)
            .catch(async (error: unknown) => stuck(error, await device.shows())),
          'the end',
        )
      await page.goto(`${this.#origin}/`)
      await allSent(page)
      await device.close()
    }
    await this.#server.kill()
    const { records, integrity } = await inside(this.#server.dataDir)
    if (integrity !== 'ok') throw new Error(integrity)
    for (const verdict of [judgeWritten(this.#written, records), this.#tapper.judge(records)]) {
      this.#verdict = both(this.#verdict, verdict)
      for (const finding of verdict.findings) this.#say(`FOUND in the end: ${finding}`)
    }
    return {
      ...this.#verdict,
      kills: this.#kills,
      maxDraftLossMs: Math.round(this.#worst),
      killsBy: this.#killsBy,
    }
  }

  async clears(): Promise<void> {
    await this.#phone?.remove()
    await this.#tablet?.remove()
    for (const server of this.#servers) await server.kill()
  }
}

/** What the robot could not do a person could not do either: it is found, and the next life begins. */
function stuck(error: unknown, stood: string): Found {
  return { lossMs: 0, findings: [`it could not go on: ${String(error)}\nWhat stood on the page:\n${stood}`] }
}
