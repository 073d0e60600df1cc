import { lazyScreen } from './lazyScreen.tsx'

/**
 * Every screen of the product, one line each; a feature adds its own. Paths are preact-iso's (`:id`, `*`), read in the
 * screen with `useRoute().params`. The first that fits is shown; without one, Today.
 */
export const ROUTES = [
  { path: '/', ...lazyScreen(async () => (await import('./screens/today/Today.tsx')).Today) },
  { path: '/sync', ...lazyScreen(async () => (await import('./screens/today/Today.tsx')).Today) },
] as const

/** Fetches all screens while nobody waits, so that each is drawn at once when it is asked for, also without a network. */
export async function preloadScreens(): Promise<void> {
  for (const route of ROUTES) await route.preload()
}
