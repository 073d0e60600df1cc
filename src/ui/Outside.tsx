import './style/tokens.css'
import './style/base.css'
import { useEffect } from 'preact/hooks'
import { Route, Router } from 'preact-iso'
import { lazyScreen } from './lazyScreen.tsx'
import { Location } from './Location.tsx'

/** The ways in, for a browser that belongs to no compound yet. Every other address leads to the welcome. */
const WAYS_IN = [
  { path: '/setup', ...lazyScreen(async () => (await import('./screens/setup/SetUp.tsx')).SetUp) },
  { path: '/join', ...lazyScreen(async () => (await import('./screens/join/Join.tsx')).Join) },
  { path: '/login', ...lazyScreen(async () => (await import('./screens/join/SignIn.tsx')).SignIn) },
  { path: '/install', ...lazyScreen(async () => (await import('./screens/install/Install.tsx')).Install) },
] as const

const welcome = lazyScreen(async () => (await import('./screens/join/Welcome.tsx')).Welcome)

/** `leave`: on a device that is somebody's already every other address is the device's own. */
export function Outside({ leave }: { leave?: (() => void) | undefined }) {
  return (
    <Location>
      <Router>
        {WAYS_IN.map(({ path, Screen }) => (
          <Route key={path} path={path} component={Screen} />
        ))}
        <Route default component={leave ? () => <Leave leave={leave} /> : welcome.Screen} />
      </Router>
    </Location>
  )
}

function Leave({ leave }: { leave: () => void }) {
  useEffect(leave, [])
  return null
}
