import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Care } from '#domain/doors/care.ts'
import { fold } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import { type Contact, masked } from '#domain/doors/contact.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import type { Recorded } from '#domain/record.ts'
import { careId, contactId, livesHere, type Resident } from '#domain/doors/resident.ts'

const WANG = 'resident-wang' as RecordId
const AT = '2024-03-04T02:00:00.000Z'
let count = 0

function change(name: string, args: unknown, actor = 'zhou', record = WANG): Change {
  count += 1
  return { id: `c-${count}` as ChangeId, record, name, v: 1, actor: actor as PersonId, at: AT, args }
}

function after<R extends Recorded>(record: Recorded | undefined, ...changes: Change[]): R {
  return changes.reduce<Recorded | undefined>((at, one) => fold(at, one).record, record) as R
}

const entered = () =>
  after<Resident>(undefined, change('resident.enter', { place: '502', name: '王淑芬', ageBand: '70-79' }))

describe('a resident', () => {
  it('W9 of two values for one field the first stands and the second is kept as a proposal', () => {
    const first = change('resident.edit', { ageBand: { was: '70-79', now: '80+' } })
    const second = change('resident.edit', { ageBand: { was: '70-79', now: '60-69' } }, 'ren')
    const both = fold(after(entered(), first), second)
    expect(both.outcome).toEqual({ is: 'merged', lost: { ageBand: '60-69' } })
    expect(both.record).toMatchObject({
      ageBand: '80+',
      proposals: [{ field: 'ageBand', value: '60-69', by: 'ren' }],
    })
  })

  it('W9 fields that two people do not share merge without a word', () => {
    const record = after<Resident>(
      entered(),
      change('resident.edit', { name: { was: '王淑芬', now: '王淑芬（王婆婆）' } }),
      change('resident.edit', { relation: { now: 'head' } }, 'ren'),
    )
    expect(record).toMatchObject({ name: '王淑芬（王婆婆）', relation: 'head' })
    expect(record.proposals).toBeUndefined()
  })

  it('W9 an edit that saw its author’s own proposal replaces it', () => {
    const record = after<Resident>(
      entered(),
      change('resident.edit', { ageBand: { was: '70-79', now: '80+' } }),
      change('resident.edit', { ageBand: { was: '70-79', now: '60-69' } }, 'ren'),
      change('resident.edit', { ageBand: { was: '60-69', now: '18-59' } }, 'ren'),
    )
    expect(record.ageBand).toBe('80+')
    expect(record.proposals?.map((one) => one.value)).toEqual(['18-59'])
  })

  it('takes a proposal when somebody decides so, and drops it when they do not', () => {
    const disputed = after<Resident>(
      entered(),
      change('resident.edit', { ageBand: { was: '70-79', now: '80+' } }),
      change('resident.edit', { ageBand: { was: '70-79', now: '60-69' } }, 'ren'),
    )
    const settle = (take: boolean) =>
      change('resident.settle', { field: 'ageBand', value: '60-69', take }, 'lead')
    expect(after<Resident>(disputed, settle(true))).toMatchObject({ ageBand: '60-69' })
    expect(after<Resident>(disputed, settle(false))).toMatchObject({ ageBand: '80+' })
    expect(after<Resident>(disputed, settle(true)).proposals).toBeUndefined()
    expect(fold(after(disputed, settle(true)), settle(true)).outcome).toEqual({ is: 'already' })
  })

  it('merged into another record stays, and undo clears the link', () => {
    const merged = after<Resident>(entered(), change('resident.mergeInto', { into: 'other' }))
    expect(merged.name).toBe('王淑芬')
    expect(livesHere(merged)).toBe(false)
    expect(livesHere(after(merged, change('resident.unmerge', {})))).toBe(true)
    expect(fold(entered(), change('resident.mergeInto', { into: WANG })).outcome.is).toBe('held')
  })

  it('who moved out is not at the door any more, and is again when they come back', () => {
    const gone = after<Resident>(entered(), change('resident.moveOut', { day: '2024-03-01' }))
    expect(livesHere(gone)).toBe(false)
    expect(livesHere(after(gone, change('resident.moveBack', {})))).toBe(true)
  })
})

describe('a phone', () => {
  const id = contactId(WANG)
  const enter = (phone: string, actor: string) =>
    change('contact.enter', { place: '502', resident: WANG, phone }, actor, id)

  it('written by two people is one record: the first number stands, the second is a proposal', () => {
    const record = after<Contact>(undefined, enter('13800002207', 'zhou'), enter('13900000846', 'ren'))
    expect(record.phone).toBe('13800002207')
    expect(record.proposals).toMatchObject([{ field: 'phone', value: '13900000846', by: 'ren' }])
  })

  it('that is missing is filled by whoever knows it', () => {
    const empty = after<Contact>(
      undefined,
      change('contact.enter', { place: '502', resident: WANG }, 'zhou', id),
    )
    expect(after<Contact>(empty, enter('13800002207', 'ren'))).toMatchObject({ phone: '13800002207' })
  })

  it('is shown by its ends only', () => {
    expect(masked('13800002207')).toBe('138****2207')
    expect(masked('028 8765 4321')).toBe('028****4321')
    expect(masked('12345')).toBe('****45')
  })
})

describe('care', () => {
  const id = careId(WANG)
  const consent = { basis: 'self', at: '2024-03-01', how: 'spoken' }
  const enter = (args: object) =>
    change('care.enter', { place: '502', resident: WANG, tags: [], needs: [], ...args }, 'office', id)

  it('is not written down without consent', () => {
    expect(fold(undefined, enter({ tags: ['livesAlone'] })).outcome).toEqual({ is: 'held', why: 'invalid' })
    expect(fold(undefined, enter({ tags: ['livesAlone'], consent })).outcome.is).toBe('applied')
  })

  it('has no word for what ails', () => {
    for (const tag of ['disabled', 'lowIncome', 'illness']) {
      expect(fold(undefined, enter({ tags: [tag], consent })).outcome.is).toBe('held')
    }
  })

  it('goes when the consent is taken back, and nothing can be added then', () => {
    const gone = after<Care>(
      undefined,
      enter({ tags: ['livesAlone'], needs: ['stairs'], consent }),
      change('care.withdrawConsent', { day: '2024-03-05' }, 'office', id),
    )
    expect(gone).toMatchObject({ tags: [], needs: [], withdrawnAt: '2024-03-05' })
    expect(gone.consent).toBeUndefined()
    const edit = change('care.edit', { needs: { was: [], now: ['meal'] } }, 'office', id)
    expect(fold(gone, edit).outcome).toEqual({ is: 'already' })
    expect(fold(gone, enter({ needs: ['meal'], consent })).outcome).toEqual({ is: 'already' })
    const sameDay = enter({ needs: ['meal'], consent: { ...consent, at: '2024-03-05' } })
    expect(fold(gone, sameDay).outcome).toEqual({ is: 'held', why: 'wrongState' })
    const anew = { ...consent, at: '2024-03-06' }
    expect(after<Care>(gone, enter({ needs: ['meal'], consent: anew }))).toMatchObject({
      needs: ['meal'],
      consent: anew,
    })
  })

  it('two people who tick the same boxes in another order write the same', () => {
    const one = after<Care>(undefined, enter({ needs: ['meal', 'speakUp'], consent }))
    expect(fold(one, enter({ needs: ['speakUp', 'meal'], consent })).outcome).toEqual({ is: 'already' })
  })
})

describe('the fold of the doors', () => {
  const value = fc.oneof(
    fc.constantFrom(
      undefined,
      null,
      '',
      '502',
      '70-79',
      '80+',
      'met',
      'noAnswer',
      'livesAlone',
      'unchanged',
      '2024-03-04',
      '2024-03-04T19:00',
      '13800002207',
      WANG,
    ),
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom(
      [],
      ['meal'],
      ['livesAlone'],
      { basis: 'self', at: '2024-03-01', how: 'spoken' },
      { was: '70-79', now: '80+' },
      { now: '2024-03-05T19:00' },
      { was: 'notChecked', now: 'unchanged' },
    ),
  )
  const fields = [
    'place',
    'resident',
    'name',
    'ageBand',
    'relation',
    'phone',
    'kin',
    'tags',
    'needs',
    'consent',
    'outcome',
    'note',
    'retryAt',
    'rosterConfirmed',
    'field',
    'value',
    'take',
    'day',
    'into',
    'reason',
    'was',
    'now',
  ]
  const args = fc.oneof(value, fc.dictionary(fc.constantFrom(...fields), value))
  const names = [
    'resident.enter',
    'resident.edit',
    'resident.settle',
    'resident.moveOut',
    'resident.moveBack',
    'resident.mergeInto',
    'resident.unmerge',
    'contact.enter',
    'contact.edit',
    'contact.settle',
    'care.enter',
    'care.edit',
    'care.settle',
    'care.withdrawConsent',
    'visit.record',
    'visit.amend',
    'visit.withdraw',
    'place.use',
    'visit.dance',
  ]
  const valid: readonly (readonly [string, unknown])[] = [
    ['resident.enter', { place: '502', name: '王淑芬' }],
    ['contact.enter', { place: '502', resident: WANG, phone: '13800002207' }],
    [
      'care.enter',
      {
        place: '502',
        resident: WANG,
        tags: [],
        needs: ['meal'],
        consent: { basis: 'self', at: '2024-03-01', how: 'spoken' },
      },
    ],
    ['visit.record', { place: '502', outcome: 'met' }],
  ]

  it('is total: any change on any record, also on none, has an outcome and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(undefined, ...valid),
        fc.array(fc.tuple(fc.constantFrom(...names), args, fc.boolean()), { maxLength: 8 }),
        (first, rest) => {
          let record = first && fold(undefined, change(first[0], first[1])).record
          for (const [name, someArgs, stamped] of rest) {
            const stamp: Stamp = { epoch: 'e1' as Epoch, seq: count, receivedAt: AT }
            const folded = fold(record, change(name, someArgs), stamped ? stamp : undefined)
            expect(folded.outcome.is).toMatch(/applied|already|merged|held|waits/)
            if (folded.outcome.is !== 'applied' && folded.outcome.is !== 'merged')
              expect(folded.record).toBe(record)
            record = folded.record
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('neither value of a contested field is ever lost', () => {
    const bands = ['0-5', '6-13', '14-17', '18-59', '60-69', '70-79', '80+'] as const
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('zhou', 'ren', 'lead'), fc.constantFrom(...bands)), {
          minLength: 1,
          maxLength: 10,
        }),
        (edits) => {
          const record = edits.reduce<Recorded>(
            // Everybody saw the value of the beginning: all of them meet.
            (at, [actor, now]) =>
              fold(at, change('resident.edit', { ageBand: { was: '70-79', now } }, actor)).record as Recorded,
            entered(),
          ) as Resident
          const kept = new Set([record.ageBand, ...(record.proposals ?? []).map((one) => one.value)])
          // A person who writes again replaces only what was their own.
          for (const actor of new Set(edits.map(([one]) => one))) {
            const last = edits.findLast(([one, now]) => one === actor && now !== '70-79')
            if (last) expect(kept).toContain(last[1])
          }
        },
      ),
    )
  })
})
