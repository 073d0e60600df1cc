import { describe, expect, it } from 'vitest'
import { KINDS } from '#domain/catalogue.ts'
import type { Change } from '#domain/change.ts'
import { acceptedBy, finishedOn, stateOfWorks, type Works } from '#domain/ledger/works.ts'
import { after, said } from '#test/support/moneyRecords.ts'

const plan = () =>
  said('works.plan', {
    place: 'hall',
    label: '大厅换灯',
    voices: [{ of: 'r1', homes: 4 }],
    photos: [],
    budget: 480_000,
  })
const quote = (vendor: string, cents: number, photos: readonly string[] = [], who = 'steward') =>
  said('works.quote', { vendor, cents, day: '2026-03-05', photos }, who)
const approve = (note?: string, who = 'manager') =>
  said('works.approve', { approved: 'council', day: '2026-03-11', ...(note && { note }) }, who)
const step = (label: string, day: string, was?: string) =>
  said('works.step', { label, day, ...(was && { was }) })
const reach = (label: string, day: string, photos: readonly string[] = []) =>
  said('works.reach', { label, day, photos })
const accept = (note: string, name?: string, who = 'grid') =>
  said('works.accept', { day: '2026-03-20', note, ...(name && { name }) }, who)

const works = (...changes: readonly Change[]) => after<Works>(plan(), ...changes).record

describe('works', () => {
  it('go from the need over offers, decision and steps to the acceptance, each told by what was written', () => {
    const way = [
      quote('光明灯具', 468_000),
      approve(),
      step('安装', '2026-03-15'),
      step('收尾', '2026-03-16'),
      reach('安装', '2026-03-15'),
      reach('收尾', '2026-03-17'),
      accept('亮了', '刘孃孃'),
      accept('看得清了', '何叔叔'),
    ]
    const states = way.map((_, nth) => stateOfWorks(works(...way.slice(0, nth + 1))))
    expect([stateOfWorks(works()), ...states]).toEqual([
      'need',
      'quotes',
      'approved',
      'approved',
      'approved',
      'underWay',
      'finished',
      'finished',
      'accepted',
    ])
    expect(finishedOn(works(...way))).toBe('2026-03-17')
  })

  it('are accepted by two residents: the same one twice counts once, whoever wrote it down', () => {
    const twice = works(accept('亮了', '刘孃孃'), accept('真亮', ' 刘 孃孃 ', 'officer'))
    expect(acceptedBy(twice)).toBe(1)
    // Both words stay.
    expect(twice.acceptances.map((one) => one.note)).toEqual(['亮了', '真亮'])
    expect(acceptedBy(works(accept('亮了'), accept('还是亮'), accept('亮', undefined, 'owner')))).toBe(2)
    expect(acceptedBy(works(accept('亮了', '刘孃孃'), accept('亮', '何叔叔')))).toBe(2)
  })

  it('are accepted by whoever asks residents, never by who did the work', () => {
    const { verbs } = KINDS.get('works')!
    expect(verbs['accept']!.act).toBe('confirmOrder')
    expect(Object.entries(verbs).filter(([, one]) => one.act !== 'enterMoney')).toHaveLength(1)
  })

  it('two who note the same offer offline note one, with the papers of both; two prices both stand', () => {
    const [a, b] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]
    const same = works(quote('光明灯具', 468_000, [a]), quote('光明灯具', 468_000, [b], 'manager'))
    expect(same.quotes).toMatchObject([{ cents: 468_000, photos: [a, b] }])
    const two = works(quote('光明灯具', 468_000), quote('光明灯具', 450_000, [], 'manager'))
    expect(two.quotes.map((one) => one.cents)).toEqual([468_000, 450_000])
  })

  it('two who note the same decision note one; with other words both stand', () => {
    expect(works(approve('照第二家'), approve('照第二家', 'steward')).approvals).toHaveLength(1)
    expect(works(approve('照第二家'), approve('先试一层', 'steward')).approvals).toHaveLength(2)
  })

  it('W9 two plan one step for two days: the first stands, the other is told; who saw it moves it', () => {
    const { record, outcomes } = after<Works>(plan(), step('安装', '2026-03-15'), step('安装', '2026-03-18'))
    expect(record.milestones).toMatchObject([{ label: '安装', day: '2026-03-15' }])
    expect(outcomes.at(-1)).toEqual({ is: 'merged', lost: { day: '2026-03-18' } })
    const moved = works(step('安装', '2026-03-15'), step('安装', '2026-03-18', '2026-03-15'))
    expect(moved.milestones).toMatchObject([{ day: '2026-03-18' }])
  })

  it('W9 two say a step is done on two days: the first word stands, the pictures of both are kept', () => {
    const [a, b] = ['a', 'b'].map((letter) => letter.repeat(64)) as [string, string]
    const { record, outcomes } = after<Works>(
      plan(),
      step('安装', '2026-03-15'),
      reach('安装', '2026-03-15', [a]),
      reach('安装', '2026-03-16', [b]),
    )
    expect(record.milestones).toMatchObject([{ done: '2026-03-15', photos: [a, b] }])
    expect(outcomes.at(-1)).toEqual({ is: 'merged', lost: { day: '2026-03-16' } })
    expect(after(plan(), reach('安装', '2026-03-15'), reach('安装', '2026-03-15')).outcomes.at(-1)).toEqual({
      is: 'already',
    })
  })

  it('each change counts once, also when it comes again', () => {
    const once = quote('光明灯具', 468_000)
    const word = accept('亮了')
    const again = works(once, once, word, word)
    expect([again.quotes.length, again.acceptances.length]).toEqual([1, 1])
  })

  it('name a remark once, however many put it there', () => {
    const hear = (of: string) => said('works.hear', { voices: [{ of, homes: 2 }] })
    expect(works(hear('r1'), hear('r2'), hear('r2')).voices.map((one) => one.of)).toEqual(['r1', 'r2'])
  })

  it('are given up with a reason and taken up again; what was written before stays', () => {
    const cancel = (reason: string) => said('works.cancel', { reason })
    const gone = works(quote('光明灯具', 1), cancel('钱不够'))
    expect(stateOfWorks(gone)).toBe('cancelled')
    expect(after<Works>(plan(), cancel('钱不够'), cancel('业主不同意')).outcomes.at(-1)).toEqual({
      is: 'merged',
      lost: { reason: '业主不同意' },
    })
    expect(stateOfWorks(works(quote('光明灯具', 1), cancel('钱不够'), said('works.resume', {})))).toBe(
      'quotes',
    )
  })
})
