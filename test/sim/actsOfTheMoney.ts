import { checkMonth, editLine, enterLine, setBudget, setYear, withdrawLine } from '#commands/accounts.ts'
import { putFees } from '#commands/fees.ts'
import { editForm, saveForm, setFormAside } from '#commands/formMaps.ts'
import {
  acceptWorks,
  approveWorks,
  cancelWorks,
  editWorks,
  planWorks,
  quoteWorks,
  reachStep,
  resumeWorks,
} from '#commands/works.ts'
import type { FormMap } from '#domain/formMap.ts'
import { APPROVALS, type Works } from '#domain/ledger/works.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import { FUNDS, SUBJECTS } from '#domain/money/accountWords.ts'
import { accountYearId, budgetLineId, STAGES } from '#domain/money/accountYear.ts'
import { feeRateId } from '#domain/money/feeRate.ts'
import { type Act, bytes, type Ground, newRecord, some, somePlace, words } from './ground.ts'

const YEAR = '2026'
const MONTHS = ['2026-02', '2026-03'] as const
const DAYS = ['2026-03-04', '2026-03-06', '2026-03-09'] as const

const booked = (ground: Ground) => some<AccountLine>(ground, 'accountLine')
const built = (ground: Ground) => some<Works>(ground, 'works')

function line(ground: Ground, id: AccountLine['id']) {
  const { chance, ctx } = ground
  return {
    month: chance.pick(MONTHS),
    subject: chance.pick(SUBJECTS),
    cents: 100 * (1 + chance.below(900)),
    fund: chance.pick(FUNDS),
    label: words(ground, ctx.compound, id),
  }
}

const enter: Act = (ground) => {
  const id = newRecord(ground)
  const receipts = ground.chance.once(3) ? [bytes(ground, ground.ctx.compound, id)] : []
  return enterLine(ground.ctx, line(ground, id), receipts, id)
}

/** What came in and went out, what is due, and who looked it over. */
export const ofTheBooks: readonly Act[] = [
  enter,
  enter,
  (ground) => {
    const one = booked(ground)
    if (!one) return undefined
    const { month, subject, fund } = one
    return editLine(ground.ctx, one, { ...line(ground, one.id), month, subject, fund })
  },
  (ground) => {
    const one = booked(ground)
    return one && withdrawLine(ground.ctx, one.id, '记了两次')
  },
  (ground) => {
    const month = ground.chance.pick(MONTHS)
    const lines = ground.ctx.view.all<AccountLine>('accountLine').filter((one) => one.month === month)
    return checkMonth(ground.ctx, month, lines, '看过了')
  },
  (ground) => {
    const { chance, ctx, known } = ground
    known.push(accountYearId(ctx.compound, YEAR))
    return setYear(ctx, YEAR, {
      stage: chance.pick(STAGES),
      rate: chance.below(101),
      service: undefined,
      commonIncome: undefined,
      maintenance: undefined,
    })
  },
  (ground) => {
    const { chance, ctx, known } = ground
    const [fund, subject] = [chance.pick(FUNDS), chance.pick(['lift', 'waste'] as const)]
    known.push(budgetLineId(ctx.compound, YEAR, fund, subject))
    return setBudget(ctx, YEAR, fund, subject, 1000 * chance.below(9))
  },
  (ground) => {
    const building = somePlace(ground, 'building')
    if (!building) return undefined
    const { chance, ctx, known } = ground
    const month = chance.pick(MONTHS)
    known.push(feeRateId(building.id, month))
    const payable = 1000 * (1 + chance.below(9))
    return putFees(ctx, building.id, month, {
      payable,
      paid: Math.min(payable, 1000 * chance.below(9)),
      arrearsPayable: undefined,
      arrearsPaid: undefined,
    })
  },
]

/** What is built for everybody, and the forms that somebody above asks for. */
export const ofTheWorks: readonly Act[] = [
  (ground) => {
    const place = somePlace(ground, 'building', 'binPoint')
    if (!place) return undefined
    const id = newRecord(ground)
    const label = words(ground, place.id, id)
    return planWorks(ground.ctx, { place: place.id, label, voices: [], photos: [] }, id)
  },
  (ground) => {
    const one = built(ground)
    return one && editWorks(ground.ctx, one, { need: words(ground, one.place, one.id) })
  },
  (ground) => {
    const one = built(ground)
    if (!one) return undefined
    const { chance, ctx } = ground
    const vendor = chance.pick(['甲', '乙'])
    return quoteWorks(ctx, one.id, {
      vendor,
      cents: 1000 * (1 + chance.below(3)),
      day: chance.pick(DAYS),
      photos: [],
    })
  },
  (ground) => {
    const one = built(ground)
    if (!one) return undefined
    const { chance, ctx } = ground
    if (chance.once(2)) return approveWorks(ctx, one.id, { approved: chance.pick(APPROVALS), day: DAYS[0] })
    return reachStep(ctx, one.id, chance.pick(['进场', '完工']), chance.pick(DAYS))
  },
  (ground) => {
    const one = built(ground)
    return one && acceptWorks(ground.ctx, one.id, { day: DAYS[1], note: words(ground, one.place, one.id) })
  },
  (ground) => {
    const one = built(ground)
    if (!one || !ground.chance.once(3)) return undefined
    return one.cancelled ? resumeWorks(ground.ctx, one.id) : cancelWorks(ground.ctx, one.id, '不做了')
  },
  (ground) => {
    const form = some<FormMap>(ground, 'formMap')
    const { chance, ctx } = ground
    const heading = chance.pick(['序号', '事项'])
    const said = { list: 'ledger', by: 'week', columns: [{ heading }] } as const
    if (!form || chance.once(3)) {
      const id = newRecord(ground)
      return saveForm(ctx, { ...said, title: words(ground, ctx.compound, id) }, id)
    }
    if (chance.once(4)) return setFormAside(ctx, form.id, '不要了')
    return editForm(ctx, form, { ...said, title: words(ground, ctx.compound, form.id) })
  },
]
