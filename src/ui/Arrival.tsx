import './style/tokens.css'
import './style/base.css'
import { LocationProvider, Route, Router } from 'preact-iso'
import { type Entrance, EntranceContext } from './office.ts'
import { lazyScreen } from './lazyScreen.tsx'

const setUp = lazyScreen(async () => (await import('./screens/setup/SetUp.tsx')).SetUp)
const join = lazyScreen(async () => (await import('./screens/join/Join.tsx')).Join)
const signIn = lazyScreen(async () => (await import('./screens/join/SignIn.tsx')).SignIn)
const install = lazyScreen(async () => (await import('./screens/install/Install.tsx')).Install)
const welcome = lazyScreen(async () => (await import('./screens/join/Welcome.tsx')).Welcome)

/** What a browser shows that is no device of ours yet. `App` takes over once it is. */
export function Arrival({ entrance }: { entrance: Entrance }) {
  return (
    <EntranceContext.Provider value={entrance}>
      <LocationProvider>
        <Router>
          <Route path="/setup" component={setUp.Screen} />
          <Route path="/join" component={join.Screen} />
          <Route path="/login" component={signIn.Screen} />
          <Route path="/install" component={install.Screen} />
          <Route default component={welcome.Screen} />
        </Router>
      </LocationProvider>
    </EntranceContext.Provider>
  )
}
