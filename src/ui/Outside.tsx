import './style/tokens.css'
import './style/base.css'
import { LocationProvider, Route, Router } from 'preact-iso'
import { lazyScreen } from './lazyScreen.tsx'

/** The ways in, for a browser that belongs to no compound yet. Every other address leads to the welcome. */
const WAYS_IN = [
  { path: '/setup', ...lazyScreen(async () => (await import('./screens/setup/SetUp.tsx')).SetUp) },
  { path: '/join', ...lazyScreen(async () => (await import('./screens/join/Join.tsx')).Join) },
  { path: '/login', ...lazyScreen(async () => (await import('./screens/join/SignIn.tsx')).SignIn) },
  { path: '/install', ...lazyScreen(async () => (await import('./screens/install/Install.tsx')).Install) },
] as const

const welcome = lazyScreen(async () => (await import('./screens/join/Welcome.tsx')).Welcome)

export function Outside() {
  return (
    <LocationProvider>
      <Router>
        {WAYS_IN.map(({ path, Screen }) => (
          <Route key={path} path={path} component={Screen} />
        ))}
        <Route default component={welcome.Screen} />
      </Router>
    </LocationProvider>
  )
}
