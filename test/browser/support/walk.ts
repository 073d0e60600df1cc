import { expect, type Page } from '@playwright/test'
import type { Role } from '#domain/roles.ts'
import { dayOf } from '#domain/workingDays.ts'
import { lastWeek } from '#server/demo/clock.ts'
import { csvText } from '#test/support/tableFiles.ts'
import { en } from '#ui/words/en/all.ts'
import { zh } from '#ui/words/zh/all.ts'
import { goTo, historySettled } from './historySettled.ts'

export type Says = typeof zh
export const LANGUAGES: Readonly<Record<'zh' | 'en', Says>> = { zh, en }

/** One thing a person comes to see. It goes on from where the stop before it left the page. */
export interface Stop {
  readonly name: string
  open(page: Page, says: Says): Promise<unknown>
  /** What lies over the screen is shut before the next stop. */
  readonly over?: boolean
  /** A new screen: its title has the focus. */
  readonly arrives?: boolean
}

/** The Monday of the invented week, and the month it lies in. */
const TOLD_WEEK = lastWeek(dayOf(new Date().toISOString()))
const TOLD_MONTH = TOLD_WEEK.slice(0, 7)

const goto = (path: string) => async (page: Page) => {
  await goTo(page, new URL(path, page.url()).href)
  await page.locator('h1').first().waitFor()
}

const screen = (name: string, path: string): Stop => ({ name, open: goto(path), arrives: true })

/** A key, whether it does something or leads somewhere. */
const key = (page: Page, name: string | RegExp) =>
  page.locator('button:visible, a:visible, label:visible').filter({ hasText: name }).first()

/** Elsewhere on the screen there is a list on paper too. */
const asList = (page: Page, says: Says) =>
  page.getByRole('button', { name: says.doors.asList, exact: true }).click()

/** Shuts what lies over the screen. */
export async function shut(page: Page): Promise<void> {
  const over = page.locator('dialog[open]')
  for (let left = await over.count(); left > 0; left -= 1) await page.keyboard.press('Escape')
  await expect(over).toHaveCount(0)
  await historySettled(page)
}

/** A machine without a microphone hears a hum as soon as somebody speaks. */
function humming(): void {
  navigator.mediaDevices.getUserMedia = async () => {
    const sounds = new AudioContext()
    const hum = sounds.createOscillator()
    const heard = sounds.createMediaStreamDestination()
    hum.connect(heard)
    hum.start()
    return heard.stream
  }
}

/** What was spoken is kept, and opened. */
async function spokenKept(page: Page): Promise<void> {
  await page.locator('.kind').first().click()
  await page.locator('.bottom-bar .key-primary').click()
  await page.locator('.toast').waitFor()
  await page
    .locator('a.remark')
    .filter({ hasText: /录音|recording/i })
    .first()
    .click()
  await page.locator('.voice').waitFor()
}

const tray: Stop = { name: 'tray', over: true, open: (page) => page.locator('.strip').click() }

/** Who needs help, as it is asked for and as it opens. */
const emergency: readonly Stop[] = [
  screen('emergency-asks', '/doors/emergency'),
  { name: 'emergency-other', open: (page, says) => key(page, says.discretion.why.other).click() },
  {
    name: 'emergency',
    async open(page, says) {
      await key(page, says.discretion.why.powerOrWater).click()
      await page.locator('.emergency-home').first().waitFor()
    },
  },
  {
    name: 'emergency-found',
    open: (page, says) => key(page, says.discretion.emergency.found).click(),
  },
  {
    name: 'emergency-paper',
    open: (page, says) => key(page, says.papers.emergency.key).click(),
  },
  {
    name: 'emergency-back',
    async open(page) {
      await page.locator('.header-leave').click()
      await page.locator('.emergency-home').first().waitFor()
    },
  },
  {
    name: 'emergency-end',
    over: true,
    open: (page, says) => key(page, says.discretion.emergency.end).click(),
  },
]

const bins: readonly Stop[] = [
  screen('today-supervisor', '/'),
  screen('bins-home', '/bins'),
  {
    name: 'shift',
    async open(page) {
      const begin = page.locator('.bottom-bar .key-primary')
      if ((await begin.getAttribute('aria-disabled')) === 'true')
        await page.locator('fieldset').first().locator('label').first().click()
      await begin.click()
      await page.locator('.tally-main').click()
      for (let n = 0; n < 4; n += 1) await page.locator('.shift-four .tally').nth(n).click()
    },
  },
  {
    name: 'checks',
    over: true,
    async open(page) {
      const row = page.locator('.shift-checks-row button')
      if (!(await row.isVisible())) return
      await row.click()
      const rows = page.locator('dialog .check-row')
      for (let n = 0; n < 3; n += 1)
        await rows
          .nth(n)
          .locator('label')
          .nth(n % 3)
          .click()
    },
  },
  { name: 'incident', arrives: true, open: async (page) => page.locator('.shift-tools a').nth(1).click() },
  {
    name: 'incident-chosen',
    async open(page, says) {
      await key(page, says.incident.type.overflow).click()
      await page.locator('.stream-keys button').first().click()
    },
  },
  { name: 'incident-more', over: true, open: (page, says) => key(page, says.incident.more).click() },
  {
    name: 'incident-safety',
    async open(page, says) {
      await key(page, says.incident.more).click()
      // It may be among the commonest of the point too, below the sheet.
      const sheet = page.locator('dialog[open]')
      await sheet.getByRole('button', { name: says.incident.type.battery_risk }).click()
    },
  },
  screen('cards', '/bins/cards'),
  { name: 'card', over: true, open: (page) => page.locator('.card-key').first().click() },
  {
    name: 'leaving',
    arrives: true,
    async open(page) {
      await goto('/bins')(page)
      await page.locator('.bottom-bar .key-primary').click()
      await page.locator('.tally-main').waitFor()
      await goto(`${new URL(page.url()).pathname}/leaving`)(page)
    },
  },
  {
    name: 'summary',
    arrives: true,
    async open(page) {
      await goto('/bins')(page)
      await page.locator('.bottom-bar .key-primary').click()
      await page.locator('.tally-main').waitFor()
      await goto(`${new URL(page.url()).pathname}/summary`)(page)
    },
  },
  {
    name: 'hand-over',
    open: (page) => page.locator('.bottom-bar .key-primary').click(),
  },
  {
    name: 'hand-over-corrections',
    open: (page) => page.locator('.summary-correct .key').click(),
  },
]

/** A tool of the shift that is open, or of one that begins now. */
const toolOf = (name: string, tool: string, shown: string): Stop => ({
  name,
  arrives: true,
  async open(page) {
    await goto('/bins')(page)
    await page.locator('.bottom-bar .key-primary').click()
    await page.locator('.tally-main').waitFor()
    await goto(`${new URL(page.url()).pathname}/${tool}`)(page)
    await page.locator(shown).first().waitFor()
  },
})

const tools: readonly Stop[] = [
  {
    name: 'shift-begun',
    async open(page) {
      await goto('/bins')(page)
      const begin = page.locator('.bottom-bar .key-primary')
      if ((await begin.getAttribute('aria-disabled')) === 'true')
        await page.locator('fieldset').first().locator('label').first().click()
      await begin.click()
      await page.locator('.tally-main').waitFor()
    },
  },
  toolOf('shift-bins', 'bins', 'main .key'),
  toolOf('shift-bags', 'bags', 'main .key'),
  toolOf('shift-hauls', 'hauls', 'main .key'),
]

const whichBin: readonly Stop[] = [
  screen('which-empty', '/which-bin'),
  {
    name: 'which-answer',
    async open(page) {
      await page.locator('input').first().fill('大骨头')
      const choice = page.locator('.rows button').first()
      const answer = page.locator('.answer')
      await answer.or(choice).first().waitFor()
      if (!(await answer.isVisible())) await choice.click()
    },
  },
  { name: 'which-ask', open: (page) => page.locator('input').first().fill('骨头') },
  { name: 'which-unknown', open: (page) => page.locator('input').first().fill('量子计算机') },
  {
    name: 'which-browse',
    async open(page) {
      await page.locator('input').first().fill('')
      await page.locator('.browse-keys button').first().click()
    },
  },
  {
    name: 'which-room',
    async open(page) {
      await page.locator('.room-keys .key').nth(1).click()
      await page.locator('.room-picture').nth(3).click()
    },
  },
  screen('doors-shared', '/doors'),
  screen('feedback-shared', '/feedback'),
  tray,
]

const remarks: readonly Stop[] = [
  screen('today-gridWorker', '/'),
  screen('feedback-list', '/feedback'),
  { name: 'feedback-detail', arrives: true, open: (page) => page.locator('a.remark').first().click() },
  {
    name: 'feedback-write',
    over: true,
    open: (page, says) => key(page, says.feedback.detail.note).click(),
  },
  screen('capture', '/feedback/new'),
  { name: 'capture-place', over: true, open: (page) => page.locator('.place-row .key').first().click() },
  {
    name: 'capture-filled',
    async open(page) {
      await page.locator('.kind').first().click()
      await page.locator('textarea').first().fill('3楼楼道灯坏了两天，晚上看不见')
    },
  },
  { name: 'capture-kinds', over: true, open: (page) => page.locator('.kinds .kind').last().click() },
  {
    name: 'capture-danger',
    async open(page, says) {
      await page.locator('.kinds .kind').last().click()
      await page.locator('dialog .key-alert').filter({ hasText: says.danger.kinds.gas }).click()
    },
  },
  {
    name: 'capture-another',
    async open(page, says) {
      await goto('/feedback/new')(page)
      await key(page, says.voices.drafts.another).click()
      await page.locator('.panel .row').first().waitFor()
    },
  },
  {
    name: 'capture-speaks',
    async open(page, says) {
      await page.evaluate(humming)
      await key(page, says.feedback.capture.speak).click()
      await page.getByRole('timer').waitFor()
    },
  },
  {
    name: 'capture-spoken',
    async open(page, says) {
      // After a minute it stops by itself.
      const stop = key(page, says.voices.note.stop)
      await stop.evaluateAll((keys) => keys.forEach((one) => (one as HTMLElement).click()))
      await page.locator('.voice').waitFor()
    },
  },
  { name: 'feedback-spoken', arrives: true, open: spokenKept },
]

const homes: readonly Stop[] = [
  screen('doors', '/doors'),
  { name: 'doors-list', open: (page, says) => asList(page, says) },
  {
    name: 'household',
    arrives: true,
    async open(page, says) {
      await goto('/doors')(page)
      await asList(page, says)
      // Somebody lives there: the door beside it stands empty.
      await page.locator('.door-list-link').nth(1).click()
    },
  },
  { name: 'household-record', over: true, open: (page) => page.locator('.bottom-bar .key-primary').click() },
  {
    name: 'household-person',
    over: true,
    open: (page, says) => key(page, says.doors.home.addPerson).click(),
  },
  {
    name: 'household-moves-out',
    over: true,
    open: (page, says) => key(page, says.household.move.out).click(),
  },
  {
    name: 'household-moves',
    over: true,
    open: (page, says) => key(page, says.household.move.within).click(),
  },
  screen('tidy', '/doors/tidy'),
  { name: 'search', open: goto('/doors/search') },
  { name: 'search-found', open: (page) => page.locator('input').first().fill('1') },
]

const visits: readonly Stop[] = [
  {
    name: 'visit',
    arrives: true,
    async open(page) {
      await goto('/doors')(page)
      await page.locator('.frame-bar .key-primary, .doors-start .key-primary').first().click()
    },
  },
  { name: 'visit-other', over: true, open: (page, says) => key(page, says.doors.round.other).click() },
  { name: 'visit-undo', open: (page, says) => key(page, says.doors.round.met).click() },
  {
    name: 'visit-again',
    async open(page, says) {
      await key(page, says.rounds.door.unchanged).click()
      await key(page, says.doors.round.noAnswer).click()
      await page.locator('.visit-again').waitFor()
    },
  },
  {
    name: 'visit-refused',
    async open(page, says) {
      await key(page, says.doors.round.other).click()
      await page.locator('dialog').getByText(says.doors.outcome.refused, { exact: true }).click()
      await key(page, says.rounds.door.quietNone).waitFor()
    },
  },
  ...emergency,
  screen('door-list-paper', '/doors/sheet'),
  {
    name: 'building-paper',
    arrives: true,
    async open(page) {
      await goto('/doors')(page)
      await page.locator('a[href^="/doors/print"]').first().click()
      await page.locator('.page').first().waitFor()
    },
  },
  screen('paper-typed', '/doors/sheet/back'),
  {
    name: 'paper-typed-earlier',
    open: (page, says) => key(page, says.discretion.typing.earlier).click(),
  },
  screen('own-looks', '/doors/looks'),
  screen('people', '/people'),
  screen('demo-change', '/demo'),
  tray,
]

const work: readonly Stop[] = [
  screen('today-steward', '/'),
  screen('steward-list', '/feedback'),
  { name: 'steward-detail', arrives: true, open: (page) => page.locator('a.remark').first().click() },
  {
    name: 'steward-close',
    over: true,
    open: (page) => page.locator('.detail-keys .key-primary').click(),
  },
]

const roster: readonly Stop[] = [
  screen('roster', '/roster'),
  {
    name: 'roster-differences',
    async open(page, says) {
      const rows = [
        ['楼栋', '单元', '房号', '姓名', '电话'],
        // Each language has a building of its own to take in.
        ...['101', '102'].map((door, nth) => [
          says === zh ? '91' : '92',
          '1',
          door,
          '何桂英',
          `1380000220${nth}`,
        ]),
        ['', '', '', '说不清', '12'],
      ]
      await page.locator('input[type=file]').setInputFiles({
        name: '十月名册.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csvText(rows)),
      })
      await page.locator('.diff-row').first().waitFor()
    },
  },
  { name: 'roster-columns', open: (page, says) => page.getByText(says.roster.columns.title).click() },
  {
    name: 'roster-taken',
    async open(page, says) {
      await page.locator('.bottom-bar .key-primary').click()
      await key(page, says.roster.undoGo).waitFor()
    },
  },
  { name: 'roster-undo', over: true, open: (page, says) => key(page, says.roster.undoGo).click() },
]

const team: readonly Stop[] = [
  screen('today-officer', '/'),
  screen('officer-list', '/feedback'),
  { name: 'officer-detail', arrives: true, open: (page) => page.locator('a.remark').first().click() },
  {
    name: 'officer-assign',
    over: true,
    open: (page, says) =>
      key(page, new RegExp(`${says.feedback.detail.assign}|${says.feedback.detail.reassign}`)).click(),
  },
  screen('officer-bin-report', `/bins/report?by=week&day=${TOLD_WEEK}`),
  screen('officer-people', '/people'),
  {
    name: 'officer-person',
    over: true,
    open: (page) => page.locator('.people .rows button').first().click(),
  },
  {
    name: 'officer-hands-over',
    async open(page, says) {
      await page.locator('.people .rows button').first().click()
      await page.locator('dialog').getByText(says.handedOver.give, { exact: true }).first().click()
    },
  },
  {
    name: 'officer-hands-over-asks',
    over: true,
    open: (page) => page.locator('dialog[open] .rows button').first().click(),
  },
  screen('regulation', '/bins/keep/regulation'),
  screen('rights', '/people/rights'),
  screen('organisation', '/people/organisation'),
  screen('organisation-paper', '/people/organisation/paper'),
  screen('organisation-grids', '/people/organisation/grids'),
  screen('organisation-names', '/people/organisation/names'),
  {
    name: 'organisation-name',
    over: true,
    open: (page) => page.locator('main .rows button').first().click(),
  },
  {
    name: 'lost',
    arrives: true,
    async open(page, says) {
      // Somebody else's: one's own is not lost while it is in the hand.
      const theirs = await page.context().browser()!.newContext()
      await enterAs(await theirs.newPage(), new URL(page.url()).origin, 'gridWorker', zh)
      await theirs.close()
      await goto('/people')(page)
      await key(page, says.lost.key).click()
      await page.getByRole('heading', { name: says.lost.held.title }).waitFor()
    },
  },
  { name: 'lost-stop', over: true, open: (page, says) => key(page, says.people.stop).click() },
  {
    name: 'lost-papers',
    arrives: true,
    async open(page, says) {
      await key(page, says.lost.steps.pack).click()
      await page.locator('.page').first().waitFor()
    },
  },
  screen('compounds', '/people/compounds'),
  screen('phone-days', '/people/phones'),
  screen('backups', '/people/backups'),
  screen('trail', '/people/trail'),
  screen('notice', '/people/notice'),
  screen('rescue-file', '/people/rescue'),
  screen('held-over', '/held/none'),
  screen('invite', '/people/invite'),
  {
    name: 'invite-made',
    async open(page, says) {
      await page.locator('input').first().fill('何桂英')
      await key(page, says.people.form.make).click()
      await page.locator('.invite-qr svg').waitFor()
    },
  },
]

const round: readonly Stop[] = [
  screen('officer-doors', '/doors'),
  ...emergency,
  screen('export', '/doors/export'),
  screen('roster-watch', '/doors/watch'),
  screen('looks', '/doors/looks'),
  screen('looks-paper', '/doors/looks/paper'),
  { name: 'looks-paper-inside', open: (page, says) => key(page, says.paper.internal).click() },
  screen('rounds', '/rounds'),
  {
    name: 'round-new',
    async open(page, says) {
      await goto('/rounds/new')(page)
      await page.getByLabel(says.rounds.form.name).fill('防火敲门')
      await key(page, says.rounds.form.addQuestion).click()
      await page.getByLabel(says.rounds.form.question(1)).fill('装了烟雾报警器吗')
      await page.getByLabel(says.rounds.form.choices).fill('装了、没装')
    },
  },
  {
    name: 'round',
    arrives: true,
    async open(page) {
      await page.locator('.bottom-bar .key-primary').click()
      await page.locator('.rounds-choices').waitFor()
    },
  },
  { name: 'round-paper', arrives: true, open: (page, says) => key(page, says.papers.round.key).click() },
  { name: 'round-paper-inside', open: (page, says) => key(page, says.paper.internal).click() },
  {
    name: 'round-edit',
    arrives: true,
    async open(page, says) {
      await page.locator('.header-leave').click()
      await key(page, says.rounds.edit).click()
    },
  },
]

const lists: readonly Stop[] = [
  screen('exports', '/exports'),
  screen('exports-ledger', '/exports/lists/ledger'),
  { name: 'exports-inside', open: (page, says) => key(page, says.paper.internal).click() },
  screen('exports-form-new', '/exports/forms/new'),
  {
    name: 'exports-form-filled',
    async open(page, says) {
      await page.getByLabel(says.exports.edit.title, { exact: true }).fill('诉求办理情况统计表')
      await page.locator('.exports-form input[type=file]').setInputFiles({
        name: '统计表.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(csvText([['序号', '受理时间', '诉求内容', '办理情况', '领导签字']])),
      })
      await page.getByText('领导签字').first().waitFor()
    },
  },
  { name: 'exports-form', open: (page) => page.locator('.bottom-bar .key-primary').click() },
  {
    name: 'exports-form-edit',
    arrives: true,
    open: (page, says) => key(page, says.exports.changeColumns).click(),
  },
]

const reports: readonly Stop[] = [
  screen('month', '/month'),
  screen('month-paper', '/month/paper'),
  screen('month-to-wall', '/month/wall'),
  screen('bin-paper', `/bins/report/paper?by=week&day=${TOLD_WEEK}`),
  { name: 'bin-paper-inside', open: (page, says) => key(page, says.paper.internal).click() },
  screen('digest', '/digest'),
  screen('diary', '/diary'),
  screen('diary-paper', '/diary/paper'),
]

const asked: readonly Stop[] = [
  screen('surveys', '/survey'),
  screen('survey-plan', '/survey/new'),
  {
    name: 'survey',
    arrives: true,
    async open(page) {
      await goto('/survey')(page)
      await page.locator('.row').first().click()
      await page.locator('.survey-page').waitFor()
    },
  },
  {
    name: 'survey-sheets',
    arrives: true,
    open: (page) => page.locator('.bottom-bar .key-primary').click(),
  },
  {
    name: 'survey-for-residents',
    async open(page, says) {
      await goto('/survey/new')(page)
      await page.getByLabel(says.survey.plan.name).fill('月月谈')
      await page.locator('.bottom-bar .key-primary').click()
      await key(page, says.survey.residents.open).click()
      await page.locator('.survey-qr').waitFor()
    },
  },
  screen('wall', '/wall'),
  {
    name: 'wall-page',
    arrives: true,
    open: (page) => page.locator('.rows a[href^="/wall/"]').last().click(),
  },
  {
    name: 'wall-preview',
    async open(page, says) {
      await goto('/feedback')(page)
      await page.locator('.segment').filter({ hasText: says.feedback.drawers.done }).click()
      await page.getByText('旧沙发床垫堆楼下半个月了').first().click()
      // Who walked here before has proposed it already.
      await page.locator('.detail-keys .key, .bottom-bar .key').first().waitFor()
      const propose = key(page, says.wall.page.propose)
      await propose.or(page.locator('a[href^="/wall/"]')).first().waitFor()
      if (await propose.isVisible()) await propose.click()
      else await page.locator('a[href^="/wall/"]').first().click()
      await page.locator('.wall-look-photo img').first().waitFor()
    },
  },
  {
    name: 'wall-blur',
    over: true,
    async open(page, says) {
      await key(page, says.wall.look.some).click()
      await page.locator('.wall-painted canvas').waitFor()
    },
  },
]

const keeping: readonly Stop[] = [
  screen('keep', '/bins/keep'),
  screen('rota', '/bins/keep/rota'),
  { name: 'rota-people', over: true, open: (page) => page.locator('.rota-keys button').first().click() },
  screen('points', '/bins/keep/points'),
  { name: 'point', arrives: true, open: (page) => page.locator('.rows a').first().click() },
  {
    name: 'point-retire',
    over: true,
    open: (page, says) => key(page, says.plan.points.retire).click(),
  },
  screen('new-point', '/bins/keep/points/new'),
  screen('windows', '/bins/keep/windows'),
  { name: 'windows-of-point', arrives: true, open: (page) => page.locator('.rows a').first().click() },
  screen('times', '/ledger/times'),
  {
    name: 'times-term',
    over: true,
    open: (page, says) => key(page, says.ledger.times.line.dueActSoon).click(),
  },
  {
    name: 'times-duty',
    over: true,
    open: (page) => key(page, /08:00/).click(),
  },
  screen('crews', '/ledger/crews'),
  {
    name: 'crew',
    over: true,
    open: (page, says) => key(page, says.ledger.hands.team.engineering).click(),
  },
  screen('own-days', '/bins/keep/days'),
  screen('checklist-keep', '/bins/keep/checklist'),
  { ...tray, name: 'tray-officer' },
  screen('install', '/install'),
]

const keptBeside: readonly Stop[] = [
  screen('weights', '/bins/keep/weights'),
  screen('which-bin-keep', '/bins/keep/which-bin'),
  { name: 'which-bin-rule', arrives: true, open: (page) => page.locator('.bottom-bar .key-primary').click() },
]

const money: readonly Stop[] = [
  screen('accounts', '/accounts'),
  screen('accounts-line', '/accounts/new'),
  screen('accounts-to-wall', '/accounts/wall'),
  {
    name: 'accounts-line-one',
    arrives: true,
    async open(page) {
      await goto(`/accounts?month=${TOLD_MONTH}`)(page)
      await page.locator('a[href^="/accounts/line/"]').first().click()
    },
  },
  screen('accounts-paper', `/accounts/paper?month=${TOLD_MONTH}`),
  { name: 'accounts-paper-inside', open: (page, says) => key(page, says.paper.internal).click() },
  screen('budget', '/accounts/budget'),
  screen('fees', '/accounts/fees'),
  {
    name: 'fees-of-one',
    over: true,
    open: (page) => page.locator('main .rows button').first().click(),
  },
  screen('works', '/works'),
  screen('works-new', '/works/new'),
  {
    name: 'works-one',
    async open(page) {
      await goto('/works')(page)
      await page.locator('main .rows a').first().click()
      await page.locator('.works-figures').waitFor()
    },
  },
  { name: 'works-offer', over: true, open: (page, says) => key(page, says.works.quotes.add).click() },
  {
    name: 'works-paper',
    arrives: true,
    async open(page) {
      await page.locator('a[href$="/paper"]').first().click()
      await page.locator('.page').first().waitFor()
    },
  },
  { name: 'works-paper-inside', open: (page, says) => key(page, says.paper.internal).click() },
]

const manager: readonly Stop[] = [
  screen('today-manager', '/'),
  screen('manager-list', '/feedback'),
  screen('ledger', '/ledger'),
  screen('dispatch-paper', '/ledger/dispatch/paper'),
  { name: 'dispatch-paper-inside', open: (page, says) => key(page, says.paper.internal).click() },
  screen('dispatch', '/ledger/dispatch'),
  {
    name: 'dispatch-one',
    open: (page, says) => key(page, says.ledger.desk.desk.given).click(),
  },
  {
    name: 'ledger-more',
    over: true,
    async open(page, says) {
      await goto('/ledger/dispatch')(page)
      await key(page, says.ledger.desk.desk.given).click()
      await page.locator('.dispatch-row').first().click()
      await key(page, says.ledger.more.key).click()
    },
  },
  {
    name: 'ledger-send',
    over: true,
    async open(page, says) {
      await key(page, says.ledger.more.key).click()
      await key(page, says.ledger.more.send).click()
      await page.getByLabel(says.ledger.send.body).waitFor()
    },
  },
  {
    name: 'ledger-slip',
    async open(page, says) {
      await key(page, says.ledger.more.key).click()
      await key(page, says.ledger.more.slip).click()
      await page.locator('.slip').waitFor()
    },
  },
]

/** One item of the open agenda, by what it is about. */
const councilItem = async (page: Page, title: string) => {
  const at = new URL(page.url())
  await goto(at.pathname)(page)
  await page.locator('.council-agenda a.row').filter({ hasText: title }).click()
  await page.locator('.council-head h2').filter({ hasText: title }).waitFor()
}

/** An item that somebody brings up at the table; it is there already when this way was walked before. */
const councilAdds = async (page: Page, says: Says, title: string) => {
  await goto(new URL(page.url()).pathname)(page)
  const row = page.locator('.council-agenda a.row').filter({ hasText: title })
  await page.locator('.council-agenda').waitFor()
  if ((await row.count()) === 0) {
    await key(page, says.council.add).click()
    await page.getByLabel(says.council.addTitle).fill(title)
    await page.locator('dialog .key-primary').click()
    await row.waitFor()
  }
  await councilItem(page, title)
}

const council: readonly Stop[] = [
  screen('today-owners', '/'),
  screen('council', '/council'),
  { name: 'council-call', over: true, open: (page, says) => key(page, says.council.call).click() },
  {
    name: 'sitting',
    arrives: true,
    async open(page, says) {
      await key(page, says.council.call).click()
      await page.locator('dialog .key-primary').click()
      await page.locator('.council-agenda').waitFor()
    },
  },
  {
    name: 'sitting-agenda',
    async open(page, says) {
      const build = key(page, says.council.build)
      await build.or(page.locator('.council-no')).first().waitFor()
      if (await build.isVisible()) await build.click()
      await page.locator('.council-no').first().waitFor()
    },
  },
  {
    name: 'sitting-came',
    over: true,
    async open(page, says) {
      await page.locator('.council-agenda .rows button').first().click()
      const present = page.getByRole('group', { name: says.council.present, exact: true })
      await present.getByRole('button', { name: says.common.add }).click()
    },
  },
  {
    name: 'agenda-paper',
    arrives: true,
    async open(page, says) {
      await key(page, says.papers.agenda.key).click()
      await page.locator('.page').first().waitFor()
    },
  },
  {
    name: 'sitting-again',
    async open(page) {
      await page.locator('.header-leave').click()
      await page.locator('.council-agenda').waitFor()
    },
  },
  { name: 'sitting-add', over: true, open: (page, says) => key(page, says.council.add).click() },
  {
    name: 'sitting-left',
    async open(page) {
      await page.locator('.council-agenda a.row').first().click()
      await page.locator('.council-head h2').waitFor()
    },
  },
  {
    name: 'sitting-votes',
    async open(page, says) {
      await councilItem(page, '大厅灯太暗了')
      const yes = page.getByRole('button', { name: says.council.moreVotes(says.council.for), exact: true })
      while (!(await page.locator('.council-over').isVisible())) await yes.click()
      await page.getByLabel(says.council.decision, { exact: true }).fill('换亮的灯，先换大厅')
      await page.getByLabel(says.council.who, { exact: true }).selectOption({ label: says.council.otherWho })
    },
  },
  {
    name: 'sitting-otherwise',
    over: true,
    open: (page, says) => key(page, says.council.otherRuling).click(),
  },
  {
    name: 'sitting-item',
    over: true,
    open: (page, says) => page.getByRole('button', { name: says.council.item, exact: true }).click(),
  },
  { name: 'sitting-duty', open: (page, says) => councilAdds(page, says, '电瓶车停在消防通道') },
  { name: 'sitting-owners', open: (page, says) => councilAdds(page, says, '架空层改造成亲邻坊') },
  {
    name: 'minutes',
    arrives: true,
    async open(page) {
      await goto('/council')(page)
      // The sitting of the week that is told, with four decisions.
      await page.locator('.rows a').filter({ hasText: '19:30–' }).last().click()
      await page.locator('a.key[href$="/paper"]').click()
      await page.locator('.minutes .page').first().waitFor()
    },
  },
  { name: 'minutes-internal', open: (page, says) => key(page, says.paper.internal).click() },
  { name: 'minutes-message', over: true, open: (page, says) => key(page, says.council.paper.copy).click() },
  {
    name: 'resolution',
    arrives: true,
    async open(page) {
      await goto('/council')(page)
      await page.locator('a.row[href^="/council/resolutions/"]').first().click()
    },
  },
  {
    name: 'resolution-report',
    over: true,
    open: (page, says) => key(page, says.council.task.report).click(),
  },
  { name: 'resolution-drop', over: true, open: (page, says) => key(page, says.council.task.drop).click() },
  {
    name: 'quorum-refused',
    async open(page, says) {
      await goto('/council/owners')(page)
      await page.getByLabel(says.council.count.owners).first().fill('151')
      await page.getByLabel(says.council.count.area).first().fill('12,000.125')
    },
  },
  {
    name: 'quorum',
    open: (page, says) => page.getByLabel(says.council.count.area).first().fill('12,000.25'),
  },
  screen('topics', '/council/topics'),
  { name: 'topic', arrives: true, open: (page) => page.locator('.rows a').first().click() },
  { name: 'topic-hear', over: true, open: (page, says) => key(page, says.council.topics.hear).click() },
  { name: 'topic-wish', over: true, open: (page, says) => key(page, says.council.topics.wish).click() },
  {
    name: 'topic-answer',
    over: true,
    open: (page) => page.locator('main .rows button').first().click(),
  },
  {
    name: 'topic-new',
    async open(page, says) {
      await goto('/council/topics/new')(page)
      await page.getByLabel(says.council.topics.question, { exact: true }).fill('架空层放什么')
      await key(page, says.council.topics.addOption).click()
    },
  },
]

/** What somebody in this role walks through, in order; a long way in several parts, each by itself. */
export const WALKS: readonly { readonly role: Role; readonly of: string; readonly stops: readonly Stop[] }[] =
  [
    { role: 'supervisor', of: 'the bins', stops: bins },
    { role: 'supervisor', of: 'the tools of a shift', stops: tools },
    { role: 'supervisor', of: 'what goes where', stops: whichBin },
    { role: 'gridWorker', of: 'the remarks', stops: remarks },
    { role: 'gridWorker', of: 'the homes', stops: homes },
    { role: 'gridWorker', of: 'the visits', stops: visits },
    { role: 'steward', of: 'the matters', stops: work },
    { role: 'officer', of: 'the roster', stops: roster },
    { role: 'officer', of: 'the team', stops: team },
    { role: 'officer', of: 'the rounds', stops: round },
    { role: 'officer', of: 'the lists', stops: lists },
    { role: 'officer', of: 'the reports', stops: reports },
    { role: 'officer', of: 'what residents are asked and shown', stops: asked },
    { role: 'officer', of: 'the plan', stops: keeping },
    { role: 'officer', of: 'what else is kept at the bins', stops: keptBeside },
    { role: 'manager', of: 'the money', stops: money },
    { role: 'manager', of: 'the ledger', stops: manager },
    { role: 'owners', of: 'the council', stops: council },
  ]

/** From the street in, as one of the invented people. */
export async function enterAs(page: Page, origin: string, role: Role, says: Says): Promise<void> {
  await goTo(page, `${origin}/`)
  await page
    .locator('.demo-roles .key')
    .filter({ has: page.getByText(says.people.roles[role], { exact: true }) })
    .click()
  await page.locator('.nav').waitFor()
  await page.locator('.strip').filter({ hasText: says.sync.strip.done }).waitFor()
}

/** The ways in of a server that nobody has set up. */
export const setUp = (code: string): readonly Stop[] => [
  screen('welcome', '/'),
  screen('join-code', '/join'),
  {
    name: 'join-wrong',
    open: async (page, says) => {
      await page.locator('input').first().fill('ABCD2')
      await key(page, says.join.code.go).click()
    },
  },
  screen('sign-in', '/login'),
  screen('install-outside', '/install'),
  screen('setup-1', `/setup#${code}`),
  { name: 'setup-2', open: (page, says) => key(page, says.setup.code.go).click() },
  {
    name: 'setup-3',
    async open(page, says) {
      await page.getByLabel(says.setup.name.label).fill('春和苑')
      await key(page, says.setup.next).click()
      await page.getByLabel(says.setup.buildings.name, { exact: true }).waitFor()
    },
  },
  {
    name: 'setup-4',
    open: async (page, says) => {
      await key(page, says.setup.next).click()
      await page.getByLabel(says.setup.points.label).fill('东门投放点')
    },
  },
  {
    name: 'setup-5',
    async open(page, says) {
      await key(page, says.setup.next).click()
      await page.getByLabel(says.setup.officer.name).fill('林老师')
      await page.getByLabel(says.setup.officer.passphrase, { exact: true }).fill('锦江边')
    },
  },
]
