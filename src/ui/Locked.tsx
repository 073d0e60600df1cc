import './style/tokens.css'
import './style/base.css'
import '#ui/screens/bins/shift.css'
import { useLocation } from 'preact-iso'
import { useEffect, useState } from 'preact/hooks'
import type { RecordId } from '#domain/ids.ts'
import type { PersonHere } from '#queries/peopleHere.ts'
import { ToastHost } from '#ui/parts/Toast.tsx'
import { FeedbackCapture } from '#ui/screens/feedback/FeedbackCapture.tsx'
import { LockedTally } from '#ui/screens/lock/LockedTally.tsx'
import { LockScreen } from '#ui/screens/lock/LockScreen.tsx'
import { type Keeper, KeeperContext, useKeeper } from './keeper.ts'
import { Location } from './Location.tsx'
import { type App, AppContext } from './state/app.ts'

/** What stands on a device that somebody has left: who may come in, the keys of a running shift, and a new remark. */
export function Locked({ keeper }: { keeper: Keeper }) {
  return (
    <KeeperContext.Provider value={keeper}>
      <Location>
        <ToastHost>
          <Jobs />
        </ToastHost>
      </Location>
    </KeeperContext.Provider>
  )
}

const NOTE = '/feedback/new'
type Job = { readonly app: App; readonly shift?: RecordId }

function Jobs() {
  const keeper = useKeeper()
  const { path, route } = useLocation()
  const [job, setJob] = useState<Job>()
  // Wherever a form leads when it is done, here that is the lock.
  useEffect(() => {
    if (path !== NOTE) setJob((now) => (now?.shift ? now : undefined))
  }, [path])
  const note = ({ person }: PersonHere) => {
    route(NOTE)
    setJob({ app: keeper.closedFor(person) })
  }
  const tally = ({ person, shift }: PersonHere) =>
    shift && setJob({ app: keeper.closedFor(person, [shift.id]), shift: shift.id })

  if (!job) return <LockScreen onNote={note} onTally={tally} />
  return (
    <AppContext.Provider value={job.app}>
      {job.shift ? <LockedTally shift={job.shift} onLeave={() => setJob(undefined)} /> : <FeedbackCapture />}
    </AppContext.Provider>
  )
}
