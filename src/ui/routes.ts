import { lazyScreen } from './lazyScreen.tsx'
import { withEntrance } from './office.ts'
import { Today } from './screens/today/Today.tsx'

/** Today opens the product: it comes with it, not after it. */
async function here(): Promise<void> {}

/**
 * Every screen of the product, one line each; a feature adds its own. Paths are preact-iso's (`:id`, `*`), read in the
 * screen with `useRoute().params`. The first that fits is shown; without one, Today.
 */
export const ROUTES = [
  { path: '/', Screen: Today, preload: here },
  { path: '/sync', Screen: Today, preload: here },
  { path: '/bins', ...lazyScreen(async () => (await import('./screens/bins/BinsHome.tsx')).BinsHome) },
  { path: '/bins/keep', ...lazyScreen(async () => (await import('./screens/plan/Keep.tsx')).Keep) },
  {
    path: '/bins/keep/regulation',
    ...lazyScreen(async () => (await import('./screens/bins/IncidentRegulation.tsx')).IncidentRegulation),
  },
  { path: '/bins/:shift', ...lazyScreen(async () => (await import('./screens/bins/Shift.tsx')).Shift) },
  {
    path: '/bins/:shift/incident',
    ...lazyScreen(async () => (await import('./screens/bins/Incident.tsx')).Incident),
  },
  {
    path: '/bins/:shift/summary',
    ...lazyScreen(async () => (await import('./screens/bins/Summary.tsx')).Summary),
  },
  { path: '/which-bin', ...lazyScreen(async () => (await import('./screens/bins/WhichBin.tsx')).WhichBin) },
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
  {
    path: '/people',
    ...lazyScreen(async () => withEntrance((await import('./screens/people/People.tsx')).People)),
  },
  {
    path: '/people/rescue',
    ...lazyScreen(async () => withEntrance((await import('./screens/people/RescueFile.tsx')).RescueFile)),
  },
  {
    path: '/people/invite',
    ...lazyScreen(async () => withEntrance((await import('./screens/invite/Invite.tsx')).Invite)),
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
  { path: '/doors', ...lazyScreen(async () => (await import('./screens/doors/Elevation.tsx')).Elevation) },
  {
    path: '/doors/search',
    ...lazyScreen(async () => (await import('./screens/doors/SearchHomes.tsx')).SearchHomes),
  },
  {
    path: '/doors/visit/:unit',
    ...lazyScreen(async () => (await import('./screens/doors/VisitMode.tsx')).VisitMode),
  },
  {
    path: '/doors/home/:home',
    ...lazyScreen(async () => (await import('./screens/doors/Household.tsx')).Household),
  },
] as const

/** Fetches all screens while nobody waits, so that each is drawn at once when it is asked for, also without a network. */
export async function preloadScreens(): Promise<void> {
  for (const route of ROUTES) {
    // One that cannot be had now is asked for again when somebody opens it.
    await route.preload().catch(() => undefined)
  }
}
