import { expect, type Page } from '@playwright/test'
import { dayOf } from '#domain/workingDays.ts'
import { zh } from '#ui/words/zh/all.ts'
import type { InvitationReply, Invite } from '#wire/office.ts'
import { aPort } from './aPort.ts'
import { answerTo } from './asOurPage.ts'
import { onDisk, sent } from './onDisk.ts'
import { letIn } from './letIn.ts'
import { choosePin } from './pin.ts'
import { Profile } from './profile.ts'
import { RealServer } from './server.ts'
import { Wire } from './wire.ts'
import { goTo } from './historySettled.ts'
import { wholeness } from './wholeness.ts'

const TABLET = { width: 1280, height: 800 }
export const PASSPHRASE = '锦江边上慢慢走一走看灯'
export const OFFICER = '林老师'

/** A clock that is set back by a day still finds them in office. */
const SOME_DAYS_AGO = dayOf(new Date(Date.now() - 5 * 24 * 3_600_000).toISOString())

/** An invented person at the bins, and the four digits they chose. */
export interface Volunteer {
  readonly name: string
  readonly pin: string
}

/** A compound, without a roster unless one is given, its office's browser, and a tablet at the east gate that nobody has joined on. */
export class SharedTablet {
  readonly wire: Wire
  readonly server: RealServer
  readonly office: Profile
  readonly tablet: Profile
  #compound = ''

  private constructor(wire: Wire, server: RealServer, office: Profile, tablet: Profile) {
    this.wire = wire
    this.server = server
    this.office = office
    this.tablet = tablet
  }

  /**
   * @param on a roster to begin with, as a sheet's rows, and the built package that is served
   */
  static async prepare(
    on: { readonly rows?: readonly (readonly string[])[]; readonly home?: string } = {},
  ): Promise<SharedTablet> {
    const port = await aPort()
    const wire = await Wire.lay(port, port + 1)
    const server = await RealServer.prepare(port + 1, wire.origin, on.home)
    await server.start()
    const [office, tablet] = [(await Profile.make(TABLET)).answers(), await Profile.make(TABLET)]
    const here = new SharedTablet(wire, server, office, tablet)
    await here.#setUp(on.rows ?? [])
    return here
  }

  async remove(): Promise<void> {
    for (const profile of [this.office, this.tablet]) await profile.remove()
    await this.wire.take()
    await this.server.remove()
  }

  get compound(): string {
    return this.#compound
  }

  get origin(): string {
    return this.wire.origin
  }

  get page(): Page {
    return this.tablet.page
  }

  /** The link of an invitation to this tablet; `person`: somebody who has been here before. */
  async invited(name: string, person?: string): Promise<string> {
    return (await this.invites({ name, ...(person && { person }) })).link
  }

  /** An invitation, to this tablet and for the whole compound unless said otherwise. */
  invites(other: Partial<Invite>): Promise<InvitationReply> {
    return this.asked<InvitationReply>('/api/invitations', {
      role: 'supervisor',
      place: this.#compound,
      from: SOME_DAYS_AGO,
      deviceKind: 'shared',
      ...other,
    })
  }

  /** Joins as anybody does who has been handed an invitation, and chooses a PIN. */
  async joins({ name, pin }: Volunteer, person?: string): Promise<void> {
    await goTo(this.tablet.page, await this.invited(name, person))
    await letIn(this.page, this.asks)
    await choosePin(this.page, name, pin)
    await this.isWhole()
  }

  /**
   * Whoever joined is in, their half of the vault's key lies on the disk, and the walk has come to its end under that key. A page
   * that is left before has places and names the next time it has a network and a PIN; without one they are not there.
   */
  async isWhole(): Promise<void> {
    await expect(this.page.locator('.nav')).toBeVisible()
    await expect.poll(() => wholeness(this.page)).toBe('whole')
  }

  /** The tablet is whole and may lose the network: everything is kept, and the browser has written down who it is. */
  async isReady(): Promise<void> {
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await sent(this.page)
    await this.restart('close')
  }

  /** Another morning, or the plug pulled. */
  async restart(how: 'close' | 'kill'): Promise<void> {
    await this.tablet[how]()
    await this.tablet.open(`${this.origin}/`)
    await expect(this.page.getByRole('heading', { name: zh.lock.who })).toBeVisible()
  }

  /** The same, for whoever is let in. */
  readonly asks = (path: string, body?: unknown): Promise<unknown> => this.asked(path, body)

  /** Says something to the server as the office's own page would. */
  async asked<T>(path: string, body?: unknown): Promise<T> {
    return answerTo<T>(this.office.page, path, body)
  }

  async #setUp(rows: readonly (readonly string[])[]): Promise<void> {
    const desk = await this.office.open(`${this.origin}/`)
    const windows = [
      { window: 'morning', from: '07:00', to: '09:00' },
      { window: 'evening', from: '18:00', to: '20:30' },
    ]
    const { compound } = await this.asked<{ compound: string }>('/api/setup', {
      code: this.server.setUpCode,
      compound: '春和苑',
      rows,
      points: [{ label: '东门投放点', windows }],
      emergency: [],
      officer: { name: OFFICER, passphrase: PASSPHRASE },
      deviceKind: 'own',
    })
    this.#compound = compound
    const { signIn } = zh.join
    await goTo(desk, `${this.origin}/login`)
    await desk.getByLabel(signIn.name).fill(OFFICER)
    await desk.getByLabel(signIn.passphrase, { exact: true }).fill(PASSPHRASE)
    await desk.getByRole('button', { name: signIn.go }).click()
    await expect(desk.locator('.nav')).toBeVisible()
  }
}

/** The key with which one person leaves the tablet to the next. */
export async function leave(page: Page): Promise<void> {
  await page.getByRole('button', { name: zh.common.changePerson, exact: true }).click()
  await expect(page.getByRole('heading', { name: zh.lock.who })).toBeVisible()
}

/** Something heard at the east gate, written on a locked tablet by whoever says who they are. */
export async function noteLocked(page: Page, who: string, text: string): Promise<void> {
  await page.getByRole('button', { name: zh.lock.note }).click()
  await page.getByRole('dialog').getByRole('button', { name: who }).click()
  await heard(page, text)
  await expect(page.getByRole('heading', { name: zh.lock.who })).toBeVisible()
}

/**
 * On the screen for a new remark: place, words, kind, kept. `there`: where their last one was, which stands already.
 *
 * @param disk of a further compound
 */
export async function heard(page: Page, text: string, there = false, disk?: string): Promise<void> {
  const { capture } = zh.feedback
  if (!there) {
    await page.getByRole('button', { name: capture.choose }).click()
    await page.getByRole('dialog').getByRole('button', { name: '东门投放点' }).click()
  }
  await page.locator('.capture textarea').first().fill(text)
  await page.getByRole('button', { name: capture.keys.dirt.replace('\n', ' '), exact: true }).click()
  const before = await keptOn(page, disk)
  await page.getByRole('button', { name: zh.common.save, exact: true }).click()
  // Whoever leaves before it says that it is kept has not kept it.
  await expect.poll(() => keptOn(page, disk)).toBeGreaterThan(before)
}

/** How much was written here, sent or not. */
async function keptOn(page: Page, disk?: string): Promise<number> {
  const { outbox = [], sent: gone = [] } = await onDisk(page, disk)
  return outbox.length + gone.length
}
