import './style/tokens.css'
import './style/base.css'
import { Route, Router, useLocation } from 'preact-iso'
import { exec } from 'preact-iso/router'
import type { ComponentChildren } from 'preact'
import { useEffect, useErrorBoundary, useLayoutEffect } from 'preact/hooks'
import { ErrorPanel } from '#ui/parts/Empty.tsx'
import { Key } from '#ui/parts/Key.tsx'
import { ToastHost } from '#ui/parts/Toast.tsx'
import { lazyScreen } from './lazyScreen.tsx'
import { Location } from './Location.tsx'
import { Today } from './screens/today/Today.tsx'
import { type App as Handed, AppContext } from './state/app.ts'
import { openTray, useTrayOpen } from './state/tray.ts'
import { useWords } from './words.ts'

/** Today opens the product and comes with it; the way to every other screen comes behind it. */
const screens = lazyScreen(async () => (await import('./Screens.tsx')).Screens)
const tray = lazyScreen(async () => (await import('./screens/sync/SyncTray.tsx')).SyncTray)

export function App({ app }: { app: Handed }) {
  useEffect(() => {
    const timer = setTimeout(() => void preloadAll(), 2000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <AppContext.Provider value={app}>
      <Location>
        <ToastHost>
          <Safely>
            <Router>
              <Route path="/" component={Today} />
              <Route path="/sync" component={Today} />
              <Route path="/*" component={screens.Screen} />
            </Router>
            <Tray />
          </Safely>
        </ToastHost>
      </Location>
    </AppContext.Provider>
  )
}

/** Fetches what is not here yet while nobody waits. One that cannot be had now is asked for again when somebody opens it. */
async function preloadAll(): Promise<void> {
  await Promise.allSettled([
    tray.preload(),
    screens.preload(),
    import('./routes.ts').then(({ preloadScreens }) => preloadScreens()),
  ])
}

/** Fetches the screen of an address, for whoever is on the way to it. Never throws. */
export async function preloadAt(path: string): Promise<void> {
  if (path === '/') return
  try {
    const [{ ROUTES }] = await Promise.all([import('./routes.ts'), screens.preload()])
    await ROUTES.find((one) => exec(path, one.path))?.preload()
  } catch {
    // It is asked for again when it is to be shown.
  }
}

function Tray() {
  const { path, route } = useLocation()
  const open = useTrayOpen()
  // `/sync` is Today with the tray over it, so that a link can lead there.
  useLayoutEffect(() => {
    if (path !== '/sync') return
    route('/', true)
    openTray(true)
  }, [path])
  return open ? <tray.Screen /> : null
}

/** A defect takes one screen, not the work: what was saved is on the disk and a press leads out. */
function Safely({ children }: { children: ComponentChildren }) {
  // Called by itself: as somebody’s method the browser refuses it, and the refusal would take the page.
  const [error, forget] = useErrorBoundary((defect) => reportError(defect))
  const words = useWords()
  const { route } = useLocation()
  if (error === undefined) return children
  return (
    <main class="frame-pad">
      <ErrorPanel title={words.common.broke.title} text={words.common.broke.text}>
        <Key
          look="primary"
          label={words.common.toToday}
          onPress={() => {
            route('/', true)
            forget()
          }}
        />
      </ErrorPanel>
    </main>
  )
}
