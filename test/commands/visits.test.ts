import { describe, expect, it } from 'vitest'
import type { Context } from '#commands/context.ts'
import { setUse } from '#commands/doors.ts'
import { editResident, enterResident } from '#commands/residents.ts'
import { amendVisit, confirmRoster, recordVisit, undoVisit } from '#commands/visits.ts'
import type { Contact } from '#domain/doors/contact.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Place } from '#domain/places.ts'
import { contactId, type Resident } from '#domain/doors/resident.ts'
import type { Visit, VisitOutcome } from '#domain/doors/visit.ts'
import { aDoorSide, door, ZHOU } from '#test/support/doorSide.ts'

async function knocked(side: Context, dwelling: RecordId, outcome: VisitOutcome): Promise<Visit> {
  const done = await recordVisit(side, { dwelling, outcome })
  if (!done.ok) throw new Error(done.refused)
  return side.view.get<Visit>(done.value[0]!.record)!
}

describe('at a door', () => {
  it('one tap keeps a visit with its door, its author and nothing that was not said', async () => {
    const side = aDoorSide()
    const visit = await knocked(side, door(1, 502), 'met')
    expect(visit).toMatchObject({
      place: door(1, 502),
      author: ZHOU,
      outcome: 'met',
      rosterConfirmed: 'notChecked',
    })
    expect(visit.note).toBeUndefined()
    expect(visit.retryAt).toBeUndefined()
    expect(side.view.standing(visit.id)).toBe('waiting')
  })

  it('nobody at home proposes an evening or the weekend; another answer proposes nothing', async () => {
    const side = aDoorSide()
    side.at('2024-03-04T02:00:00.000Z')
    expect((await knocked(side, door(1, 502), 'noAnswer')).retryAt).toBe('2024-03-04T19:00')
    expect((await knocked(side, door(1, 503), 'refused')).retryAt).toBeUndefined()
  })

  it('undo leaves a mark, and a second undo has nothing to do', async () => {
    const side = aDoorSide()
    const visit = await knocked(side, door(1, 502), 'met')
    expect((await undoVisit(side, visit.id)).ok).toBe(true)
    expect(side.view.get<Visit>(visit.id)?.voided).toMatchObject({ by: ZHOU })
    expect(await undoVisit(side, visit.id)).toEqual({ ok: false, refused: 'nothingToDo' })
  })

  it('a sentence, a date and the check of the roster are added to the same visit', async () => {
    const side = aDoorSide()
    const visit = await knocked(side, door(1, 502), 'met')
    await amendVisit(side, visit, { note: ' 不方便下楼，帮带了菜 ', retryAt: '2024-03-20T19:00' })
    await confirmRoster(side, side.view.get<Visit>(visit.id)!, 'unchanged')
    expect(side.view.get<Visit>(visit.id)).toMatchObject({
      note: '不方便下楼，帮带了菜',
      retryAt: '2024-03-20T19:00',
      rosterConfirmed: 'unchanged',
    })
  })

  it('a home can be told empty, and lived in again', async () => {
    const side = aDoorSide()
    const home = () => side.view.get<Place>(door(1, 502))!
    await setUse(side, home(), 'vacant')
    expect(home().use).toBe('vacant')
    await setUse(side, home(), 'livedIn')
    expect(home().use).toBe('livedIn')
  })
})

describe('the people behind a door', () => {
  it('are entered with their phone in one act', async () => {
    const side = aDoorSide()
    const done = await enterResident(side, door(2, 101), {
      name: '王淑芬',
      ageBand: '70-79',
      phone: '13800002207',
    })
    if (!done.ok) throw new Error(done.refused)
    const [first, second] = done.value
    expect(first?.act).toBe(second?.act)
    expect(side.view.get<Contact>(contactId(first!.record))).toMatchObject({
      phone: '13800002207',
      place: door(2, 101),
    })
  })

  it('only what was changed travels, and an unchanged form has nothing to do', async () => {
    const side = aDoorSide()
    const resident = side.view.all<Resident>('resident').find((one) => one.place === door(1, 502))!
    const contact = side.view.get<Contact>(contactId(resident.id))!
    const form = { name: resident.name, phone: contact.phone! }
    expect(await editResident(side, { resident, contact }, form)).toEqual({
      ok: false,
      refused: 'nothingToDo',
    })
    const done = await editResident(side, { resident, contact }, { ...form, phone: '' })
    expect(done.ok && done.value.map((one) => one.name)).toEqual(['contact.edit'])
    expect(side.view.get<Contact>(contact.id)?.phone).toBeUndefined()
  })

  it('a new name takes the search keys of the old one away', async () => {
    const side = aDoorSide()
    const resident = side.view.all<Resident>('resident')[0]!
    const keyed = { ...resident, keys: ['wsf'] }
    side.book.load(
      [...side.book.bases()].map((one) => (one.id === resident.id ? keyed : one)),
      [],
    )
    await editResident(side, { resident: keyed }, { name: '陈敏', phone: '' })
    expect(side.view.get<Resident>(resident.id)).toMatchObject({ name: '陈敏' })
    expect(side.view.get<Resident>(resident.id)?.keys).toBeUndefined()
  })
})
