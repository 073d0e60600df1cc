import { expect, test } from 'vitest'
import { checkMonth, editLine, enterLine, setBudget, setYear, withdrawLine } from '#commands/accounts.ts'
import { putFees } from '#commands/fees.ts'
import { writeFeedback } from '#commands/feedback.ts'
import { correctPage, proposePage, publishPage } from '#commands/publications.ts'
import {
  acceptWorks,
  approveWorks,
  editWorks,
  planStep,
  planWorks,
  quoteWorks,
  reachStep,
} from '#commands/works.ts'
import type { AccountLine } from '#domain/money/accountLine.ts'
import { type FeeRate, feeRateId } from '#domain/money/feeRate.ts'
import type { RecordId } from '#domain/ids.ts'
import type { Publication } from '#domain/wall/publication.ts'
import type { Works } from '#domain/ledger/works.ts'
import { dayOf } from '#domain/workingDays.ts'
import { lastUpdate, monthAccount, withdrawnIn } from '#queries/accounts.ts'
import { versionOf } from '#queries/accountsPage.ts'
import { feesForWall, feesOf } from '#queries/fees.ts'
import { worksView } from '#queries/works.ts'
import { onWall } from '#ui/screens/accounts/onWall.ts'
import { onWall as worksOnWall } from '#ui/screens/works/onWall.ts'
import type { Volunteer } from '#test/support/aVolunteer.ts'
import { must } from '#test/support/binSide.ts'
import { twoDevices } from '#test/support/twoDevices.ts'

const MONTH = '2026-02'

async function anEstate() {
  const compound = await twoDevices()
  const { office } = compound
  const manager = await compound.joins({ name: '谢红梅', role: 'manager' })
  const steward = await compound.joins({ name: '罗建军', role: 'steward' })
  const owner = await compound.joins({ name: '沈志远', role: 'owners' })
  return { compound, office, manager, steward, owner }
}

/** Twice: what the last one brings the first has to hear. */
async function allSync(...devices: readonly Volunteer[]) {
  for (const one of [...devices, ...devices]) expect(await one.sync()).toBe('done')
}

const lamps = { month: MONTH, subject: 'repair_material', cents: 129_600, fund: 'common_income' } as const
const parking = { month: MONTH, subject: 'parking', cents: 1_840_000, fund: 'common_income' } as const
const month = (one: Volunteer, of = MONTH) => monthAccount(one.reader(), of)
const lineOf = (one: Volunteer, id: RecordId) => one.view.get<AccountLine>(id)!
const enters = (one: Volunteer, form: Parameters<typeof enterLine>[1]) => must(enterLine(one, form, []))

test('W1 lines entered without a signal survive a restart, arrive, and stand to the cent for whoever reads the books, and for nobody else', async () => {
  const { manager, owner, compound } = await anEstate()
  const supervisor = await compound.joins({ name: '廖世全', role: 'supervisor' })
  await must(setYear(manager, '2026', { commonIncome: 5_830_000, rate: 92, stage: 'running' }))
  manager.wire.cut()
  await enters(manager, parking)
  await enters(manager, lamps)
  await manager.restart()
  expect(month(manager)).toMatchObject({ income: 1_840_000, spent: 129_600 })
  manager.wire.mend()
  await allSync(manager, owner, supervisor)
  expect(month(owner).funds).toMatchObject([
    { fund: 'service', closing: 0 },
    { fund: 'common_income', opening: 5_830_000, from: 'written', closing: 7_540_400 },
    { fund: 'maintenance', closing: 0 },
  ])
  // Receipts lie with the lines, and names may be on them.
  expect(supervisor.view.all('accountLine')).toEqual([])
  expect(month(owner, '2026-03').funds[1]).toMatchObject({ opening: 7_540_400, from: 'written' })
  expect(lastUpdate(owner.view, '2026-03-05')).toEqual({ day: '2026-03-02', days: 3 })
})

test('the owners check the very figures they see; what arrives or changes afterwards is told', async () => {
  const { manager, steward, owner } = await anEstate()
  const id = await enters(manager, parking)
  await allSync(manager, steward, owner)
  // Somebody down in the basement has a line that nobody has seen.
  steward.wire.cut()
  await enters(steward, lamps)
  await must(checkMonth(owner, MONTH, month(owner).lines))
  await allSync(owner, manager)
  expect(month(manager).check).toMatchObject({ is: 'stands', last: { income: 1_840_000, spent: 0 } })
  steward.wire.mend()
  await allSync(steward, owner)
  expect(month(owner).check).toMatchObject({ is: 'changedSince', last: { spent: 0 } })
  await must(checkMonth(owner, MONTH, month(owner).lines))
  expect(month(owner).check).toMatchObject({ is: 'stands', times: 2 })
  await must(withdrawLine(manager, id, '记重了'))
  await allSync(manager, owner)
  expect(month(owner)).toMatchObject({ income: 0, check: { is: 'changedSince' } })
  expect(withdrawnIn(owner.view, MONTH)).toMatchObject([{ voided: { reason: '记重了' } }])
})

test('W9 two correct one sum offline: the later stands everywhere, and the other sum is named on the line', async () => {
  const { manager, steward, owner } = await anEstate()
  const id = await enters(manager, lamps)
  await allSync(manager, steward)
  for (const [one, cents] of [
    [manager, 130_000],
    [steward, 131_000],
  ] as const) {
    one.wire.cut()
    await must(editLine(one, lineOf(one, id), { ...lamps, cents }))
    one.wire.mend()
  }
  await allSync(manager, steward, owner)
  for (const one of [manager, steward, owner])
    expect(lineOf(one, id)).toMatchObject({ cents: 131_000, lost: { field: 'cents', value: 130_000 } })
})

test('who may not keep the books has what they wrote held, and nothing of it counts', async () => {
  const { owner, office, manager } = await anEstate()
  await must(enterLine(owner, lamps, []))
  await allSync(owner, office, manager)
  expect(month(manager).lines).toEqual([])
  expect(office.view.all('held')).toHaveLength(1)
})

test('stress 12: accounts that were corrected after they hung are another version; the foot of each printout says which', async () => {
  const { manager, office, owner } = await anEstate()
  await enters(manager, parking)
  await allSync(manager, office)
  const content = (one: Volunteer) => onWall(month(one), feesForWall(one.reader(), MONTH))
  const foot = (one: Volunteer) =>
    versionOf(one.reader(), { section: 'accounts', period: MONTH }, content(one), dayOf)
  expect(foot(manager)).toEqual({ is: 'never' })
  const page = await proposePage(manager, { section: 'accounts', period: MONTH, content: content(manager) })
  if (!page.ok) throw new Error(page.refused)
  await allSync(manager, office)
  const onBoard = () => office.view.get<Publication>(page.value)!
  await must(publishPage(office, onBoard(), content(office)))
  await allSync(office, manager, owner)
  expect(foot(owner)).toEqual({ is: 'hangs', n: 1, day: '2026-03-02' })

  // The lamps were forgotten: what is printed now is not what hangs.
  await enters(manager, lamps)
  await allSync(manager, office, owner)
  expect(foot(owner)).toEqual({ is: 'differs', n: 1, day: '2026-03-02' })
  await must(correctPage(office, onBoard(), content(office), '漏了楼道换灯'))
  await allSync(office, owner)
  expect(foot(owner)).toEqual({ is: 'hangs', n: 2, day: '2026-03-02' })
  expect(onBoard().versions.map((one) => [one.n, one.reason, one.content?.table?.rows.length])).toEqual([
    [1, undefined, 1],
    [2, '漏了楼道换灯', 2],
  ])
})

test('works go from the need to the acceptance: two homes asked, two residents looked, the accounts know what it cost', async () => {
  const { manager, steward, office, owner, compound } = await anEstate()
  const grid = await compound.joins({ name: '何桂英', role: 'gridWorker', place: compound.place('1') })
  const heard = async (text: string) => {
    const done = await writeFeedback(grid, {
      place: compound.place('1'),
      text,
      category: 'lighting',
      urgency: 'u4',
      channel: 'face',
      photos: [],
      ending: { is: 'order', track: 'visible_plan' },
    })
    if (!done.ok) throw new Error(done.refused)
    return done.value
  }
  const first = await heard('大厅灯太暗了')
  const second = await heard('大厅黑得很')
  await allSync(grid, manager)
  const id = manager.newId() as RecordId
  const voices = [
    { of: first, homes: 1 },
    { of: second, homes: 1 },
  ]
  const place = compound.place('1')
  await must(
    planWorks(
      manager,
      { place, label: '大厅换灯', budget: 480_000, fund: 'common_income', voices, photos: [] },
      id,
    ),
  )
  await allSync(manager, steward, office, owner, grid)
  const works = (one: Volunteer) => one.view.get<Works>(id)!
  const day = '2026-03-05'
  manager.wire.cut()
  steward.wire.cut()
  await must(quoteWorks(manager, id, { vendor: '光明灯具', cents: 468_000, day, photos: [] }))
  await must(quoteWorks(steward, id, { vendor: '光明灯具', cents: 468_000, day, photos: [] }))
  await must(quoteWorks(steward, id, { vendor: '亮堂电工', cents: 432_000, day, photos: [] }))
  manager.wire.mend()
  steward.wire.mend()
  await allSync(manager, steward)
  expect(works(manager).quotes.map((one) => one.vendor)).toEqual(['光明灯具', '亮堂电工'])
  await must(approveWorks(manager, id, { approved: 'council', day, note: '照低的' }))
  await must(planStep(manager, works(manager), '安装', '2026-03-15'))
  await must(reachStep(manager, id, '安装', '2026-03-15'))
  await must(
    editWorks(manager, works(manager), { cost: 432_000, vendor: '亮堂电工', warrantyUntil: '2027-03-15' }),
  )
  const cost = {
    month: '2026-03',
    subject: 'works',
    cents: 432_000,
    fund: 'common_income',
    works: id,
  } as const
  await enters(manager, cost)
  await allSync(manager, grid, owner)
  await must(acceptWorks(grid, id, { day, note: '亮了', name: '刘孃孃' }))
  await must(acceptWorks(owner, id, { day, note: '看得清台阶' }))
  await allSync(grid, owner, manager)
  const view = worksView(grid.reader(), grid.view, works(grid))
  expect(view).toMatchObject({
    homes: 2,
    state: 'accepted',
    accepted: 2,
    finished: '2026-03-15',
  })
  expect(worksView(manager.reader(), manager.view, works(manager)).booked).toBe(432_000)
  const page = worksOnWall(view)
  expect(JSON.stringify(page)).not.toMatch(/刘孃孃|何桂英|沈志远|光明灯具/)
  expect(page.figures).toContainEqual({ label: '几户提出', value: '2 户' })
  expect(page.figures).toContainEqual({ label: '花了', value: '4,320 元' })
})

test('whoever did the work cannot accept it: their word is held', async () => {
  const { manager, office } = await anEstate()
  const place = manager.compound
  const made = await must(planWorks(manager, { place, label: '围栏', voices: [], photos: [] }))
  await must(acceptWorks(manager, made, { day: '2026-03-05', note: '好得很' }))
  await allSync(manager, office)
  expect(office.view.get<Works>(made)!.acceptances).toEqual([])
  expect(office.view.all('held')).toHaveLength(1)
})

test('fees are kept by building; a steward and a supervisor get no word of them, and a small building stays off the wall', async () => {
  const { manager, owner, steward, compound } = await anEstate()
  const building = compound.place('1')
  await must(putFees(manager, building, MONTH, { payable: 6_644_000, paid: 6_120_000, arrearsPayable: 1000 }))
  await allSync(manager, owner, steward)
  const [fees] = feesOf(owner.reader(), MONTH)
  expect(fees).toMatchObject({
    current: { paid: 6_120_000, payable: 6_644_000, percent: 92 },
    arrears: { paid: 0, payable: 1000, percent: 0 },
  })
  expect(steward.view.get<FeeRate>(feeRateId(building, MONTH))).toBeUndefined()
  expect(feesForWall(owner.reader(), MONTH)).toEqual([])
  await must(setBudget(manager, '2026', 'service', 'staff', 37_800_000))
  expect(month(manager).gap).toMatchObject({ spending: 37_800_000 })
})
