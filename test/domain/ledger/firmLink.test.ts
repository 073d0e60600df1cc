import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, KINDS } from '#domain/catalogue.ts'
import type { Change, Stamp } from '#domain/change.ts'
import type { ChangeId, Epoch, PersonId, RecordId } from '#domain/ids.ts'
import { CODE, codeFrom, type FirmLink, givingOf, linkStanding } from '#domain/ledger/firmLink.ts'
import { FIRM_SAYS, type FirmWord, firmWordFrom, HINDRANCES } from '#domain/ledger/firmWord.ts'
import type { Order } from '#domain/ledger/order.ts'
import { ROLES } from '#domain/roles.ts'

const FIRM = '云锋电梯（虚构）'
const AT = '2026-03-02T01:00:00.000Z'
const stamp: Stamp = { epoch: 'e' as Epoch, seq: 1, receivedAt: AT }
let n = 0

function said(name: string, args: unknown, record = 'order', id?: string): Change {
  n += 1
  const own = { id: (id ?? `c${n}`) as ChangeId, record: record as RecordId, actor: 'zhang' as PersonId }
  return { ...own, name, v: 1, at: AT, args }
}

function after(...changes: readonly Change[]): Order {
  const opening = said('order.open', {
    from: [],
    place: 'p',
    text: '电梯关不上门',
    category: 'elevator',
    urgency: 'u3',
    track: 'act_soon',
    firstReceiver: 'zhang',
    before: [],
  })
  let order = fold(undefined, opening, stamp).record
  for (const one of changes) order = fold(order, one, stamp).record
  return order as Order
}
const give = (vendor: string, id: string) => said('order.give', { vendor }, 'order', id)
const link = (more: object = {}): FirmLink =>
  fold(
    undefined,
    said('firmLink.make', { place: 'p', order: 'order', vendor: FIRM, given: 'g1', code: '048213', ...more }),
    stamp,
  ).record as FirmLink

const NOW = '2026-03-10T00:00:00.000Z'

describe('a link stands as long as its firm has the order', () => {
  it('from the giving on, also when a word is added to it, and not before the giving is here', () => {
    const given = after(give(FIRM, 'g1'))
    expect(givingOf(given)).toBe('g1')
    expect(linkStanding(link(), given, NOW)).toBe('stands')
    const asked = after(
      give(FIRM, 'g1'),
      said('order.give', { vendor: FIRM, text: '快点', was: FIRM }, 'order', 'g2'),
    )
    expect(givingOf(asked)).toBe('g2')
    expect(linkStanding(link(), asked, NOW)).toBe('stands')
    expect(linkStanding(link(), after(), NOW)).toBe('elsewhere')
    expect(linkStanding(link(), undefined, NOW)).toBe('elsewhere')
  })

  it('is closed by giving the order to anybody else, and stays so when the firm gets it again', () => {
    const other = [give(FIRM, 'g1'), give('另一家（虚构）', 'g2')]
    expect(linkStanding(link(), after(...other), NOW)).toBe('elsewhere')
    const again = after(...other, give(FIRM, 'g3'))
    expect(linkStanding(link(), again, NOW)).toBe('elsewhere')
    expect(linkStanding(link({ given: 'g3' }), again, NOW)).toBe('stands')
    const person = after(give(FIRM, 'g1'), said('order.give', { assignee: 'zhang' }, 'order', 'g2'))
    expect([linkStanding(link(), person, NOW), givingOf(person)]).toEqual(['elsewhere', undefined])
  })

  it('opens nothing while the matter is settled quietly: its code is known to more than may read the order', () => {
    const hushed = after(give(FIRM, 'g1'), said('order.hush', { quiet: true }))
    expect(linkStanding(link(), hushed, NOW)).toBe('elsewhere')
    const openly = fold(hushed, said('order.hush', { quiet: false }), stamp).record as Order
    expect(linkStanding(link(), openly, NOW)).toBe('stands')
  })

  it('is over when the order is handled, and open again when the asker is not satisfied with that firm', () => {
    const done = after(give(FIRM, 'g1'), said('order.close', { photos: [] }))
    expect(linkStanding(link(), done, NOW)).toBe('done')
    const again = fold(done, said('order.callback', { result: 'dissatisfied' }), stamp).record as Order
    expect(linkStanding(link(), again, NOW)).toBe('stands')
  })

  it('is over after 30 days of the server’s time, or when somebody calls it back; twice is once', () => {
    const given = after(give(FIRM, 'g1'))
    expect(linkStanding(link(), given, '2026-04-01T00:59:59.999Z')).toBe('stands')
    expect(linkStanding(link(), given, '2026-04-01T01:00:00.000Z')).toBe('over')
    const back = fold(link(), said('firmLink.stop', {}), stamp).record as FirmLink
    expect(linkStanding(back, given, NOW)).toBe('over')
    expect(fold(back, said('firmLink.stop', {}), stamp).outcome).toEqual({ is: 'already' })
  })
})

it('a code is six digits whatever the chance, and all digits come about as often', () => {
  fc.assert(fc.property(fc.uuid(), (chance) => CODE.test(codeFrom(chance))))
  expect(codeFrom('00000000-0000-4000-8000-000000000000')).toBe('000000')
  const first = new Set(Array.from({ length: 500 }, () => codeFrom(crypto.randomUUID())[0]))
  expect(first.size).toBe(10)
})

it('the code is read by those who give orders out and by nobody else; never on a shared tablet', () => {
  for (const [role, { read, act }] of Object.entries(ROLES))
    expect([role, read.includes('firmLinks')]).toEqual([role, act.includes('assignOrder')])
  expect(KINDS.get('firmLink')!.scopeOf(link())).toEqual({
    place: 'p',
    group: 'firmLinks',
    people: ['zhang'],
  })
})

describe('what a firm says', () => {
  const by = { id: 'l' as RecordId, place: 'p' as RecordId, order: 'order' as RecordId, vendor: FIRM }

  it('is one of three words; fixed with a note, what cannot be done with a reason', () => {
    expect(firmWordFrom(by, { says: 'took', text: '下午来' })).toEqual({
      ok: true,
      value: { place: 'p', order: 'order', link: 'l', vendor: FIRM, says: 'took' },
    })
    expect(firmWordFrom(by, { says: 'fixed', text: ' 换了门机 ' })).toMatchObject({
      value: { says: 'fixed', text: '换了门机' },
    })
    expect(firmWordFrom(by, { says: 'cannot', hindrance: 'parts' })).toMatchObject({
      value: { says: 'cannot', hindrance: 'parts' },
    })
    for (const posted of [
      {},
      { says: 'closed' },
      { says: 'cannot' },
      { says: 'cannot', hindrance: 'no' },
      { says: 'constructor' },
    ])
      expect(firmWordFrom(by, posted)).toEqual({ ok: false, refused: 'empty' })
    expect(firmWordFrom(by, { says: 'fixed', text: '长'.repeat(201) })).toEqual({
      ok: false,
      refused: 'long',
    })
  })

  it('makes a record of its own under the order’s readers and moves no order; the verb is the server’s', () => {
    for (const says of FIRM_SAYS) {
      const args = { ...by, link: 'l', says, hindrance: HINDRANCES[0], id: undefined }
      const { id: _, ...rest } = args
      const word = fold(undefined, said('firmWord.say', rest, 'w'), stamp).record as FirmWord
      expect(word).toMatchObject({ kind: 'firmWord', says, vendor: FIRM })
      expect(word.hindrance).toBe(says === 'cannot' ? 'parts' : undefined)
      expect(KINDS.get('firmWord')!.scopeOf(word)).toEqual({ place: 'p', group: 'orders', people: [] })
    }
    expect(KINDS.get('firmWord')!.verbs['say']).toMatchObject({ by: 'server' })
  })
})
