import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Care, needsCare } from '#domain/doors/care.ts'
import { appointmentsOf, type Member } from '#domain/member.ts'
import { did, folding, instant, next, stamped } from './history.ts'
import { runs } from './runs.ts'

const CONSENT = { basis: 'self', at: '2026-03-01', how: 'spoken' } as const
const NEEDS = ['stairs', 'meal', 'speakUp'] as const
/** The order of the form; the record is written in it, whoever ticked first. */
const FORM = ['speakUp', 'stairs', 'meal']

describe('what a resident agreed to have known', () => {
  const step = fc.record({
    verb: fc.constantFrom('enter', 'enter', 'edit', 'withdrawConsent'),
    by: fc.constantFrom('chen', 'zhou'),
    needs: fc.uniqueArray(fc.constantFrom(...NEEDS), { maxLength: 3 }),
    basis: fc.constantFrom('self', 'self', 'family'),
    /** Before or after the one day on which it is taken back. */
    at: fc.constantFrom('2026-03-01', '2026-03-09'),
  })

  it('INV-12 INV-24 two who enter it write one record with what both ticked; without consent nothing stands and nothing is added, also by a consent of before it was taken back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const product = folding()
        let consent: object | undefined
        let needs: readonly string[] = []
        let known = false
        let takenBack = false
        for (const [index, { verb, by, needs: ticked, basis, at }] of steps.entries()) {
          const nth = index + 1
          const given = { ...CONSENT, basis, at }
          const enter = { place: 'home', resident: 'r0', tags: [], needs: ticked, consent: given }
          const edit = { needs: { was: needs, now: ticked } }
          const args = verb === 'enter' ? enter : verb === 'edit' ? edit : { day: '2026-03-05' }
          const outcome = next(product, did(nth, `care.${verb}`, args, by), stamped(nth))

          if (verb === 'enter' && known && takenBack && at < '2026-03-05') {
            expect(outcome).toEqual({ is: 'already' })
          } else if (verb === 'enter') {
            const both = FORM.filter((one) => [...needs, ...ticked].includes(one as 'meal'))
            const other = consent !== undefined && JSON.stringify(consent) !== JSON.stringify(given)
            if (consent === undefined) expect(outcome.is).toBe('applied')
            else if (other) expect(outcome).toMatchObject({ is: 'merged', lost: { consent: given } })
            else expect(outcome.is).toBe(both.length > needs.length ? 'merged' : 'already')
            needs = consent === undefined ? FORM.filter((one) => ticked.includes(one as 'meal')) : both
            consent ??= given
            known = true
          } else if (!known) expect(outcome).toEqual({ is: 'waits' })
          else if (verb === 'edit') {
            if (consent === undefined) expect(outcome).toEqual({ is: 'already' })
            else needs = FORM.filter((one) => ticked.includes(one as 'meal'))
          } else {
            expect(outcome.is).toBe(consent === undefined ? 'already' : 'applied')
            takenBack ||= consent !== undefined
            consent = undefined
            needs = []
          }

          const record = product.record as Care | undefined
          if (!record) continue
          expect([record.consent, record.needs, record.tags]).toEqual([consent, needs, []])
          expect(needsCare(record)).toBe(consent !== undefined && needs.length > 0)
          // Taken back means gone: nothing of what was agreed hides beside it.
          if (consent === undefined) expect([record.proposals, record.lost]).toEqual([undefined, undefined])
        }
      }),
      runs(250),
    )
  })
})

describe('the team', () => {
  const appointment = fc.record({
    role: fc.constantFrom('supervisor', 'gridWorker'),
    place: fc.constantFrom('east', 'west'),
    from: fc.constantFrom('2026-01-01', '2026-02-01'),
    to: fc.constantFrom(undefined, '2026-03-31', '2026-12-31'),
  })
  const step = fc.record({
    verb: fc.constantFrom('join', 'appoint', 'appoint', 'end'),
    appointments: fc.array(appointment, { minLength: 1, maxLength: 3 }),
  })

  it('INV-23 one appointment for each role, place and first day: its end is the last one said, and who has left holds none', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const product = folding()
        const joined = { place: 'home', name: '周姐', appointments: [] }
        next(product, did(1, 'member.join', joined, 'server'), stamped(1))
        let holds = new Map<string, string | undefined>()
        let ended: string | undefined
        for (const [index, { verb, appointments }] of steps.entries()) {
          const nth = index + 2
          const given = (verb === 'join' ? appointments : appointments.slice(0, 1)).map(({ to, ...one }) => ({
            ...one,
            ...(to !== undefined && { to }),
          }))
          const args =
            verb === 'join'
              ? { ...joined, appointments: given }
              : verb === 'appoint'
                ? { appointment: given[0] }
                : {}
          next(product, did(nth, `member.${verb}`, args, 'server'), stamped(nth))
          if (verb === 'end') ended ??= instant(nth)
          if (verb === 'join' && ended !== undefined) {
            holds = new Map()
            ended = undefined
          }
          if (verb !== 'end')
            for (const { role, place, from, to } of given as {
              role: string
              place: string
              from: string
              to?: string
            }[])
              holds.set(`${role} ${place} ${from}`, to)

          const record = product.record as Member
          expect(record.endedAt).toBe(ended)
          const kept = record.appointments.map(
            (one) => [`${one.role} ${one.place} ${one.from}`, one.to] as const,
          )
          expect(kept).toEqual([...holds])
          expect(appointmentsOf(record)).toEqual(ended === undefined ? record.appointments : [])
        }
      }),
      runs(250),
    )
  })
})
