import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { formDrafts } from '#boot/formDrafts.ts'
import type { Seat } from '#boot/seat.ts'
import type { PersonId, TenantId } from '#domain/ids.ts'
import { drafts } from '#store/drafts.ts'
import { memoryDisk } from '#store/memoryDisk.ts'
import { plainSeals } from '#test/support/plainSeals.ts'
import type { DeviceState } from '#ui/state/app.ts'

const zhou = 'zhou' as PersonId
const AT = '2026-03-02T00:00:00.000Z'

/** Forms of somebody whose PIN nobody has checked yet; something older lies half written about one door. */
async function unchecked() {
  const kept = drafts({ disk: memoryDisk(), seals: plainSeals, tenant: 't' as TenantId, now: () => AT })
  await kept.keep({ author: zhou, form: 'visit', about: 'door' }, 1, 'older')
  const device = createStore<DeviceState>(() => ({
    update: 'none',
    readyOffline: true,
    room: { is: 'unknown' },
  }))
  const seat: Seat = { person: zhou, unchecked: true }
  const older = async () => (await kept.open({ author: zhou, form: 'visit', about: 'door' }))?.content
  return { kept, seat, device, older, forms: formDrafts(kept, zhou, device, seat) }
}

test('INV-1 with an unchecked PIN nothing older is shown or written over, and what is typed says that it is not kept', async () => {
  const { forms, device, older } = await unchecked()
  expect(await forms.open('visit', 'door')).toBeUndefined()
  expect(await forms.list('visit')).toEqual([])
  await forms.keep('visit', 'door', 'newer')
  expect(device.getState().draftNotKept).toBe('notChecked')
  expect(await forms.open('visit', 'door')).toBe('newer')
  expect(await forms.spent({ form: 'visit', about: 'door' })).toBeUndefined()
  forms.saved({ form: 'visit', about: 'door' })
  expect(await older()).toBe('older')
})

test('INV-1 once it is checked the last words stand, also of what was begun before, and what is saved is begun no more', async () => {
  const { forms, seat, older } = await unchecked()
  await forms.keep('visit', 'other', 'half')
  seat.unchecked = undefined
  await forms.keep('visit', 'other', 'half and more')
  expect(await forms.open('visit', 'other')).toBe('half and more')
  forms.saved({ form: 'visit', about: 'other' })
  expect(await forms.open('visit', 'door')).toBe('older')
  expect(await older()).toBe('older')
})

test('INV-1 an act that was refused leaves its words begun', async () => {
  const { forms, device } = await unchecked()
  await forms.keep('visit', 'other', 'half')
  await forms.spent({ form: 'visit', about: 'other' })
  await forms.keep('visit', 'other', 'half again')
  expect(device.getState().draftNotKept).toBeUndefined()
  expect(await forms.open('visit', 'other')).toBe('half again')
})

test('SEC-96 whoever is erased goes also from what was begun before the PIN was checked', async () => {
  const { forms, kept, seat } = await unchecked()
  await forms.keep('visit', 'other', '石榴不在家')
  seat.unchecked = undefined
  await kept.takeOut(zhou, () => ({ names: ['石榴'], phones: [] }))
  expect(await forms.open('visit', 'other')).toBe('〔已删〕不在家')
})
