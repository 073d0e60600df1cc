/** Longer than a file should be: every screen has its line here, and they are read as one list. */
import { lazyScreen } from './lazyScreen.tsx'
import { officeScreen } from './ofOffice.tsx'
import { withEntrance } from './office.ts'

/**
 * Every screen but Today, one line each; a feature adds its own. Paths are preact-iso's (`:id`, `*`), read in the
 * screen with `useRoute().params`. The first that fits is shown; without one, Today.
 */
export const ROUTES = [
  { path: '/bins', ...lazyScreen(async () => (await import('./screens/bins/BinsHome.tsx')).BinsHome) },
  { path: '/bins/keep', ...lazyScreen(async () => (await import('./screens/plan/Keep.tsx')).Keep) },
  {
    path: '/bins/keep/rota',
    ...lazyScreen(async () => (await import('./screens/plan/Rota.tsx')).Rota),
  },
  {
    path: '/bins/keep/points',
    ...lazyScreen(async () => (await import('./screens/plan/Points.tsx')).Points),
  },
  {
    path: '/bins/keep/points/new',
    ...lazyScreen(async () => (await import('./screens/plan/NewPoint.tsx')).NewPoint),
  },
  {
    path: '/bins/keep/points/:point',
    ...lazyScreen(async () => (await import('./screens/plan/PointEditor.tsx')).PointEditor),
  },
  {
    path: '/bins/keep/windows',
    ...lazyScreen(async () => (await import('./screens/plan/Windows.tsx')).Windows),
  },
  {
    path: '/bins/keep/windows/:point',
    ...lazyScreen(async () => (await import('./screens/plan/WindowsEditor.tsx')).WindowsEditor),
  },
  {
    path: '/bins/keep/days',
    ...lazyScreen(async () => (await import('./screens/plan/OwnDays.tsx')).OwnDays),
  },
  {
    path: '/bins/keep/checklist',
    ...lazyScreen(async () => (await import('./screens/checklist/ChecklistKeep.tsx')).ChecklistKeep),
  },
  {
    path: '/bins/keep/which-bin',
    ...lazyScreen(async () => (await import('./screens/whichBin/KeepRules.tsx')).KeepRules),
  },
  {
    path: '/bins/keep/which-bin/rule',
    ...lazyScreen(async () => (await import('./screens/whichBin/RuleForm.tsx')).RuleForm),
  },
  {
    path: '/bins/keep/regulation',
    ...lazyScreen(async () => (await import('./screens/bins/IncidentRegulation.tsx')).IncidentRegulation),
  },
  {
    path: '/bins/report',
    ...lazyScreen(async () => (await import('./screens/binReport/BinReport.tsx')).BinReport),
  },
  {
    path: '/bins/report/paper',
    ...lazyScreen(async () => (await import('./screens/binReport/Paper.tsx')).Paper),
  },
  { path: '/bins/cards', ...lazyScreen(async () => (await import('./screens/bins/Cards.tsx')).Cards) },
  { path: '/bins/:shift/cards', ...lazyScreen(async () => (await import('./screens/bins/Cards.tsx')).Cards) },
  {
    path: '/bins/keep/weights',
    ...lazyScreen(async () => (await import('./screens/bins/HaulsWeights.tsx')).HaulsWeights),
  },
  { path: '/bins/:shift', ...lazyScreen(async () => (await import('./screens/bins/Shift.tsx')).Shift) },
  {
    path: '/bins/:shift/leaving',
    ...lazyScreen(async () => (await import('./screens/bins/LeavingChecks.tsx')).LeavingChecks),
  },
  {
    path: '/bins/:shift/incident',
    ...lazyScreen(async () => (await import('./screens/bins/Incident.tsx')).Incident),
  },
  {
    path: '/bins/:shift/bins',
    ...lazyScreen(async () => (await import('./screens/bins/BinsAtPoint.tsx')).BinsAtPoint),
  },
  { path: '/bins/:shift/hauls', ...lazyScreen(async () => (await import('./screens/bins/Hauls.tsx')).Hauls) },
  {
    path: '/bins/:shift/bags',
    ...lazyScreen(async () => (await import('./screens/bins/BagCheck.tsx')).BagCheck),
  },
  {
    path: '/bins/:shift/summary',
    ...lazyScreen(async () => (await import('./screens/bins/Summary.tsx')).Summary),
  },
  { path: '/exports', ...lazyScreen(async () => (await import('./screens/exports/Exports.tsx')).Exports) },
  {
    path: '/exports/lists/:list',
    ...lazyScreen(async () => (await import('./screens/exports/ListExport.tsx')).ListExport),
  },
  {
    path: '/exports/forms/new',
    ...lazyScreen(async () => (await import('./screens/exports/FormEdit.tsx')).FormEdit),
  },
  {
    path: '/exports/forms/:form',
    ...lazyScreen(async () => (await import('./screens/exports/FormExport.tsx')).FormExport),
  },
  {
    path: '/exports/forms/:form/edit',
    ...lazyScreen(async () => (await import('./screens/exports/FormEdit.tsx')).FormEdit),
  },
  {
    path: '/which-bin',
    ...lazyScreen(async () => (await import('./screens/whichBin/WhichBin.tsx')).WhichBin),
  },
  {
    path: '/feedback',
    ...lazyScreen(async () => (await import('./screens/feedback/FeedbackList.tsx')).FeedbackList),
  },
  {
    path: '/feedback/new',
    ...lazyScreen(async () => (await import('./screens/feedback/FeedbackCapture.tsx')).FeedbackCapture),
  },
  {
    path: '/feedback/:id',
    ...lazyScreen(async () => (await import('./screens/feedback/FeedbackDetail.tsx')).FeedbackDetail),
  },
  { path: '/ledger', ...lazyScreen(async () => (await import('./screens/ledger/Ledger.tsx')).Ledger) },
  {
    path: '/ledger/dispatch',
    ...lazyScreen(async () => (await import('./screens/ledger/Dispatch.tsx')).Dispatch),
  },
  {
    path: '/ledger/dispatch/paper',
    ...lazyScreen(async () => (await import('./screens/ledger/DispatchPaper.tsx')).DispatchPaper),
  },
  { path: '/ledger/crews', ...lazyScreen(async () => (await import('./screens/ledger/Crews.tsx')).Crews) },
  { path: '/ledger/times', ...lazyScreen(async () => (await import('./screens/ledger/Times.tsx')).Times) },
  { path: '/ledger/slip/:id', ...lazyScreen(async () => (await import('./screens/ledger/Slip.tsx')).Slip) },
  { path: '/people', ...officeScreen(async () => (await import('./screens/people/People.tsx')).People) },
  {
    path: '/people/phones',
    ...officeScreen(async () => (await import('./screens/people/PhoneDays.tsx')).PhoneDays),
  },
  {
    path: '/people/backups',
    ...officeScreen(async () => (await import('./screens/backups/Backups.tsx')).Backups),
  },
  { path: '/people/trail', ...officeScreen(async () => (await import('./screens/trail/Trail.tsx')).Trail) },
  {
    path: '/people/notice',
    ...lazyScreen(async () => (await import('./screens/notice/NoticeKeep.tsx')).NoticeKeep),
  },
  {
    path: '/people/rights',
    ...lazyScreen(async () => (await import('./screens/rights/Rights.tsx')).Rights),
  },
  {
    path: '/people/organisation',
    ...lazyScreen(async () => (await import('./screens/organisation/Organisation.tsx')).Organisation),
  },
  {
    path: '/people/organisation/paper',
    ...lazyScreen(
      async () => (await import('./screens/organisation/OrganisationPaper.tsx')).OrganisationPaper,
    ),
  },
  {
    path: '/people/organisation/names',
    ...lazyScreen(async () => (await import('./screens/organisation/Names.tsx')).Names),
  },
  {
    path: '/people/organisation/grids',
    ...lazyScreen(async () => (await import('./screens/organisation/Grids.tsx')).Grids),
  },
  {
    path: '/people/compounds',
    ...officeScreen(async () => (await import('./screens/compounds/Compounds.tsx')).Compounds),
  },
  {
    path: '/people/compounds/new',
    ...officeScreen(async () => (await import('./screens/compounds/AddCompound.tsx')).AddCompound),
  },
  {
    path: '/people/rescue',
    ...officeScreen(async () => (await import('./screens/people/RescueFile.tsx')).RescueFile),
  },
  {
    path: '/people/devices/:id/lost',
    ...officeScreen(async () => (await import('./screens/lost/LostDevice.tsx')).LostDevice),
  },
  {
    path: '/people/invite',
    ...officeScreen(async () => (await import('./screens/invite/Invite.tsx')).Invite),
  },
  {
    path: '/council',
    ...lazyScreen(async () => (await import('./screens/council/CouncilHome.tsx')).CouncilHome),
  },
  {
    path: '/council/owners',
    ...lazyScreen(async () => (await import('./screens/council/OwnersCount.tsx')).OwnersCount),
  },
  {
    path: '/council/topics',
    ...lazyScreen(async () => (await import('./screens/council/Topics.tsx')).Topics),
  },
  {
    path: '/council/topics/new',
    ...lazyScreen(async () => (await import('./screens/council/TopicForm.tsx')).TopicForm),
  },
  {
    path: '/council/topics/:id',
    ...lazyScreen(async () => (await import('./screens/council/TopicPage.tsx')).TopicPage),
  },
  {
    path: '/council/resolutions/:id',
    ...lazyScreen(async () => (await import('./screens/council/ResolutionPage.tsx')).ResolutionPage),
  },
  {
    path: '/council/:meeting',
    ...lazyScreen(async () => (await import('./screens/council/Sitting.tsx')).Sitting),
  },
  {
    path: '/council/:meeting/paper',
    ...lazyScreen(async () => (await import('./screens/council/MinutesPaper.tsx')).MinutesPaper),
  },
  {
    path: '/council/:meeting/agenda',
    ...lazyScreen(async () => (await import('./screens/council/AgendaPaper.tsx')).AgendaPaper),
  },
  { path: '/rounds', ...lazyScreen(async () => (await import('./screens/rounds/Rounds.tsx')).Rounds) },
  {
    path: '/rounds/new',
    ...lazyScreen(async () => (await import('./screens/rounds/RoundForm.tsx')).RoundForm),
  },
  {
    path: '/rounds/:id',
    ...lazyScreen(async () => (await import('./screens/rounds/RoundPage.tsx')).RoundPage),
  },
  {
    path: '/rounds/:id/edit',
    ...lazyScreen(async () => (await import('./screens/rounds/RoundForm.tsx')).RoundForm),
  },
  {
    path: '/rounds/:id/paper',
    ...lazyScreen(async () => (await import('./screens/rounds/RoundPaper.tsx')).RoundPaper),
  },
  { path: '/wall', ...lazyScreen(async () => (await import('./screens/wall/Wall.tsx')).Wall) },
  {
    path: '/wall/:id',
    ...lazyScreen(async () => (await import('./screens/wall/WallPage.tsx')).WallPage),
  },
  { path: '/held/:id', ...lazyScreen(async () => (await import('./screens/held/Held.tsx')).Held) },
  { path: '/join', ...lazyScreen(async () => withEntrance((await import('./screens/join/Join.tsx')).Join)) },
  {
    path: '/login',
    ...lazyScreen(async () => withEntrance((await import('./screens/join/SignIn.tsx')).SignIn)),
  },
  {
    path: '/install',
    ...lazyScreen(async () => withEntrance((await import('./screens/install/Install.tsx')).Install)),
  },
  {
    path: '/demo',
    ...lazyScreen(async () => withEntrance((await import('./screens/start/DemoChange.tsx')).DemoChange)),
  },
  {
    path: '/works',
    ...lazyScreen(async () => (await import('./screens/works/WorksList.tsx')).WorksList),
  },
  {
    path: '/works/new',
    ...lazyScreen(async () => (await import('./screens/works/WorksForm.tsx')).WorksForm),
  },
  {
    path: '/works/:id',
    ...lazyScreen(async () => (await import('./screens/works/WorksPage.tsx')).WorksPage),
  },
  {
    path: '/works/:id/paper',
    ...lazyScreen(async () => (await import('./screens/works/WorksPaper.tsx')).WorksPaper),
  },
  {
    path: '/accounts',
    ...lazyScreen(async () => (await import('./screens/accounts/Accounts.tsx')).Accounts),
  },
  {
    path: '/accounts/new',
    ...lazyScreen(async () => (await import('./screens/accounts/LineForm.tsx')).LineForm),
  },
  {
    path: '/accounts/line/:id',
    ...lazyScreen(async () => (await import('./screens/accounts/LineForm.tsx')).LineForm),
  },
  {
    path: '/accounts/wall',
    ...lazyScreen(async () => (await import('./screens/accounts/AccountsToWall.tsx')).AccountsToWall),
  },
  {
    path: '/accounts/budget',
    ...lazyScreen(async () => (await import('./screens/accounts/Budget.tsx')).Budget),
  },
  { path: '/accounts/fees', ...lazyScreen(async () => (await import('./screens/accounts/Fees.tsx')).Fees) },
  {
    path: '/accounts/paper',
    ...lazyScreen(async () => (await import('./screens/accounts/AccountsPaper.tsx')).AccountsPaper),
  },
  { path: '/doors', ...lazyScreen(async () => (await import('./screens/doors/Elevation.tsx')).Elevation) },
  { path: '/roster', ...officeScreen(async () => (await import('./screens/roster/Roster.tsx')).Roster) },
  {
    path: '/doors/search',
    ...lazyScreen(async () => (await import('./screens/doors/SearchHomes.tsx')).SearchHomes),
  },
  {
    path: '/doors/emergency',
    ...lazyScreen(async () => (await import('./screens/emergency/EmergencySheet.tsx')).EmergencySheet),
  },
  {
    path: '/doors/sheet',
    ...lazyScreen(async () => (await import('./screens/paperRound/DoorSheet.tsx')).DoorSheet),
  },
  {
    path: '/doors/sheet/back',
    ...lazyScreen(async () => (await import('./screens/paperRound/TypeBack.tsx')).TypeBack),
  },
  {
    path: '/doors/export',
    ...lazyScreen(async () => (await import('./screens/looks/ExportRoster.tsx')).ExportRoster),
  },
  {
    path: '/doors/print',
    ...lazyScreen(async () => (await import('./screens/doors/DoorPaper.tsx')).DoorPaper),
  },
  { path: '/doors/looks', ...lazyScreen(async () => (await import('./screens/looks/Looks.tsx')).Looks) },
  {
    path: '/doors/looks/paper',
    ...lazyScreen(async () => (await import('./screens/looks/LooksPaper.tsx')).LooksPaper),
  },
  {
    path: '/doors/watch',
    ...lazyScreen(async () => (await import('./screens/looks/RosterWatch.tsx')).RosterWatch),
  },
  {
    path: '/doors/watch/:request',
    ...lazyScreen(async () => (await import('./screens/looks/ExportAsked.tsx')).ExportAsked),
  },
  {
    path: '/doors/visit/:unit',
    ...lazyScreen(async () => (await import('./screens/doors/VisitMode.tsx')).VisitMode),
  },
  { path: '/doors/tidy', ...lazyScreen(async () => (await import('./screens/household/Tidy.tsx')).Tidy) },
  {
    path: '/doors/home/:home',
    ...lazyScreen(async () => (await import('./screens/doors/Household.tsx')).Household),
  },
  {
    path: '/doors/home/:home/about/:resident',
    ...lazyScreen(async () => withEntrance((await import('./screens/subject/SubjectFile.tsx')).SubjectFile)),
  },
  { path: '/month', ...lazyScreen(async () => (await import('./screens/month/Month.tsx')).Month) },
  {
    path: '/month/paper',
    ...lazyScreen(async () => (await import('./screens/month/MonthPaper.tsx')).MonthPaper),
  },
  {
    path: '/month/wall',
    ...lazyScreen(async () => (await import('./screens/month/MonthToWall.tsx')).MonthToWall),
  },
  { path: '/digest', ...lazyScreen(async () => (await import('./screens/month/Digest.tsx')).Digest) },
  { path: '/diary', ...lazyScreen(async () => (await import('./screens/diary/Diary.tsx')).Diary) },
  {
    path: '/diary/paper',
    ...lazyScreen(async () => (await import('./screens/diary/DiaryPaper.tsx')).DiaryPaper),
  },
  { path: '/survey', ...lazyScreen(async () => (await import('./screens/survey/Surveys.tsx')).Surveys) },
  {
    path: '/survey/new',
    ...lazyScreen(async () => (await import('./screens/survey/SurveyForm.tsx')).SurveyForm),
  },
  {
    path: '/survey/:id',
    ...lazyScreen(async () => (await import('./screens/survey/SurveyPage.tsx')).SurveyPage),
  },
  {
    path: '/survey/:id/sheets',
    ...lazyScreen(async () => (await import('./screens/survey/Sheets.tsx')).Sheets),
  },
] as const

/** Fetches all screens while nobody waits, so that each is drawn at once when it is asked for, also without a network. */
export async function preloadScreens(): Promise<void> {
  for (const route of ROUTES) {
    // One that cannot be had now is asked for again when somebody opens it.
    await route.preload().catch(() => undefined)
  }
}
