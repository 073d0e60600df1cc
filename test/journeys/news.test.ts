import { expect, test } from 'vitest'
import { openShift } from '#commands/bins.ts'
import { recordVisit } from '#commands/visits.ts'
import type { Shift } from '#domain/bins/shift.ts'
import type { Visit } from '#domain/doors/visit.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { type Compound, twoDevices } from '#test/support/twoDevices.ts'
import { NEWS_PATH } from '#wire/office.ts'

/** An open ear: what was heard until the server hung up. */
async function listens(compound: Compound, who: Volunteer) {
  const answer = await compound.browserOf(who).get(NEWS_PATH)
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  let text = ''
  return {
    moved: async () => (text += (await reader.read()).value ?? ''),
    async heard() {
      for (let one = await reader.read(); !one.done; one = await reader.read()) text += one.value
      return text
    },
  }
}

test('W12 news is heard by those in whose sight something moved, says nothing else, and nobody needs it', async () => {
  const compound = await twoDevices()
  const { office, place } = compound
  const phone = await compound.joins({ name: '何桂英', place: place('1') })
  const elsewhere = await compound.joins({ name: '老唐', place: place('2') })
  const tablet = await compound.joins({ name: '廖姐', role: 'supervisor', deviceKind: 'shared' })
  await office.sync()
  const ears = await Promise.all([office, elsewhere, tablet].map((who) => listens(compound, who)))
  const [ofOffice, ofElsewhere, ofTablet] = ears

  const visit = await must(
    recordVisit(phone, { dwelling: place('1-1-1-101'), outcome: 'met', note: '菜篮子' }),
  )
  await phone.sync()
  expect(await ofOffice!.moved()).toBe('event: moved\ndata: moved\n\n')
  const shift = await must(openShift(tablet, { place: place('bin-1'), day: '2026-03-02', window: 'morning' }))
  await tablet.sync()
  await ofOffice!.moved()
  compound.server.started.hangUp()
  // One for the visit, one for the shift; the tablet hears of its own shift, the other building of neither.
  expect((await ofOffice!.heard()).match(/event/g)).toHaveLength(2)
  expect((await ofTablet!.heard()).match(/event/g) ?? []).toHaveLength(1)
  expect(await ofElsewhere!.heard()).not.toContain('event')

  // The ears are shut: with the next contact everything is there all the same.
  await office.sync()
  expect(office.view.get<Visit>(visit)?.note).toBe('菜篮子')
  expect(office.view.get<Shift>(shift)?.author).toBe(tablet.me)
})
