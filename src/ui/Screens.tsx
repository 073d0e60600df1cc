import { Route, Router, useLocation } from 'preact-iso'
import { useLayoutEffect } from 'preact/hooks'
import { ROUTES } from './routes.ts'

/** All screens but Today, by their address. */
export function Screens() {
  return (
    <Router>
      {ROUTES.map(({ path, Screen }) => (
        <Route key={path} path={path} component={Screen} />
      ))}
      <Route default component={Elsewhere} />
    </Router>
  )
}

/** An address nobody knows leads to Today; Back then goes where the person came from. */
function Elsewhere() {
  const { route } = useLocation()
  useLayoutEffect(() => route('/', true), [])
  return null
}
