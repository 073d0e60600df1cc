import { expect, test } from '@playwright/test'
import { addDays, dayOf } from '#domain/workingDays.ts'
import { onDisk } from './support/onDisk.ts'
import { unlock } from './support/pin.ts'
import { noteLocked, SharedTablet } from './support/sharedTablet.ts'

/** Invented. */
const ZHOU = { name: '周桂芳', pin: '4071' }
const TANG = { name: '唐玉珍', pin: '9035' }
const HEARD = '东门的水龙头关不紧'

let here: SharedTablet

test.beforeAll(async () => {
  here = await SharedTablet.prepare()
})

test.afterAll(() => here?.remove())

interface KeptKey {
  readonly cost?: unknown
  readonly root?: { readonly id: string }
}

/** How many pairs behind PINs lie there, how many halves of the vault's key, and which key that is. */
async function keysHere() {
  const { keys = [], meta = [] } = await onDisk(here.page)
  const rows = keys as KeptKey[]
  const box = (meta as { box?: string }[]).find((row) => row.box !== undefined)?.box
  return { pins: rows.filter(({ cost }) => cost).length, halves: rows.filter(({ root }) => root).length, box }
}

test('whoever has left leaves no key on the tablet, once what they wrote is with the office; who stays goes on', async () => {
  await here.tablet.open(`${here.origin}/`)
  await here.joins(ZHOU)
  await here.joins(TANG)
  await here.isReady()
  const before = await keysHere()
  expect(before).toMatchObject({ pins: 2, halves: 2 })
  await here.tablet.page.context().setOffline(true)
  await noteLocked(here.page, TANG.name, HEARD)

  const { people } = await here.asked<{ people: readonly { person: string; name: string }[] }>('/api/people')
  const { person } = people.find(({ name }) => name === TANG.name)!
  const to = addDays(dayOf(new Date().toISOString()), -1)
  const ended = { person, role: 'supervisor', place: here.compound, to }
  await here.asked('/api/appointments/end', ended)
  expect(await keysHere()).toEqual(before)

  await here.tablet.page.context().setOffline(false)
  await expect.poll(async () => (await onDisk(here.page))['outbox']).toEqual([])
  expect(JSON.stringify(here.server.records())).toContain(HEARD)
  // That they have left is news, and comes when somebody is in.
  await unlock(here.page, ZHOU.name, ZHOU.pin)
  await expect.poll(keysHere).toMatchObject({ pins: 1, halves: 1 })

  // Nobody else may take their name and choose a PIN for it.
  await here.restart('close')
  await expect(here.page.locator('.lock-card')).toHaveText([new RegExp(ZHOU.name)])
  await unlock(here.page, ZHOU.name, ZHOU.pin)
  await here.isWhole()
  await expect.poll(async () => (await keysHere()).box).not.toBe(before.box)
})
